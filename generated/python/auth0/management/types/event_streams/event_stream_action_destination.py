from ...core.model import Model
from .enums import EventStreamActionDestinationTypeEnum
from .event_stream_action_configuration import EventStreamActionConfiguration


class EventStreamActionDestination(Model):
    """Sends the events of a stream to an action."""

    type: EventStreamActionDestinationTypeEnum
    """Marks a destination that is an action."""

    configuration: EventStreamActionConfiguration
    """Which action gets the events."""
