from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_execution_result import ActionExecutionResult
from .enums import ActionExecutionStatusEnum, ActionTriggerTypeEnum


class GetActionExecutionResponseContent(Model, closed=True):
    """One run of a trigger and the results of its actions."""

    id: Optional[str] = None
    """Tells the run from all others.

    The server's default is c5b35bb1-c67d-40bb-9b0d-700b6fe33dd9.
    """

    trigger_id: Optional[ActionTriggerTypeEnum] = None
    """Point of a flow at which actions can run."""

    status: Optional[ActionExecutionStatusEnum] = None
    """How far a run has come."""

    results: Optional[List[ActionExecutionResult]] = None
    """What became of each action."""

    created_at: Optional[datetime] = None
    """When the run came into being.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    updated_at: Optional[datetime] = None
    """When the run was over.

    The server's default is 2021-01-01T00:00:00.000Z.
    """
