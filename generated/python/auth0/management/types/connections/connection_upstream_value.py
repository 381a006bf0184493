from typing import Optional

from ...core.model import Model


class ConnectionUpstreamValue(Model):
    """A parameter that always has the same value."""

    value: Optional[str] = None
    """The value itself."""
