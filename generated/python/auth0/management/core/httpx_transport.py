"""Transports over a client of httpx2, or of httpx, which has the same shape."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from .file import Part, length_left, read_piecewise
from .headers import Headers
from .transport import AsyncHttpxClient, DefaultTimeout, HttpxClient, Request
from .transport_error import ApiConnectionError, ApiTimeoutError, TransportError

_MAX_REDIRECTS = 20
_ALWAYS_SECRET = ("authorization", "proxy-authorization", "cookie", "x-api-key")
#: Methods that may be repeated though the first may have arrived (RFC 9110, 9.2.2).
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
_PORTS = {"http": 80, "https": 443}


class HttpxTransport:
    """Sends requests through a blocking client; made at the first request if need be."""

    def __init__(self, client: HttpxClient | None = None) -> None:
        self._client = client
        self._owned = client is None
        self._lock = Lock()

    def send(self, request: Request) -> HttpxResponse:
        """Send a request; see :meth:`.transport.Transport.send`."""
        client = self._client or self._new_client()
        with _typed_faults(request):
            outgoing = _outgoing(client, request, owned=self._owned)
            answer = client.send(
                outgoing, stream=request.stream, follow_redirects=False
            )
            for _ in range(_MAX_REDIRECTS):
                following = _next_hop(request, answer)
                if following is None:
                    return HttpxResponse(answer, request)
                answer.close()
                answer = client.send(
                    following, stream=request.stream, auth=None, follow_redirects=False
                )
            answer.close()
        raise ApiConnectionError(f"{request!r}: more than {_MAX_REDIRECTS} redirects")

    def close(self) -> None:
        """Close the client if it was made here."""
        if self._owned and self._client is not None:
            self._client.close()

    def _new_client(self) -> HttpxClient:
        # The library is loaded here, so that importing this package stays cheap.
        from .http_library import new_client

        with self._lock:
            self._client = self._client or new_client()
            return self._client


class AsyncHttpxTransport:
    """Sends requests through an asynchronous client."""

    def __init__(self, client: AsyncHttpxClient | None = None) -> None:
        self._client = client
        self._owned = client is None

    async def send(self, request: Request) -> AsyncHttpxResponse:
        """Send a request; see :meth:`.transport.Transport.send`."""
        client = self._client or self._new_client()
        with _typed_faults(request):
            outgoing = _outgoing(client, _awaitable(request), owned=self._owned)
            answer = await client.send(
                outgoing, stream=request.stream, follow_redirects=False
            )
            for _ in range(_MAX_REDIRECTS):
                following = _next_hop(request, answer)
                if following is None:
                    return AsyncHttpxResponse(answer, request)
                await answer.aclose()
                answer = await client.send(
                    following, stream=request.stream, auth=None, follow_redirects=False
                )
            await answer.aclose()
        raise ApiConnectionError(f"{request!r}: more than {_MAX_REDIRECTS} redirects")

    async def close(self) -> None:
        """Close the client if it was made here."""
        if self._owned and self._client is not None:
            await self._client.aclose()

    def _new_client(self) -> AsyncHttpxClient:
        from .http_library import new_async_client

        self._client = new_async_client()
        return self._client


class _BaseResponse:
    __slots__ = ("_answer", "_headers", "request", "status_code")

    def __init__(self, answer: Any, request: Request) -> None:
        self._answer = answer
        self.request = request
        self._headers: Headers | None = None
        self.status_code: int = answer.status_code

    @property
    def headers(self) -> Headers:
        """The headers, looked up in any case."""
        if self._headers is None:
            self._headers = Headers(self._answer.headers.multi_items())
        return self._headers


class HttpxResponse(_BaseResponse):
    """A :class:`.transport.Response`."""

    __slots__ = ()

    def read(self) -> bytes:
        """Return the whole body."""
        with _typed_faults(self.request):
            content: bytes = self._answer.read()
            return content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body, decompressed."""
        with _typed_faults(self.request):
            yield from self._answer.iter_bytes(chunk_size)

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()


class AsyncHttpxResponse(_BaseResponse):
    """A :class:`.transport.AsyncResponse`."""

    __slots__ = ()

    async def read(self) -> bytes:
        """Return the whole body."""
        with _typed_faults(self.request):
            content: bytes = await self._answer.aread()
            return content

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate over the body, decompressed."""
        with _typed_faults(self.request):
            async for chunk in self._answer.aiter_bytes(chunk_size):
                yield chunk

    async def close(self) -> None:
        """Give the connection back."""
        await self._answer.aclose()


def _outgoing(client: Any, request: Request, *, owned: bool) -> Any:
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


def _awaitable(request: Request) -> Request:
    """Have a body that yields its bytes without waiting yield them asynchronously."""
    content = request.content
    if isinstance(content, bytes) or not isinstance(content, Iterable):
        return request
    length = length_left(content)
    headers = request.headers
    if length is not None:
        headers = {**headers, "content-length": str(length)}
    return replace(request, headers=headers, content=read_piecewise(content))


def _next_hop(request: Request, answer: Any) -> Any:
    """Return the library's request for where a redirect points, or ``None``.

    The library drops ``Authorization`` when the origin changes; other headers that hold
    credentials are dropped here, by the same rule. It drops cookies always, but those
    that it holds itself; ours stay within their origin.
    """
    following = answer.next_request
    if following is None or not request.follow_redirects:
        return None
    if not request.replayable and following.method == request.method:
        return None
    if not _same_origin(str(answer.request.url), str(following.url)):
        for name in (*_ALWAYS_SECRET, *request.secret_headers):
            following.headers.pop(name, None)
    else:
        cookies = request.headers.get("cookie")
        # Unless they have been dropped on the way.
        if cookies and answer.request.headers.get("cookie", "").startswith(cookies):
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
def _typed_faults(request: Request) -> Generator[None, None, None]:
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
            f"{request!r}: no answer{limit}", may_retry=unsent or idempotent
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
