from typing import Optional

from .connection_options_common import ConnectionOptionsCommon
from .enums import ConnectionSetUserRootAttributesEnum


class ConnectionOptionsFacebook(ConnectionOptionsCommon):
    """Settings of a connection to Facebook, cut down to a few. Nothing refers to this
    schema; it is here for `deprecated`.
    """

    set_user_root_attributes: Optional[ConnectionSetUserRootAttributesEnum] = None
    """When attributes from the identity provider overwrite those of the user."""

    email: Optional[bool] = None
    """Asks Facebook for the email address.

    The server's default is false.
    """

    publish_actions: Optional[bool] = None
    """Asks Facebook for leave to post; withdrawn by Facebook.

    Deprecated; the server's default is false.
    """

    read_stream: Optional[bool] = None
    """Asks Facebook for the news feed; withdrawn by Facebook.

    Deprecated; the server's default is false.
    """
