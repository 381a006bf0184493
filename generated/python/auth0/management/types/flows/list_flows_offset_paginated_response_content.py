from typing import List, Optional

from ...core.model import Model
from .flow_summary import FlowSummary


class ListFlowsOffsetPaginatedResponseContent(Model, closed=True):
    """Some of the flows, reached by page number, with the count of all."""

    start: Optional[float] = None
    """Index of the first entry."""

    limit: Optional[float] = None
    """Most entries in this answer."""

    total: Optional[float] = None
    """How many entries there are in all."""

    flows: Optional[List[FlowSummary]] = None
    """Flows on this page."""
