"""The ``users.effective_permissions`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ... import types as _types
from ...core import (
    AsyncRawResource,
    AsyncResource,
    Cursor,
    RawResource,
    Resource,
    unchanged_method,
)

if TYPE_CHECKING:
    from ...core import AsyncPager, RequestOptions, SyncPager
    from ...types import (
        ListUserEffectivePermissionsResponseContent,
        UserEffectivePermissionResponseContent,
    )


class EffectivePermissionsClient(Resource):
    """The ``users.effective_permissions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawEffectivePermissionsClient:
        """The same methods, returning the whole response."""
        return RawEffectivePermissionsClient(self)

    def list(
        self,
        id: str,
        *,
        resource_server_identifier: str,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[
        UserEffectivePermissionResponseContent,
        ListUserEffectivePermissionsResponseContent,
    ]:
        """See what a user may do

        Gives the permissions of a user, whether granted directly or through a role.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        resource_server_identifier : str
            API whose permissions are worked out.

            1 to 600 characters.
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            At least 1.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[UserEffectivePermissionResponseContent, ListUserEffectivePermissionsResponseContent]
            One page of permissions.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:user_effective_permissions.
        NotFoundError
            There is no such user.
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
            for item in client.users.effective_permissions.list(
                "id", resource_server_identifier="resource_server_identifier"
            ):
                print(item)
        """
        return self._api.paginate(
            _types.ListUserEffectivePermissionsResponseContent,
            "GET",
            "/users/{id}/effective-permissions",
            path_parameters={"id": id},
            query={
                "resource_server_identifier": resource_server_identifier,
                "from": from_,
                "take": take,
            },
            items=lambda page: page.permissions,
            rule=Cursor("from", lambda page: page.next),
            item=_types.UserEffectivePermissionResponseContent,
            request_options=request_options,
        )


class RawEffectivePermissionsClient(RawResource[EffectivePermissionsClient]):
    """The operations of ``EffectivePermissionsClient``, returning ``HttpResponse``."""

    list = unchanged_method(EffectivePermissionsClient.list)


class AsyncEffectivePermissionsClient(AsyncResource):
    """The ``users.effective_permissions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawEffectivePermissionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawEffectivePermissionsClient(self)

    async def list(
        self,
        id: str,
        *,
        resource_server_identifier: str,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[
        UserEffectivePermissionResponseContent,
        ListUserEffectivePermissionsResponseContent,
    ]:
        """See what a user may do

        Gives the permissions of a user, whether granted directly or through a role.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        resource_server_identifier : str
            API whose permissions are worked out.

            1 to 600 characters.
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            At least 1.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[UserEffectivePermissionResponseContent, ListUserEffectivePermissionsResponseContent]
            One page of permissions.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:user_effective_permissions.
        NotFoundError
            There is no such user.
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
                async for item in await client.users.effective_permissions.list(
                    "id", resource_server_identifier="resource_server_identifier"
                ):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListUserEffectivePermissionsResponseContent,
            "GET",
            "/users/{id}/effective-permissions",
            path_parameters={"id": id},
            query={
                "resource_server_identifier": resource_server_identifier,
                "from": from_,
                "take": take,
            },
            items=lambda page: page.permissions,
            rule=Cursor("from", lambda page: page.next),
            item=_types.UserEffectivePermissionResponseContent,
            request_options=request_options,
        )


class AsyncRawEffectivePermissionsClient(
    AsyncRawResource[AsyncEffectivePermissionsClient]
):
    """The operations of ``AsyncEffectivePermissionsClient``, returning
    ``HttpResponse``.
    """

    list = unchanged_method(AsyncEffectivePermissionsClient.list)
