from ...core.model import Model
from .enums import EventStreamCloudEventContextClientMetadata


class EventStreamCloudEventContextClient(Model, closed=True):
    """Application that was involved in an event."""

    id: str
    """Tells the application from all others."""

    name: str
    """What the application is called."""

    metadata: EventStreamCloudEventContextClientMetadata
    """Texts that are stored with the application."""
