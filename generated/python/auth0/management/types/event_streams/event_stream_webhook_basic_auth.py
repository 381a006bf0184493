from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamWebhookBasicAuthMethodEnum


class EventStreamWebhookBasicAuth(Model, tags=["method"], closed=True):
    """The webhook expects a user name and a password."""

    method: EventStreamWebhookBasicAuthMethodEnum
    """Marks HTTP basic authentication."""

    username: str
    """User name for the webhook.

    At most 128 characters; matches ^[^:]+$.
    """


class EventStreamWebhookBasicAuthDict(TypedDict, total=False):
    """``EventStreamWebhookBasicAuth`` as a plain dict."""

    method: Required[EventStreamWebhookBasicAuthMethodEnum]
    username: Required[str]
