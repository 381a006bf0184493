from typing import List, Optional

from ...core.model import Model
from .enums import (
    ConnectionDisplayName,
    ConnectionIsDomainConnection,
    ConnectionName,
    ConnectionsMetadata,
)


class CreateConnectionCommon(Model, closed=True):
    """Fields that a new connection of every strategy has."""

    display_name: Optional[ConnectionDisplayName] = None
    """Name of the connection on the login page."""

    enabled_clients: Optional[List[str]] = None
    """Applications that may use it; better set through the connection's own
    operations.
    """

    is_domain_connection: Optional[ConnectionIsDomainConnection] = None
    """True opens the connection to applications of third parties."""

    metadata: Optional[ConnectionsMetadata] = None
    """Up to ten short texts of your own about a connection."""

    name: ConnectionName
    """Unique name of the connection: letters, digits and single hyphens inside."""
