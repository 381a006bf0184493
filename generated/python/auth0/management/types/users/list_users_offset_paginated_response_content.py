from typing import List, Optional

from ...core.model import Model
from .user_response_schema import UserResponseSchema


class ListUsersOffsetPaginatedResponseContent(Model, closed=True):
    """Some of the users, reached by page number, with the count of all."""

    start: Optional[float] = None
    """Index of the first entry."""

    limit: Optional[float] = None
    """Most entries in this answer."""

    length: Optional[float] = None
    """Entries in this answer."""

    total: Optional[float] = None
    """How many entries there are in all."""

    users: Optional[List[UserResponseSchema]] = None
    """Users on this page."""
