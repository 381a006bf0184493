from typing_extensions import Required, TypedDict

from ...core.model import Model


class ActionModuleDependencyRequest(Model, closed=True):
    """An npm package to store with a module."""

    name: str
    """What the npm package is called.

    At most 255 characters; matches ^[^\x00]*$.
    """

    version: str
    """Version, as a piece of text.

    At most 50 characters; matches ^[^\x00]*$.
    """


class ActionModuleDependencyRequestDict(TypedDict, total=False):
    """``ActionModuleDependencyRequest`` as a plain dict."""

    name: Required[str]
    version: Required[str]
