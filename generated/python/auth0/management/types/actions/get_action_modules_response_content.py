from typing import List, Optional

from ...core.model import Model
from .action_module_list_item import ActionModuleListItem


class GetActionModulesResponseContent(Model, closed=True):
    """Some of the modules, with the count of all."""

    modules: Optional[List[ActionModuleListItem]] = None
    """Modules on this page."""

    total: Optional[int] = None
    """How many entries there are in all."""

    page: Optional[int] = None
    """Number of this page, from 0."""

    per_page: Optional[int] = None
    """Entries a page may hold."""
