from typing import TypeAlias, Union

from .create_event_stream_action_request_content import (
    CreateEventStreamActionRequestContent,
)
from .create_event_stream_web_hook_request_content import (
    CreateEventStreamWebHookRequestContent,
)

EventStreamsCreateRequest: TypeAlias = Union[
    CreateEventStreamWebHookRequestContent, CreateEventStreamActionRequestContent
]
