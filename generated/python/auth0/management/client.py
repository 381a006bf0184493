"""The clients of the Auth0 Management API."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Mapping, Optional, Union

from typing_extensions import Self

from .core.resource import AsyncResource, Resource
from .core.servers import choose_server
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
    from .actions.client import ActionsClient, AsyncActionsClient
    from .attack_protection.client import (
        AsyncAttackProtectionClient,
        AttackProtectionClient,
    )
    from .branding.client import AsyncBrandingClient, BrandingClient
    from .client_grants.client import AsyncClientGrantsClient, ClientGrantsClient
    from .clients.client import AsyncClientsClient, ClientsClient
    from .connections.client import AsyncConnectionsClient, ConnectionsClient
    from .custom_domains.client import AsyncCustomDomainsClient, CustomDomainsClient
    from .email_templates.client import AsyncEmailTemplatesClient, EmailTemplatesClient
    from .event_streams.client import AsyncEventStreamsClient, EventStreamsClient
    from .events.client import AsyncEventsClient, EventsClient
    from .flows.client import AsyncFlowsClient, FlowsClient
    from .guardian.client import AsyncGuardianClient, GuardianClient
    from .hooks.client import AsyncHooksClient, HooksClient
    from .jobs.client import AsyncJobsClient, JobsClient
    from .keys.client import AsyncKeysClient, KeysClient
    from .logs.client import AsyncLogsClient, LogsClient
    from .roles.client import AsyncRolesClient, RolesClient
    from .stats.client import AsyncStatsClient, StatsClient
    from .users.client import AsyncUsersClient, UsersClient
    from .verifiable_credentials.client import (
        AsyncVerifiableCredentialsClient,
        VerifiableCredentialsClient,
    )


class Auth0Environment(Enum):
    """Where the Auth0 Management API is served."""

    DEFAULT = "https://{tenantDomain}/api/v2"
    """The tenant, under its own or a custom domain"""


def _type_named(name: str) -> Any:
    from . import types

    return getattr(types, name)


class Auth0(Resource):
    """The client of the Auth0 Management API.

    A part of the Management API, with which a tenant is configured: actions in full,
    and of the rest what shows each construct of the document at least once.

    Parameters
    ----------
    token
        A bearer token, or a function that returns the one to use now.
    base_url
        Where the API is, in place of the environment.
    environment
        Which of the API's known servers to use.
    tenant_domain
        Where the tenant answers: its host name, without scheme or path.
        Wins over `base_url`.
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
        There is no URL to send to, or a setting can't be sent.
    """

    def __init__(
        self,
        *,
        token: Token,
        base_url: Optional[str] = None,
        environment: Auth0Environment = Auth0Environment.DEFAULT,
        tenant_domain: Optional[str] = None,
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
                "tenantDomain": tenant_domain,
            },
            {
                "tenantDomain": "{TENANT}.auth0.com",
            },
        )
        from .core import ApiClient

        super().__init__(
            ApiClient(
                base_url=base_url,
                token=token,
                headers=headers,
                timeout=timeout,
                max_retries=max_retries,
                retry_policy=retry_policy,
                follow_redirects=follow_redirects,
                httpx_client=httpx_client,
                transport=transport,
                user_agent="auth0-management-sdk/0.1.0",
                type_resolver=_type_named,
                strict_responses=strict_responses,
                before_request=before_request,
                after_response=after_response,
                on_retry=on_retry,
                on_drift=on_drift,
                logging=logging,
            )
        )

    @cached_property
    def actions(self) -> ActionsClient:
        """Custom code that runs at set points of a flow, its versions and its
        bindings.
        """
        from .actions.client import ActionsClient

        return ActionsClient(self._api)

    @cached_property
    def attack_protection(self) -> AttackProtectionClient:
        """The ``attack_protection`` operations."""
        from .attack_protection.client import AttackProtectionClient

        return AttackProtectionClient(self._api)

    @cached_property
    def branding(self) -> BrandingClient:
        """How the pages and messages of the tenant look."""
        from .branding.client import BrandingClient

        return BrandingClient(self._api)

    @cached_property
    def client_grants(self) -> ClientGrantsClient:
        """The ``client_grants`` operations."""
        from .client_grants.client import ClientGrantsClient

        return ClientGrantsClient(self._api)

    @cached_property
    def clients(self) -> ClientsClient:
        """Applications that use the tenant."""
        from .clients.client import ClientsClient

        return ClientsClient(self._api)

    @cached_property
    def connections(self) -> ConnectionsClient:
        """The places users come from."""
        from .connections.client import ConnectionsClient

        return ConnectionsClient(self._api)

    @cached_property
    def custom_domains(self) -> CustomDomainsClient:
        """The ``custom_domains`` operations."""
        from .custom_domains.client import CustomDomainsClient

        return CustomDomainsClient(self._api)

    @cached_property
    def email_templates(self) -> EmailTemplatesClient:
        """The ``email_templates`` operations."""
        from .email_templates.client import EmailTemplatesClient

        return EmailTemplatesClient(self._api)

    @cached_property
    def event_streams(self) -> EventStreamsClient:
        """The ``event_streams`` operations."""
        from .event_streams.client import EventStreamsClient

        return EventStreamsClient(self._api)

    @cached_property
    def events(self) -> EventsClient:
        """Events, as they happen."""
        from .events.client import EventsClient

        return EventsClient(self._api)

    @cached_property
    def flows(self) -> FlowsClient:
        """Steps that forms and other parts run on the server."""
        from .flows.client import FlowsClient

        return FlowsClient(self._api)

    @cached_property
    def guardian(self) -> GuardianClient:
        """Second factors and when to ask for them."""
        from .guardian.client import GuardianClient

        return GuardianClient(self._api)

    @cached_property
    def hooks(self) -> HooksClient:
        """Older extension points, and their secrets."""
        from .hooks.client import HooksClient

        return HooksClient(self._api)

    @cached_property
    def jobs(self) -> JobsClient:
        """Work that runs in the background."""
        from .jobs.client import JobsClient

        return JobsClient(self._api)

    @cached_property
    def keys(self) -> KeysClient:
        """Keys for signing and for encryption."""
        from .keys.client import KeysClient

        return KeysClient(self._api)

    @cached_property
    def logs(self) -> LogsClient:
        """What happened in the tenant."""
        from .logs.client import LogsClient

        return LogsClient(self._api)

    @cached_property
    def roles(self) -> RolesClient:
        """Sets of permissions."""
        from .roles.client import RolesClient

        return RolesClient(self._api)

    @cached_property
    def stats(self) -> StatsClient:
        """Figures about logins and sign-ups."""
        from .stats.client import StatsClient

        return StatsClient(self._api)

    @cached_property
    def users(self) -> UsersClient:
        """People who log in."""
        from .users.client import UsersClient

        return UsersClient(self._api)

    @cached_property
    def verifiable_credentials(self) -> VerifiableCredentialsClient:
        """The ``verifiable_credentials`` operations."""
        from .verifiable_credentials.client import VerifiableCredentialsClient

        return VerifiableCredentialsClient(self._api)

    def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        self._api.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exception_type: Optional[type[BaseException]],
        exception: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()


class AsyncAuth0(AsyncResource):
    """The asynchronous client of the Auth0 Management API.

    A part of the Management API, with which a tenant is configured: actions in full,
    and of the rest what shows each construct of the document at least once.

    Parameters
    ----------
    token
        A bearer token, or a function that returns the one to use now.
    base_url
        Where the API is, in place of the environment.
    environment
        Which of the API's known servers to use.
    tenant_domain
        Where the tenant answers: its host name, without scheme or path.
        Wins over `base_url`.
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
        There is no URL to send to, or a setting can't be sent.
    """

    def __init__(
        self,
        *,
        token: AsyncToken,
        base_url: Optional[str] = None,
        environment: Auth0Environment = Auth0Environment.DEFAULT,
        tenant_domain: Optional[str] = None,
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
                "tenantDomain": tenant_domain,
            },
            {
                "tenantDomain": "{TENANT}.auth0.com",
            },
        )
        from .core import AsyncApiClient

        super().__init__(
            AsyncApiClient(
                base_url=base_url,
                token=token,
                headers=headers,
                timeout=timeout,
                max_retries=max_retries,
                retry_policy=retry_policy,
                follow_redirects=follow_redirects,
                httpx_client=httpx_client,
                transport=transport,
                user_agent="auth0-management-sdk/0.1.0",
                type_resolver=_type_named,
                strict_responses=strict_responses,
                before_request=before_request,
                after_response=after_response,
                on_retry=on_retry,
                on_drift=on_drift,
                logging=logging,
            )
        )

    @cached_property
    def actions(self) -> AsyncActionsClient:
        """Custom code that runs at set points of a flow, its versions and its
        bindings.
        """
        from .actions.client import AsyncActionsClient

        return AsyncActionsClient(self._api)

    @cached_property
    def attack_protection(self) -> AsyncAttackProtectionClient:
        """The ``attack_protection`` operations."""
        from .attack_protection.client import AsyncAttackProtectionClient

        return AsyncAttackProtectionClient(self._api)

    @cached_property
    def branding(self) -> AsyncBrandingClient:
        """How the pages and messages of the tenant look."""
        from .branding.client import AsyncBrandingClient

        return AsyncBrandingClient(self._api)

    @cached_property
    def client_grants(self) -> AsyncClientGrantsClient:
        """The ``client_grants`` operations."""
        from .client_grants.client import AsyncClientGrantsClient

        return AsyncClientGrantsClient(self._api)

    @cached_property
    def clients(self) -> AsyncClientsClient:
        """Applications that use the tenant."""
        from .clients.client import AsyncClientsClient

        return AsyncClientsClient(self._api)

    @cached_property
    def connections(self) -> AsyncConnectionsClient:
        """The places users come from."""
        from .connections.client import AsyncConnectionsClient

        return AsyncConnectionsClient(self._api)

    @cached_property
    def custom_domains(self) -> AsyncCustomDomainsClient:
        """The ``custom_domains`` operations."""
        from .custom_domains.client import AsyncCustomDomainsClient

        return AsyncCustomDomainsClient(self._api)

    @cached_property
    def email_templates(self) -> AsyncEmailTemplatesClient:
        """The ``email_templates`` operations."""
        from .email_templates.client import AsyncEmailTemplatesClient

        return AsyncEmailTemplatesClient(self._api)

    @cached_property
    def event_streams(self) -> AsyncEventStreamsClient:
        """The ``event_streams`` operations."""
        from .event_streams.client import AsyncEventStreamsClient

        return AsyncEventStreamsClient(self._api)

    @cached_property
    def events(self) -> AsyncEventsClient:
        """Events, as they happen."""
        from .events.client import AsyncEventsClient

        return AsyncEventsClient(self._api)

    @cached_property
    def flows(self) -> AsyncFlowsClient:
        """Steps that forms and other parts run on the server."""
        from .flows.client import AsyncFlowsClient

        return AsyncFlowsClient(self._api)

    @cached_property
    def guardian(self) -> AsyncGuardianClient:
        """Second factors and when to ask for them."""
        from .guardian.client import AsyncGuardianClient

        return AsyncGuardianClient(self._api)

    @cached_property
    def hooks(self) -> AsyncHooksClient:
        """Older extension points, and their secrets."""
        from .hooks.client import AsyncHooksClient

        return AsyncHooksClient(self._api)

    @cached_property
    def jobs(self) -> AsyncJobsClient:
        """Work that runs in the background."""
        from .jobs.client import AsyncJobsClient

        return AsyncJobsClient(self._api)

    @cached_property
    def keys(self) -> AsyncKeysClient:
        """Keys for signing and for encryption."""
        from .keys.client import AsyncKeysClient

        return AsyncKeysClient(self._api)

    @cached_property
    def logs(self) -> AsyncLogsClient:
        """What happened in the tenant."""
        from .logs.client import AsyncLogsClient

        return AsyncLogsClient(self._api)

    @cached_property
    def roles(self) -> AsyncRolesClient:
        """Sets of permissions."""
        from .roles.client import AsyncRolesClient

        return AsyncRolesClient(self._api)

    @cached_property
    def stats(self) -> AsyncStatsClient:
        """Figures about logins and sign-ups."""
        from .stats.client import AsyncStatsClient

        return AsyncStatsClient(self._api)

    @cached_property
    def users(self) -> AsyncUsersClient:
        """People who log in."""
        from .users.client import AsyncUsersClient

        return AsyncUsersClient(self._api)

    @cached_property
    def verifiable_credentials(self) -> AsyncVerifiableCredentialsClient:
        """The ``verifiable_credentials`` operations."""
        from .verifiable_credentials.client import AsyncVerifiableCredentialsClient

        return AsyncVerifiableCredentialsClient(self._api)

    async def close(self) -> None:
        """Close the connections, but not those of an `httpx_client` that was given."""
        await self._api.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exception_type: Optional[type[BaseException]],
        exception: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        await self.close()
