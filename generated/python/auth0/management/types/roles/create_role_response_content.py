from typing import Optional

from ...core.model import Model


class CreateRoleResponseContent(Model, closed=True):
    """The role, newly made."""

    id: Optional[str] = None
    """Tells the role from all others."""

    name: Optional[str] = None
    """What the role is called."""

    description: Optional[str] = None
    """A few words about the role."""
