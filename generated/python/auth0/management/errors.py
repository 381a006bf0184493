"""The errors of this package.

Every one of them is a :class:`SdkError`; a response of the server that is no success is
an :class:`ApiError`, of a class of its own for the common statuses (RFC 9110, section
15, and RFC 6585 for 429).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .core.api_error import (
    ApiError,
    DecodeError,
    PaginationError,
    SdkError,
    TokenRequestError,
)
from .core.transport_error import ApiConnectionError, ApiTimeoutError, TransportError


class StatusError(ApiError):
    """An :class:`ApiError` of a class that stands for one status."""

    status: ClassVar[int]

    def __init__(
        self,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        *,
        message: str | None = None,
    ) -> None:
        super().__init__(
            status_code=self.status, headers=headers, body=body, message=message
        )


class BadRequestError(StatusError):
    """The server can't make sense of the request."""

    status = 400


class UnauthorizedError(StatusError):
    """The credentials are missing or not valid."""

    status = 401


class PaymentRequiredError(StatusError):
    """The plan does not include this."""

    status = 402


class ForbiddenError(StatusError):
    """The credentials do not allow this."""

    status = 403


class NotFoundError(StatusError):
    """There is nothing at this place."""

    status = 404


class MethodNotAllowedError(StatusError):
    """The resource does not know this method."""

    status = 405


class NotAcceptableError(StatusError):
    """The server can't answer in a form that was asked for."""

    status = 406


class RequestTimeoutError(StatusError):
    """The server gave up waiting for the request."""

    status = 408


class ConflictError(StatusError):
    """The request conflicts with the state of the resource."""

    status = 409


class GoneError(StatusError):
    """The resource is no longer there."""

    status = 410


class PreconditionFailedError(StatusError):
    """A condition in the request's headers does not hold."""

    status = 412


class ContentTooLargeError(StatusError):
    """The body is larger than the server accepts."""

    status = 413


class UnsupportedMediaTypeError(StatusError):
    """The server does not accept a body of this type."""

    status = 415


class UnprocessableEntityError(StatusError):
    """The body is well formed, but not acceptable."""

    status = 422


class TooManyRequestsError(StatusError):
    """The rate limit is used up."""

    status = 429


class InternalServerError(StatusError):
    """The server failed."""

    status = 500


class BadGatewayError(StatusError):
    """A server behind the server failed."""

    status = 502


class ServiceUnavailableError(StatusError):
    """The server can't answer for now."""

    status = 503


class GatewayTimeoutError(StatusError):
    """A server behind the server took too long."""

    status = 504


_BY_STATUS: dict[int, type[StatusError]] = {
    error.status: error
    for error in (
        BadRequestError,
        UnauthorizedError,
        PaymentRequiredError,
        ForbiddenError,
        NotFoundError,
        MethodNotAllowedError,
        NotAcceptableError,
        RequestTimeoutError,
        ConflictError,
        GoneError,
        PreconditionFailedError,
        ContentTooLargeError,
        UnsupportedMediaTypeError,
        UnprocessableEntityError,
        TooManyRequestsError,
        InternalServerError,
        BadGatewayError,
        ServiceUnavailableError,
        GatewayTimeoutError,
    )
}


def error_class(status_code: int) -> type[StatusError] | None:
    """Return the class that stands for a status, if there is one."""
    return _BY_STATUS.get(status_code)


__all__ = [
    "ApiConnectionError",
    "ApiError",
    "ApiTimeoutError",
    "BadGatewayError",
    "BadRequestError",
    "ConflictError",
    "ContentTooLargeError",
    "DecodeError",
    "ForbiddenError",
    "GatewayTimeoutError",
    "GoneError",
    "InternalServerError",
    "MethodNotAllowedError",
    "NotAcceptableError",
    "NotFoundError",
    "PaginationError",
    "PaymentRequiredError",
    "PreconditionFailedError",
    "RequestTimeoutError",
    "SdkError",
    "ServiceUnavailableError",
    "StatusError",
    "TokenRequestError",
    "TooManyRequestsError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
    "error_class",
]
