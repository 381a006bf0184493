"""A token by the client credentials grant: fetched, held, and renewed in time.

An object of this class is given to a client as its token::

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
from typing import Any, Literal, Unpack

from ..api_error import ApiError, TokenRequestError
from ..http_response import HttpResponse
from ..settings import ApiSettings
from ..token_grant import TokenGrant
from ..token_provider import TokenProvider
from ..transport import HttpxClient, Transport
from .api_client import ApiClient
from .shared_call import SharedCall


class ClientCredentials(TokenProvider):
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
        self._renewal: SharedCall[str] = SharedCall()

    def __call__(self) -> str:
        """Return a token, which may have to be fetched.

        Raises
        ------
        TokenRequestError
            The server gave none.
        TransportError
            There was no response.
        """
        return self._renewal.result(self._grant.held, self._fetch)

    def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        self._api.close()

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
