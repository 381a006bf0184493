from typing import Optional

from ...core.model import Model


class GetJobImportUserError(Model):
    """One fault in the data of a user."""

    code: Optional[str] = None
    """Code of the fault."""

    message: Optional[str] = None
    """The fault in plain words."""

    path: Optional[str] = None
    """Which field is wrong."""
