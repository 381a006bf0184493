from typing import Literal, Optional

from .connection_options_sms import ConnectionOptionsSms
from .create_connection_common import CreateConnectionCommon


class CreateConnectionRequestContentSms(CreateConnectionCommon):
    """A new connection that logs users in by text message. Nothing refers to this schema;
    it is here for its chain of `allOf`.
    """

    strategy: Literal["sms"]
    """Kind of provider behind the connection."""

    options: Optional[ConnectionOptionsSms] = None
    """Settings of a connection that logs users in by text message."""
