"""The ``keys.custom_signing`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

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
    from ...types import (
        CustomSigningKeyJwk,
        CustomSigningKeyJwkDict,
        SetCustomSigningKeysResponseContent,
    )


class CustomSigningClient(Resource):
    """The ``keys.custom_signing`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawCustomSigningClient:
        """The same methods, returning the whole response."""
        return RawCustomSigningClient(self)

    def set(
        self,
        *,
        keys: Sequence[Union[CustomSigningKeyJwk, CustomSigningKeyJwkDict]],
        request_options: Optional[RequestOptions] = None,
    ) -> SetCustomSigningKeysResponseContent:
        """Store signing keys of your own

        Stores a JSON Web Key Set in place of the one before.

        Parameters
        ----------
        keys : Sequence[Union[CustomSigningKeyJwk, CustomSigningKeyJwkDict]]
            Every key in the set.

            At least 1 item.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetCustomSigningKeysResponseContent
            The key set that holds from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks create:custom_signing_keys or
            update:custom_signing_keys; it takes both.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0, CustomSigningKeyJwk

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.keys.custom_signing.set(keys=[CustomSigningKeyJwk(kty="EC")])
        """
        return self._api.call(
            _types.SetCustomSigningKeysResponseContent,
            "PUT",
            "/keys/custom-signing",
            json={"keys": keys},
            request_options=request_options,
        )


class RawCustomSigningClient(RawResource[CustomSigningClient]):
    """The operations of ``CustomSigningClient``, returning ``HttpResponse``."""

    set = raw_method(CustomSigningClient.set)


class AsyncCustomSigningClient(AsyncResource):
    """The ``keys.custom_signing`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawCustomSigningClient:
        """The same methods, returning the whole response."""
        return AsyncRawCustomSigningClient(self)

    async def set(
        self,
        *,
        keys: Sequence[Union[CustomSigningKeyJwk, CustomSigningKeyJwkDict]],
        request_options: Optional[RequestOptions] = None,
    ) -> SetCustomSigningKeysResponseContent:
        """Store signing keys of your own

        Stores a JSON Web Key Set in place of the one before.

        Parameters
        ----------
        keys : Sequence[Union[CustomSigningKeyJwk, CustomSigningKeyJwkDict]]
            Every key in the set.

            At least 1 item.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetCustomSigningKeysResponseContent
            The key set that holds from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks create:custom_signing_keys or
            update:custom_signing_keys; it takes both.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0, CustomSigningKeyJwk

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.keys.custom_signing.set(keys=[CustomSigningKeyJwk(kty="EC")])


            asyncio.run(main())
        """
        return await self._api.call(
            _types.SetCustomSigningKeysResponseContent,
            "PUT",
            "/keys/custom-signing",
            json={"keys": keys},
            request_options=request_options,
        )


class AsyncRawCustomSigningClient(AsyncRawResource[AsyncCustomSigningClient]):
    """The operations of ``AsyncCustomSigningClient``, returning ``HttpResponse``."""

    set = async_raw_method(AsyncCustomSigningClient.set)
