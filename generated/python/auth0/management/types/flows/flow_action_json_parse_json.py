from typing import Any, Literal, Optional, TypeAlias, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_json_parse_json_params import (
    FlowActionJsonParseJsonParams,
    FlowActionJsonParseJsonParamsDict,
)

FlowActionJsonParseJsonType: TypeAlias = Union[Literal["JSON"], Any]
"""Which kind the step is of."""


FlowActionJsonParseJsonAction: TypeAlias = Union[Literal["PARSE_JSON"], Any]
"""What the step does."""


class FlowActionJsonParseJson(Model, tags=["type", "action"], closed=True):
    """A step that reads JSON text."""

    id: str
    """Tells the step from all others."""

    alias: Optional[str] = None
    """Name for people to read.

    At most 100 characters.
    """

    type: FlowActionJsonParseJsonType
    """Which kind the step is of."""

    action: FlowActionJsonParseJsonAction
    """What the step does."""

    allow_failure: Optional[bool] = None
    """Whether the flow goes on when the step fails."""

    mask_output: Optional[bool] = None
    """Whether the result is kept out of the records."""

    params: FlowActionJsonParseJsonParams
    """The JSON text that a step reads."""


class FlowActionJsonParseJsonDict(TypedDict, total=False):
    """``FlowActionJsonParseJson`` as a plain dict."""

    id: Required[str]
    alias: str
    type: Required[FlowActionJsonParseJsonType]
    action: Required[FlowActionJsonParseJsonAction]
    allow_failure: bool
    mask_output: bool
    params: Required[
        Union[FlowActionJsonParseJsonParams, FlowActionJsonParseJsonParamsDict]
    ]
