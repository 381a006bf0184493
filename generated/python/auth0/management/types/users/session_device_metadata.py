from typing import Optional

from ...core.model import Model
from .enums import SessionIp


class SessionDeviceMetadata(Model):
    """The device of a session, at its beginning and lately."""

    initial_user_agent: Optional[str] = None
    """Browser at the beginning."""

    initial_ip: Optional[SessionIp] = None
    """An address a session was used from, or null."""

    last_user_agent: Optional[str] = None
    """Browser of late."""

    last_ip: Optional[SessionIp] = None
    """An address a session was used from, or null."""
