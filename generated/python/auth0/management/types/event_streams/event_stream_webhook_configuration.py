from ...core.model import Model
from .event_stream_webhook_authorization_response import (
    EventStreamWebhookAuthorizationResponse,
)


class EventStreamWebhookConfiguration(Model):
    """Where and how events are posted."""

    webhook_endpoint: str
    """Address that events are posted to.

    Matches ^https://.*.
    """

    webhook_authorization: EventStreamWebhookAuthorizationResponse
    """How the webhook recognises the sender, without any secret."""
