from ...core.model import Model


class EventStreamCloudEventContextTenant(Model, closed=True):
    """Tenant in which an event arose."""

    tenant_id: str
    """Identifies the tenant.

    Matches ten_[a-zA-Z0-9]{16}.
    """
