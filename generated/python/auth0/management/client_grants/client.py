"""The ``client_grants`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    Cursor,
    RawResource,
    Resource,
    unchanged_method,
)

if TYPE_CHECKING:
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import (
        ClientGrantAllowAnyOrganizationEnum,
        ClientGrantDefaultForEnum,
        ClientGrantResponseContent,
        ClientGrantSubjectTypeEnum,
        ListClientGrantPaginatedResponseContent,
    )


class ClientGrantsClient(Resource):
    """The ``client_grants`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawClientGrantsClient:
        """The same methods, returning the whole response."""
        return RawClientGrantsClient(self)

    def list(
        self,
        *,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        audience: Optional[str] = None,
        client_id: Optional[str] = None,
        allow_any_organization: Optional[ClientGrantAllowAnyOrganizationEnum] = None,
        subject_type: Optional[ClientGrantSubjectTypeEnum] = None,
        default_for: Optional[ClientGrantDefaultForEnum] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ClientGrantResponseContent, ListClientGrantPaginatedResponseContent]:
        """Page through the client grants

        A client grant says which scopes of which API an application may ask for. The
        filters narrow the list by API, by application and by kind of subject.

        Parameters
        ----------
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            1 to 100.
        audience : Optional[str]
            Keeps only grants for this API.
        client_id : Optional[str]
            Keeps only grants of this application.
        allow_any_organization : Optional[ClientGrantAllowAnyOrganizationEnum]
            Keeps only grants that every organization may use.
        subject_type : Optional[ClientGrantSubjectTypeEnum]
            Keeps only grants for this kind of subject.
        default_for : Optional[ClientGrantDefaultForEnum]
            Keeps only grants that are the default of this group of applications.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[ClientGrantResponseContent, ListClientGrantPaginatedResponseContent]
            Client grants, in one of three shapes.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:client_grants.
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
            for item in client.client_grants.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListClientGrantPaginatedResponseContent,
            "GET",
            "/client-grants",
            query={
                "from": from_,
                "take": take,
                "audience": audience,
                "client_id": client_id,
                "allow_any_organization": allow_any_organization,
                "subject_type": subject_type,
                "default_for": default_for,
            },
            items=lambda page: page.client_grants,
            rule=Cursor("from", lambda page: page.next),
            item=_types.ClientGrantResponseContent,
            request_options=request_options,
        )


class RawClientGrantsClient(RawResource[ClientGrantsClient]):
    """The operations of ``ClientGrantsClient``, returning ``HttpResponse``."""

    list = unchanged_method(ClientGrantsClient.list)


class AsyncClientGrantsClient(AsyncResource):
    """The ``client_grants`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawClientGrantsClient:
        """The same methods, returning the whole response."""
        return AsyncRawClientGrantsClient(self)

    async def list(
        self,
        *,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        audience: Optional[str] = None,
        client_id: Optional[str] = None,
        allow_any_organization: Optional[ClientGrantAllowAnyOrganizationEnum] = None,
        subject_type: Optional[ClientGrantSubjectTypeEnum] = None,
        default_for: Optional[ClientGrantDefaultForEnum] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[
        ClientGrantResponseContent, ListClientGrantPaginatedResponseContent
    ]:
        """Page through the client grants

        A client grant says which scopes of which API an application may ask for. The
        filters narrow the list by API, by application and by kind of subject.

        Parameters
        ----------
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            1 to 100.
        audience : Optional[str]
            Keeps only grants for this API.
        client_id : Optional[str]
            Keeps only grants of this application.
        allow_any_organization : Optional[ClientGrantAllowAnyOrganizationEnum]
            Keeps only grants that every organization may use.
        subject_type : Optional[ClientGrantSubjectTypeEnum]
            Keeps only grants for this kind of subject.
        default_for : Optional[ClientGrantDefaultForEnum]
            Keeps only grants that are the default of this group of applications.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[ClientGrantResponseContent, ListClientGrantPaginatedResponseContent]
            Client grants, in one of three shapes.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:client_grants.
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
                async for item in await client.client_grants.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListClientGrantPaginatedResponseContent,
            "GET",
            "/client-grants",
            query={
                "from": from_,
                "take": take,
                "audience": audience,
                "client_id": client_id,
                "allow_any_organization": allow_any_organization,
                "subject_type": subject_type,
                "default_for": default_for,
            },
            items=lambda page: page.client_grants,
            rule=Cursor("from", lambda page: page.next),
            item=_types.ClientGrantResponseContent,
            request_options=request_options,
        )


class AsyncRawClientGrantsClient(AsyncRawResource[AsyncClientGrantsClient]):
    """The operations of ``AsyncClientGrantsClient``, returning ``HttpResponse``."""

    list = unchanged_method(AsyncClientGrantsClient.list)
