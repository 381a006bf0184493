from typing import Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .event_stream_webhook_authorization_response import (
    EventStreamWebhookAuthorizationResponse,
    EventStreamWebhookAuthorizationResponseDict,
)


class EventStreamWebhookConfiguration(Model, closed=True):
    """Where and how events are posted."""

    webhook_endpoint: str
    """Address that events are posted to.

    Matches ^https://.*.
    """

    webhook_authorization: EventStreamWebhookAuthorizationResponse
    """How the webhook recognises the sender, without any secret."""


class EventStreamWebhookConfigurationDict(TypedDict, total=False):
    """``EventStreamWebhookConfiguration`` as a plain dict."""

    webhook_endpoint: Required[str]
    webhook_authorization: Required[
        Union[
            EventStreamWebhookAuthorizationResponse,
            EventStreamWebhookAuthorizationResponseDict,
        ]
    ]
