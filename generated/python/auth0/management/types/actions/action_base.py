from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_trigger import ActionTrigger


class ActionBase(Model, closed=True):
    """Short form of an action, used inside its versions."""

    id: Optional[str] = None
    """Tells the action from all others.

    The server's default is 910b1053-577f-4d81-a8c8-020e7319a38a.
    """

    name: Optional[str] = None
    """What the action is called.

    The server's default is my-action.
    """

    supported_triggers: Optional[List[ActionTrigger]] = None
    """Triggers that can run the action; at present exactly one.

    At least 1 item.
    """

    all_changes_deployed: Optional[bool] = None
    """False while the draft differs from what is in use.

    The server's default is false.
    """

    created_at: Optional[datetime] = None
    """When the action came into being.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    updated_at: Optional[datetime] = None
    """When the action last changed.

    The server's default is 2021-01-01T00:00:00.000Z.
    """
