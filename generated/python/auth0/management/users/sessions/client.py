"""The ``users.sessions`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ... import types as _types
from ...core import (
    AsyncRawResource,
    AsyncResource,
    Cursor,
    RawResource,
    Resource,
    unchanged_method,
)

if TYPE_CHECKING:
    from ...core import AsyncPager, RequestOptions, SyncPager
    from ...types import (
        ListUserSessionsPaginatedResponseContent,
        SessionResponseContent,
    )


class SessionsClient(Resource):
    """The ``users.sessions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawSessionsClient:
        """The same methods, returning the whole response."""
        return RawSessionsClient(self)

    def list(
        self,
        user_id: str,
        *,
        include_totals: Optional[bool] = None,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[SessionResponseContent, ListUserSessionsPaginatedResponseContent]:
        """Page through the sessions of a user

        Gives the login sessions of a user with the devices and applications they belong
        to.

        Parameters
        ----------
        user_id : str
            Identifies the user whose sessions are listed.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            1 to 100.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[SessionResponseContent, ListUserSessionsPaginatedResponseContent]
            One page of sessions.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:sessions.
        NotFoundError
            There is no such user.
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
            for item in client.users.sessions.list("user_id"):
                print(item)
        """
        return self._api.paginate(
            _types.ListUserSessionsPaginatedResponseContent,
            "GET",
            "/users/{user_id}/sessions",
            path_parameters={"user_id": user_id},
            query={"include_totals": include_totals, "from": from_, "take": take},
            items=lambda page: page.sessions,
            rule=Cursor("from", lambda page: page.next),
            item=_types.SessionResponseContent,
            request_options=request_options,
        )


class RawSessionsClient(RawResource[SessionsClient]):
    """The operations of ``SessionsClient``, returning ``HttpResponse``."""

    list = unchanged_method(SessionsClient.list)


class AsyncSessionsClient(AsyncResource):
    """The ``users.sessions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawSessionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawSessionsClient(self)

    async def list(
        self,
        user_id: str,
        *,
        include_totals: Optional[bool] = None,
        from_: Optional[str] = None,
        take: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[SessionResponseContent, ListUserSessionsPaginatedResponseContent]:
        """Page through the sessions of a user

        Gives the login sessions of a user with the devices and applications they belong
        to.

        Parameters
        ----------
        user_id : str
            Identifies the user whose sessions are listed.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        from_ : Optional[str]
            Checkpoint that an earlier page gave as `next`.
        take : Optional[int]
            How many entries to give from the checkpoint on.

            1 to 100.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[SessionResponseContent, ListUserSessionsPaginatedResponseContent]
            One page of sessions.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:sessions.
        NotFoundError
            There is no such user.
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
                async for item in await client.users.sessions.list("user_id"):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListUserSessionsPaginatedResponseContent,
            "GET",
            "/users/{user_id}/sessions",
            path_parameters={"user_id": user_id},
            query={"include_totals": include_totals, "from": from_, "take": take},
            items=lambda page: page.sessions,
            rule=Cursor("from", lambda page: page.next),
            item=_types.SessionResponseContent,
            request_options=request_options,
        )


class AsyncRawSessionsClient(AsyncRawResource[AsyncSessionsClient]):
    """The operations of ``AsyncSessionsClient``, returning ``HttpResponse``."""

    list = unchanged_method(AsyncSessionsClient.list)
