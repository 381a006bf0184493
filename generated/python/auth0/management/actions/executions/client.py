"""The ``actions.executions`` operations."""

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
    from ...types import GetActionExecutionResponseContent


class ExecutionsClient(Resource):
    """The ``actions.executions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawExecutionsClient:
        """The same methods, returning the whole response."""
        return RawExecutionsClient(self)

    def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionExecutionResponseContent:
        """Look up one run of a trigger

        Tells how each action of a single run fared. The tenant logs hold the
        identifiers of runs; the service forgets a run after some days.

        Parameters
        ----------
        id : str
            Picks out the run to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionExecutionResponseContent
            The run that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such run.
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
            client.actions.executions.get("id")
        """
        return self._api.call(
            _types.GetActionExecutionResponseContent,
            "GET",
            "/actions/executions/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )


class RawExecutionsClient(RawResource[ExecutionsClient]):
    """The operations of ``ExecutionsClient``, returning ``HttpResponse``."""

    get = raw_method(ExecutionsClient.get)


class AsyncExecutionsClient(AsyncResource):
    """The ``actions.executions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawExecutionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawExecutionsClient(self)

    async def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionExecutionResponseContent:
        """Look up one run of a trigger

        Tells how each action of a single run fared. The tenant logs hold the
        identifiers of runs; the service forgets a run after some days.

        Parameters
        ----------
        id : str
            Picks out the run to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionExecutionResponseContent
            The run that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such run.
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
                await client.actions.executions.get("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActionExecutionResponseContent,
            "GET",
            "/actions/executions/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )


class AsyncRawExecutionsClient(AsyncRawResource[AsyncExecutionsClient]):
    """The operations of ``AsyncExecutionsClient``, returning ``HttpResponse``."""

    get = async_raw_method(AsyncExecutionsClient.get)
