"""The ``jobs.errors`` operations."""

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
    from ...types import ErrorsGetResponse


class ErrorsClient(Resource):
    """The ``jobs.errors`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawErrorsClient:
        """The same methods, returning the whole response."""
        return RawErrorsClient(self)

    def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> Optional[ErrorsGetResponse]:
        """Find out why a job failed

        For an import this is a list of users with the faults of each; for any other job
        it is a single report.

        Parameters
        ----------
        id : str
            Picks out the job to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        Optional[ErrorsGetResponse]
            The faults that were recorded. The job has no faults to report.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: create:users, read:users.
        NotFoundError
            There is no such job.
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
            client.jobs.errors.get("id")
        """
        _result: Optional[ErrorsGetResponse] = self._api.call(
            Optional[_types.ErrorsGetResponse],
            "GET",
            "/jobs/{id}/errors",
            path_parameters={"id": id},
            request_options=request_options,
        )
        return _result


class RawErrorsClient(RawResource[ErrorsClient]):
    """The operations of ``ErrorsClient``, returning ``HttpResponse``."""

    get = raw_method(ErrorsClient.get)


class AsyncErrorsClient(AsyncResource):
    """The ``jobs.errors`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawErrorsClient:
        """The same methods, returning the whole response."""
        return AsyncRawErrorsClient(self)

    async def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> Optional[ErrorsGetResponse]:
        """Find out why a job failed

        For an import this is a list of users with the faults of each; for any other job
        it is a single report.

        Parameters
        ----------
        id : str
            Picks out the job to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        Optional[ErrorsGetResponse]
            The faults that were recorded. The job has no faults to report.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: create:users, read:users.
        NotFoundError
            There is no such job.
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
                await client.jobs.errors.get("id")


            asyncio.run(main())
        """
        _result: Optional[ErrorsGetResponse] = await self._api.call(
            Optional[_types.ErrorsGetResponse],
            "GET",
            "/jobs/{id}/errors",
            path_parameters={"id": id},
            request_options=request_options,
        )
        return _result


class AsyncRawErrorsClient(AsyncRawResource[AsyncErrorsClient]):
    """The operations of ``AsyncErrorsClient``, returning ``HttpResponse``."""

    get = async_raw_method(AsyncErrorsClient.get)
