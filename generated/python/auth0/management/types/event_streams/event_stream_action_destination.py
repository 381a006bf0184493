from typing import Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import EventStreamActionDestinationTypeEnum
from .event_stream_action_configuration import (
    EventStreamActionConfiguration,
    EventStreamActionConfigurationDict,
)


class EventStreamActionDestination(Model, closed=True):
    """Sends the events of a stream to an action."""

    type: EventStreamActionDestinationTypeEnum
    """Marks a destination that is an action."""

    configuration: EventStreamActionConfiguration
    """Which action gets the events."""


class EventStreamActionDestinationDict(TypedDict, total=False):
    """``EventStreamActionDestination`` as a plain dict."""

    type: Required[EventStreamActionDestinationTypeEnum]
    configuration: Required[
        Union[EventStreamActionConfiguration, EventStreamActionConfigurationDict]
    ]
