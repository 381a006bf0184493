from typing import Optional

from ...core.model import Model


class Role(Model, closed=True):
    """A set of permissions with a name."""

    id: Optional[str] = None
    """Tells the role from all others."""

    name: Optional[str] = None
    """What the role is called."""

    description: Optional[str] = None
    """A few words about the role."""
