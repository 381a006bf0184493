from typing import List, Optional, Sequence, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamStatusEnum
from .event_stream_subscription import (
    EventStreamSubscription,
    EventStreamSubscriptionDict,
)
from .event_stream_webhook_destination import (
    EventStreamWebhookDestination,
    EventStreamWebhookDestinationDict,
)


class CreateEventStreamWebHookRequestContent(Model, closed=True):
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


class CreateEventStreamWebHookRequestContentDict(TypedDict, total=False):
    """``CreateEventStreamWebHookRequestContent`` as a plain dict."""

    name: str
    subscriptions: Sequence[Union[EventStreamSubscription, EventStreamSubscriptionDict]]
    destination: Required[
        Union[EventStreamWebhookDestination, EventStreamWebhookDestinationDict]
    ]
    status: EventStreamStatusEnum
