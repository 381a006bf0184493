from typing import Optional

from ...core.model import Model
from .event_stream_cloud_event_context_client import EventStreamCloudEventContextClient
from .event_stream_cloud_event_context_tenant import EventStreamCloudEventContextTenant


class EventStreamCloudEventContext(Model, closed=True):
    """Circumstances in which an event arose."""

    client: Optional[EventStreamCloudEventContextClient] = None
    """Application that was involved in an event."""

    tenant: EventStreamCloudEventContextTenant
    """Tenant in which an event arose."""
