"""The ``roles.permissions`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from ...core import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ...core import RequestOptions
    from ...types import PermissionRequestPayload, PermissionRequestPayloadDict


class PermissionsClient(Resource):
    """The ``roles.permissions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawPermissionsClient:
        """The same methods, returning the whole response."""
        return RawPermissionsClient(self)

    def delete(
        self,
        id: str,
        *,
        permissions: Sequence[
            Union[PermissionRequestPayload, PermissionRequestPayloadDict]
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Narrow down what a role allows

        Removes the permissions that the body lists; the others stay.

        Parameters
        ----------
        id : str
            Picks out the role to work on.
        permissions : Sequence[Union[PermissionRequestPayload, PermissionRequestPayloadDict]]
            Permissions to take away.

            At least 1 item.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:roles.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0, PermissionRequestPayload

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.roles.permissions.delete(
                "id",
                permissions=[
                    PermissionRequestPayload(
                        resource_server_identifier="resource_server_identifier",
                        permission_name="permission_name",
                    )
                ],
            )
        """
        return self._api.call(
            None,
            "DELETE",
            "/roles/{id}/permissions",
            path_parameters={"id": id},
            json={"permissions": permissions},
            request_options=request_options,
        )


class RawPermissionsClient(RawResource[PermissionsClient]):
    """The operations of ``PermissionsClient``, returning ``HttpResponse``."""

    delete = raw_method(PermissionsClient.delete)


class AsyncPermissionsClient(AsyncResource):
    """The ``roles.permissions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawPermissionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawPermissionsClient(self)

    async def delete(
        self,
        id: str,
        *,
        permissions: Sequence[
            Union[PermissionRequestPayload, PermissionRequestPayloadDict]
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Narrow down what a role allows

        Removes the permissions that the body lists; the others stay.

        Parameters
        ----------
        id : str
            Picks out the role to work on.
        permissions : Sequence[Union[PermissionRequestPayload, PermissionRequestPayloadDict]]
            Permissions to take away.

            At least 1 item.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:roles.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0, PermissionRequestPayload

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.roles.permissions.delete(
                    "id",
                    permissions=[
                        PermissionRequestPayload(
                            resource_server_identifier="resource_server_identifier",
                            permission_name="permission_name",
                        )
                    ],
                )


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/roles/{id}/permissions",
            path_parameters={"id": id},
            json={"permissions": permissions},
            request_options=request_options,
        )


class AsyncRawPermissionsClient(AsyncRawResource[AsyncPermissionsClient]):
    """The operations of ``AsyncPermissionsClient``, returning ``HttpResponse``."""

    delete = async_raw_method(AsyncPermissionsClient.delete)
