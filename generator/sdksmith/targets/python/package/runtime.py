"""The runtime sources that every package gets a copy of (a test compares this list with the folder)."""

from __future__ import annotations

from typing import Final

#: Below ``templates/python/runtime``, and below the package.
RUNTIME: Final = (
    "core/__init__.py",
    "core/annotations.py",
    "core/responses.py",
    "core/api_error.py",
    "core/asynchronous/__init__.py",
    "core/asynchronous/api_client.py",
    "core/asynchronous/bodies.py",
    "core/asynchronous/client_credentials.py",
    "core/asynchronous/events.py",
    "core/asynchronous/httpx_transport.py",
    "core/asynchronous/json_values.py",
    "core/asynchronous/mock_transport.py",
    "core/asynchronous/pagination.py",
    "core/asynchronous/shared_call.py",
    "core/asynchronous/streaming.py",
    "core/asynchronous/waiting.py",
    "core/blocking/__init__.py",
    "core/blocking/api_client.py",
    "core/blocking/client_credentials.py",
    "core/blocking/events.py",
    "core/blocking/httpx_transport.py",
    "core/blocking/json_values.py",
    "core/blocking/mock_transport.py",
    "core/blocking/pagination.py",
    "core/blocking/shared_call.py",
    "core/blocking/streaming.py",
    "core/credentials.py",
    "core/decoding.py",
    "core/deep_stack.py",
    "core/drift.py",
    "core/encoding.py",
    "core/event_data.py",
    "core/fields.py",
    "core/file.py",
    "core/flow.py",
    "core/headers.py",
    "core/hooks.py",
    "core/http_library.py",
    "core/http_response.py",
    "core/httpx_requests.py",
    "core/json_lines.py",
    "core/lenient.py",
    "core/mock_responses.py",
    "core/model.py",
    "core/noticing.py",
    "core/observer.py",
    "core/omit.py",
    "core/page.py",
    "core/paging.py",
    "core/parameters.py",
    "core/raw.py",
    "core/request_options.py",
    "core/request_parts.py",
    "core/resource.py",
    "core/retries.py",
    "core/security.py",
    "core/servers.py",
    "core/settings.py",
    "core/sse.py",
    "core/styles.py",
    "core/token_grant.py",
    "core/token_provider.py",
    "core/transport.py",
    "core/transport_error.py",
    "core/unknown.py",
    "core/validation.py",
    "core/whole_file.py",
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
