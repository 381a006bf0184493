from datetime import datetime
from typing import Optional

from ...core.model import Model


class FlowSummary(Model, closed=True):
    """A flow without its steps."""

    id: str
    """Tells the flow from all others.

    At most 30 characters.
    """

    name: str
    """What the flow is called.

    1 to 150 characters.
    """

    created_at: datetime
    """When the flow came into being."""

    updated_at: datetime
    """When the flow last changed."""

    executed_at: Optional[str] = None
    """Day of the latest run."""
