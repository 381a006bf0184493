from typing import List, Optional

from ...core.model import Model
from .action_binding import ActionBinding


class UpdateActionBindingsResponseContent(Model, closed=True):
    """The bindings that hold, in order."""

    bindings: Optional[List[ActionBinding]] = None
    """Bindings in the order they run."""
