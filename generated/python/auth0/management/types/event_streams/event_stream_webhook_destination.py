from typing import Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamWebhookDestinationTypeEnum
from .event_stream_webhook_configuration import (
    EventStreamWebhookConfiguration,
    EventStreamWebhookConfigurationDict,
)


class EventStreamWebhookDestination(Model, closed=True):
    """Sends the events of a stream to a webhook."""

    type: EventStreamWebhookDestinationTypeEnum
    """Marks a destination that is a webhook."""

    configuration: EventStreamWebhookConfiguration
    """Where and how events are posted."""


class EventStreamWebhookDestinationDict(TypedDict, total=False):
    """``EventStreamWebhookDestination`` as a plain dict."""

    type: Required[EventStreamWebhookDestinationTypeEnum]
    configuration: Required[
        Union[EventStreamWebhookConfiguration, EventStreamWebhookConfigurationDict]
    ]
