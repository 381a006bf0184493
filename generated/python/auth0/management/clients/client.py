"""The ``clients`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    PageNumber,
    RawResource,
    Resource,
    unchanged_method,
)

if TYPE_CHECKING:
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import Client, ListClientsOffsetPaginatedResponseContent


class ClientsClient(Resource):
    """Applications that use the tenant."""

    @property
    def with_raw_response(self) -> RawClientsClient:
        """The same methods, returning the whole response."""
        return RawClientsClient(self)

    def list(
        self,
        *,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        is_global: Optional[bool] = None,
        is_first_party: Optional[bool] = None,
        app_type: Optional[str] = None,
        external_client_id: Optional[str] = None,
        q: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[Client, ListClientsOffsetPaginatedResponseContent]:
        """Page through the applications

        Gives the applications of the tenant. Secrets and keys appear only where the
        token has the scopes for them.

        Parameters
        ----------
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        is_global : Optional[bool]
            Keeps the global application (true) or all others (false).
        is_first_party : Optional[bool]
            Keeps applications of your own (true) or of others (false).
        app_type : Optional[str]
            Kinds of application to keep, separated by commas.
        external_client_id : Optional[str]
            Keeps the application whose metadata document has this address.

            1 to 120 characters.
        q : Optional[str]
            Search query in Lucene syntax.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[Client, ListClientsOffsetPaginatedResponseContent]
            Applications, in one of three shapes.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            - The access token lacks a scope that would do: read:clients,
              read:client_keys, read:client_credentials, read:client_summary.
            - One of the fields needs a scope that the token does not have.
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
            for item in client.clients.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListClientsOffsetPaginatedResponseContent,
            "GET",
            "/clients",
            query={
                "fields": fields,
                "include_fields": include_fields,
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "is_global": is_global,
                "is_first_party": is_first_party,
                "app_type": app_type,
                "external_client_id": external_client_id,
                "q": q,
            },
            items=lambda page: page.clients,
            rule=PageNumber("page"),
            item=_types.Client,
            request_options=request_options,
        )


class RawClientsClient(RawResource[ClientsClient]):
    """The operations of ``ClientsClient``, returning ``HttpResponse``."""

    list = unchanged_method(ClientsClient.list)


class AsyncClientsClient(AsyncResource):
    """Applications that use the tenant."""

    @property
    def with_raw_response(self) -> AsyncRawClientsClient:
        """The same methods, returning the whole response."""
        return AsyncRawClientsClient(self)

    async def list(
        self,
        *,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        is_global: Optional[bool] = None,
        is_first_party: Optional[bool] = None,
        app_type: Optional[str] = None,
        external_client_id: Optional[str] = None,
        q: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[Client, ListClientsOffsetPaginatedResponseContent]:
        """Page through the applications

        Gives the applications of the tenant. Secrets and keys appear only where the
        token has the scopes for them.

        Parameters
        ----------
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        is_global : Optional[bool]
            Keeps the global application (true) or all others (false).
        is_first_party : Optional[bool]
            Keeps applications of your own (true) or of others (false).
        app_type : Optional[str]
            Kinds of application to keep, separated by commas.
        external_client_id : Optional[str]
            Keeps the application whose metadata document has this address.

            1 to 120 characters.
        q : Optional[str]
            Search query in Lucene syntax.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[Client, ListClientsOffsetPaginatedResponseContent]
            Applications, in one of three shapes.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            - The access token lacks a scope that would do: read:clients,
              read:client_keys, read:client_credentials, read:client_summary.
            - One of the fields needs a scope that the token does not have.
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
                async for item in await client.clients.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListClientsOffsetPaginatedResponseContent,
            "GET",
            "/clients",
            query={
                "fields": fields,
                "include_fields": include_fields,
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "is_global": is_global,
                "is_first_party": is_first_party,
                "app_type": app_type,
                "external_client_id": external_client_id,
                "q": q,
            },
            items=lambda page: page.clients,
            rule=PageNumber("page"),
            item=_types.Client,
            request_options=request_options,
        )


class AsyncRawClientsClient(AsyncRawResource[AsyncClientsClient]):
    """The operations of ``AsyncClientsClient``, returning ``HttpResponse``."""

    list = unchanged_method(AsyncClientsClient.list)
