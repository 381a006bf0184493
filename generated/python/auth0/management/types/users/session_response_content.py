from typing import Optional

from ...core.model import Model
from .enums import SessionMetadata
from .session_date import SessionDate
from .session_device_metadata import SessionDeviceMetadata


class SessionResponseContent(Model):
    """A login session."""

    id: Optional[str] = None
    """Tells the session from all others."""

    user_id: Optional[str] = None
    """Which user is meant."""

    created_at: Optional[SessionDate] = None
    """A point in time, as text, as an object, or null when it is not known."""

    updated_at: Optional[SessionDate] = None
    """A point in time, as text, as an object, or null when it is not known."""

    expires_at: Optional[SessionDate] = None
    """A point in time, as text, as an object, or null when it is not known."""

    device: Optional[SessionDeviceMetadata] = None
    """The device of a session, at its beginning and lately."""

    session_metadata: Optional[SessionMetadata] = None
    """Up to 25 short texts of your own about a session, or null."""
