from typing import Optional

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .flow_action_auth_0_send_email_params_from_email import (
    FlowActionAuth0SendEmailParamsFromEmail,
)


class FlowActionAuth0SendEmailParamsFrom(Model, closed=True):
    """Who the email comes from."""

    name: Optional[str] = None
    """Who the email seems to come from.

    1 to 125 characters.
    """

    email: FlowActionAuth0SendEmailParamsFromEmail
    """Address of the sender, or an expression that yields it."""


class FlowActionAuth0SendEmailParamsFromDict(TypedDict, total=False):
    """``FlowActionAuth0SendEmailParamsFrom`` as a plain dict."""

    name: str
    email: Required[FlowActionAuth0SendEmailParamsFromEmail]
