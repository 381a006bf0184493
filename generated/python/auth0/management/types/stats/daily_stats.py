from typing import Optional

from ...core.model import Model


class DailyStats(Model):
    """Figures of a single day."""

    date: Optional[str] = None
    """Day of the figures.

    The server's default is 2014-01-01T00:00:00.000Z.
    """

    logins: Optional[int] = None
    """Logins that succeeded.

    The server's default is 100.
    """

    signups: Optional[int] = None
    """People who signed up.

    The server's default is 100.
    """

    leaked_passwords: Optional[int] = None
    """Passwords known from breaches.

    The server's default is 100.
    """

    updated_at: Optional[str] = None
    """When the entry last changed.

    The server's default is 2014-01-01T02:00:00.000Z.
    """

    created_at: Optional[str] = None
    """When the entry came into being.

    The server's default is 2014-01-01T20:00:00.000Z.
    """
