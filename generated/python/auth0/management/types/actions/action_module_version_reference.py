from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_module_dependency import ActionModuleDependency
from .action_module_secret import ActionModuleSecret


class ActionModuleVersionReference(Model, closed=True):
    """The newest published version of a module; absent while there is none."""

    id: Optional[str] = None
    """Tells the module version from all others."""

    version_number: Optional[int] = None
    """Number of the version, counted upwards."""

    code: Optional[str] = None
    """JavaScript source of the module version."""

    dependencies: Optional[List[ActionModuleDependency]] = None
    """npm packages that the module version needs."""

    secrets: Optional[List[ActionModuleSecret]] = None
    """Secrets that the code can read."""

    created_at: Optional[datetime] = None
    """When the module version came into being."""
