from typing import Optional

from ...core.model import Model


class EventStreamSubscription(Model):
    """A kind of event that a stream delivers."""

    event_type: Optional[str] = None
    """Name of the kind of event."""
