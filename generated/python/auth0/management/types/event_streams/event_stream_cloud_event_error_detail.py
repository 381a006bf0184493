from typing import Optional

from ...core.model import Model
from .enums import EventStreamCloudEventErrorCodeEnum


class EventStreamCloudEventErrorDetail(Model, closed=True):
    """What went wrong with the stream."""

    code: EventStreamCloudEventErrorCodeEnum
    """Why the stream ends."""

    message: str
    """The fault in plain words."""

    offset: Optional[str] = None
    """How far the stream had come."""
