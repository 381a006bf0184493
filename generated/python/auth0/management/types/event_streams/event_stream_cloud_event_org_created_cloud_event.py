from datetime import datetime
from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .enums import (
    EventStreamCloudEventA0PurposeEnum,
    EventStreamCloudEventOrgCreatedCloudEventTypeEnum,
)
from .event_stream_cloud_event_org_created_data import (
    EventStreamCloudEventOrgCreatedData,
)


class EventStreamCloudEventOrgCreatedCloudEvent(Model, closed=True):
    """CloudEvents envelope of the news that an organization came into being."""

    specversion: str
    """Which CloudEvents version the envelope follows."""

    type: EventStreamCloudEventOrgCreatedCloudEventTypeEnum
    """Says that an organization came into being."""

    source: str
    """URN of the tenant."""

    id: str
    """Tells the event from all others.

    Matches evt_[a-zA-Z0-9]{16}.
    """

    time: datetime
    """When it happened."""

    data: EventStreamCloudEventOrgCreatedData
    """What the envelope holds when an organization came into being."""

    a_0_tenant: Annotated[str, Field(alias="a0tenant")]
    """Tenant it happened in.

    3 to 63 characters; matches [a-z0-9][-a-z0-9]{1,62}[a-z0-9].
    """

    a_0_stream: Annotated[str, Field(alias="a0stream")]
    """Stream it was sent on.

    Matches est_[a-zA-Z0-9]{16}.
    """

    a_0_purpose: Annotated[
        Optional[EventStreamCloudEventA0PurposeEnum], Field(alias="a0purpose")
    ] = None
    """Why the event was sent, when it is not an ordinary one."""
