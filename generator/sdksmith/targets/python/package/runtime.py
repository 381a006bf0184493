"""The runtime sources that every package gets a copy of (a test compares this list with the folder)."""

from __future__ import annotations

from typing import Final

#: Below ``templates/python/runtime``, and below the package.
RUNTIME: Final = (
    "core/__init__.py",
    "core/answers.py",
    "core/annotations.py",
    "core/api_client.py",
    "core/api_error.py",
    "core/async_api_client.py",
    "core/client_credentials.py",
    "core/credentials.py",
    "core/decoding.py",
    "core/deep_stack.py",
    "core/encoding.py",
    "core/events.py",
    "core/file.py",
    "core/flow.py",
    "core/headers.py",
    "core/hooks.py",
    "core/http_library.py",
    "core/http_response.py",
    "core/httpx_transport.py",
    "core/json_values.py",
    "core/lenient.py",
    "core/mock_transport.py",
    "core/model.py",
    "core/observer.py",
    "core/omit.py",
    "core/pagination.py",
    "core/paging.py",
    "core/parameters.py",
    "core/raw.py",
    "core/request_options.py",
    "core/request_parts.py",
    "core/resource.py",
    "core/retries.py",
    "core/security.py",
    "core/settings.py",
    "core/servers.py",
    "core/sse.py",
    "core/streaming.py",
    "core/styles.py",
    "core/token_grant.py",
    "core/transport.py",
    "core/transport_error.py",
    "core/unknown.py",
    "errors.py",
)

#: Errors of ``errors.py`` without a status of their own.
OTHER_ERRORS: Final = (
    "ApiConnectionError",
    "ApiError",
    "ApiTimeoutError",
    "DecodeError",
    "PaginationError",
    "SdkError",
    "TokenRequestError",
    "TransportError",
)

#: Where a project has its tests.
TESTS_FOLDER: Final = "tests"

#: Below ``templates/python/runtime/testing``, and below the ``tests`` of a project that has them.
TEST_RUNTIME: Final = ("assertions.py", "mock_server.py")

#: What a package requires for each HTTP library it can be built on.
HTTP_LIBRARIES: Final = {"httpx2": "httpx2>=2.0,<3", "httpx": "httpx>=0.27,<1"}

#: Names of ``core`` that the package itself exports.
CORE_EXPORTS: Final = (
    "OMIT",
    "AsyncBinaryStream",
    "AsyncEventStream",
    "AsyncJsonStream",
    "AsyncPager",
    "BinaryStream",
    "EventStream",
    "File",
    "HttpResponse",
    "JsonStream",
    "RequestOptions",
    "SyncPager",
)
