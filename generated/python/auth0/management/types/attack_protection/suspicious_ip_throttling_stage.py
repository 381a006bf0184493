from typing import Annotated, Optional, Union

from pydantic import Field
from typing_extensions import TypedDict

from ...core.model import Model
from .suspicious_ip_throttling_pre_login_stage import (
    SuspiciousIpThrottlingPreLoginStage,
    SuspiciousIpThrottlingPreLoginStageDict,
)
from .suspicious_ip_throttling_pre_user_registration_stage import (
    SuspiciousIpThrottlingPreUserRegistrationStage,
    SuspiciousIpThrottlingPreUserRegistrationStageDict,
)


class SuspiciousIpThrottlingStage(Model, closed=True):
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


SuspiciousIpThrottlingStageDict = TypedDict(
    "SuspiciousIpThrottlingStageDict",
    {
        "pre-login": Union[
            SuspiciousIpThrottlingPreLoginStage, SuspiciousIpThrottlingPreLoginStageDict
        ],
        "pre-user-registration": Union[
            SuspiciousIpThrottlingPreUserRegistrationStage,
            SuspiciousIpThrottlingPreUserRegistrationStageDict,
        ],
    },
    total=False,
)
"""``SuspiciousIpThrottlingStage`` as a plain dict."""
