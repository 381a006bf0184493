from typing import Optional

from ...core.model import Model


class EventStreamCloudEventOrgMemberAddedObjectOrganization(Model, closed=True):
    """Organization that has a new member."""

    name: Optional[str] = None
    """What the organization is called.

    Matches ^(?:(?!org_))[a-z0-9]([a-z0-9-_]*[a-z0-9])?$.
    """

    id: str
    """Tells the organization from all others.

    Matches org_[a-zA-Z0-9]{16}.
    """
