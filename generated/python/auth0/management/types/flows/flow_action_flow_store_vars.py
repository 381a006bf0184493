from typing import Any, Literal, Optional, TypeAlias, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_flow_store_vars_params import (
    FlowActionFlowStoreVarsParams,
    FlowActionFlowStoreVarsParamsDict,
)

FlowActionFlowStoreVarsType: TypeAlias = Union[Literal["FLOW"], Any]
"""Which kind the step is of."""


FlowActionFlowStoreVarsAction: TypeAlias = Union[Literal["STORE_VARS"], Any]
"""What the step does."""


class FlowActionFlowStoreVars(Model, tags=["type", "action"], closed=True):
    """A step that keeps values for later steps."""

    id: str
    """Tells the step from all others."""

    alias: Optional[str] = None
    """Name for people to read.

    At most 100 characters.
    """

    type: FlowActionFlowStoreVarsType
    """Which kind the step is of."""

    action: FlowActionFlowStoreVarsAction
    """What the step does."""

    allow_failure: Optional[bool] = None
    """Whether the flow goes on when the step fails."""

    mask_output: Optional[bool] = None
    """Whether the result is kept out of the records."""

    params: FlowActionFlowStoreVarsParams
    """Which values a step keeps."""


class FlowActionFlowStoreVarsDict(TypedDict, total=False):
    """``FlowActionFlowStoreVars`` as a plain dict."""

    id: Required[str]
    alias: str
    type: Required[FlowActionFlowStoreVarsType]
    action: Required[FlowActionFlowStoreVarsAction]
    allow_failure: bool
    mask_output: bool
    params: Required[
        Union[FlowActionFlowStoreVarsParams, FlowActionFlowStoreVarsParamsDict]
    ]
