from typing import Annotated, Optional

from pydantic import Field

from .connection_disable_signup_sms import ConnectionDisableSignupSms
from .connection_gateway_url_sms import ConnectionGatewayUrlSms
from .connection_options_common import ConnectionOptionsCommon
from .connection_provider_sms import ConnectionProviderSms
from .enums import ConnectionFromSms, ConnectionTemplateSms


class ConnectionOptionsSms(ConnectionOptionsCommon):
    """Settings of a connection that logs users in by text message."""

    brute_force_protection: Optional[bool] = None
    """Whether guessing of codes is stopped."""

    disable_signup: Optional[ConnectionDisableSignupSms] = None
    """True keeps new users from signing up by text message."""

    from_: Annotated[Optional[ConnectionFromSms], Field(alias="from")] = None
    """Number or name that text messages come from."""

    gateway_url: Optional[ConnectionGatewayUrlSms] = None
    """Address of a gateway of your own for text messages."""

    name: Optional[str] = None
    """Name of the connection, repeated here.

    1 to 255 characters.
    """

    provider: Optional[ConnectionProviderSms] = None
    """Who delivers text messages for this connection."""

    template: Optional[ConnectionTemplateSms] = None
    """Text of the message; it must mention the code."""
