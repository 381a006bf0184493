from typing import Optional

from ...core.model import Model
from .client_addon_aws import ClientAddonAws
from .client_addon_sso_integration import ClientAddonSsoIntegration


class ClientAddons(Model, closed=True):
    """Add-ons that are switched on for an application."""

    aws: Optional[ClientAddonAws] = None
    """Settings for sign-in to Amazon Web Services."""

    sso_integration: Optional[ClientAddonSsoIntegration] = None
    """Which single sign-on integration is installed."""
