from typing import List, Optional

from ...core.model import Model
from .action_binding import ActionBinding


class ListActionBindingsPaginatedResponseContent(Model, closed=True):
    """Some of the bindings, with what leads to the next ones."""

    total: Optional[float] = None
    """How many entries there are in all.

    The server's default is 1.
    """

    page: Optional[float] = None
    """Number of this page, from 0.

    The server's default is 0.
    """

    per_page: Optional[float] = None
    """Entries a page may hold.

    The server's default is 20.
    """

    bindings: Optional[List[ActionBinding]] = None
    """Bindings in the order they run."""
