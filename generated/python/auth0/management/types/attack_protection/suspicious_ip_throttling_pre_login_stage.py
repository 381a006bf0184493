from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class SuspiciousIpThrottlingPreLoginStage(Model, closed=True):
    """Limits for logins."""

    max_attempts: Optional[int] = None
    """Attempts before it slows down.

    1 to 2500; the server's default is 100.
    """

    rate: Optional[int] = None
    """Milliseconds until one more attempt is allowed.

    34560 to 86400000; the server's default is 864000.
    """


class SuspiciousIpThrottlingPreLoginStageDict(TypedDict, total=False):
    """``SuspiciousIpThrottlingPreLoginStage`` as a plain dict."""

    max_attempts: int
    rate: int
