from typing import List, Optional

from ...core.model import Model
from .enums import EventStreamStatusEnum
from .event_stream_subscription import EventStreamSubscription
from .event_stream_webhook_destination import EventStreamWebhookDestination


class CreateEventStreamWebHookRequestContent(Model):
    """What an event stream that feeds a webhook is made from."""

    name: Optional[str] = None
    """What the stream is called.

    1 to 128 characters.
    """

    subscriptions: Optional[List[EventStreamSubscription]] = None
    """Kinds of event to deliver.

    At least 1 item.
    """

    destination: EventStreamWebhookDestination
    """Sends the events of a stream to a webhook."""

    status: Optional[EventStreamStatusEnum] = None
    """Whether a stream delivers events at present."""
