from typing_extensions import Required, TypedDict

from ...core.model import Model


class ConnectionAuthenticationPurpose(Model, closed=True):
    """Whether users may log in through the connection."""

    active: bool
    """Whether this use is switched on."""


class ConnectionAuthenticationPurposeDict(TypedDict, total=False):
    """``ConnectionAuthenticationPurpose`` as a plain dict."""

    active: Required[bool]
