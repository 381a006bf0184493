from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .enums import EventStreamStatusEnum
from .event_stream_subscription import EventStreamSubscription
from .event_stream_webhook_destination import EventStreamWebhookDestination


class EventStreamWebhookResponseContent(Model, closed=True):
    """An event stream that feeds a webhook."""

    id: Optional[str] = None
    """Tells the stream from all others.

    Exactly 26 characters.
    """

    name: Optional[str] = None
    """What the stream is called.

    1 to 128 characters.
    """

    subscriptions: Optional[List[EventStreamSubscription]] = None
    """Kinds of event to deliver.

    At least 1 item.
    """

    destination: Optional[EventStreamWebhookDestination] = None
    """Sends the events of a stream to a webhook."""

    status: Optional[EventStreamStatusEnum] = None
    """Whether a stream delivers events at present."""

    created_at: Optional[datetime] = None
    """When the stream came into being."""

    updated_at: Optional[datetime] = None
    """When the stream last changed."""
