from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model
from .enums import ConnectionUpstreamAliasEnum


class ConnectionUpstreamAlias(Model, closed=True):
    """A parameter whose value is taken from the login request."""

    alias: Optional[ConnectionUpstreamAliasEnum] = None
    """Parameter of the login request that supplies the value."""


class ConnectionUpstreamAliasDict(TypedDict, total=False):
    """``ConnectionUpstreamAlias`` as a plain dict."""

    alias: ConnectionUpstreamAliasEnum
