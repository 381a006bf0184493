from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import ActionTriggerTypeEnum


class ActionTriggerCompatibleTrigger(Model):
    """Another trigger whose event and functions are the same."""

    id: ActionTriggerTypeEnum
    """Point of a flow at which actions can run."""

    version: str
    """Version of the other trigger."""


class ActionTriggerCompatibleTriggerDict(TypedDict, total=False):
    """``ActionTriggerCompatibleTrigger`` as a plain dict."""

    id: Required[ActionTriggerTypeEnum]
    version: Required[str]
