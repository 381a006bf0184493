"""The asynchronous API client: what a generated method calls."""

from __future__ import annotations

import copy
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, overload

from ..credentials import (
    AsyncRenewableToken,
    AsyncToken,
    FixedToken,
    bearer_header,
    bearer_token,
)
from ..flow import Authorize, Discard, Send, request_flow
from ..responses import PageOrList
from ..http_response import HttpResponse
from .httpx_transport import AsyncHttpxTransport
from ..request_parts import RequestParts
from ..security import Authorization, Chosen
from ..settings import ApiBase, ApiSettings, chunk_size, is_success
from ..transport import AsyncHttpxClient, AsyncResponse, AsyncTransport, Request
from ..transport_error import TransportError
from .waiting import settled, sleep

if TYPE_CHECKING:
    from ..drift import Drift
    from .pagination import AsyncPager
    from ..paging import PagingRule
    from .streaming import AsyncBinaryStream, AsyncEventStream, AsyncJsonStream

T = TypeVar("T")
Item = TypeVar("Item")


class AsyncApiClient(ApiBase):
    """Sends the requests of the generated methods, and reads the responses.

    Parameters
    ----------
    base_url
        Where requests go: an absolute URL.
    token
        A bearer token, or a function, asynchronous or not, that returns the one to use now.
    httpx_client
        An ``httpx2.AsyncClient`` or ``httpx.AsyncClient`` to send with. It stays its owner's:
        closing this object does not close it.
    transport
        What sends, in place of an HTTP library.
    sleep
        Waits before a retry, in seconds.
    settings
        See :class:`ApiSettings`.

    Raises
    ------
    ValueError
        `base_url` is no absolute URL, or a header can't be sent.
    """

    def __init__(
        self,
        *,
        base_url: str,
        token: AsyncToken | None = None,
        httpx_client: AsyncHttpxClient | None = None,
        transport: AsyncTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = sleep,
        **settings: Unpack[ApiSettings],
    ) -> None:
        super().__init__(base_url, settings, has_token=token is not None)
        self._token = FixedToken(token) if isinstance(token, str) else token
        self._transport = transport or AsyncHttpxTransport(httpx_client)
        self._sleep = sleep

    @overload
    async def call(
        self, type_: type[T], method: str, path: str, **parts: Unpack[RequestParts]
    ) -> T: ...
    @overload
    async def call(
        self, type_: None, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> None: ...
    @overload
    async def call(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> Any: ...
    async def call(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> Any:
        """Send a request, and return the data of the response.

        Parameters
        ----------
        type_
            The type of the data: a model class or another annotation; ``bytes`` for
            the body as it is; ``None`` if there is no content.
        method, path
            The path is a template: ``/actions/{id}``.

        Raises
        ------
        ApiError
            The server answered with an error, or with something that is no JSON.
        TransportError
            There was no response.
        TypeError, ValueError
            An argument can't be sent.
        """
        response = await self._call(type_, method, path, parts)
        return response if self._returns_response else response.data

    @overload
    def events(
        self,
        type_: type[T],
        method: str,
        path: str,
        *,
        discriminator: str | None = None,
        terminator: str | None = None,
        **parts: Unpack[RequestParts],
    ) -> AsyncEventStream[T]: ...
    @overload
    def events(
        self,
        type_: Any,
        method: str,
        path: str,
        *,
        discriminator: str | None = None,
        terminator: str | None = None,
        **parts: Unpack[RequestParts],
    ) -> AsyncEventStream[Any]: ...
    def events(
        self,
        type_: Any,
        method: str,
        path: str,
        *,
        discriminator: str | None = None,
        terminator: str | None = None,
        **parts: Unpack[RequestParts],
    ) -> AsyncEventStream[Any]:
        """Return the server-sent events of a response; sent when they are read.

        `discriminator` and `terminator` are those of :class:`AsyncEventDecoder`.
        """
        from .events import AsyncEventDecoder
        from .streaming import AsyncEventStream

        parts.setdefault("accept", "text/event-stream")
        decoder = AsyncEventDecoder(
            type_,
            discriminator,
            terminator,
            strict=self._reader.strict,
            on_drift=self._observer.drift,
        )
        return AsyncEventStream(lambda: self._open(method, path, parts), decoder)

    @overload
    def json_values(
        self, type_: type[T], method: str, path: str, **parts: Unpack[RequestParts]
    ) -> AsyncJsonStream[T]: ...
    @overload
    def json_values(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> AsyncJsonStream[Any]: ...
    def json_values(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> AsyncJsonStream[Any]:
        """Return the JSON values of a response; sent when they are read."""
        from .json_values import AsyncJsonValueDecoder
        from .streaming import AsyncJsonStream

        decoder = AsyncJsonValueDecoder(
            type_, strict=self._reader.strict, on_drift=self._observer.drift
        )
        return AsyncJsonStream(lambda: self._open(method, path, parts), decoder.read)

    def download(
        self, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> AsyncBinaryStream:
        """Return the bytes of a response; sent when they are read."""
        from .streaming import AsyncBinaryStream

        def read(response: AsyncResponse) -> AsyncIterator[bytes]:
            return response.iter_bytes(chunk_size(parts))

        parts.setdefault("accept", "*/*")
        return AsyncBinaryStream(lambda: self._open(method, path, parts), read)

    async def paginate(
        self,
        type_: type[T],
        method: str,
        path: str,
        *,
        items: Callable[[T], Sequence[Item] | None],
        rule: PagingRule[T],
        item: Any = None,
        **parts: Unpack[RequestParts],
    ) -> AsyncPager[Item, T]:
        """Send a request for a page, and return the pager that starts with it.

        Parameters
        ----------
        items
            Gets the items of a page.
        rule
            How the next page is asked for; see :mod:`.paging`.
        item
            The type of an item, for servers that answer with the bare list of them.
        """
        from .pagination import AsyncPager

        page = type_ if item is None else PageOrList(type_, item)

        async def fetch(query: Mapping[str, Any]) -> HttpResponse[T]:
            page_parts: RequestParts = {**parts, "query": query}
            return await self._call(page, method, path, page_parts)

        query = parts.get("query", {})
        return AsyncPager(fetch, query, await fetch(query), items=items, rule=rule)

    def with_raw_responses(self) -> Self:
        """Return this client, but with ``call`` returning ``HttpResponse``."""
        view = copy.copy(self)
        view._returns_response = True
        return view

    async def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        await self._transport.close()

    async def _call(
        self, type_: Any, method: str, path: str, parts: RequestParts
    ) -> HttpResponse[Any]:
        request = self._builder.build(method, path, parts)
        response = await self._send(request, parts)
        status, headers = response.status_code, response.headers
        body = await response.read()
        if not is_success(status):
            raise self._error(response.request, status, headers, body, parts)
        drifts: list[Drift] = []
        try:
            data = self._reader.data(type_, request, status, headers, body, drifts)
        finally:
            if drifts:
                await settled(self._observer.drift(response.request, drifts))
        return HttpResponse(data, headers, status, request)

    async def _open(self, method: str, path: str, parts: RequestParts) -> AsyncResponse:
        """Send, and return a successful response with its body unread."""
        request = self._builder.build(method, path, parts, stream=True)
        response = await self._send(request, parts)
        if is_success(response.status_code):
            return response
        try:
            body = await response.read()
        finally:
            await response.close()
        raise self._error(
            response.request, response.status_code, response.headers, body, parts
        )

    async def _send(self, request: Request, parts: RequestParts) -> AsyncResponse:
        """Do the steps that the flow asks for."""
        chosen = self._credentials.chosen(parts.get("security"))
        flow = request_flow(request, self._retry_policy, self._retries(parts))
        observer = self._observer
        given = chosen.fixed
        result: Any = None
        while True:
            try:
                step = flow.send(result)
            except StopIteration as end:
                response: AsyncResponse = end.value
                return response
            result = None
            if isinstance(step, Send):
                await settled(observer.before(step.request))
                started = time.perf_counter()
                try:
                    result = await self._transport.send(step.request)
                except TransportError as fault:
                    result = fault
                elapsed = time.perf_counter() - started
                await settled(observer.after(step.request, result, elapsed))
            elif isinstance(step, Authorize):
                result = await self._authorize(step, chosen, given)
                given = result or given
            elif isinstance(step, Discard):
                await step.response.close()
            else:
                await settled(observer.retry(step.request, step.retry))
                await self._sleep(step.seconds)

    async def _authorize(
        self, step: Authorize, chosen: Chosen, given: Authorization
    ) -> Authorization | None:
        """Return what the call is sent with; `given` is that from before."""
        token = self._token if chosen.token else None
        if step.rejected:
            if not isinstance(token, AsyncRenewableToken):
                return None
            token.invalidate(bearer_token(given.headers))
        if token is None:
            return chosen.fixed
        return chosen.fixed.with_headers(bearer_header(await settled(token())))
