from typing import Optional

from typing_extensions import TypedDict

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


class MdlPresentationPropertiesDict(TypedDict, total=False):
    """``MdlPresentationProperties`` as a plain dict."""

    family_name: bool
    given_name: bool
    birth_date: bool
    portrait: bool
