"""The ``flows`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from .. import types as _types
from ..core import (
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
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import (
        CreateFlowResponseContent,
        FlowAction,
        FlowActionDict,
        FlowSummary,
        GetFlowRequestParametersHydrateEnum,
        GetFlowResponseContent,
        ListFlowsOffsetPaginatedResponseContent,
        ListFlowsRequestParametersHydrateEnum,
    )


class FlowsClient(Resource):
    """Steps that forms and other parts run on the server."""

    @property
    def with_raw_response(self) -> RawFlowsClient:
        """The same methods, returning the whole response."""
        return RawFlowsClient(self)

    def create(
        self,
        *,
        name: str,
        actions: Optional[Sequence[Union[FlowAction, FlowActionDict]]] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateFlowResponseContent:
        """Add a flow

        Stores a flow with its steps. A step can hold further steps, so flows branch.

        Parameters
        ----------
        name : str
            Name of the new flow.

            1 to 150 characters.
        actions : Optional[Sequence[Union[FlowAction, FlowActionDict]]]
            Steps of the flow, in order.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateFlowResponseContent
            The flow as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:flows.
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
            client.flows.create(name="name")
        """
        return self._api.call(
            _types.CreateFlowResponseContent,
            "POST",
            "/flows",
            json={"name": name, "actions": actions},
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        *,
        hydrate: Optional[
            Union[
                GetFlowRequestParametersHydrateEnum,
                Sequence[GetFlowRequestParametersHydrateEnum],
            ]
        ] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> GetFlowResponseContent:
        """Look up one flow

        Gives a flow and its steps; `hydrate` adds what is known about the forms that
        use it.

        Parameters
        ----------
        id : str
            Picks out the flow to work on.

            At most 30 characters.
        hydrate : Optional[Union[GetFlowRequestParametersHydrateEnum, Sequence[GetFlowRequestParametersHydrateEnum]]]
            Extra facts to add to the answer; may be given several times.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetFlowResponseContent
            The flow that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:flows.
        NotFoundError
            There is no such flow.
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
            client.flows.get("id")
        """
        return self._api.call(
            _types.GetFlowResponseContent,
            "GET",
            "/flows/{id}",
            path_parameters={"id": id},
            query={"hydrate": hydrate},
            request_options=request_options,
        )

    def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        hydrate: Optional[
            Union[
                ListFlowsRequestParametersHydrateEnum,
                Sequence[ListFlowsRequestParametersHydrateEnum],
            ]
        ] = None,
        synchronous: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[FlowSummary, ListFlowsOffsetPaginatedResponseContent]:
        """Page through the flows

        Gives an overview of the flows of the tenant, without their steps.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.

            0 to 1000.
        per_page : Optional[int]
            How many entries a page holds at most.

            1 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        hydrate : Optional[Union[ListFlowsRequestParametersHydrateEnum, Sequence[ListFlowsRequestParametersHydrateEnum]]]
            Adds how many forms use each flow.
        synchronous : Optional[bool]
            Keeps flows that run while the user waits (true) or later (false).
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[FlowSummary, ListFlowsOffsetPaginatedResponseContent]
            Flows, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:flows.
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
            for item in client.flows.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListFlowsOffsetPaginatedResponseContent,
            "GET",
            "/flows",
            query={
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "hydrate": hydrate,
                "synchronous": synchronous,
            },
            items=lambda page: page.flows,
            rule=PageNumber("page"),
            item=_types.FlowSummary,
            request_options=request_options,
        )


class RawFlowsClient(RawResource[FlowsClient]):
    """The operations of ``FlowsClient``, returning ``HttpResponse``."""

    create = raw_method(FlowsClient.create)
    get = raw_method(FlowsClient.get)
    list = unchanged_method(FlowsClient.list)


class AsyncFlowsClient(AsyncResource):
    """Steps that forms and other parts run on the server."""

    @property
    def with_raw_response(self) -> AsyncRawFlowsClient:
        """The same methods, returning the whole response."""
        return AsyncRawFlowsClient(self)

    async def create(
        self,
        *,
        name: str,
        actions: Optional[Sequence[Union[FlowAction, FlowActionDict]]] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateFlowResponseContent:
        """Add a flow

        Stores a flow with its steps. A step can hold further steps, so flows branch.

        Parameters
        ----------
        name : str
            Name of the new flow.

            1 to 150 characters.
        actions : Optional[Sequence[Union[FlowAction, FlowActionDict]]]
            Steps of the flow, in order.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateFlowResponseContent
            The flow as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:flows.
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
                await client.flows.create(name="name")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateFlowResponseContent,
            "POST",
            "/flows",
            json={"name": name, "actions": actions},
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        *,
        hydrate: Optional[
            Union[
                GetFlowRequestParametersHydrateEnum,
                Sequence[GetFlowRequestParametersHydrateEnum],
            ]
        ] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> GetFlowResponseContent:
        """Look up one flow

        Gives a flow and its steps; `hydrate` adds what is known about the forms that
        use it.

        Parameters
        ----------
        id : str
            Picks out the flow to work on.

            At most 30 characters.
        hydrate : Optional[Union[GetFlowRequestParametersHydrateEnum, Sequence[GetFlowRequestParametersHydrateEnum]]]
            Extra facts to add to the answer; may be given several times.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetFlowResponseContent
            The flow that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:flows.
        NotFoundError
            There is no such flow.
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
                await client.flows.get("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetFlowResponseContent,
            "GET",
            "/flows/{id}",
            path_parameters={"id": id},
            query={"hydrate": hydrate},
            request_options=request_options,
        )

    async def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        hydrate: Optional[
            Union[
                ListFlowsRequestParametersHydrateEnum,
                Sequence[ListFlowsRequestParametersHydrateEnum],
            ]
        ] = None,
        synchronous: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[FlowSummary, ListFlowsOffsetPaginatedResponseContent]:
        """Page through the flows

        Gives an overview of the flows of the tenant, without their steps.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.

            0 to 1000.
        per_page : Optional[int]
            How many entries a page holds at most.

            1 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        hydrate : Optional[Union[ListFlowsRequestParametersHydrateEnum, Sequence[ListFlowsRequestParametersHydrateEnum]]]
            Adds how many forms use each flow.
        synchronous : Optional[bool]
            Keeps flows that run while the user waits (true) or later (false).
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[FlowSummary, ListFlowsOffsetPaginatedResponseContent]
            Flows, bare or in an offset page.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:flows.
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
                async for item in await client.flows.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListFlowsOffsetPaginatedResponseContent,
            "GET",
            "/flows",
            query={
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "hydrate": hydrate,
                "synchronous": synchronous,
            },
            items=lambda page: page.flows,
            rule=PageNumber("page"),
            item=_types.FlowSummary,
            request_options=request_options,
        )


class AsyncRawFlowsClient(AsyncRawResource[AsyncFlowsClient]):
    """The operations of ``AsyncFlowsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncFlowsClient.create)
    get = async_raw_method(AsyncFlowsClient.get)
    list = unchanged_method(AsyncFlowsClient.list)
