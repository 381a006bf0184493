from ...core.model import Model
from .enums import EventStreamWebhookBasicAuthMethodEnum


class EventStreamWebhookBasicAuth(Model, tags=["method"]):
    """The webhook expects a user name and a password."""

    method: EventStreamWebhookBasicAuthMethodEnum
    """Marks HTTP basic authentication."""

    username: str
    """User name for the webhook.

    At most 128 characters; matches ^[^:]+$.
    """
