from typing import Optional

from ...core.model import Model
from .enums import EventStreamCloudEventOrgCreatedObjectMetadata


class EventStreamCloudEventOrgCreatedObject(Model, closed=True):
    """The facts when an organization came into being."""

    name: Optional[str] = None
    """What the organization is called.

    Matches ^(?:(?!org_))[a-z0-9]([a-z0-9-_]*[a-z0-9])?$.
    """

    id: str
    """Tells the organization from all others.

    Matches org_[a-zA-Z0-9]{16}.
    """

    display_name: Optional[str] = None
    """What people see as the name of the organization."""

    metadata: Optional[EventStreamCloudEventOrgCreatedObjectMetadata] = None
    """Texts stored with the new organization."""
