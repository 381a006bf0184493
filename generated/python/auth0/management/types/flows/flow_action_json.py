from typing import TypeAlias, Union

from .flow_action_json_parse_json import FlowActionJsonParseJson
from .flow_action_json_serialize_json import FlowActionJsonSerializeJson

FlowActionJson: TypeAlias = Union[FlowActionJsonParseJson, FlowActionJsonSerializeJson]
"""A step that works on JSON."""
