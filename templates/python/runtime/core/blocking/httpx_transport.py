"""A transport over a client of httpx2, or of httpx, which has the same shape."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from ..httpx_requests import (
    MAX_REDIRECTS,
    BaseHttpxResponse,
    next_hop,
    outgoing_request,
    typed_faults,
)
from ..transport import HttpxClient, Request
from ..transport_error import ApiConnectionError


class HttpxTransport:
    """Sends through a blocking client; made at the first request if need be."""

    def __init__(self, client: HttpxClient | None = None) -> None:
        self._client = client
        self._owned = client is None
        self._lock = Lock()

    def send(self, request: Request) -> HttpxResponse:
        """Send a request; see :meth:`.transport.Transport.send`."""
        client = self._client or self._new_client()
        with typed_faults(request):
            outgoing = outgoing_request(client, request, owned=self._owned)
            response = client.send(
                outgoing, stream=request.stream, follow_redirects=False
            )
            for _ in range(MAX_REDIRECTS):
                following = next_hop(request, response)
                if following is None:
                    return HttpxResponse(response, request)
                response.close()
                response = client.send(
                    following, stream=request.stream, auth=None, follow_redirects=False
                )
            response.close()
        raise ApiConnectionError(f"{request!r}: more than {MAX_REDIRECTS} redirects")

    def close(self) -> None:
        """Close the client if it was made here."""
        if self._owned and self._client is not None:
            self._client.close()

    def _new_client(self) -> HttpxClient:
        # The library is loaded here, so that importing this package stays cheap.
        from ..http_library import new_client

        with self._lock:
            self._client = self._client or new_client()
            return self._client


class HttpxResponse(BaseHttpxResponse):
    """A :class:`.transport.Response`."""

    __slots__ = ()

    def read(self) -> bytes:
        """Return the whole body."""
        with typed_faults(self.request):
            content: bytes = self._response.read()
            return content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body, decompressed."""
        with typed_faults(self.request):
            yield from self._response.iter_bytes(chunk_size)

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()
