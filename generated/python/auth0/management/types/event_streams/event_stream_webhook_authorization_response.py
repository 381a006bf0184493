from typing import TypeAlias, Union

from .event_stream_webhook_basic_auth import (
    EventStreamWebhookBasicAuth,
    EventStreamWebhookBasicAuthDict,
)
from .event_stream_webhook_custom_header_auth import (
    EventStreamWebhookCustomHeaderAuth,
    EventStreamWebhookCustomHeaderAuthDict,
)

EventStreamWebhookAuthorizationResponse: TypeAlias = Union[
    EventStreamWebhookBasicAuth, EventStreamWebhookCustomHeaderAuth
]
"""How the webhook recognises the sender, without any secret."""


EventStreamWebhookAuthorizationResponseDict: TypeAlias = Union[
    EventStreamWebhookBasicAuthDict, EventStreamWebhookCustomHeaderAuthDict
]
"""``EventStreamWebhookAuthorizationResponse`` as plain data."""
