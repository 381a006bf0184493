"""The ``stats`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ..core import RequestOptions
    from ..types import DailyStats, GetActiveUsersCountStatsResponseContent


class StatsClient(Resource):
    """Figures about logins and sign-ups."""

    @property
    def with_raw_response(self) -> RawStatsClient:
        """The same methods, returning the whole response."""
        return RawStatsClient(self)

    def get_active_users_count(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActiveUsersCountStatsResponseContent:
        """Count the active users

        Gives how many users have logged in within 30 days, as a bare number.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActiveUsersCountStatsResponseContent
            The number of users.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:stats.
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
            client.stats.get_active_users_count()
        """
        return self._api.call(
            _types.GetActiveUsersCountStatsResponseContent,
            "GET",
            "/stats/active-users",
            request_options=request_options,
        )

    def get_daily(
        self,
        *,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> List[DailyStats]:
        """Read the daily figures

        Gives logins, sign-ups and breached passwords day by day.

        Parameters
        ----------
        from_ : Optional[str]
            First day to report on, written YYYYMMDD.
        to : Optional[str]
            Last day to report on, written YYYYMMDD.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[DailyStats]
            One entry for each day.

        Raises
        ------
        BadRequestError
            - The dates are not valid; the message names the fault.
            - The first day comes after the last one.
        UnauthorizedError
            - The access token is missing, has expired or is not genuine.
            - The application is not allowed to call this API.
            - The signature does not match.
        ForbiddenError
            The access token lacks the scope read:stats.
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
            client.stats.get_daily()
        """
        _result: List[DailyStats] = self._api.call(
            List[_types.DailyStats],
            "GET",
            "/stats/daily",
            query={"from": from_, "to": to},
            error_types={
                400: "BadRequestSchema",
                401: "UnauthorizedSchema",
                403: "ForbiddenSchema",
                429: "TooManyRequestsSchema",
            },
            request_options=request_options,
        )
        return _result


class RawStatsClient(RawResource[StatsClient]):
    """The operations of ``StatsClient``, returning ``HttpResponse``."""

    get_active_users_count = raw_method(StatsClient.get_active_users_count)
    get_daily = raw_method(StatsClient.get_daily)


class AsyncStatsClient(AsyncResource):
    """Figures about logins and sign-ups."""

    @property
    def with_raw_response(self) -> AsyncRawStatsClient:
        """The same methods, returning the whole response."""
        return AsyncRawStatsClient(self)

    async def get_active_users_count(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActiveUsersCountStatsResponseContent:
        """Count the active users

        Gives how many users have logged in within 30 days, as a bare number.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActiveUsersCountStatsResponseContent
            The number of users.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:stats.
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
                await client.stats.get_active_users_count()


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActiveUsersCountStatsResponseContent,
            "GET",
            "/stats/active-users",
            request_options=request_options,
        )

    async def get_daily(
        self,
        *,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> List[DailyStats]:
        """Read the daily figures

        Gives logins, sign-ups and breached passwords day by day.

        Parameters
        ----------
        from_ : Optional[str]
            First day to report on, written YYYYMMDD.
        to : Optional[str]
            Last day to report on, written YYYYMMDD.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[DailyStats]
            One entry for each day.

        Raises
        ------
        BadRequestError
            - The dates are not valid; the message names the fault.
            - The first day comes after the last one.
        UnauthorizedError
            - The access token is missing, has expired or is not genuine.
            - The application is not allowed to call this API.
            - The signature does not match.
        ForbiddenError
            The access token lacks the scope read:stats.
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
                await client.stats.get_daily()


            asyncio.run(main())
        """
        _result: List[DailyStats] = await self._api.call(
            List[_types.DailyStats],
            "GET",
            "/stats/daily",
            query={"from": from_, "to": to},
            error_types={
                400: "BadRequestSchema",
                401: "UnauthorizedSchema",
                403: "ForbiddenSchema",
                429: "TooManyRequestsSchema",
            },
            request_options=request_options,
        )
        return _result


class AsyncRawStatsClient(AsyncRawResource[AsyncStatsClient]):
    """The operations of ``AsyncStatsClient``, returning ``HttpResponse``."""

    get_active_users_count = async_raw_method(AsyncStatsClient.get_active_users_count)
    get_daily = async_raw_method(AsyncStatsClient.get_daily)
