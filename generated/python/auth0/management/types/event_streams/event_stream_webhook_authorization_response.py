from typing import TypeAlias, Union

from .event_stream_webhook_basic_auth import EventStreamWebhookBasicAuth
from .event_stream_webhook_custom_header_auth import EventStreamWebhookCustomHeaderAuth

EventStreamWebhookAuthorizationResponse: TypeAlias = Union[
    EventStreamWebhookBasicAuth, EventStreamWebhookCustomHeaderAuth
]
"""How the webhook recognises the sender, without any secret."""
