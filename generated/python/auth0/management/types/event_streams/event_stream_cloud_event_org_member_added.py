from ...core.model import Model
from .enums import EventStreamCloudEventOrgMemberAddedTypeEnum
from .event_stream_cloud_event_org_member_added_cloud_event import (
    EventStreamCloudEventOrgMemberAddedCloudEvent,
)


class EventStreamCloudEventOrgMemberAdded(Model, closed=True):
    """Message: an organization gained a member."""

    type: EventStreamCloudEventOrgMemberAddedTypeEnum
    """Says that an organization gained a member; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""

    event: EventStreamCloudEventOrgMemberAddedCloudEvent
    """CloudEvents envelope of the news that an organization gained a member."""
