from ...core.model import Model
from .enums import EventStreamCloudEventErrorMessageTypeEnum
from .event_stream_cloud_event_error_detail import EventStreamCloudEventErrorDetail


class EventStreamCloudEventErrorMessage(Model, closed=True):
    """Last message of a stream that failed."""

    type: EventStreamCloudEventErrorMessageTypeEnum
    """Marks a failure; taken from the `event:` field."""

    error: EventStreamCloudEventErrorDetail
    """What went wrong with the stream."""
