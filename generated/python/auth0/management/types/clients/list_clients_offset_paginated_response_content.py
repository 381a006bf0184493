from typing import List, Optional

from ...core.model import Model
from .client import Client


class ListClientsOffsetPaginatedResponseContent(Model, closed=True):
    """Some of the applications, reached by page number, with the count of all."""

    start: Optional[float] = None
    """Index of the first entry."""

    limit: Optional[float] = None
    """Most entries in this answer."""

    total: Optional[float] = None
    """How many entries there are in all."""

    clients: Optional[List[Client]] = None
    """Applications on this page."""
