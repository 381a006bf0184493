from ...core.model import Model


class EventStreamActionConfiguration(Model):
    """Which action gets the events."""

    action_id: str
    """Identifies the action."""
