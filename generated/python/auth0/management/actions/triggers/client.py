"""The ``actions.triggers`` operations."""

from __future__ import annotations

from functools import cached_property
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
    from ...types import ListActionTriggersResponseContent
    from .bindings.client import AsyncBindingsClient, BindingsClient


class TriggersClient(Resource):
    """The ``actions.triggers`` operations, blocking."""

    @cached_property
    def bindings(self) -> BindingsClient:
        """The ``bindings`` operations."""
        from .bindings.client import BindingsClient

        return BindingsClient(self._api)

    @property
    def with_raw_response(self) -> RawTriggersClient:
        """The same methods, returning the whole response."""
        return RawTriggersClient(self)

    def list(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> ListActionTriggersResponseContent:
        """See which triggers exist

        Triggers are the points of a flow at which actions can run. This gives all that
        the tenant may use.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ListActionTriggersResponseContent
            The triggers and their runtimes.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
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
            client.actions.triggers.list()
        """
        return self._api.call(
            _types.ListActionTriggersResponseContent,
            "GET",
            "/actions/triggers",
            request_options=request_options,
        )


class RawTriggersClient(RawResource[TriggersClient]):
    """The operations of ``TriggersClient``, returning ``HttpResponse``."""

    list = raw_method(TriggersClient.list)


class AsyncTriggersClient(AsyncResource):
    """The ``actions.triggers`` operations, asynchronous."""

    @cached_property
    def bindings(self) -> AsyncBindingsClient:
        """The ``bindings`` operations."""
        from .bindings.client import AsyncBindingsClient

        return AsyncBindingsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawTriggersClient:
        """The same methods, returning the whole response."""
        return AsyncRawTriggersClient(self)

    async def list(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> ListActionTriggersResponseContent:
        """See which triggers exist

        Triggers are the points of a flow at which actions can run. This gives all that
        the tenant may use.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ListActionTriggersResponseContent
            The triggers and their runtimes.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
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
                await client.actions.triggers.list()


            asyncio.run(main())
        """
        return await self._api.call(
            _types.ListActionTriggersResponseContent,
            "GET",
            "/actions/triggers",
            request_options=request_options,
        )


class AsyncRawTriggersClient(AsyncRawResource[AsyncTriggersClient]):
    """The operations of ``AsyncTriggersClient``, returning ``HttpResponse``."""

    list = async_raw_method(AsyncTriggersClient.list)
