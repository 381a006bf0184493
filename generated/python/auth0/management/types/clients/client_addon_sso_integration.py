from typing import Optional

from ...core.model import Model


class ClientAddonSsoIntegration(Model):
    """Which single sign-on integration is installed."""

    name: Optional[str] = None
    """What the package is called."""

    version: Optional[str] = None
    """Version that is installed."""
