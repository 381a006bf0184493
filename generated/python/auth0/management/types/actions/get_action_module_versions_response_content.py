from typing import List, Optional

from ...core.model import Model
from .action_module_version import ActionModuleVersion


class GetActionModuleVersionsResponseContent(Model, closed=True):
    """Some of the module versions, with the count of all."""

    versions: Optional[List[ActionModuleVersion]] = None
    """Versions on this page."""

    total: Optional[int] = None
    """How many entries there are in all."""

    page: Optional[int] = None
    """Number of this page, from 0."""

    per_page: Optional[int] = None
    """Entries a page may hold."""
