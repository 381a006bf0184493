from typing import Any, Literal, Optional, TypeAlias, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_auth_0_send_email_params import (
    FlowActionAuth0SendEmailParams,
    FlowActionAuth0SendEmailParamsDict,
)

FlowActionAuth0SendEmailType: TypeAlias = Union[Literal["AUTH0"], Any]
"""Which kind the step is of."""


FlowActionAuth0SendEmailAction: TypeAlias = Union[Literal["SEND_EMAIL"], Any]
"""What the step does."""


class FlowActionAuth0SendEmail(Model, tags=["type", "action"], closed=True):
    """A step that sends an email."""

    id: str
    """Tells the step from all others."""

    alias: Optional[str] = None
    """Name for people to read.

    At most 100 characters.
    """

    type: FlowActionAuth0SendEmailType
    """Which kind the step is of."""

    action: FlowActionAuth0SendEmailAction
    """What the step does."""

    allow_failure: Optional[bool] = None
    """Whether the flow goes on when the step fails."""

    mask_output: Optional[bool] = None
    """Whether the result is kept out of the records."""

    params: FlowActionAuth0SendEmailParams
    """The email that a step sends."""


class FlowActionAuth0SendEmailDict(TypedDict, total=False):
    """``FlowActionAuth0SendEmail`` as a plain dict."""

    id: Required[str]
    alias: str
    type: Required[FlowActionAuth0SendEmailType]
    action: Required[FlowActionAuth0SendEmailAction]
    allow_failure: bool
    mask_output: bool
    params: Required[
        Union[FlowActionAuth0SendEmailParams, FlowActionAuth0SendEmailParamsDict]
    ]
