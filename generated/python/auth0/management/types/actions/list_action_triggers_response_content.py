from typing import List, Optional

from ...core.model import Model
from .action_trigger import ActionTrigger


class ListActionTriggersResponseContent(Model, closed=True):
    """All triggers."""

    triggers: Optional[List[ActionTrigger]] = None
    """Triggers of the tenant."""
