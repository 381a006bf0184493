from typing import Optional

from ...core.model import Model


class LogLocationInfo(Model):
    """Where in the world the address of a log entry lies."""

    country_code: Optional[str] = None
    """Country as two letters (ISO 3166-1).

    Exactly 2 characters.
    """

    city_name: Optional[str] = None
    """City in English."""

    latitude: Optional[float] = None
    """Degrees north."""

    longitude: Optional[float] = None
    """Degrees east."""
