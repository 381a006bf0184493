from typing import List, Optional

from ...core.model import Model
from .action_module_action import ActionModuleAction


class GetActionModuleActionsResponseContent(Model, closed=True):
    """A page of actions that use the module."""

    actions: Optional[List[ActionModuleAction]] = None
    """Actions on this page."""

    total: Optional[int] = None
    """How many entries there are in all."""

    page: Optional[int] = None
    """Number of this page, from 0."""

    per_page: Optional[int] = None
    """Entries a page may hold."""
