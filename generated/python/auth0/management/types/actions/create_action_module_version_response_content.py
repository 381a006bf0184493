from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_module_dependency import ActionModuleDependency
from .action_module_secret import ActionModuleSecret


class CreateActionModuleVersionResponseContent(Model, closed=True):
    """The module version, newly made."""

    id: Optional[str] = None
    """Tells the module version from all others."""

    module_id: Optional[str] = None
    """Identifies the module."""

    version_number: Optional[int] = None
    """Number of the version, counted upwards."""

    code: Optional[str] = None
    """JavaScript source of the module version."""

    secrets: Optional[List[ActionModuleSecret]] = None
    """Secrets that the code can read."""

    dependencies: Optional[List[ActionModuleDependency]] = None
    """npm packages that the module version needs."""

    created_at: Optional[datetime] = None
    """When the module version came into being."""
