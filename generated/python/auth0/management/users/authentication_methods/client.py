"""The ``users.authentication_methods`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Union

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
        SetUserAuthenticationMethodResponseContent,
        SetUserAuthenticationMethodsRequestContent,
        SetUserAuthenticationMethodsRequestContentDict,
    )


class AuthenticationMethodsClient(Resource):
    """The ``users.authentication_methods`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawAuthenticationMethodsClient:
        """The same methods, returning the whole response."""
        return RawAuthenticationMethodsClient(self)

    def set(
        self,
        id: str,
        *,
        request: Union[
            SetUserAuthenticationMethodsRequestContent,
            SetUserAuthenticationMethodsRequestContentDict,
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> List[SetUserAuthenticationMethodResponseContent]:
        """Replace the authentication methods of a user

        Removes every method the user has, and stores those of the body instead.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        request : Union[SetUserAuthenticationMethodsRequestContent, SetUserAuthenticationMethodsRequestContentDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[SetUserAuthenticationMethodResponseContent]
            The methods that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:authentication_methods.
        ConflictError
            The request is at odds with what is stored about the user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0, SetUserAuthenticationMethods

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.users.authentication_methods.set(
                "id", request=[SetUserAuthenticationMethods(type="phone")]
            )
        """
        _result: List[SetUserAuthenticationMethodResponseContent] = self._api.call(
            List[_types.SetUserAuthenticationMethodResponseContent],
            "PUT",
            "/users/{id}/authentication-methods",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )
        return _result


class RawAuthenticationMethodsClient(RawResource[AuthenticationMethodsClient]):
    """The operations of ``AuthenticationMethodsClient``, returning ``HttpResponse``."""

    set = raw_method(AuthenticationMethodsClient.set)


class AsyncAuthenticationMethodsClient(AsyncResource):
    """The ``users.authentication_methods`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawAuthenticationMethodsClient:
        """The same methods, returning the whole response."""
        return AsyncRawAuthenticationMethodsClient(self)

    async def set(
        self,
        id: str,
        *,
        request: Union[
            SetUserAuthenticationMethodsRequestContent,
            SetUserAuthenticationMethodsRequestContentDict,
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> List[SetUserAuthenticationMethodResponseContent]:
        """Replace the authentication methods of a user

        Removes every method the user has, and stores those of the body instead.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        request : Union[SetUserAuthenticationMethodsRequestContent, SetUserAuthenticationMethodsRequestContentDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[SetUserAuthenticationMethodResponseContent]
            The methods that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:authentication_methods.
        ConflictError
            The request is at odds with what is stored about the user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0, SetUserAuthenticationMethods

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.users.authentication_methods.set(
                    "id", request=[SetUserAuthenticationMethods(type="phone")]
                )


            asyncio.run(main())
        """
        _result: List[SetUserAuthenticationMethodResponseContent] = (
            await self._api.call(
                List[_types.SetUserAuthenticationMethodResponseContent],
                "PUT",
                "/users/{id}/authentication-methods",
                path_parameters={"id": id},
                json=request,
                request_options=request_options,
            )
        )
        return _result


class AsyncRawAuthenticationMethodsClient(
    AsyncRawResource[AsyncAuthenticationMethodsClient]
):
    """The operations of ``AsyncAuthenticationMethodsClient``, returning
    ``HttpResponse``.
    """

    set = async_raw_method(AsyncAuthenticationMethodsClient.set)
