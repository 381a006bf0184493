"""Errors of the way to the server: there is no response to look at."""

from __future__ import annotations

from .api_error import SdkError


class TransportError(SdkError):
    """The request could not be sent, or its response not be received.

    The fault of the HTTP library is chained as ``__cause__``.

    Attributes
    ----------
    may_retry
        Whether sending the request again is safe and may help.
    """

    def __init__(self, message: str, *, may_retry: bool = False) -> None:
        super().__init__(message)
        self.may_retry = may_retry


class ApiConnectionError(TransportError):
    """The connection failed or broke."""


class ApiTimeoutError(TransportError):
    """The server took longer than the timeout allows."""
