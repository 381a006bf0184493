from typing import Optional

from ...core.model import Model


class ActionModuleDependency(Model, closed=True):
    """An npm package that a module was stored with."""

    name: Optional[str] = None
    """What the npm package is called."""

    version: Optional[str] = None
    """Version, as a piece of text."""
