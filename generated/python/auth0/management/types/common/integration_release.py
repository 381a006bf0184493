from typing import List, Optional

from ...core.model import Model
from ..actions.action_trigger import ActionTrigger
from .integration_required_param import IntegrationRequiredParam
from .integration_sem_ver import IntegrationSemVer


class IntegrationRelease(Model):
    """One release of a marketplace package."""

    id: Optional[str] = None
    """Tells the release from all others."""

    trigger: Optional[ActionTrigger] = None
    """A trigger and the runtimes it supports."""

    semver: Optional[IntegrationSemVer] = None
    """Version number of a release."""

    required_secrets: Optional[List[IntegrationRequiredParam]] = None
    """Secrets to be given on installation."""

    required_configuration: Optional[List[IntegrationRequiredParam]] = None
    """Other values to be given on installation."""
