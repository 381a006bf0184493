from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .enums import EmailTemplateNameEnum


class CreateEmailTemplateResponseContent(Model, closed=True):
    """The email template, newly made."""

    template: EmailTemplateNameEnum
    """Which message a template is for."""

    body: Optional[str] = None
    """Text of the message."""

    from_: Annotated[Optional[str], Field(alias="from")] = None
    """Who the message comes from.

    The server's default is sender@auth0.com.
    """

    result_url: Annotated[Optional[str], Field(alias="resultUrl")] = None
    """Where a user is sent afterwards."""

    subject: Optional[str] = None
    """What the subject line says."""

    syntax: Optional[str] = None
    """Template language, such as `liquid`.

    The server's default is liquid.
    """

    url_lifetime_in_seconds: Annotated[
        Optional[float], Field(alias="urlLifetimeInSeconds")
    ] = None
    """Seconds for which the link in the email works."""

    include_email_in_redirect: Annotated[
        Optional[bool], Field(alias="includeEmailInRedirect")
    ] = None
    """Whether the address of the user is added to the target."""

    enabled: Optional[bool] = None
    """Whether it is in use."""
