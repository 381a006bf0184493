from typing import Optional

from ...core.model import Model


class MdlPresentationProperties(Model):
    """Facts of a driving licence that must be shown."""

    family_name: Optional[bool] = None
    """Surname is wanted."""

    given_name: Optional[bool] = None
    """First name is wanted."""

    birth_date: Optional[bool] = None
    """Date of birth is wanted."""

    portrait: Optional[bool] = None
    """Picture is wanted."""
