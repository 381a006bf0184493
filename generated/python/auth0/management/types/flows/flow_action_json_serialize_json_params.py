from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_json_serialize_json_params_object import (
    FlowActionJsonSerializeJsonParamsObject,
)


class FlowActionJsonSerializeJsonParams(Model, closed=True):
    """What a step writes as JSON."""

    object: FlowActionJsonSerializeJsonParamsObject
    """A value to write as JSON, or an expression that yields it."""


class FlowActionJsonSerializeJsonParamsDict(TypedDict, total=False):
    """``FlowActionJsonSerializeJsonParams`` as a plain dict."""

    object: Required[FlowActionJsonSerializeJsonParamsObject]
