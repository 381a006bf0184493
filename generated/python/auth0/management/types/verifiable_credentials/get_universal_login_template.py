from typing import Optional

from ...core.model import Model


class GetUniversalLoginTemplate(Model, closed=True):
    """The page template inside an object."""

    body: Optional[str] = None
    """The page as HTML with Liquid tags."""
