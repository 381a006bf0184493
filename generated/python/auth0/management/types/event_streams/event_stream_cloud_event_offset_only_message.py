from ...core.model import Model
from .enums import EventStreamCloudEventOffsetOnlyMessageTypeEnum


class EventStreamCloudEventOffsetOnlyMessage(Model, closed=True):
    """Sign of life that carries nothing but a new offset."""

    type: EventStreamCloudEventOffsetOnlyMessageTypeEnum
    """Marks a sign of life; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""
