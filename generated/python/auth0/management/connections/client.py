"""The ``connections`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from .. import types as _types
from ..core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ..core import RequestOptions
    from ..types import (
        ConnectionAuthenticationPurpose,
        ConnectionAuthenticationPurposeDict,
        ConnectionIdentityProviderEnum,
        ConnectionPropertiesOptions,
        ConnectionPropertiesOptionsDict,
        ConnectionsMetadata,
        CreateConnectionResponseContent,
    )


class ConnectionsClient(Resource):
    """The places users come from."""

    @property
    def with_raw_response(self) -> RawConnectionsClient:
        """The same methods, returning the whole response."""
        return RawConnectionsClient(self)

    def create(
        self,
        *,
        name: str,
        strategy: ConnectionIdentityProviderEnum,
        display_name: Optional[str] = OMIT,
        options: Optional[
            Union[ConnectionPropertiesOptions, ConnectionPropertiesOptionsDict]
        ] = OMIT,
        enabled_clients: Optional[Sequence[str]] = OMIT,
        is_domain_connection: Optional[bool] = OMIT,
        show_as_button: Optional[bool] = OMIT,
        metadata: Optional[ConnectionsMetadata] = OMIT,
        authentication: Optional[
            Union[ConnectionAuthenticationPurpose, ConnectionAuthenticationPurposeDict]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateConnectionResponseContent:
        """Open up a new source of users

        Stores a new source of users. The name of a connection that is still being
        deleted cannot be used again yet.

        Parameters
        ----------
        name : str
            What the connection is called.

            At most 128 characters; matches ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$.
        strategy : ConnectionIdentityProviderEnum
            Strategy of a new connection: the kind of identity provider.
        display_name : Optional[str]
            What people see as the name of the connection.

            At most 128 characters.
        options : Optional[Union[ConnectionPropertiesOptions, ConnectionPropertiesOptionsDict]]
            Settings for a new connection; which of them apply depends on the strategy.
        enabled_clients : Optional[Sequence[str]]
            Applications that may use it; better set through the connection's own
            operations.
        is_domain_connection : Optional[bool]
            Whether applications of third parties may use it.
        show_as_button : Optional[bool]
            Whether the login page has a button for it.
        metadata : Optional[ConnectionsMetadata]
            Up to ten short texts of your own about a connection.
        authentication : Optional[Union[ConnectionAuthenticationPurpose, ConnectionAuthenticationPurposeDict]]
            Whether users may log in through the connection.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateConnectionResponseContent
            The connection as it was stored.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The options do not fit the strategy of the connection.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:connections.
        ConflictError
            - The request is at odds with what is stored about the connection.
            - A connection of this name is still being removed.
            - One of the realms belongs to another connection.
            - The strategy has a connection at domain level already.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.connections.create(name="name", strategy="ad")
        """
        return self._api.call(
            _types.CreateConnectionResponseContent,
            "POST",
            "/connections",
            json={
                "name": name,
                "strategy": strategy,
                "display_name": display_name,
                "options": options,
                "enabled_clients": enabled_clients,
                "is_domain_connection": is_domain_connection,
                "show_as_button": show_as_button,
                "metadata": metadata,
                "authentication": authentication,
            },
            request_options=request_options,
        )

    def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a connection away

        Takes a connection away together with its users. The work may go on after the
        answer has been sent.

        Parameters
        ----------
        id : str
            Picks out the connection to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:connections.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.connections.delete("id")
        """
        return self._api.call(
            None,
            "DELETE",
            "/connections/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )


class RawConnectionsClient(RawResource[ConnectionsClient]):
    """The operations of ``ConnectionsClient``, returning ``HttpResponse``."""

    create = raw_method(ConnectionsClient.create)
    delete = raw_method(ConnectionsClient.delete)


class AsyncConnectionsClient(AsyncResource):
    """The places users come from."""

    @property
    def with_raw_response(self) -> AsyncRawConnectionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawConnectionsClient(self)

    async def create(
        self,
        *,
        name: str,
        strategy: ConnectionIdentityProviderEnum,
        display_name: Optional[str] = OMIT,
        options: Optional[
            Union[ConnectionPropertiesOptions, ConnectionPropertiesOptionsDict]
        ] = OMIT,
        enabled_clients: Optional[Sequence[str]] = OMIT,
        is_domain_connection: Optional[bool] = OMIT,
        show_as_button: Optional[bool] = OMIT,
        metadata: Optional[ConnectionsMetadata] = OMIT,
        authentication: Optional[
            Union[ConnectionAuthenticationPurpose, ConnectionAuthenticationPurposeDict]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateConnectionResponseContent:
        """Open up a new source of users

        Stores a new source of users. The name of a connection that is still being
        deleted cannot be used again yet.

        Parameters
        ----------
        name : str
            What the connection is called.

            At most 128 characters; matches ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$.
        strategy : ConnectionIdentityProviderEnum
            Strategy of a new connection: the kind of identity provider.
        display_name : Optional[str]
            What people see as the name of the connection.

            At most 128 characters.
        options : Optional[Union[ConnectionPropertiesOptions, ConnectionPropertiesOptionsDict]]
            Settings for a new connection; which of them apply depends on the strategy.
        enabled_clients : Optional[Sequence[str]]
            Applications that may use it; better set through the connection's own
            operations.
        is_domain_connection : Optional[bool]
            Whether applications of third parties may use it.
        show_as_button : Optional[bool]
            Whether the login page has a button for it.
        metadata : Optional[ConnectionsMetadata]
            Up to ten short texts of your own about a connection.
        authentication : Optional[Union[ConnectionAuthenticationPurpose, ConnectionAuthenticationPurposeDict]]
            Whether users may log in through the connection.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateConnectionResponseContent
            The connection as it was stored.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The options do not fit the strategy of the connection.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:connections.
        ConflictError
            - The request is at odds with what is stored about the connection.
            - A connection of this name is still being removed.
            - One of the realms belongs to another connection.
            - The strategy has a connection at domain level already.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.connections.create(name="name", strategy="ad")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateConnectionResponseContent,
            "POST",
            "/connections",
            json={
                "name": name,
                "strategy": strategy,
                "display_name": display_name,
                "options": options,
                "enabled_clients": enabled_clients,
                "is_domain_connection": is_domain_connection,
                "show_as_button": show_as_button,
                "metadata": metadata,
                "authentication": authentication,
            },
            request_options=request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a connection away

        Takes a connection away together with its users. The work may go on after the
        answer has been sent.

        Parameters
        ----------
        id : str
            Picks out the connection to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:connections.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.connections.delete("id")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/connections/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )


class AsyncRawConnectionsClient(AsyncRawResource[AsyncConnectionsClient]):
    """The operations of ``AsyncConnectionsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncConnectionsClient.create)
    delete = async_raw_method(AsyncConnectionsClient.delete)
