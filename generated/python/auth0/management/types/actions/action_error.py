from typing import Optional

from ...core.model import Model


class ActionError(Model, closed=True):
    """A fault found while an action was built or run."""

    id: Optional[str] = None
    """Name of the kind of fault."""

    msg: Optional[str] = None
    """The fault in words."""

    url: Optional[str] = None
    """Address of a page about the fault."""
