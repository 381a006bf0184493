"""The ``logs`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    PageNumber,
    RawResource,
    Resource,
    unchanged_method,
)

if TYPE_CHECKING:
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import ListLogOffsetPaginatedResponseContent, Log


class LogsClient(Resource):
    """What happened in the tenant."""

    @property
    def with_raw_response(self) -> RawLogsClient:
        """The same methods, returning the whole response."""
        return RawLogsClient(self)

    def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        sort: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        include_totals: Optional[bool] = True,
        search: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[Log, ListLogOffsetPaginatedResponseContent]:
        """Search the tenant logs

        Gives log entries, either page by page or onwards from a known entry. The second
        way leaves out every search option.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        search : Optional[str]
            Words or a query that log entries must match.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[Log, ListLogOffsetPaginatedResponseContent]
            Log entries, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:logs, read:logs_users.
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
            for item in client.logs.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListLogOffsetPaginatedResponseContent,
            "GET",
            "/logs",
            query={
                "page": page,
                "per_page": per_page,
                "sort": sort,
                "fields": fields,
                "include_fields": include_fields,
                "include_totals": include_totals,
                "search": search,
            },
            items=lambda page: page.logs,
            rule=PageNumber("page"),
            item=_types.Log,
            request_options=request_options,
        )


class RawLogsClient(RawResource[LogsClient]):
    """The operations of ``LogsClient``, returning ``HttpResponse``."""

    list = unchanged_method(LogsClient.list)


class AsyncLogsClient(AsyncResource):
    """What happened in the tenant."""

    @property
    def with_raw_response(self) -> AsyncRawLogsClient:
        """The same methods, returning the whole response."""
        return AsyncRawLogsClient(self)

    async def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        sort: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        include_totals: Optional[bool] = True,
        search: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[Log, ListLogOffsetPaginatedResponseContent]:
        """Search the tenant logs

        Gives log entries, either page by page or onwards from a known entry. The second
        way leaves out every search option.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        search : Optional[str]
            Words or a query that log entries must match.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[Log, ListLogOffsetPaginatedResponseContent]
            Log entries, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:logs, read:logs_users.
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
                async for item in await client.logs.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListLogOffsetPaginatedResponseContent,
            "GET",
            "/logs",
            query={
                "page": page,
                "per_page": per_page,
                "sort": sort,
                "fields": fields,
                "include_fields": include_fields,
                "include_totals": include_totals,
                "search": search,
            },
            items=lambda page: page.logs,
            rule=PageNumber("page"),
            item=_types.Log,
            request_options=request_options,
        )


class AsyncRawLogsClient(AsyncRawResource[AsyncLogsClient]):
    """The operations of ``AsyncLogsClient``, returning ``HttpResponse``."""

    list = unchanged_method(AsyncLogsClient.list)
