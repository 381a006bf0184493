"""The part of the package that does not depend on the API.

Names are loaded when they are first used, so that importing the package costs little.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .asynchronous.api_client import AsyncApiClient
    from .asynchronous.client_credentials import AsyncClientCredentials
    from .asynchronous.httpx_transport import AsyncHttpxTransport
    from .asynchronous.mock_transport import AsyncMockTransport
    from .asynchronous.pagination import AsyncPager
    from .asynchronous.streaming import (
        AsyncBinaryStream,
        AsyncEventStream,
        AsyncJsonStream,
    )
    from .blocking.api_client import ApiClient
    from .blocking.client_credentials import ClientCredentials
    from .blocking.httpx_transport import HttpxTransport
    from .blocking.mock_transport import MockTransport
    from .blocking.pagination import SyncPager
    from .blocking.streaming import BinaryStream, EventStream, JsonStream
    from .mock_responses import MockResponse, sent_json, sent_query
    from .api_error import (
        ApiError,
        DecodeError,
        PaginationError,
        SdkError,
        TokenRequestError,
    )
    from .credentials import (
        ApiKey,
        AsyncRenewableToken,
        AsyncToken,
        BasicCredentials,
        Credential,
        RenewableToken,
        Token,
    )
    from .decoding import decode
    from .drift import Drift
    from .encoding import encode_json, json_lines, json_sequence
    from .file import File, FileContent, file_list, typed_file, typed_part
    from .headers import Headers
    from .hooks import (
        AsyncDriftHook,
        AsyncRequestHook,
        AsyncResponseHook,
        AsyncRetryHook,
        DriftHook,
        RequestHook,
        ResponseHook,
        ResponseInfo,
        RetryHook,
    )
    from .http_response import HttpResponse
    from .model import Model
    from .omit import OMIT
    from .paging import Cursor, LastItem, LinkHeader, NextUrl, Offset, PageNumber
    from .raw import (
        async_raw_method,
        async_raw_stream_method,
        raw_method,
        raw_stream_method,
        unchanged_method,
    )
    from .request_options import RequestOptions
    from .resource import AsyncRawResource, AsyncResource, RawResource, Resource
    from .retries import Retry, RetryPolicy
    from .settings import ApiSettings
    from .sse import ServerSentEvent
    from .styles import (
        comma_separated,
        deep_object,
        exploded,
        exploded_header,
        json_encoded,
        json_header,
        label,
        matrix,
        pipe_separated,
        reserved,
        space_separated,
        unencoded,
    )
    from .transport import (
        AsyncHttpxClient,
        AsyncResponse,
        AsyncTransport,
        HttpxClient,
        Request,
        Response,
        Transport,
    )
    from .transport_error import ApiConnectionError, ApiTimeoutError, TransportError

_MODULES = {
    "ApiClient": "blocking.api_client",
    "ApiConnectionError": "transport_error",
    "ApiError": "api_error",
    "ApiKey": "credentials",
    "ApiSettings": "settings",
    "ApiTimeoutError": "transport_error",
    "AsyncApiClient": "asynchronous.api_client",
    "AsyncBinaryStream": "asynchronous.streaming",
    "AsyncClientCredentials": "asynchronous.client_credentials",
    "AsyncDriftHook": "hooks",
    "AsyncEventStream": "asynchronous.streaming",
    "AsyncHttpxClient": "transport",
    "AsyncHttpxTransport": "asynchronous.httpx_transport",
    "AsyncJsonStream": "asynchronous.streaming",
    "AsyncMockTransport": "asynchronous.mock_transport",
    "AsyncPager": "asynchronous.pagination",
    "AsyncRawResource": "resource",
    "AsyncRenewableToken": "credentials",
    "AsyncRequestHook": "hooks",
    "AsyncResource": "resource",
    "AsyncResponse": "transport",
    "AsyncResponseHook": "hooks",
    "AsyncRetryHook": "hooks",
    "AsyncToken": "credentials",
    "AsyncTransport": "transport",
    "BasicCredentials": "credentials",
    "BinaryStream": "blocking.streaming",
    "ClientCredentials": "blocking.client_credentials",
    "Credential": "credentials",
    "Cursor": "paging",
    "DecodeError": "api_error",
    "Drift": "drift",
    "DriftHook": "hooks",
    "EventStream": "blocking.streaming",
    "File": "file",
    "FileContent": "file",
    "Headers": "headers",
    "HttpResponse": "http_response",
    "HttpxClient": "transport",
    "HttpxTransport": "blocking.httpx_transport",
    "JsonStream": "blocking.streaming",
    "LastItem": "paging",
    "LinkHeader": "paging",
    "MockResponse": "mock_responses",
    "MockTransport": "blocking.mock_transport",
    "Model": "model",
    "NextUrl": "paging",
    "OMIT": "omit",
    "Offset": "paging",
    "PageNumber": "paging",
    "PaginationError": "api_error",
    "RawResource": "resource",
    "RenewableToken": "credentials",
    "Request": "transport",
    "RequestHook": "hooks",
    "RequestOptions": "request_options",
    "Resource": "resource",
    "Response": "transport",
    "ResponseHook": "hooks",
    "ResponseInfo": "hooks",
    "Retry": "retries",
    "RetryHook": "hooks",
    "RetryPolicy": "retries",
    "SdkError": "api_error",
    "ServerSentEvent": "sse",
    "SyncPager": "blocking.pagination",
    "Token": "credentials",
    "TokenRequestError": "api_error",
    "Transport": "transport",
    "TransportError": "transport_error",
    "async_raw_method": "raw",
    "async_raw_stream_method": "raw",
    "comma_separated": "styles",
    "decode": "decoding",
    "deep_object": "styles",
    "encode_json": "encoding",
    "exploded": "styles",
    "exploded_header": "styles",
    "file_list": "file",
    "json_encoded": "styles",
    "json_header": "styles",
    "json_lines": "encoding",
    "json_sequence": "encoding",
    "label": "styles",
    "matrix": "styles",
    "pipe_separated": "styles",
    "raw_method": "raw",
    "raw_stream_method": "raw",
    "reserved": "styles",
    "sent_json": "mock_responses",
    "sent_query": "mock_responses",
    "space_separated": "styles",
    "typed_file": "file",
    "typed_part": "file",
    "unchanged_method": "raw",
    "unencoded": "styles",
}

__all__ = [
    "ApiClient",
    "ApiConnectionError",
    "ApiError",
    "ApiKey",
    "ApiSettings",
    "ApiTimeoutError",
    "AsyncApiClient",
    "AsyncBinaryStream",
    "AsyncClientCredentials",
    "AsyncDriftHook",
    "AsyncEventStream",
    "AsyncHttpxClient",
    "AsyncHttpxTransport",
    "AsyncJsonStream",
    "AsyncMockTransport",
    "AsyncPager",
    "AsyncRawResource",
    "AsyncRenewableToken",
    "AsyncRequestHook",
    "AsyncResource",
    "AsyncResponse",
    "AsyncResponseHook",
    "AsyncRetryHook",
    "AsyncToken",
    "AsyncTransport",
    "BasicCredentials",
    "BinaryStream",
    "ClientCredentials",
    "Credential",
    "Cursor",
    "DecodeError",
    "Drift",
    "DriftHook",
    "EventStream",
    "File",
    "FileContent",
    "Headers",
    "HttpResponse",
    "HttpxClient",
    "HttpxTransport",
    "JsonStream",
    "LastItem",
    "LinkHeader",
    "MockResponse",
    "MockTransport",
    "Model",
    "NextUrl",
    "OMIT",
    "Offset",
    "PageNumber",
    "PaginationError",
    "RawResource",
    "RenewableToken",
    "Request",
    "RequestHook",
    "RequestOptions",
    "Resource",
    "Response",
    "ResponseHook",
    "ResponseInfo",
    "Retry",
    "RetryHook",
    "RetryPolicy",
    "SdkError",
    "ServerSentEvent",
    "SyncPager",
    "Token",
    "TokenRequestError",
    "Transport",
    "TransportError",
    "async_raw_method",
    "async_raw_stream_method",
    "comma_separated",
    "decode",
    "deep_object",
    "encode_json",
    "exploded",
    "exploded_header",
    "file_list",
    "json_encoded",
    "json_header",
    "json_lines",
    "json_sequence",
    "label",
    "matrix",
    "pipe_separated",
    "raw_method",
    "raw_stream_method",
    "reserved",
    "sent_json",
    "sent_query",
    "space_separated",
    "typed_file",
    "typed_part",
    "unchanged_method",
    "unencoded",
]

# Type checkers are to know the names above, and report all others; __getattr__ would make them Any.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
