from typing import List, Optional

from ...core.model import Model
from .enums import UserEffectivePermissionSourceEnum


class UserEffectivePermissionResponseContent(Model, closed=True):
    """A permission of a user, and where it comes from."""

    resource_server_identifier: Optional[str] = None
    """API, by its identifier."""

    permission_name: Optional[str] = None
    """Scope of the API."""

    resource_server_name: Optional[str] = None
    """API, by its name."""

    description: Optional[str] = None
    """What the permission allows."""

    sources: Optional[List[UserEffectivePermissionSourceEnum]] = None
    """What grants the permission."""
