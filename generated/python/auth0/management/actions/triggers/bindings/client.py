"""The ``actions.triggers.bindings`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from .... import types as _types
from ....core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    PageNumber,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
    unchanged_method,
)

if TYPE_CHECKING:
    from ....core import AsyncPager, RequestOptions, SyncPager
    from ....types import (
        ActionBinding,
        ActionTriggerTypeEnum,
        ListActionBindingsPaginatedResponseContent,
        UpdateActionBindingItem,
        UpdateActionBindingItemDict,
        UpdateActionBindingsResponseContent,
    )


class BindingsClient(Resource):
    """The ``actions.triggers.bindings`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawBindingsClient:
        """The same methods, returning the whole response."""
        return RawBindingsClient(self)

    def list(
        self,
        trigger_id: ActionTriggerTypeEnum,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ActionBinding, ListActionBindingsPaginatedResponseContent]:
        """See what is bound to a trigger

        Gives the bindings of a trigger in the order in which their actions run.

        Parameters
        ----------
        trigger_id : ActionTriggerTypeEnum
            Name of the trigger, such as `post-login`.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[ActionBinding, ListActionBindingsPaginatedResponseContent]
            One page of bindings.

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
            for item in client.actions.triggers.bindings.list("post-login"):
                print(item)
        """
        return self._api.paginate(
            _types.ListActionBindingsPaginatedResponseContent,
            "GET",
            "/actions/triggers/{triggerId}/bindings",
            path_parameters={"triggerId": trigger_id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.bindings,
            rule=PageNumber("page"),
            item=_types.ActionBinding,
            request_options=request_options,
        )

    def update_many(
        self,
        trigger_id: ActionTriggerTypeEnum,
        *,
        bindings: Optional[
            Sequence[Union[UpdateActionBindingItem, UpdateActionBindingItemDict]]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionBindingsResponseContent:
        """Decide what is bound to a trigger

        Replaces all bindings of a trigger. Actions run in the order in which they are
        given here.

        Parameters
        ----------
        trigger_id : ActionTriggerTypeEnum
            Name of the trigger, such as `post-login`.
        bindings : Optional[Sequence[Union[UpdateActionBindingItem, UpdateActionBindingItemDict]]]
            Bindings in the order they run.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionBindingsResponseContent
            The bindings that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
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
            client.actions.triggers.bindings.update_many("post-login")
        """
        return self._api.call(
            _types.UpdateActionBindingsResponseContent,
            "PATCH",
            "/actions/triggers/{triggerId}/bindings",
            path_parameters={"triggerId": trigger_id},
            json={"bindings": bindings},
            request_options=request_options,
        )


class RawBindingsClient(RawResource[BindingsClient]):
    """The operations of ``BindingsClient``, returning ``HttpResponse``."""

    list = unchanged_method(BindingsClient.list)
    update_many = raw_method(BindingsClient.update_many)


class AsyncBindingsClient(AsyncResource):
    """The ``actions.triggers.bindings`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawBindingsClient:
        """The same methods, returning the whole response."""
        return AsyncRawBindingsClient(self)

    async def list(
        self,
        trigger_id: ActionTriggerTypeEnum,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[ActionBinding, ListActionBindingsPaginatedResponseContent]:
        """See what is bound to a trigger

        Gives the bindings of a trigger in the order in which their actions run.

        Parameters
        ----------
        trigger_id : ActionTriggerTypeEnum
            Name of the trigger, such as `post-login`.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[ActionBinding, ListActionBindingsPaginatedResponseContent]
            One page of bindings.

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
                async for item in await client.actions.triggers.bindings.list("post-login"):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListActionBindingsPaginatedResponseContent,
            "GET",
            "/actions/triggers/{triggerId}/bindings",
            path_parameters={"triggerId": trigger_id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.bindings,
            rule=PageNumber("page"),
            item=_types.ActionBinding,
            request_options=request_options,
        )

    async def update_many(
        self,
        trigger_id: ActionTriggerTypeEnum,
        *,
        bindings: Optional[
            Sequence[Union[UpdateActionBindingItem, UpdateActionBindingItemDict]]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionBindingsResponseContent:
        """Decide what is bound to a trigger

        Replaces all bindings of a trigger. Actions run in the order in which they are
        given here.

        Parameters
        ----------
        trigger_id : ActionTriggerTypeEnum
            Name of the trigger, such as `post-login`.
        bindings : Optional[Sequence[Union[UpdateActionBindingItem, UpdateActionBindingItemDict]]]
            Bindings in the order they run.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionBindingsResponseContent
            The bindings that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
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
                await client.actions.triggers.bindings.update_many("post-login")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.UpdateActionBindingsResponseContent,
            "PATCH",
            "/actions/triggers/{triggerId}/bindings",
            path_parameters={"triggerId": trigger_id},
            json={"bindings": bindings},
            request_options=request_options,
        )


class AsyncRawBindingsClient(AsyncRawResource[AsyncBindingsClient]):
    """The operations of ``AsyncBindingsClient``, returning ``HttpResponse``."""

    list = unchanged_method(AsyncBindingsClient.list)
    update_many = async_raw_method(AsyncBindingsClient.update_many)
