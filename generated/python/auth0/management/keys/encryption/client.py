"""The ``keys.encryption`` operations."""

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
    from ...types import ImportEncryptionKeyResponseContent


class EncryptionClient(Resource):
    """The ``keys.encryption`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawEncryptionClient:
        """The same methods, returning the whole response."""
        return RawEncryptionClient(self)

    def import_(
        self,
        kid: str,
        *,
        wrapped_key: str,
        request_options: Optional[RequestOptions] = None,
    ) -> ImportEncryptionKeyResponseContent:
        """Bring in key material of your own

        Takes key material that was wrapped with the public wrapping key, and makes the
        key active. The name of the operation is a keyword in many languages.

        Parameters
        ----------
        kid : str
            Identifies the key to import.
        wrapped_key : str
            Key material, wrapped and in base64.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ImportEncryptionKeyResponseContent
            The key after its import.

        Raises
        ------
        BadRequestError
            The wrapped key material cannot be used.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:encryption_keys.
        ConflictError
            No import of this key is under way, or its wrapping key is missing.
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
            client.keys.encryption.import_("kid", wrapped_key="wrapped_key")
        """
        return self._api.call(
            _types.ImportEncryptionKeyResponseContent,
            "POST",
            "/keys/encryption/{kid}",
            path_parameters={"kid": kid},
            json={"wrapped_key": wrapped_key},
            request_options=request_options,
        )


class RawEncryptionClient(RawResource[EncryptionClient]):
    """The operations of ``EncryptionClient``, returning ``HttpResponse``."""

    import_ = raw_method(EncryptionClient.import_)


class AsyncEncryptionClient(AsyncResource):
    """The ``keys.encryption`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawEncryptionClient:
        """The same methods, returning the whole response."""
        return AsyncRawEncryptionClient(self)

    async def import_(
        self,
        kid: str,
        *,
        wrapped_key: str,
        request_options: Optional[RequestOptions] = None,
    ) -> ImportEncryptionKeyResponseContent:
        """Bring in key material of your own

        Takes key material that was wrapped with the public wrapping key, and makes the
        key active. The name of the operation is a keyword in many languages.

        Parameters
        ----------
        kid : str
            Identifies the key to import.
        wrapped_key : str
            Key material, wrapped and in base64.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ImportEncryptionKeyResponseContent
            The key after its import.

        Raises
        ------
        BadRequestError
            The wrapped key material cannot be used.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:encryption_keys.
        ConflictError
            No import of this key is under way, or its wrapping key is missing.
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
                await client.keys.encryption.import_("kid", wrapped_key="wrapped_key")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.ImportEncryptionKeyResponseContent,
            "POST",
            "/keys/encryption/{kid}",
            path_parameters={"kid": kid},
            json={"wrapped_key": wrapped_key},
            request_options=request_options,
        )


class AsyncRawEncryptionClient(AsyncRawResource[AsyncEncryptionClient]):
    """The operations of ``AsyncEncryptionClient``, returning ``HttpResponse``."""

    import_ = async_raw_method(AsyncEncryptionClient.import_)
