from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .flow_action import FlowAction


class CreateFlowResponseContent(Model, closed=True):
    """The flow, newly made."""

    id: str
    """Tells the flow from all others.

    At most 30 characters.
    """

    name: str
    """What the flow is called.

    1 to 150 characters.
    """

    actions: Optional[List[FlowAction]] = None
    """Steps of the flow, in order."""

    created_at: datetime
    """When the flow came into being."""

    updated_at: datetime
    """When the flow last changed."""

    executed_at: Optional[str] = None
    """Day of the latest run."""
