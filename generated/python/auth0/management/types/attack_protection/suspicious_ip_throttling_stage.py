from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .suspicious_ip_throttling_pre_login_stage import (
    SuspiciousIpThrottlingPreLoginStage,
)
from .suspicious_ip_throttling_pre_user_registration_stage import (
    SuspiciousIpThrottlingPreUserRegistrationStage,
)


class SuspiciousIpThrottlingStage(Model):
    """Limits for each stage."""

    pre_login: Annotated[
        Optional[SuspiciousIpThrottlingPreLoginStage], Field(alias="pre-login")
    ] = None
    """Limits for logins."""

    pre_user_registration: Annotated[
        Optional[SuspiciousIpThrottlingPreUserRegistrationStage],
        Field(alias="pre-user-registration"),
    ] = None
    """Limits for sign-ups."""
