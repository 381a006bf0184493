from typing import List, Optional

from ...core.model import Model
from .log import Log


class ListLogOffsetPaginatedResponseContent(Model, closed=True):
    """Some of the log entries, reached by page number, with the count of all."""

    start: Optional[float] = None
    """Index of the first entry."""

    limit: Optional[float] = None
    """Most entries in this answer."""

    length: Optional[float] = None
    """Entries in this answer."""

    total: Optional[float] = None
    """How many entries there are in all."""

    logs: Optional[List[Log]] = None
    """Entries on this page."""
