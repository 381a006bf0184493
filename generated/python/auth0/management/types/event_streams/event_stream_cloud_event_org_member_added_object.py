from ...core.model import Model
from .event_stream_cloud_event_org_member_added_object_organization import (
    EventStreamCloudEventOrgMemberAddedObjectOrganization,
)
from .event_stream_cloud_event_org_member_added_object_user import (
    EventStreamCloudEventOrgMemberAddedObjectUser,
)


class EventStreamCloudEventOrgMemberAddedObject(Model, closed=True):
    """The facts when an organization gained a member."""

    organization: EventStreamCloudEventOrgMemberAddedObjectOrganization
    """Organization that has a new member."""

    user: EventStreamCloudEventOrgMemberAddedObjectUser
    """User who is the new member."""
