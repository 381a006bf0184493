from ...core.model import Model


class EventStreamCloudEventOrgMemberAddedObjectUser(Model):
    """User who is the new member."""

    user_id: str
    """Which user is meant."""
