from typing import Annotated, Optional, Union

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import FlowActionAuth0SendRequestParamsCustomVars
from .flow_action_auth_0_send_email_params_from import (
    FlowActionAuth0SendEmailParamsFrom,
    FlowActionAuth0SendEmailParamsFromDict,
)
from .flow_action_auth_0_send_email_params_to import FlowActionAuth0SendEmailParamsTo


class FlowActionAuth0SendEmailParams(Model, closed=True):
    """The email that a step sends."""

    from_: Annotated[
        Optional[FlowActionAuth0SendEmailParamsFrom], Field(alias="from")
    ] = None
    """Who the email comes from."""

    to: FlowActionAuth0SendEmailParamsTo
    """Address of the receiver, or an expression that yields it."""

    subject: str
    """What the subject line says.

    1 to 255 characters.
    """

    body: str
    """Text of the email.

    1 to 102400 characters.
    """

    custom_vars: Optional[FlowActionAuth0SendRequestParamsCustomVars] = None
    """Variables that the text of the email may use."""


FlowActionAuth0SendEmailParamsDict = TypedDict(
    "FlowActionAuth0SendEmailParamsDict",
    {
        "from": Union[
            FlowActionAuth0SendEmailParamsFrom, FlowActionAuth0SendEmailParamsFromDict
        ],
        "to": Required[FlowActionAuth0SendEmailParamsTo],
        "subject": Required[str],
        "body": Required[str],
        "custom_vars": FlowActionAuth0SendRequestParamsCustomVars,
    },
    total=False,
)
"""``FlowActionAuth0SendEmailParams`` as a plain dict."""
