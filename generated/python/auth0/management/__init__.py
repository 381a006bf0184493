"""A client library for the Auth0 Management API."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AsyncAuth0 as AsyncAuth0
    from .client import Auth0 as Auth0
    from .client import Auth0Environment as Auth0Environment
    from .core import OMIT as OMIT
    from .core import AsyncBinaryStream as AsyncBinaryStream
    from .core import AsyncEventStream as AsyncEventStream
    from .core import AsyncPager as AsyncPager
    from .core import BinaryStream as BinaryStream
    from .core import EventStream as EventStream
    from .core import File as File
    from .core import HttpResponse as HttpResponse
    from .core import RequestOptions as RequestOptions
    from .core import SyncPager as SyncPager
    from .errors import ApiConnectionError as ApiConnectionError
    from .errors import ApiError as ApiError
    from .errors import ApiTimeoutError as ApiTimeoutError
    from .errors import BadGatewayError as BadGatewayError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConflictError as ConflictError
    from .errors import ContentTooLargeError as ContentTooLargeError
    from .errors import DecodeError as DecodeError
    from .errors import ForbiddenError as ForbiddenError
    from .errors import GatewayTimeoutError as GatewayTimeoutError
    from .errors import GoneError as GoneError
    from .errors import InternalServerError as InternalServerError
    from .errors import MethodNotAllowedError as MethodNotAllowedError
    from .errors import NotAcceptableError as NotAcceptableError
    from .errors import NotFoundError as NotFoundError
    from .errors import PaginationError as PaginationError
    from .errors import PaymentRequiredError as PaymentRequiredError
    from .errors import PreconditionFailedError as PreconditionFailedError
    from .errors import RequestTimeoutError as RequestTimeoutError
    from .errors import SdkError as SdkError
    from .errors import ServiceUnavailableError as ServiceUnavailableError
    from .errors import TooManyRequestsError as TooManyRequestsError
    from .errors import TransportError as TransportError
    from .errors import UnauthorizedError as UnauthorizedError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .errors import UnsupportedMediaTypeError as UnsupportedMediaTypeError
    from .types import *

_MODULES = {
    "AsyncAuth0": "client",
    "Auth0": "client",
    "Auth0Environment": "client",
    "OMIT": "core",
    "AsyncBinaryStream": "core",
    "AsyncEventStream": "core",
    "AsyncPager": "core",
    "BinaryStream": "core",
    "EventStream": "core",
    "File": "core",
    "HttpResponse": "core",
    "RequestOptions": "core",
    "SyncPager": "core",
    "ApiConnectionError": "errors",
    "ApiError": "errors",
    "ApiTimeoutError": "errors",
    "BadGatewayError": "errors",
    "BadRequestError": "errors",
    "ConflictError": "errors",
    "ContentTooLargeError": "errors",
    "DecodeError": "errors",
    "ForbiddenError": "errors",
    "GatewayTimeoutError": "errors",
    "GoneError": "errors",
    "InternalServerError": "errors",
    "MethodNotAllowedError": "errors",
    "NotAcceptableError": "errors",
    "NotFoundError": "errors",
    "PaginationError": "errors",
    "PaymentRequiredError": "errors",
    "PreconditionFailedError": "errors",
    "RequestTimeoutError": "errors",
    "SdkError": "errors",
    "ServiceUnavailableError": "errors",
    "TooManyRequestsError": "errors",
    "TransportError": "errors",
    "UnauthorizedError": "errors",
    "UnprocessableEntityError": "errors",
    "UnsupportedMediaTypeError": "errors",
}


def __getattr__(name: str) -> Any:
    if name.startswith("__") and name != "__all__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f".{_MODULES.get(name, 'types')}", __name__)
    if name == "__all__":
        return sorted({*_MODULES, *module.__all__})
    try:
        value = getattr(module, name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    types = import_module(".types", __name__)
    return sorted({*globals(), *_MODULES, *types.__all__})
