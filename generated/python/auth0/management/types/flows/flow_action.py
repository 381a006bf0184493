from typing import Annotated, Any, List, Literal, Optional, Sequence, TypeAlias, Union

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_auth_0 import FlowActionAuth0, FlowActionAuth0Dict
from .flow_action_flow_store_vars import (
    FlowActionFlowStoreVars,
    FlowActionFlowStoreVarsDict,
)
from .flow_action_json import FlowActionJson, FlowActionJsonDict

FlowActionFlowBooleanConditionType: TypeAlias = Union[Literal["FLOW"], Any]
"""Which kind the step is of."""


FlowActionFlowBooleanConditionAction: TypeAlias = Union[
    Literal["BOOLEAN_CONDITION"], Any
]
"""What the step does."""


class FlowActionFlowBooleanCondition(Model, tags=["type", "action"], closed=True):
    """A step that branches: it holds the steps of both branches."""

    id: str
    """Tells the step from all others."""

    alias: Optional[str] = None
    """Name for people to read.

    At most 100 characters.
    """

    type: FlowActionFlowBooleanConditionType
    """Which kind the step is of."""

    action: FlowActionFlowBooleanConditionAction
    """What the step does."""

    allow_failure: Optional[bool] = None
    """Whether the flow goes on when the step fails."""

    mask_output: Optional[bool] = None
    """Whether the result is kept out of the records."""

    params: "FlowActionFlowBooleanConditionParams"
    """A condition and the steps for each outcome. The type is recursive."""


class FlowActionFlowBooleanConditionDict(TypedDict, total=False):
    """``FlowActionFlowBooleanCondition`` as a plain dict."""

    id: Required[str]
    alias: str
    type: Required[FlowActionFlowBooleanConditionType]
    action: Required[FlowActionFlowBooleanConditionAction]
    allow_failure: bool
    mask_output: bool
    params: Required[
        Union[
            "FlowActionFlowBooleanConditionParams",
            "FlowActionFlowBooleanConditionParamsDict",
        ]
    ]


FlowActionFlow: TypeAlias = Union[
    FlowActionFlowBooleanCondition, FlowActionFlowStoreVars
]
"""A step that steers the flow."""


FlowActionFlowDict: TypeAlias = Union[
    FlowActionFlowBooleanConditionDict, FlowActionFlowStoreVarsDict
]
"""``FlowActionFlow`` as plain data."""


FlowAction: TypeAlias = Union[FlowActionAuth0, FlowActionFlow, FlowActionJson]
"""One step of a flow. Only some kinds of step are in this document."""


FlowActionDict: TypeAlias = Union[
    FlowActionAuth0Dict, FlowActionFlowDict, FlowActionJsonDict
]
"""``FlowAction`` as plain data."""


class FlowActionFlowBooleanConditionParams(Model, closed=True):
    """A condition and the steps for each outcome. The type is recursive."""

    if_: Annotated[Any, Field(alias="if")] = None
    """Condition to decide on; any JSON value."""

    then: Optional[List[FlowAction]] = None
    """Steps to run when the condition holds."""

    else_: Annotated[Optional[List[FlowAction]], Field(alias="else")] = None
    """Steps to run when it does not."""


FlowActionFlowBooleanConditionParamsDict = TypedDict(
    "FlowActionFlowBooleanConditionParamsDict",
    {
        "if": Required[Any],
        "then": Sequence[Union[FlowAction, FlowActionDict]],
        "else": Sequence[Union[FlowAction, FlowActionDict]],
    },
    total=False,
)
"""``FlowActionFlowBooleanConditionParams`` as a plain dict."""
