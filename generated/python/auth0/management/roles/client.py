"""The ``roles`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    PageNumber,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
    unchanged_method,
)

if TYPE_CHECKING:
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import (
        CreateRoleResponseContent,
        ListRolesOffsetPaginatedResponseContent,
        Role,
    )
    from .permissions.client import AsyncPermissionsClient, PermissionsClient


class RolesClient(Resource):
    """Sets of permissions."""

    @cached_property
    def permissions(self) -> PermissionsClient:
        """The ``permissions`` operations."""
        from .permissions.client import PermissionsClient

        return PermissionsClient(self._api)

    @property
    def with_raw_response(self) -> RawRolesClient:
        """The same methods, returning the whole response."""
        return RawRolesClient(self)

    def create(
        self,
        *,
        name: str,
        description: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateRoleResponseContent:
        """Add a role

        Stores a role without permissions; these are given to it later.

        Parameters
        ----------
        name : str
            What the role is called.
        description : Optional[str]
            A few words about the role.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateRoleResponseContent
            The role as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:roles.
        ConflictError
            The request is at odds with what is stored about the role.
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
            client.roles.create(name="name")
        """
        return self._api.call(
            _types.CreateRoleResponseContent,
            "POST",
            "/roles",
            json={"name": name, "description": description},
            request_options=request_options,
        )

    def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a role out of the tenant

        Takes a role away, also from every user that had it. The answer has no body
        although its status is 200.

        Parameters
        ----------
        id : str
            Picks out the role to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:roles.
        NotFoundError
            There is no such role.
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
            client.roles.delete("id")
        """
        return self._api.call(
            None,
            "DELETE",
            "/roles/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def list(
        self,
        *,
        per_page: Optional[int] = 50,
        page: Optional[int] = 0,
        include_totals: Optional[bool] = True,
        name_filter: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[Role, ListRolesOffsetPaginatedResponseContent]:
        """Page through the roles

        Gives the roles that were defined in this tenant. The built-in administrator
        roles are not among them.

        Parameters
        ----------
        per_page : Optional[int]
            How many entries a page holds at most.

            1 to 100.
        page : Optional[int]
            Number of the page, counted from 0.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        name_filter : Optional[str]
            Text that the name of a role must contain, in either case.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[Role, ListRolesOffsetPaginatedResponseContent]
            Roles, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:roles.
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
            for item in client.roles.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListRolesOffsetPaginatedResponseContent,
            "GET",
            "/roles",
            query={
                "per_page": per_page,
                "page": page,
                "include_totals": include_totals,
                "name_filter": name_filter,
            },
            items=lambda page: page.roles,
            rule=PageNumber("page"),
            item=_types.Role,
            request_options=request_options,
        )


class RawRolesClient(RawResource[RolesClient]):
    """The operations of ``RolesClient``, returning ``HttpResponse``."""

    create = raw_method(RolesClient.create)
    delete = raw_method(RolesClient.delete)
    list = unchanged_method(RolesClient.list)


class AsyncRolesClient(AsyncResource):
    """Sets of permissions."""

    @cached_property
    def permissions(self) -> AsyncPermissionsClient:
        """The ``permissions`` operations."""
        from .permissions.client import AsyncPermissionsClient

        return AsyncPermissionsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawRolesClient:
        """The same methods, returning the whole response."""
        return AsyncRawRolesClient(self)

    async def create(
        self,
        *,
        name: str,
        description: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateRoleResponseContent:
        """Add a role

        Stores a role without permissions; these are given to it later.

        Parameters
        ----------
        name : str
            What the role is called.
        description : Optional[str]
            A few words about the role.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateRoleResponseContent
            The role as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:roles.
        ConflictError
            The request is at odds with what is stored about the role.
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
                await client.roles.create(name="name")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateRoleResponseContent,
            "POST",
            "/roles",
            json={"name": name, "description": description},
            request_options=request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a role out of the tenant

        Takes a role away, also from every user that had it. The answer has no body
        although its status is 200.

        Parameters
        ----------
        id : str
            Picks out the role to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:roles.
        NotFoundError
            There is no such role.
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
                await client.roles.delete("id")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/roles/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def list(
        self,
        *,
        per_page: Optional[int] = 50,
        page: Optional[int] = 0,
        include_totals: Optional[bool] = True,
        name_filter: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[Role, ListRolesOffsetPaginatedResponseContent]:
        """Page through the roles

        Gives the roles that were defined in this tenant. The built-in administrator
        roles are not among them.

        Parameters
        ----------
        per_page : Optional[int]
            How many entries a page holds at most.

            1 to 100.
        page : Optional[int]
            Number of the page, counted from 0.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        name_filter : Optional[str]
            Text that the name of a role must contain, in either case.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[Role, ListRolesOffsetPaginatedResponseContent]
            Roles, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:roles.
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
                async for item in await client.roles.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListRolesOffsetPaginatedResponseContent,
            "GET",
            "/roles",
            query={
                "per_page": per_page,
                "page": page,
                "include_totals": include_totals,
                "name_filter": name_filter,
            },
            items=lambda page: page.roles,
            rule=PageNumber("page"),
            item=_types.Role,
            request_options=request_options,
        )


class AsyncRawRolesClient(AsyncRawResource[AsyncRolesClient]):
    """The operations of ``AsyncRolesClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncRolesClient.create)
    delete = async_raw_method(AsyncRolesClient.delete)
    list = unchanged_method(AsyncRolesClient.list)
