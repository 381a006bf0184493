from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class ConnectionUpstreamValue(Model, closed=True):
    """A parameter that always has the same value."""

    value: Optional[str] = None
    """The value itself."""


class ConnectionUpstreamValueDict(TypedDict, total=False):
    """``ConnectionUpstreamValue`` as a plain dict."""

    value: str
