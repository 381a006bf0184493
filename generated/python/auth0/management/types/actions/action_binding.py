from datetime import datetime
from typing import Optional

from ...core.model import Model
from .action import Action
from .enums import ActionTriggerTypeEnum


class ActionBinding(Model, closed=True):
    """Ties an action to a trigger."""

    id: Optional[str] = None
    """Tells the binding from all others.

    The server's default is 4a881e22-0562-4178-bc91-b0f2b321dc13.
    """

    trigger_id: Optional[ActionTriggerTypeEnum] = None
    """Point of a flow at which actions can run."""

    display_name: Optional[str] = None
    """What people see as the name of the binding.

    The server's default is my-action-1.
    """

    action: Optional[Action] = None
    """Code that runs at a trigger, as its draft stands now."""

    created_at: Optional[datetime] = None
    """When the binding came into being.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    updated_at: Optional[datetime] = None
    """When the binding last changed.

    The server's default is 2021-01-01T00:00:00.000Z.
    """
