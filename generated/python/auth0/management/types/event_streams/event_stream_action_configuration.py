from typing_extensions import Required, TypedDict

from ...core.model import Model


class EventStreamActionConfiguration(Model, closed=True):
    """Which action gets the events."""

    action_id: str
    """Identifies the action."""


class EventStreamActionConfigurationDict(TypedDict, total=False):
    """``EventStreamActionConfiguration`` as a plain dict."""

    action_id: Required[str]
