from typing import List, Optional

from ...core.model import Model
from .enums import SuspiciousIpThrottlingShieldsEnum
from .suspicious_ip_throttling_allowlist import SuspiciousIpThrottlingAllowlist
from .suspicious_ip_throttling_stage import SuspiciousIpThrottlingStage


class UpdateSuspiciousIpThrottlingSettingsResponseContent(Model, closed=True):
    """The throttling as it is now."""

    enabled: Optional[bool] = None
    """Whether it is in use."""

    shields: Optional[List[SuspiciousIpThrottlingShieldsEnum]] = None
    """What is done about an address."""

    allowlist: Optional[SuspiciousIpThrottlingAllowlist] = None
    """Addresses that are never slowed down."""

    stage: Optional[SuspiciousIpThrottlingStage] = None
    """Limits for each stage."""
