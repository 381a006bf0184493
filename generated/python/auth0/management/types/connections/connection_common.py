from typing import Optional

from ...core.model import Model
from .enums import (
    ConnectionDisplayName,
    ConnectionEnabledClients,
    ConnectionIsDomainConnection,
    ConnectionsMetadata,
)


class ConnectionCommon(Model, closed=True):
    """Fields that requests for every strategy share."""

    display_name: Optional[ConnectionDisplayName] = None
    """Name of the connection on the login page."""

    enabled_clients: Optional[ConnectionEnabledClients] = None
    """Applications that may use the connection. Deprecated: the clients of a connection
    have operations of their own.
    """

    is_domain_connection: Optional[ConnectionIsDomainConnection] = None
    """True opens the connection to applications of third parties."""

    metadata: Optional[ConnectionsMetadata] = None
    """Up to ten short texts of your own about a connection."""
