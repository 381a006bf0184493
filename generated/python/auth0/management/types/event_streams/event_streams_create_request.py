from typing import TypeAlias, Union

from .create_event_stream_action_request_content import (
    CreateEventStreamActionRequestContent,
    CreateEventStreamActionRequestContentDict,
)
from .create_event_stream_web_hook_request_content import (
    CreateEventStreamWebHookRequestContent,
    CreateEventStreamWebHookRequestContentDict,
)

EventStreamsCreateRequest: TypeAlias = Union[
    CreateEventStreamWebHookRequestContent, CreateEventStreamActionRequestContent
]


EventStreamsCreateRequestDict: TypeAlias = Union[
    CreateEventStreamWebHookRequestContentDict,
    CreateEventStreamActionRequestContentDict,
]
"""``EventStreamsCreateRequest`` as plain data."""
