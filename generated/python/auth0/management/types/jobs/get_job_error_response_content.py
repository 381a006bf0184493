from typing import List, Optional

from ...core.model import Model
from .enums import GetJobUserError
from .get_job_import_user_error import GetJobImportUserError


class GetJobErrorResponseContent(Model, closed=True):
    """A user that could not be imported, and why."""

    user: Optional[GetJobUserError] = None
    """The user as the file had it."""

    errors: Optional[List[GetJobImportUserError]] = None
    """Faults that were found."""
