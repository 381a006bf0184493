from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class EventStreamSubscription(Model, closed=True):
    """A kind of event that a stream delivers."""

    event_type: Optional[str] = None
    """Name of the kind of event."""


class EventStreamSubscriptionDict(TypedDict, total=False):
    """``EventStreamSubscription`` as a plain dict."""

    event_type: str
