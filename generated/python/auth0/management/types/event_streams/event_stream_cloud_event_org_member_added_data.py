from typing import Optional

from ...core.model import Model
from .event_stream_cloud_event_context import EventStreamCloudEventContext
from .event_stream_cloud_event_org_member_added_object import (
    EventStreamCloudEventOrgMemberAddedObject,
)


class EventStreamCloudEventOrgMemberAddedData(Model, closed=True):
    """What the envelope holds when an organization gained a member."""

    object: EventStreamCloudEventOrgMemberAddedObject
    """The facts when an organization gained a member."""

    context: Optional[EventStreamCloudEventContext] = None
    """Circumstances in which an event arose."""
