from datetime import datetime
from typing import Optional

from ...core.model import Model
from .action_error import ActionError


class ActionExecutionResult(Model, closed=True):
    """How one action fared in a run of its trigger."""

    action_name: Optional[str] = None
    """What the action is called.

    The server's default is my-action.
    """

    error: Optional[ActionError] = None
    """A fault found while an action was built or run."""

    started_at: Optional[datetime] = None
    """When the action began.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    ended_at: Optional[datetime] = None
    """When the action was over.

    The server's default is 2021-01-01T00:00:00.000Z.
    """
