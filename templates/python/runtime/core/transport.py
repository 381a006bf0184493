"""Protocols for sending requests, and what implements them.

The rest of the package sees a :class:`Request` and a :class:`Response`. The HTTP library
is known to :mod:`.http_library`, which makes its clients, and to the adapters of
:mod:`.httpx_transport`, which work with any client that has its shape.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Protocol

from .api_error import hidden_values, without_secrets

if TYPE_CHECKING:
    from .file import Part
    from .headers import Headers


class DefaultTimeout(float):
    """A timeout that nobody asked for: a client that is given keeps its own."""


#: Seconds.
DEFAULT_TIMEOUT = DefaultTimeout(60.0)


@dataclass(frozen=True, slots=True)
class Request:
    """A request, ready to be sent but for its credentials.

    Attributes
    ----------
    method, url
        The URL is absolute, encoded, and has its query.
    headers
        Names in lower case.
    content
        The body; ``None`` if there is none, or if it is in `parts`.
    parts
        The parts of a multipart body.
    timeout
        Seconds, for connecting and for every wait; ``None`` for none.
    follow_redirects
        Whether to go where the server points; credentials stay with their origin.
    stream
        Leave the body of the response unread.
    secret_headers, secret_query
        Names of the headers, and of the query parameters, that hold credentials.
    replayable
        Whether the body can be sent a second time.
    """

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None
    parts: list[Part] | None = None
    timeout: float | None = None
    follow_redirects: bool = True
    stream: bool = False
    secret_headers: frozenset[str] = frozenset({"authorization"})
    secret_query: frozenset[str] = frozenset()
    replayable: bool = True

    def __getstate__(self) -> Any:
        # What is pickled or copied holds no credentials.
        shown = without_credentials(self)
        return [getattr(shown, item.name) for item in fields(shown)]

    def __repr__(self) -> str:
        # Neither headers nor the query: both may hold secrets.
        return f"<Request {self.method} {without_secrets(self.url)}>"


def without_credentials(request: Request) -> Request:
    """Return a request as it may be shown: credentials are left out, or hidden."""
    headers = {
        name: value
        for name, value in request.headers.items()
        if name not in request.secret_headers
    }
    url = hidden_values(request.url, request.secret_query)
    return replace(request, url=url, headers=headers)


class ResponseHead(Protocol):
    """Status, headers and request of a response whose body is not read yet."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Headers:
        """The headers, looked up in any case."""
        ...

    @property
    def request(self) -> Request:
        """Request that was sent, with its credentials."""
        ...


class Response(ResponseHead, Protocol):
    """A response, as the blocking transport gives it."""

    def read(self) -> bytes:
        """Return the whole body."""
        ...

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body, decompressed."""
        ...

    def close(self) -> None:
        """Give the connection back."""
        ...


class AsyncResponse(ResponseHead, Protocol):
    """A response, as the asynchronous transport gives it."""

    async def read(self) -> bytes:
        """Return the whole body."""
        ...

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate over the body, decompressed."""
        ...

    async def close(self) -> None:
        """Give the connection back."""
        ...


class Transport(Protocol):
    """Sends requests, blocking."""

    def send(self, request: Request) -> Response:
        """Send, and return the response; its body is read unless ``request.stream``.

        Raises
        ------
        TransportError
            There is no response.
        """
        ...

    def close(self) -> None:
        """Close the connections that are this transport's own."""
        ...


class AsyncTransport(Protocol):
    """Sends requests, asynchronously."""

    async def send(self, request: Request) -> AsyncResponse:
        """Send as :meth:`Transport.send` does."""
        ...

    async def close(self) -> None:
        """Close the connections that are this transport's own."""
        ...


class _HttpxRequestBuilder(Protocol):
    def build_request(
        self,
        method: str,
        url: str,
        *,
        content: Any = ...,
        files: Any = ...,
        headers: Any = ...,
        timeout: Any = ...,
    ) -> Any:
        """Make the library's own request."""
        ...


class HttpxClient(_HttpxRequestBuilder, Protocol):
    """Part of ``httpx2.Client`` or ``httpx.Client`` that is used."""

    def send(
        self,
        request: Any,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> Any:
        """Send it."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...


class AsyncHttpxClient(_HttpxRequestBuilder, Protocol):
    """Part of ``httpx2.AsyncClient`` or ``httpx.AsyncClient`` that is used."""

    async def send(
        self,
        request: Any,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> Any:
        """Send it."""
        ...

    async def aclose(self) -> None:
        """Close the client."""
        ...
