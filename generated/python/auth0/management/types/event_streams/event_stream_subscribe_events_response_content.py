from typing import Annotated, Literal, TypeAlias, Union

from pydantic import Field

from ...core.model import TaggedModel
from .event_stream_cloud_event_error_detail import EventStreamCloudEventErrorDetail
from .event_stream_cloud_event_org_created_cloud_event import (
    EventStreamCloudEventOrgCreatedCloudEvent,
)
from .event_stream_cloud_event_org_member_added_cloud_event import (
    EventStreamCloudEventOrgMemberAddedCloudEvent,
)


class EventStreamSubscribeEventsResponseContent_OrganizationCreated(
    TaggedModel, closed=True
):
    """Message: an organization came into being."""

    type: Literal["organization.created"] = "organization.created"
    """Says that an organization came into being; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""

    event: EventStreamCloudEventOrgCreatedCloudEvent
    """CloudEvents envelope of the news that an organization came into being."""


class EventStreamSubscribeEventsResponseContent_OrganizationMemberAdded(
    TaggedModel, closed=True
):
    """Message: an organization gained a member."""

    type: Literal["organization.member.added"] = "organization.member.added"
    """Says that an organization gained a member; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""

    event: EventStreamCloudEventOrgMemberAddedCloudEvent
    """CloudEvents envelope of the news that an organization gained a member."""


class EventStreamSubscribeEventsResponseContent_Error(TaggedModel, closed=True):
    """Last message of a stream that failed."""

    type: Literal["error"] = "error"
    """Marks a failure; taken from the `event:` field."""

    error: EventStreamCloudEventErrorDetail
    """What went wrong with the stream."""


class EventStreamSubscribeEventsResponseContent_OffsetOnly(TaggedModel, closed=True):
    """Sign of life that carries nothing but a new offset."""

    type: Literal["offset-only"] = "offset-only"
    """Marks a sign of life; taken from the `event:` field."""

    offset: str
    """Where in the stream this message stands; may be given as `from`."""


EventStreamSubscribeEventsResponseContent: TypeAlias = Annotated[
    Union[
        EventStreamSubscribeEventsResponseContent_OrganizationCreated,
        EventStreamSubscribeEventsResponseContent_OrganizationMemberAdded,
        EventStreamSubscribeEventsResponseContent_Error,
        EventStreamSubscribeEventsResponseContent_OffsetOnly,
    ],
    Field(discriminator="type"),
]
"""One message of the stream: an event, a failure or a sign of life. Only some kinds of
event are in this document.
"""
