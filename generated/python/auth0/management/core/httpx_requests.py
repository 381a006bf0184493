"""Requests, redirects and faults of httpx2, or of httpx, which has the same shape."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from .file import Part
from .headers import Headers
from .transport import DefaultTimeout, Request
from .transport_error import ApiConnectionError, ApiTimeoutError, TransportError

MAX_REDIRECTS = 20
_ALWAYS_SECRET = ("authorization", "proxy-authorization", "cookie", "x-api-key")
#: Methods that may be repeated though the first may have arrived (RFC 9110, 9.2.2).
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
_PORTS = {"http": 80, "https": 443}


class BaseHttpxResponse:
    __slots__ = ("_response", "_headers", "request", "status_code")

    def __init__(self, response: Any, request: Request) -> None:
        self._response = response
        self.request = request
        self._headers: Headers | None = None
        self.status_code: int = response.status_code

    @property
    def headers(self) -> Headers:
        """The headers, looked up in any case."""
        if self._headers is None:
            self._headers = Headers(self._response.headers.multi_items())
        return self._headers


def outgoing_request(client: Any, request: Request, *, owned: bool) -> Any:
    """Return the library's request."""
    body = _body(request, owned=owned)
    content_type = request.headers.get("content-type")
    if request.parts is None or content_type is None:
        return client.build_request(request.method, request.url, **body)
    # The library knows multipart/form-data only, which is put together like all others
    # (RFC 2046, section 5.1).
    boundary = os.urandom(16).hex()
    headers = {
        **request.headers,
        "content-type": f"multipart/form-data; boundary={boundary}",
    }
    outgoing = client.build_request(
        request.method, request.url, **{**body, "headers": headers}
    )
    if content_type.partition(";")[0].strip().lower() == "multipart/related":
        # Required there: the type of the first part (RFC 2387, section 3.1).
        content_type += f'; type="{_first_type(request.parts)}"'
    outgoing.headers["content-type"] = f"{content_type}; boundary={boundary}"
    return outgoing


def _first_type(parts: list[Part]) -> str:
    for _, part in parts:
        if not isinstance(part, tuple):
            return "application/octet-stream"
        named: tuple[Any, ...] = cast(Any, part)
        return str(named[2]) if len(named) > 2 and named[2] else "text/plain"
    return "text/plain"


def _body(request: Request, *, owned: bool) -> dict[str, Any]:
    options = {
        "content": request.content,
        "files": request.parts,
        "headers": request.headers,
        "timeout": request.timeout,
    }
    if isinstance(request.timeout, DefaultTimeout) and not owned:
        del options["timeout"]
    return options


def next_hop(request: Request, response: Any) -> Any:
    """Return the library's request for where a redirect points, or ``None``.

    The library drops ``Authorization`` when the origin changes; other headers that hold
    credentials are dropped here, by the same rule. It drops cookies always, but those
    that it holds itself; ours stay within their origin.
    """
    following = response.next_request
    if following is None or not request.follow_redirects:
        return None
    if not request.replayable and following.method == request.method:
        return None
    if not _same_origin(str(response.request.url), str(following.url)):
        for name in (*_ALWAYS_SECRET, *request.secret_headers):
            following.headers.pop(name, None)
    else:
        cookies = request.headers.get("cookie")
        # Unless they have been dropped on the way.
        if cookies and response.request.headers.get("cookie", "").startswith(cookies):
            held = following.headers.get("cookie")
            following.headers["cookie"] = f"{cookies}; {held}" if held else cookies
    return following


def _same_origin(before: str, after: str) -> bool:
    """Compare origins (RFC 6454, section 4); a step up to HTTPS on one host counts."""
    one, other = urlsplit(before), urlsplit(after)
    if one.hostname != other.hostname:
        return False
    if one.scheme == other.scheme:
        return _port(one) == _port(other)
    return (one.scheme, _port(one), other.scheme, _port(other)) == (
        "http",
        80,
        "https",
        443,
    )


def _port(url: SplitResult) -> int | None:
    return url.port or _PORTS.get(url.scheme)


@contextmanager
def typed_faults(request: Request) -> Generator[None, None, None]:
    """Turn faults of the HTTP library into errors of this package, chained."""
    try:
        yield
    except Exception as fault:
        error = _typed_fault(request, fault)
        if error is None:
            raise
        raise error from fault


def _typed_fault(request: Request, fault: Exception) -> TransportError | None:
    # By name, as the client may come from either library, neither of which needs to
    # be installed for the other to work.
    names = {base.__name__ for base in type(fault).__mro__}
    idempotent = request.method in _IDEMPOTENT
    if "TimeoutException" in names:
        unsent = bool(names & {"ConnectTimeout", "PoolTimeout"})
        known = (
            request.timeout is not None and type(request.timeout) is not DefaultTimeout
        )
        limit = f" within {request.timeout:g} s" if known else " in time"
        return ApiTimeoutError(
            f"{request!r}: no response{limit}", may_retry=unsent or idempotent
        )
    if "NetworkError" in names or "RemoteProtocolError" in names:
        return ApiConnectionError(
            f"{request!r}: the connection failed ({type(fault).__name__})",
            may_retry=True,
        )
    if names & {"RequestError", "InvalidURL"}:
        return ApiConnectionError(
            f"{request!r}: the request failed ({type(fault).__name__})"
        )
    return None
