from typing import List, Optional

from ...core.model import Model
from .client_grant_response_content import ClientGrantResponseContent


class ListClientGrantPaginatedResponseContent(Model, closed=True):
    """Some of the client grants, with what leads to the next ones."""

    next: Optional[str] = None
    """Give this as `from` to read on; absent or null at the end."""

    client_grants: Optional[List[ClientGrantResponseContent]] = None
    """Grants on this page."""
