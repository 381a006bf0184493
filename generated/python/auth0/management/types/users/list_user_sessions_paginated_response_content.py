from typing import List, Optional

from ...core.model import Model
from .session_response_content import SessionResponseContent


class ListUserSessionsPaginatedResponseContent(Model):
    """Some of the sessions, with what leads to the next ones."""

    sessions: Optional[List[SessionResponseContent]] = None
    """Sessions on this page."""

    next: Optional[str] = None
    """Give this as `from` to read on; absent or null at the end."""
