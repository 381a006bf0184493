from typing import Optional

from ...core.model import Model
from .enums import TestActionResultPayload


class TestActionResponseContent(Model, closed=True):
    """How the trial went."""

    payload: Optional[TestActionResultPayload] = None
    """What the action did, by field."""
