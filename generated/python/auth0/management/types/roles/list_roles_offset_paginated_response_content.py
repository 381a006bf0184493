from typing import List, Optional

from ...core.model import Model
from .role import Role


class ListRolesOffsetPaginatedResponseContent(Model, closed=True):
    """Some of the roles, reached by page number, with the count of all."""

    start: Optional[float] = None
    """Index of the first entry."""

    limit: Optional[float] = None
    """Most entries in this answer."""

    total: Optional[float] = None
    """How many entries there are in all."""

    roles: Optional[List[Role]] = None
    """Roles on this page."""
