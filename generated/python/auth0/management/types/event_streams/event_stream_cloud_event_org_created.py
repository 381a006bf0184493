from ...core.model import Model
from .enums import EventStreamCloudEventOrgCreatedTypeEnum
from .event_stream_cloud_event_org_created_cloud_event import (
    EventStreamCloudEventOrgCreatedCloudEvent,
)


class EventStreamCloudEventOrgCreated(Model, closed=True):
    """Message: an organization came into being."""

    type: EventStreamCloudEventOrgCreatedTypeEnum
    """Says that an organization came into being; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""

    event: EventStreamCloudEventOrgCreatedCloudEvent
    """CloudEvents envelope of the news that an organization came into being."""
