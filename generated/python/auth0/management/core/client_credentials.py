"""Tokens by the client credentials grant: fetched, held, and renewed in time.

An object of these classes is given to a client as its token::

    token = ClientCredentials(
        token_url="https://login.example.com/oauth/token",
        client_id="...",
        client_secret="...",
    )

However many calls need a token at once, one request is made, and all get its result.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Unpack

from .api_client import ApiClient
from .api_error import ApiError, TokenRequestError
from .async_api_client import AsyncApiClient
from .http_response import HttpResponse
from .settings import ApiSettings
from .token_grant import TokenGrant
from .transport import AsyncHttpxClient, AsyncTransport, HttpxClient, Transport

if TYPE_CHECKING:
    import asyncio


class _Provider:
    def __init__(self, grant: TokenGrant, settings: ApiSettings) -> None:
        self._grant = grant
        settings["credentials"] = {**grant.credentials()}
        # A redirect could take the secret to another place.
        settings["follow_redirects"] = False

    def invalidate(self, token: str) -> None:
        """Forget this token, if it is still the one held: the server refused it."""
        self._grant.forget(token)

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("client credentials hold a secret, and are not pickled")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self._grant.client_id!r})"


class ClientCredentials(_Provider):
    """A token for the blocking client, by the client credentials grant.

    RFC 6749, section 4.4. It may be called from many threads.

    Parameters
    ----------
    token_url
        Where tokens are given: an absolute URL.
    client_id, client_secret
        Who asks. The secret is never shown, logged or pickled.
    parameters
        Further fields of the request, such as ``audience``.
    scopes
        What to ask for; by default the server decides.
    secret_in
        ``"header"``: HTTP basic. ``"body"``: as fields of the request.
    leeway
        Seconds before its end from which a token is renewed; at most half its life.
    clock
        The time, in seconds since the epoch.
    httpx_client, transport, settings
        As those of :class:`ApiClient`; `credentials` and `follow_redirects` do not
        apply.

    Raises
    ------
    ValueError
        `token_url` is no absolute URL, or the name or the secret is empty.
    """

    def __init__(
        self,
        *,
        token_url: str,
        client_id: str,
        client_secret: str,
        parameters: Mapping[str, str] | None = None,
        scopes: Sequence[str] | None = None,
        secret_in: Literal["body", "header"] = "body",
        leeway: float = 60.0,
        clock: Callable[[], float] = time.time,
        httpx_client: HttpxClient | None = None,
        transport: Transport | None = None,
        **settings: Unpack[ApiSettings],
    ) -> None:
        grant = TokenGrant(
            token_url=token_url,
            client_id=client_id,
            client_secret=client_secret,
            parameters=parameters,
            scopes=scopes,
            secret_in=secret_in,
            leeway=leeway,
            clock=clock,
        )
        super().__init__(grant, settings)
        self._api = ApiClient(
            base_url=grant.base_url,
            httpx_client=httpx_client,
            transport=transport,
            **settings,
        ).with_raw_responses()
        self._lock = Lock()
        #: The request on its way, for those that need its result too.
        self._renewal: Future[str] | None = None

    def __call__(self) -> str:
        """Return a token, which may have to be fetched.

        Raises
        ------
        TokenRequestError
            The server gave none.
        TransportError
            There was no answer.
        """
        while True:
            token = self._grant.held()
            if token is not None:
                return token
            with self._lock:
                token = self._grant.held()
                if token is not None:
                    return token
                renewal, own = self._renewal, self._renewal is None
                if renewal is None:
                    renewal = self._renewal = Future()
            if own:
                return self._renew(renewal)
            try:
                return renewal.result()
            except CancelledError:
                # The thread that asked was interrupted; ask again.
                continue

    def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        self._api.close()

    def _renew(self, renewal: Future[str]) -> str:
        try:
            token = self._fetch()
        except BaseException as fault:
            self._renewal = None
            if isinstance(fault, Exception):
                renewal.set_exception(fault)
            else:
                renewal.cancel()
            raise
        self._renewal = None
        renewal.set_result(token)
        return token

    def _fetch(self) -> str:
        grant = self._grant
        asked = grant.now()
        refusal: TokenRequestError
        try:
            response: HttpResponse[Any] = self._api.call(
                Any, "POST", grant.path, form=grant.form()
            )
            return grant.keep(response, asked)
        except TokenRequestError:
            raise
        except ApiError as fault:
            refusal = grant.refusal(fault)
        # Out here, as an exception keeps the one that was being handled: its body may
        # repeat the secret.
        raise refusal


class AsyncClientCredentials(_Provider):
    """As :class:`ClientCredentials`, for the asynchronous client and its tasks."""

    def __init__(
        self,
        *,
        token_url: str,
        client_id: str,
        client_secret: str,
        parameters: Mapping[str, str] | None = None,
        scopes: Sequence[str] | None = None,
        secret_in: Literal["body", "header"] = "body",
        leeway: float = 60.0,
        clock: Callable[[], float] = time.time,
        httpx_client: AsyncHttpxClient | None = None,
        transport: AsyncTransport | None = None,
        **settings: Unpack[ApiSettings],
    ) -> None:
        grant = TokenGrant(
            token_url=token_url,
            client_id=client_id,
            client_secret=client_secret,
            parameters=parameters,
            scopes=scopes,
            secret_in=secret_in,
            leeway=leeway,
            clock=clock,
        )
        super().__init__(grant, settings)
        self._api = AsyncApiClient(
            base_url=grant.base_url,
            httpx_client=httpx_client,
            transport=transport,
            **settings,
        ).with_raw_responses()
        self._renewal: asyncio.Future[str] | None = None

    async def __call__(self) -> str:
        """Return a token, which may have to be fetched; raises as the blocking one."""
        while True:
            token = self._grant.held()
            if token is not None:
                return token
            import asyncio

            renewal = self._renewal
            # One that is left from another event loop never ends.
            if renewal is None or renewal.get_loop() is not asyncio.get_running_loop():
                return await self._renew()
            # `wait`, as awaiting it would cancel it with the first task that is.
            await asyncio.wait([renewal])
            if not renewal.cancelled():
                return renewal.result()

    async def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        await self._api.close()

    async def _renew(self) -> str:
        import asyncio

        renewal = self._renewal = asyncio.get_running_loop().create_future()
        try:
            token = await self._fetch()
        except BaseException as fault:
            self._renewal = None
            if isinstance(fault, Exception):
                renewal.set_exception(fault)
                # Looked at here, as perhaps nobody else does, which asyncio reports.
                renewal.exception()
            else:
                # This task was cancelled; one of those that wait will ask.
                renewal.cancel()
            raise
        self._renewal = None
        renewal.set_result(token)
        return token

    async def _fetch(self) -> str:
        grant = self._grant
        asked = grant.now()
        refusal: TokenRequestError
        try:
            response: HttpResponse[Any] = await self._api.call(
                Any, "POST", grant.path, form=grant.form()
            )
            return grant.keep(response, asked)
        except TokenRequestError:
            raise
        except ApiError as fault:
            refusal = grant.refusal(fault)
        raise refusal
