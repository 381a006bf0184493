"""The ``hooks.secrets`` operations."""

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
    from ...types import (
        CreateHookSecretRequestContent,
        DeleteHookSecretRequestContent,
        GetHookSecretResponseContent,
    )


class SecretsClient(Resource):
    """The ``hooks.secrets`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawSecretsClient:
        """The same methods, returning the whole response."""
        return RawSecretsClient(self)

    def create(
        self,
        id: str,
        *,
        request: CreateHookSecretRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Add secrets to a hook

        Stores up to 20 new secrets; the body maps their names to their values.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request : CreateHookSecretRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:hooks.
        ConflictError
            The request is at odds with what is stored about the hook.
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
            client.hooks.secrets.create("id", request={"key": "value"})
        """
        return self._api.call(
            None,
            "POST",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )

    def delete(
        self,
        id: str,
        *,
        request: DeleteHookSecretRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Remove secrets from a hook

        Takes away the secrets whose names the body lists.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request : DeleteHookSecretRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:hooks.
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
            client.hooks.secrets.delete("id", request=["request"])
        """
        return self._api.call(
            None,
            "DELETE",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetHookSecretResponseContent:
        """Read the secrets of a hook

        Gives what is stored for a hook, keyed by secret name.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetHookSecretResponseContent
            The secrets, by name.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:hooks.
        NotFoundError
            There is no such hook.
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
            client.hooks.secrets.get("id")
        """
        _result: GetHookSecretResponseContent = self._api.call(
            _types.GetHookSecretResponseContent,
            "GET",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            request_options=request_options,
        )
        return _result


class RawSecretsClient(RawResource[SecretsClient]):
    """The operations of ``SecretsClient``, returning ``HttpResponse``."""

    create = raw_method(SecretsClient.create)
    delete = raw_method(SecretsClient.delete)
    get = raw_method(SecretsClient.get)


class AsyncSecretsClient(AsyncResource):
    """The ``hooks.secrets`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawSecretsClient:
        """The same methods, returning the whole response."""
        return AsyncRawSecretsClient(self)

    async def create(
        self,
        id: str,
        *,
        request: CreateHookSecretRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Add secrets to a hook

        Stores up to 20 new secrets; the body maps their names to their values.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request : CreateHookSecretRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:hooks.
        ConflictError
            The request is at odds with what is stored about the hook.
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
                await client.hooks.secrets.create("id", request={"key": "value"})


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "POST",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        request: DeleteHookSecretRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Remove secrets from a hook

        Takes away the secrets whose names the body lists.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request : DeleteHookSecretRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:hooks.
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
                await client.hooks.secrets.delete("id", request=["request"])


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetHookSecretResponseContent:
        """Read the secrets of a hook

        Gives what is stored for a hook, keyed by secret name.

        Parameters
        ----------
        id : str
            Picks out the hook to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetHookSecretResponseContent
            The secrets, by name.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:hooks.
        NotFoundError
            There is no such hook.
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
                await client.hooks.secrets.get("id")


            asyncio.run(main())
        """
        _result: GetHookSecretResponseContent = await self._api.call(
            _types.GetHookSecretResponseContent,
            "GET",
            "/hooks/{id}/secrets",
            path_parameters={"id": id},
            request_options=request_options,
        )
        return _result


class AsyncRawSecretsClient(AsyncRawResource[AsyncSecretsClient]):
    """The operations of ``AsyncSecretsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncSecretsClient.create)
    delete = async_raw_method(AsyncSecretsClient.delete)
    get = async_raw_method(AsyncSecretsClient.get)
