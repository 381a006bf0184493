from typing import TypeAlias, Union

from .event_stream_action_response_content import EventStreamActionResponseContent
from .event_stream_webhook_response_content import EventStreamWebhookResponseContent

CreateEventStreamResponseContent: TypeAlias = Union[
    EventStreamWebhookResponseContent, EventStreamActionResponseContent
]
"""The event stream, newly made."""
