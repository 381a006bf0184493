from typing import Optional

from ...core.model import Model


class IntegrationSemVer(Model, closed=True):
    """Version number of a release."""

    major: Optional[int] = None
    """First number of the version.

    The server's default is 1.
    """

    minor: Optional[int] = None
    """Second number of the version.

    The server's default is 1.
    """
