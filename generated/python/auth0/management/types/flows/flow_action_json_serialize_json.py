from typing import Any, Literal, Optional, TypeAlias, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_json_serialize_json_params import (
    FlowActionJsonSerializeJsonParams,
    FlowActionJsonSerializeJsonParamsDict,
)

FlowActionJsonSerializeJsonType: TypeAlias = Union[Literal["JSON"], Any]
"""Which kind the step is of."""


FlowActionJsonSerializeJsonAction: TypeAlias = Union[Literal["SERIALIZE_JSON"], Any]
"""What the step does."""


class FlowActionJsonSerializeJson(Model, tags=["type", "action"], closed=True):
    """A step that writes JSON text."""

    id: str
    """Tells the step from all others."""

    alias: Optional[str] = None
    """Name for people to read.

    At most 100 characters.
    """

    type: FlowActionJsonSerializeJsonType
    """Which kind the step is of."""

    action: FlowActionJsonSerializeJsonAction
    """What the step does."""

    allow_failure: Optional[bool] = None
    """Whether the flow goes on when the step fails."""

    mask_output: Optional[bool] = None
    """Whether the result is kept out of the records."""

    params: FlowActionJsonSerializeJsonParams
    """What a step writes as JSON."""


class FlowActionJsonSerializeJsonDict(TypedDict, total=False):
    """``FlowActionJsonSerializeJson`` as a plain dict."""

    id: Required[str]
    alias: str
    type: Required[FlowActionJsonSerializeJsonType]
    action: Required[FlowActionJsonSerializeJsonAction]
    allow_failure: bool
    mask_output: bool
    params: Required[
        Union[FlowActionJsonSerializeJsonParams, FlowActionJsonSerializeJsonParamsDict]
    ]
