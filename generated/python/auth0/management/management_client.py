"""The clients that get their tokens themselves, by client credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Optional, Sequence, Union

from .client import AsyncAuth0, Auth0, Auth0Environment
from .core import (
    AsyncClientCredentials,
    AsyncHttpxTransport,
    ClientCredentials,
    HttpxTransport,
)
from .core.servers import absolute_url, choose_server
from .core.transport import DEFAULT_TIMEOUT

if TYPE_CHECKING:
    from logging import Logger

    from .core.credentials import AsyncToken, Token
    from .core.hooks import (
        AsyncDriftHook,
        AsyncRequestHook,
        AsyncResponseHook,
        AsyncRetryHook,
        DriftHook,
        RequestHook,
        ResponseHook,
        RetryHook,
    )
    from .core.retries import RetryPolicy
    from .core.transport import (
        AsyncHttpxClient,
        AsyncTransport,
        HttpxClient,
        Transport,
    )


class ManagementClient(Auth0):
    """The client of the Auth0 Management API.

    It asks for a token when it first needs one, by the client credentials grant of
    OAuth 2.0 (RFC 6749, section 4.4), holds it, and renews it in time, and once when it
    is refused. Calls that run side by side share one request for a token.

    Parameters
    ----------
    domain
        Where the tenant answers: its host name, without scheme or path.
        Wins over `base_url`.
    client_id, client_secret
        Who asks for tokens. The secret is never shown, logged or pickled.
    audience
        The ``audience`` of the token request; by default /api/v2/, on the server of the
        API.
    scopes
        What to ask for; by default the server decides.
    token
        A bearer token, or a function that returns one, in place of `client_id` and
        `client_secret`.
    base_url
        Where the API is, in place of the environment.
    environment
        Which of the API's known servers to use.
    headers
        Sent with every request.
    timeout
        Seconds, for connecting and for every wait; ``None`` waits for ever. By default
        what a given `httpx_client` says, else 60.
    max_retries
        How often a call that failed for a passing reason is tried again.
    retry_policy
        Which failures are passing, and how long to wait; also holds the clock.
    follow_redirects
        Whether redirects are followed; credentials stay with their origin.
    httpx_client
        A client of the HTTP library to send with; it stays its owner's to close.
    transport
        What sends, in place of an HTTP library; closed with this client.
    strict_responses
        Raise an error for responses that depart from the API's description.
    before_request
        Told of every request before it is sent; what it raises ends the call. Like
        all hooks it sees neither bodies nor credentials.
    after_response
        Told of every response. What this hook and those below raise is logged only.
    on_retry
        Told when a request will be sent again.
    on_drift
        Told where a response departs from the API's description.
    logging
        ``None`` leaves the package's logger to :mod:`logging`, silent by default;
        ``True`` shows retries and drift; ``False`` logs nothing; or another logger.

    Raises
    ------
    ValueError
        There is neither a name and a secret nor a token, no URL to send to, or a
        setting can't be sent.
    """

    def __init__(
        self,
        *,
        domain: Optional[str] = None,
        client_id: Optional[str] = None,
        client_secret: Optional[str] = None,
        audience: Optional[str] = None,
        scopes: Optional[Sequence[str]] = None,
        token: Optional[Token] = None,
        base_url: Optional[str] = None,
        environment: Auth0Environment = Auth0Environment.DEFAULT,
        headers: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        retry_policy: Optional[RetryPolicy] = None,
        follow_redirects: bool = True,
        httpx_client: Optional[HttpxClient] = None,
        transport: Optional[Transport] = None,
        strict_responses: bool = False,
        before_request: Optional[RequestHook] = None,
        after_response: Optional[ResponseHook] = None,
        on_retry: Optional[RetryHook] = None,
        on_drift: Optional[DriftHook] = None,
        logging: Union[Logger, bool, None] = None,
    ) -> None:
        base_url = choose_server(
            base_url,
            environment.value,
            {
                "tenantDomain": domain,
            },
            {
                "tenantDomain": "{TENANT}.auth0.com",
            },
        )
        if transport is None:
            # One for both, so that tokens come over the connections of the calls.
            transport = HttpxTransport(httpx_client)
        if token is None:
            if client_id is None or client_secret is None:
                raise ValueError("give client_id and client_secret, or a token")
            if audience is None:
                audience = absolute_url(base_url, "/api/v2/")
            token = ClientCredentials(
                token_url=absolute_url(base_url, "/oauth/token/"),
                client_id=client_id,
                client_secret=client_secret,
                parameters={
                    "audience": audience,
                },
                scopes=scopes,
                transport=transport,
                timeout=timeout,
                max_retries=max_retries,
                retry_policy=retry_policy,
                user_agent="auth0-management-sdk/0.1.0",
                before_request=before_request,
                after_response=after_response,
                on_retry=on_retry,
                logging=logging,
            )
        super().__init__(
            token=token,
            base_url=base_url,
            headers=headers,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            follow_redirects=follow_redirects,
            transport=transport,
            strict_responses=strict_responses,
            before_request=before_request,
            after_response=after_response,
            on_retry=on_retry,
            on_drift=on_drift,
            logging=logging,
        )


class AsyncManagementClient(AsyncAuth0):
    """The asynchronous client of the Auth0 Management API.

    It asks for a token when it first needs one, by the client credentials grant of
    OAuth 2.0 (RFC 6749, section 4.4), holds it, and renews it in time, and once when it
    is refused. Calls that run side by side share one request for a token.

    Parameters
    ----------
    domain
        Where the tenant answers: its host name, without scheme or path.
        Wins over `base_url`.
    client_id, client_secret
        Who asks for tokens. The secret is never shown, logged or pickled.
    audience
        The ``audience`` of the token request; by default /api/v2/, on the server of the
        API.
    scopes
        What to ask for; by default the server decides.
    token
        A bearer token, or a function that returns one, in place of `client_id` and
        `client_secret`.
    base_url
        Where the API is, in place of the environment.
    environment
        Which of the API's known servers to use.
    headers
        Sent with every request.
    timeout
        Seconds, for connecting and for every wait; ``None`` waits for ever. By default
        what a given `httpx_client` says, else 60.
    max_retries
        How often a call that failed for a passing reason is tried again.
    retry_policy
        Which failures are passing, and how long to wait; also holds the clock.
    follow_redirects
        Whether redirects are followed; credentials stay with their origin.
    httpx_client
        A client of the HTTP library to send with; it stays its owner's to close.
    transport
        What sends, in place of an HTTP library; closed with this client.
    strict_responses
        Raise an error for responses that depart from the API's description.
    before_request
        Told of every request before it is sent; what it raises ends the call. Like
        all hooks it sees neither bodies nor credentials; it may be asynchronous.
    after_response
        Told of every response. What this hook and those below raise is logged only.
    on_retry
        Told when a request will be sent again.
    on_drift
        Told where a response departs from the API's description.
    logging
        ``None`` leaves the package's logger to :mod:`logging`, silent by default;
        ``True`` shows retries and drift; ``False`` logs nothing; or another logger.

    Raises
    ------
    ValueError
        There is neither a name and a secret nor a token, no URL to send to, or a
        setting can't be sent.
    """

    def __init__(
        self,
        *,
        domain: Optional[str] = None,
        client_id: Optional[str] = None,
        client_secret: Optional[str] = None,
        audience: Optional[str] = None,
        scopes: Optional[Sequence[str]] = None,
        token: Optional[AsyncToken] = None,
        base_url: Optional[str] = None,
        environment: Auth0Environment = Auth0Environment.DEFAULT,
        headers: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        retry_policy: Optional[RetryPolicy] = None,
        follow_redirects: bool = True,
        httpx_client: Optional[AsyncHttpxClient] = None,
        transport: Optional[AsyncTransport] = None,
        strict_responses: bool = False,
        before_request: Optional[AsyncRequestHook] = None,
        after_response: Optional[AsyncResponseHook] = None,
        on_retry: Optional[AsyncRetryHook] = None,
        on_drift: Optional[AsyncDriftHook] = None,
        logging: Union[Logger, bool, None] = None,
    ) -> None:
        base_url = choose_server(
            base_url,
            environment.value,
            {
                "tenantDomain": domain,
            },
            {
                "tenantDomain": "{TENANT}.auth0.com",
            },
        )
        if transport is None:
            # One for both, so that tokens come over the connections of the calls.
            transport = AsyncHttpxTransport(httpx_client)
        if token is None:
            if client_id is None or client_secret is None:
                raise ValueError("give client_id and client_secret, or a token")
            if audience is None:
                audience = absolute_url(base_url, "/api/v2/")
            token = AsyncClientCredentials(
                token_url=absolute_url(base_url, "/oauth/token/"),
                client_id=client_id,
                client_secret=client_secret,
                parameters={
                    "audience": audience,
                },
                scopes=scopes,
                transport=transport,
                timeout=timeout,
                max_retries=max_retries,
                retry_policy=retry_policy,
                user_agent="auth0-management-sdk/0.1.0",
                before_request=before_request,
                after_response=after_response,
                on_retry=on_retry,
                logging=logging,
            )
        super().__init__(
            token=token,
            base_url=base_url,
            headers=headers,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            follow_redirects=follow_redirects,
            transport=transport,
            strict_responses=strict_responses,
            before_request=before_request,
            after_response=after_response,
            on_retry=on_retry,
            on_drift=on_drift,
            logging=logging,
        )
