"""The clients of the Auth0 Management API."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Mapping, Optional

from typing_extensions import Self

from .core.api_client import ApiClient as _ApiClient
from .core.async_api_client import AsyncApiClient as _AsyncApiClient
from .core.resource import AsyncResource, Resource
from .core.servers import server_url

if TYPE_CHECKING:
    from .core.answers import DriftListener
    from .core.credentials import AsyncToken, Token
    from .core.transport import AsyncHttpxClient, HttpxClient
    from .actions.client import ActionsClient
    from .attack_protection.client import AttackProtectionClient
    from .branding.client import BrandingClient
    from .client_grants.client import ClientGrantsClient
    from .clients.client import ClientsClient
    from .connections.client import ConnectionsClient
    from .custom_domains.client import CustomDomainsClient
    from .email_templates.client import EmailTemplatesClient
    from .event_streams.client import EventStreamsClient
    from .events.client import EventsClient
    from .flows.client import FlowsClient
    from .guardian.client import GuardianClient
    from .hooks.client import HooksClient
    from .jobs.client import JobsClient
    from .keys.client import KeysClient
    from .logs.client import LogsClient
    from .roles.client import RolesClient
    from .stats.client import StatsClient
    from .users.client import UsersClient
    from .verifiable_credentials.client import VerifiableCredentialsClient
    from .actions.client import AsyncActionsClient
    from .attack_protection.client import AsyncAttackProtectionClient
    from .branding.client import AsyncBrandingClient
    from .client_grants.client import AsyncClientGrantsClient
    from .clients.client import AsyncClientsClient
    from .connections.client import AsyncConnectionsClient
    from .custom_domains.client import AsyncCustomDomainsClient
    from .email_templates.client import AsyncEmailTemplatesClient
    from .event_streams.client import AsyncEventStreamsClient
    from .events.client import AsyncEventsClient
    from .flows.client import AsyncFlowsClient
    from .guardian.client import AsyncGuardianClient
    from .hooks.client import AsyncHooksClient
    from .jobs.client import AsyncJobsClient
    from .keys.client import AsyncKeysClient
    from .logs.client import AsyncLogsClient
    from .roles.client import AsyncRolesClient
    from .stats.client import AsyncStatsClient
    from .users.client import AsyncUsersClient
    from .verifiable_credentials.client import AsyncVerifiableCredentialsClient


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
        Seconds, for connecting and for every wait; ``None`` waits for ever.
    max_retries
        How often a call that failed for a passing reason is tried again.
    follow_redirects
        Whether redirects are followed; credentials stay with their origin.
    httpx_client
        A client of the HTTP library to send with; it stays its owner's to close.
    on_drift
        Told of answers that depart from the API's description.
    strict_responses
        Raise an error for such answers instead.

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
        timeout: Optional[float] = 60.0,
        max_retries: int = 2,
        follow_redirects: bool = True,
        httpx_client: Optional[HttpxClient] = None,
        on_drift: Optional[DriftListener] = None,
        strict_responses: bool = False,
    ) -> None:
        variables = {
            "tenantDomain": tenant_domain,
        }
        if base_url is None or any(variables.values()):
            base_url = server_url(
                environment.value,
                variables,
                {
                    "tenantDomain": "{TENANT}.auth0.com",
                },
            )
        super().__init__(
            _ApiClient(
                base_url=base_url,
                token=token,
                headers=headers,
                timeout=timeout,
                max_retries=max_retries,
                follow_redirects=follow_redirects,
                httpx_client=httpx_client,
                user_agent="auth0-management-sdk/0.1.0",
                type_resolver=_type_named,
                on_drift=on_drift,
                strict_responses=strict_responses,
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
        Seconds, for connecting and for every wait; ``None`` waits for ever.
    max_retries
        How often a call that failed for a passing reason is tried again.
    follow_redirects
        Whether redirects are followed; credentials stay with their origin.
    httpx_client
        A client of the HTTP library to send with; it stays its owner's to close.
    on_drift
        Told of answers that depart from the API's description.
    strict_responses
        Raise an error for such answers instead.

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
        timeout: Optional[float] = 60.0,
        max_retries: int = 2,
        follow_redirects: bool = True,
        httpx_client: Optional[AsyncHttpxClient] = None,
        on_drift: Optional[DriftListener] = None,
        strict_responses: bool = False,
    ) -> None:
        variables = {
            "tenantDomain": tenant_domain,
        }
        if base_url is None or any(variables.values()):
            base_url = server_url(
                environment.value,
                variables,
                {
                    "tenantDomain": "{TENANT}.auth0.com",
                },
            )
        super().__init__(
            _AsyncApiClient(
                base_url=base_url,
                token=token,
                headers=headers,
                timeout=timeout,
                max_retries=max_retries,
                follow_redirects=follow_redirects,
                httpx_client=httpx_client,
                user_agent="auth0-management-sdk/0.1.0",
                type_resolver=_type_named,
                on_drift=on_drift,
                strict_responses=strict_responses,
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
