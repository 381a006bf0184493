from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamWebhookCustomHeaderAuthMethodEnum


class EventStreamWebhookCustomHeaderAuth(Model, tags=["method"], closed=True):
    """The webhook expects a header of its own."""

    method: EventStreamWebhookCustomHeaderAuthMethodEnum
    """Marks authentication with a header of your own."""

    header_key: str
    """Name of the header.

    At least 1 character; matches ^[a-zA-Z0-9!#$%&'*+.^_`|~-]+$.
    """


class EventStreamWebhookCustomHeaderAuthDict(TypedDict, total=False):
    """``EventStreamWebhookCustomHeaderAuth`` as a plain dict."""

    method: Required[EventStreamWebhookCustomHeaderAuthMethodEnum]
    header_key: Required[str]
