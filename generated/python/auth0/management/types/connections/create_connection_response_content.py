from typing import Optional

from ...core.model import Model
from .connection_authentication_purpose import ConnectionAuthenticationPurpose
from .enums import ConnectionOptions, ConnectionsMetadata


class CreateConnectionResponseContent(Model, closed=True):
    """The connection, newly made."""

    name: Optional[str] = None
    """What the connection is called.

    The server's default is My connection.
    """

    display_name: Optional[str] = None
    """What people see as the name of the connection."""

    options: Optional[ConnectionOptions] = None
    """Settings that depend on the strategy; shown only to tokens with the scope for
    them.
    """

    id: Optional[str] = None
    """Tells the connection from all others.

    The server's default is con_0000000000000001.
    """

    strategy: Optional[str] = None
    """Kind of provider behind the connection.

    The server's default is auth0.
    """

    is_domain_connection: Optional[bool] = None
    """Whether applications of third parties may use it."""

    show_as_button: Optional[bool] = None
    """Whether the login page has a button for it."""

    metadata: Optional[ConnectionsMetadata] = None
    """Up to ten short texts of your own about a connection."""

    authentication: Optional[ConnectionAuthenticationPurpose] = None
    """Whether users may log in through the connection."""
