from typing import List, Optional, Sequence, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .action_trigger_compatible_trigger import (
    ActionTriggerCompatibleTrigger,
    ActionTriggerCompatibleTriggerDict,
)
from .enums import ActionBindingTypeEnum, ActionTriggerTypeEnum


class ActionTrigger(Model, closed=True):
    """A trigger and the runtimes it supports."""

    id: ActionTriggerTypeEnum
    """Point of a flow at which actions can run."""

    version: Optional[str] = None
    """Version of the trigger, such as `v3`."""

    status: Optional[str] = None
    """Whether the trigger is current."""

    runtimes: Optional[List[str]] = None
    """Runtimes that can be chosen."""

    default_runtime: Optional[str] = None
    """Runtime for actions that do not name one."""

    compatible_triggers: Optional[List[ActionTriggerCompatibleTrigger]] = None
    """Triggers that an action for this one works with too."""

    binding_policy: Optional[ActionBindingTypeEnum] = None
    """Whether actions are tied to the trigger itself or to some entity."""


class ActionTriggerDict(TypedDict, total=False):
    """``ActionTrigger`` as a plain dict."""

    id: Required[ActionTriggerTypeEnum]
    version: str
    status: str
    runtimes: Sequence[str]
    default_runtime: str
    compatible_triggers: Sequence[
        Union[ActionTriggerCompatibleTrigger, ActionTriggerCompatibleTriggerDict]
    ]
    binding_policy: ActionBindingTypeEnum
