"""A transport over a client of httpx2, or of httpx, which has the same shape."""

from __future__ import annotations

from collections.abc import AsyncIterator
from threading import Lock

from ..httpx_requests import (
    MAX_REDIRECTS,
    BaseHttpxResponse,
    next_hop,
    outgoing_request,
    typed_faults,
)
from ..transport import AsyncHttpxClient, Request
from ..transport_error import ApiConnectionError
from .bodies import awaitable


class AsyncHttpxTransport:
    """Sends through an asynchronous client; made at the first request if need be."""

    def __init__(self, client: AsyncHttpxClient | None = None) -> None:
        self._client = client
        self._owned = client is None
        self._lock = Lock()

    async def send(self, request: Request) -> AsyncHttpxResponse:
        """Send a request; see :meth:`.transport.AsyncTransport.send`."""
        client = self._client or self._new_client()
        with typed_faults(request):
            outgoing = outgoing_request(client, awaitable(request), owned=self._owned)
            response = await client.send(
                outgoing, stream=request.stream, follow_redirects=False
            )
            for _ in range(MAX_REDIRECTS):
                following = next_hop(request, response)
                if following is None:
                    return AsyncHttpxResponse(response, request)
                await response.aclose()
                response = await client.send(
                    following, stream=request.stream, auth=None, follow_redirects=False
                )
            await response.aclose()
        raise ApiConnectionError(f"{request!r}: more than {MAX_REDIRECTS} redirects")

    async def close(self) -> None:
        """Close the client if it was made here."""
        if self._owned and self._client is not None:
            await self._client.aclose()

    def _new_client(self) -> AsyncHttpxClient:
        # The library is loaded here, so that importing this package stays cheap.
        from ..http_library import new_async_client

        with self._lock:
            self._client = self._client or new_async_client()
            return self._client


class AsyncHttpxResponse(BaseHttpxResponse):
    """A :class:`.transport.AsyncResponse`."""

    __slots__ = ()

    async def read(self) -> bytes:
        """Return the whole body."""
        with typed_faults(self.request):
            content: bytes = await self._response.aread()
            return content

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate over the body, decompressed."""
        with typed_faults(self.request):
            async for chunk in self._response.aiter_bytes(chunk_size):
                yield chunk

    async def close(self) -> None:
        """Give the connection back."""
        await self._response.aclose()
