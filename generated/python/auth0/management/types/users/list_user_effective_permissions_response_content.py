from typing import List, Optional

from ...core.model import Model
from .user_effective_permission_response_content import (
    UserEffectivePermissionResponseContent,
)


class ListUserEffectivePermissionsResponseContent(Model, closed=True):
    """The permissions in the shape that the paging parameters ask for."""

    permissions: List[UserEffectivePermissionResponseContent]
    """Permissions on this page."""

    next: Optional[str] = None
    """Give this as `from` to read on; absent or null at the end."""
