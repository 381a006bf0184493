from typing import Optional

from ...core.model import Model
from .event_stream_cloud_event_context import EventStreamCloudEventContext
from .event_stream_cloud_event_org_created_object import (
    EventStreamCloudEventOrgCreatedObject,
)


class EventStreamCloudEventOrgCreatedData(Model, closed=True):
    """What the envelope holds when an organization came into being."""

    object: EventStreamCloudEventOrgCreatedObject
    """The facts when an organization came into being."""

    context: Optional[EventStreamCloudEventContext] = None
    """Circumstances in which an event arose."""
