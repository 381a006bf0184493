from typing import List, Optional

from ...core.model import Model
from .action_trigger import ActionTrigger


class ActionModuleAction(Model, closed=True):
    """An action that imports a module, and the module version it imports."""

    action_id: Optional[str] = None
    """Identifies the action."""

    action_name: Optional[str] = None
    """What the action is called."""

    module_version_id: Optional[str] = None
    """Identifies the module version."""

    module_version_number: Optional[int] = None
    """Number of the module version."""

    supported_triggers: Optional[List[ActionTrigger]] = None
    """Triggers that can run it; at present exactly one."""
