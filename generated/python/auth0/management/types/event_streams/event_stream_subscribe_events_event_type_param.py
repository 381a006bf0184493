from typing import List, TypeAlias

from .enums import EventStreamSubscribeEventsEventTypeEnum

EventStreamSubscribeEventsEventTypeParam: TypeAlias = List[
    EventStreamSubscribeEventsEventTypeEnum
]
"""Kinds of event to send."""
