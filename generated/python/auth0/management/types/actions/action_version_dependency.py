from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class ActionVersionDependency(Model, closed=True):
    """An npm package that an action needs."""

    name: Optional[str] = None
    """What the npm package is called."""

    version: Optional[str] = None
    """Version, as a piece of text."""

    registry_url: Optional[str] = None
    """Where to fetch the package, if not from the public registry."""


class ActionVersionDependencyDict(TypedDict, total=False):
    """``ActionVersionDependency`` as a plain dict."""

    name: str
    version: str
    registry_url: str
