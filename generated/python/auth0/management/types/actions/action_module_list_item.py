from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_module_dependency import ActionModuleDependency
from .action_module_secret import ActionModuleSecret


class ActionModuleListItem(Model, closed=True):
    """A module as it appears in a list."""

    id: Optional[str] = None
    """Tells the module from all others."""

    name: Optional[str] = None
    """What the module is called."""

    code: Optional[str] = None
    """JavaScript source of the module."""

    dependencies: Optional[List[ActionModuleDependency]] = None
    """npm packages that the module needs."""

    secrets: Optional[List[ActionModuleSecret]] = None
    """Secrets that the code can read."""

    actions_using_module_total: Optional[int] = None
    """How many deployed actions import the module."""

    all_changes_published: Optional[bool] = None
    """False while the draft differs from the newest version."""

    latest_version_number: Optional[int] = None
    """Number of the newest version; absent while nothing is published."""

    created_at: Optional[datetime] = None
    """When the module came into being."""

    updated_at: Optional[datetime] = None
    """When the module last changed."""
