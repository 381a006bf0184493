"""The ``users.identities`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ... import types as _types
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
    from ...types import DeleteUserIdentityResponseContent, UserIdentityProviderEnum


class IdentitiesClient(Resource):
    """The ``users.identities`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawIdentitiesClient:
        """The same methods, returning the whole response."""
        return RawIdentitiesClient(self)

    def delete(
        self,
        id: str,
        provider: UserIdentityProviderEnum,
        user_id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> DeleteUserIdentityResponseContent:
        """Separate a linked account

        Takes a secondary account out of a user, which makes it a user of its own again.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        provider : UserIdentityProviderEnum
            Provider of the linked account, such as `google-oauth2`.
        user_id : str
            Identifier of the linked account, without the provider in front.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeleteUserIdentityResponseContent
            The identities that remain.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: update:users,
            update:current_user_identities.
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
            client.users.identities.delete("id", "ad", "user_id")
        """
        _result: DeleteUserIdentityResponseContent = self._api.call(
            _types.DeleteUserIdentityResponseContent,
            "DELETE",
            "/users/{id}/identities/{provider}/{user_id}",
            path_parameters={"id": id, "provider": provider, "user_id": user_id},
            request_options=request_options,
        )
        return _result


class RawIdentitiesClient(RawResource[IdentitiesClient]):
    """The operations of ``IdentitiesClient``, returning ``HttpResponse``."""

    delete = raw_method(IdentitiesClient.delete)


class AsyncIdentitiesClient(AsyncResource):
    """The ``users.identities`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawIdentitiesClient:
        """The same methods, returning the whole response."""
        return AsyncRawIdentitiesClient(self)

    async def delete(
        self,
        id: str,
        provider: UserIdentityProviderEnum,
        user_id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> DeleteUserIdentityResponseContent:
        """Separate a linked account

        Takes a secondary account out of a user, which makes it a user of its own again.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        provider : UserIdentityProviderEnum
            Provider of the linked account, such as `google-oauth2`.
        user_id : str
            Identifier of the linked account, without the provider in front.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeleteUserIdentityResponseContent
            The identities that remain.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: update:users,
            update:current_user_identities.
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
                await client.users.identities.delete("id", "ad", "user_id")


            asyncio.run(main())
        """
        _result: DeleteUserIdentityResponseContent = await self._api.call(
            _types.DeleteUserIdentityResponseContent,
            "DELETE",
            "/users/{id}/identities/{provider}/{user_id}",
            path_parameters={"id": id, "provider": provider, "user_id": user_id},
            request_options=request_options,
        )
        return _result


class AsyncRawIdentitiesClient(AsyncRawResource[AsyncIdentitiesClient]):
    """The operations of ``AsyncIdentitiesClient``, returning ``HttpResponse``."""

    delete = async_raw_method(AsyncIdentitiesClient.delete)
