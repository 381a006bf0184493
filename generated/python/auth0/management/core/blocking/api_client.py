"""The blocking API client: what a generated method calls."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, overload

from ..credentials import (
    FixedToken,
    RenewableToken,
    Token,
    bearer_header,
    bearer_token,
)
from ..flow import Authorize, Discard, Send, request_flow
from ..http_response import HttpResponse
from ..request_parts import RequestParts
from ..responses import PageOrList
from ..security import Authorization, Chosen
from ..settings import ApiBase, ApiSettings, chunk_size, is_success
from ..transport import HttpxClient, Request, Response, Transport
from ..transport_error import TransportError
from .httpx_transport import HttpxTransport

if TYPE_CHECKING:
    from ..drift import Drift
    from ..paging import PagingRule
    from .pagination import SyncPager
    from .streaming import BinaryStream, EventStream, JsonStream

T = TypeVar("T")
Item = TypeVar("Item")


class ApiClient(ApiBase):
    """Sends the requests of the generated methods, and reads the responses.

    Parameters
    ----------
    base_url
        Where requests go: an absolute URL.
    token
        A bearer token, or a function that returns the one to use now.
    httpx_client
        An ``httpx2.Client`` or ``httpx.Client`` to send with. It stays its owner's:
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
        token: Token | None = None,
        httpx_client: HttpxClient | None = None,
        transport: Transport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **settings: Unpack[ApiSettings],
    ) -> None:
        super().__init__(base_url, settings, has_token=token is not None)
        self._token = FixedToken(token) if isinstance(token, str) else token
        self._transport = transport or HttpxTransport(httpx_client)
        self._sleep = sleep

    @overload
    def call(
        self, type_: type[T], method: str, path: str, **parts: Unpack[RequestParts]
    ) -> T: ...
    @overload
    def call(
        self, type_: None, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> None: ...
    @overload
    def call(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> Any: ...
    def call(
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
        response = self._call(type_, method, path, parts)
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
    ) -> EventStream[T]: ...
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
    ) -> EventStream[Any]: ...
    def events(
        self,
        type_: Any,
        method: str,
        path: str,
        *,
        discriminator: str | None = None,
        terminator: str | None = None,
        **parts: Unpack[RequestParts],
    ) -> EventStream[Any]:
        """Return the server-sent events of a response; sent when they are read.

        `discriminator` and `terminator` are those of :class:`EventDecoder`.
        """
        from .events import EventDecoder
        from .streaming import EventStream

        parts.setdefault("accept", "text/event-stream")
        decoder = EventDecoder(
            type_,
            discriminator,
            terminator,
            strict=self._reader.strict,
            on_drift=self._observer.drift,
        )
        return EventStream(lambda: self._open(method, path, parts), decoder)

    @overload
    def json_values(
        self, type_: type[T], method: str, path: str, **parts: Unpack[RequestParts]
    ) -> JsonStream[T]: ...
    @overload
    def json_values(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> JsonStream[Any]: ...
    def json_values(
        self, type_: Any, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> JsonStream[Any]:
        """Return the JSON values of a response; sent when they are read."""
        from .json_values import JsonValueDecoder
        from .streaming import JsonStream

        decoder = JsonValueDecoder(
            type_, strict=self._reader.strict, on_drift=self._observer.drift
        )
        return JsonStream(lambda: self._open(method, path, parts), decoder.read)

    def download(
        self, method: str, path: str, **parts: Unpack[RequestParts]
    ) -> BinaryStream:
        """Return the bytes of a response; sent when they are read."""
        from .streaming import BinaryStream

        def read(response: Response) -> Iterator[bytes]:
            return response.iter_bytes(chunk_size(parts))

        parts.setdefault("accept", "*/*")
        return BinaryStream(lambda: self._open(method, path, parts), read)

    def paginate(
        self,
        type_: type[T],
        method: str,
        path: str,
        *,
        items: Callable[[T], Sequence[Item] | None],
        rule: PagingRule[T],
        item: Any = None,
        **parts: Unpack[RequestParts],
    ) -> SyncPager[Item, T]:
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
        from .pagination import SyncPager

        page = type_ if item is None else PageOrList(type_, item)

        def fetch(query: Mapping[str, Any]) -> HttpResponse[T]:
            page_parts: RequestParts = {**parts, "query": query}
            return self._call(page, method, path, page_parts)

        query = parts.get("query", {})
        return SyncPager(fetch, query, fetch(query), items=items, rule=rule)

    def with_raw_responses(self) -> Self:
        """Return this client, but with ``call`` returning ``HttpResponse``."""
        view = copy.copy(self)
        view._returns_response = True
        return view

    def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        self._transport.close()

    def _call(
        self, type_: Any, method: str, path: str, parts: RequestParts
    ) -> HttpResponse[Any]:
        request = self._builder.build(method, path, parts)
        response = self._send(request, parts)
        status, headers = response.status_code, response.headers
        body = response.read()
        if not is_success(status):
            raise self._error(response.request, status, headers, body, parts)
        drifts: list[Drift] = []
        try:
            data = self._reader.data(type_, request, status, headers, body, drifts)
        finally:
            if drifts:
                self._observer.drift(response.request, drifts)
        return HttpResponse(data, headers, status, request)

    def _open(self, method: str, path: str, parts: RequestParts) -> Response:
        """Send, and return a successful response with its body unread."""
        request = self._builder.build(method, path, parts, stream=True)
        response = self._send(request, parts)
        if is_success(response.status_code):
            return response
        try:
            body = response.read()
        finally:
            response.close()
        raise self._error(
            response.request, response.status_code, response.headers, body, parts
        )

    def _send(self, request: Request, parts: RequestParts) -> Response:
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
                response: Response = end.value
                return response
            result = None
            if isinstance(step, Send):
                observer.before(step.request)
                started = time.perf_counter()
                try:
                    result = self._transport.send(step.request)
                except TransportError as fault:
                    result = fault
                elapsed = time.perf_counter() - started
                observer.after(step.request, result, elapsed)
            elif isinstance(step, Authorize):
                result = self._authorize(step, chosen, given)
                given = result or given
            elif isinstance(step, Discard):
                step.response.close()
            else:
                observer.retry(step.request, step.retry)
                self._sleep(step.seconds)

    def _authorize(
        self, step: Authorize, chosen: Chosen, given: Authorization
    ) -> Authorization | None:
        """Return what the call is sent with; `given` is that from before."""
        token = self._token if chosen.token else None
        if step.rejected:
            if not isinstance(token, RenewableToken):
                return None
            token.invalidate(bearer_token(given.headers))
        if token is None:
            return chosen.fixed
        return chosen.fixed.with_headers(bearer_header(token()))
