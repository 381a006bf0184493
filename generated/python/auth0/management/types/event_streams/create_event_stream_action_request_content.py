from typing import List, Optional, Sequence, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamStatusEnum
from .event_stream_action_destination import (
    EventStreamActionDestination,
    EventStreamActionDestinationDict,
)
from .event_stream_subscription import (
    EventStreamSubscription,
    EventStreamSubscriptionDict,
)


class CreateEventStreamActionRequestContent(Model, closed=True):
    """What an event stream that feeds an action is made from."""

    name: Optional[str] = None
    """What the stream is called.

    1 to 128 characters.
    """

    subscriptions: Optional[List[EventStreamSubscription]] = None
    """Kinds of event to deliver.

    At least 1 item.
    """

    destination: EventStreamActionDestination
    """Sends the events of a stream to an action."""

    status: Optional[EventStreamStatusEnum] = None
    """Whether a stream delivers events at present."""


class CreateEventStreamActionRequestContentDict(TypedDict, total=False):
    """``CreateEventStreamActionRequestContent`` as a plain dict."""

    name: str
    subscriptions: Sequence[Union[EventStreamSubscription, EventStreamSubscriptionDict]]
    destination: Required[
        Union[EventStreamActionDestination, EventStreamActionDestinationDict]
    ]
    status: EventStreamStatusEnum
