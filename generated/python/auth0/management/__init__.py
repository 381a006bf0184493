"""A client library for the Auth0 Management API."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import (
        AsyncAuth0 as AsyncAuth0,
        Auth0 as Auth0,
        Auth0Environment as Auth0Environment,
    )
    from .core import (
        OMIT as OMIT,
        AsyncBinaryStream as AsyncBinaryStream,
        AsyncEventStream as AsyncEventStream,
        AsyncJsonStream as AsyncJsonStream,
        AsyncPager as AsyncPager,
        BinaryStream as BinaryStream,
        EventStream as EventStream,
        File as File,
        HttpResponse as HttpResponse,
        JsonStream as JsonStream,
        RequestOptions as RequestOptions,
        SyncPager as SyncPager,
    )
    from .errors import (
        ApiConnectionError as ApiConnectionError,
        ApiError as ApiError,
        ApiTimeoutError as ApiTimeoutError,
        BadGatewayError as BadGatewayError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        ContentTooLargeError as ContentTooLargeError,
        DecodeError as DecodeError,
        ForbiddenError as ForbiddenError,
        GatewayTimeoutError as GatewayTimeoutError,
        GoneError as GoneError,
        InternalServerError as InternalServerError,
        MethodNotAllowedError as MethodNotAllowedError,
        NotAcceptableError as NotAcceptableError,
        NotFoundError as NotFoundError,
        PaginationError as PaginationError,
        PaymentRequiredError as PaymentRequiredError,
        PreconditionFailedError as PreconditionFailedError,
        RequestTimeoutError as RequestTimeoutError,
        SdkError as SdkError,
        ServiceUnavailableError as ServiceUnavailableError,
        TokenRequestError as TokenRequestError,
        TooManyRequestsError as TooManyRequestsError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
        UnsupportedMediaTypeError as UnsupportedMediaTypeError,
    )
    from .management_client import (
        AsyncManagementClient as AsyncManagementClient,
        ManagementClient as ManagementClient,
    )
    from .types import *

_MODULES = {
    "AsyncAuth0": "client",
    "Auth0": "client",
    "Auth0Environment": "client",
    "AsyncManagementClient": "management_client",
    "ManagementClient": "management_client",
    "OMIT": "core",
    "AsyncBinaryStream": "core",
    "AsyncEventStream": "core",
    "AsyncJsonStream": "core",
    "AsyncPager": "core",
    "BinaryStream": "core",
    "EventStream": "core",
    "File": "core",
    "HttpResponse": "core",
    "JsonStream": "core",
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
    "TokenRequestError": "errors",
    "TooManyRequestsError": "errors",
    "TransportError": "errors",
    "UnauthorizedError": "errors",
    "UnprocessableEntityError": "errors",
    "UnsupportedMediaTypeError": "errors",
}

# Type checkers are to know the names above, and report all others; __getattr__ would make them Any.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name.startswith("__") and name != "__all__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(f".{_MODULES.get(name, 'types')}", __name__)
        if name == "__all__":
            return sorted({*_MODULES, *module.__all__})
        if name in _MODULES or name in module.__all__:
            value = getattr(module, name)
        else:
            value = _module_named(name)
        globals()[name] = value
        return value

    def _module_named(name: str) -> Any:
        if name.isidentifier():
            try:
                return import_module(f".{name}", __name__)
            except ModuleNotFoundError as error:
                if error.name != f"{__name__}.{name}":
                    raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        types = import_module(".types", __name__)
        return sorted({*globals(), *_MODULES, *types.__all__})
