from typing import TypeAlias, Union

from .flow_action_json_parse_json import (
    FlowActionJsonParseJson,
    FlowActionJsonParseJsonDict,
)
from .flow_action_json_serialize_json import (
    FlowActionJsonSerializeJson,
    FlowActionJsonSerializeJsonDict,
)

FlowActionJson: TypeAlias = Union[FlowActionJsonParseJson, FlowActionJsonSerializeJson]
"""A step that works on JSON."""


FlowActionJsonDict: TypeAlias = Union[
    FlowActionJsonParseJsonDict, FlowActionJsonSerializeJsonDict
]
"""``FlowActionJson`` as plain data."""
