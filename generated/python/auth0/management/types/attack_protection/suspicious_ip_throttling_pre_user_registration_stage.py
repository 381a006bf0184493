from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class SuspiciousIpThrottlingPreUserRegistrationStage(Model, closed=True):
    """Limits for sign-ups."""

    max_attempts: Optional[int] = None
    """Attempts before it slows down.

    1 to 72000; the server's default is 50.
    """

    rate: Optional[int] = None
    """Milliseconds until one more attempt is allowed.

    1200 to 86400000; the server's default is 1728000.
    """


class SuspiciousIpThrottlingPreUserRegistrationStageDict(TypedDict, total=False):
    """``SuspiciousIpThrottlingPreUserRegistrationStage`` as a plain dict."""

    max_attempts: int
    rate: int
