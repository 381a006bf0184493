"""The ``actions.versions`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

from ... import types as _types
from ...core import (
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
    from ...core import AsyncPager, RequestOptions, SyncPager
    from ...types import (
        ActionVersion,
        DeployActionVersionRequestContent,
        DeployActionVersionRequestContentDict,
        DeployActionVersionResponseContent,
        GetActionVersionResponseContent,
        ListActionVersionsPaginatedResponseContent,
    )


class VersionsClient(Resource):
    """The ``actions.versions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawVersionsClient:
        """The same methods, returning the whole response."""
        return RawVersionsClient(self)

    def deploy(
        self,
        action_id: str,
        id: str,
        *,
        request: Optional[
            Union[
                DeployActionVersionRequestContent, DeployActionVersionRequestContentDict
            ]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> DeployActionVersionResponseContent:
        """Go back to an earlier version of an action

        Copies an earlier version into a new one and deploys that. The draft stays as it
        is unless `update_draft` asks otherwise. The body may be left out or be null.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        id : str
            Identifies the version to go back to.
        request : Optional[Union[DeployActionVersionRequestContent, DeployActionVersionRequestContentDict]]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeployActionVersionResponseContent
            The build of the new version has begun.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:actions.
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
            client.actions.versions.deploy("action_id", "id")
        """
        return self._api.call(
            _types.DeployActionVersionResponseContent,
            "POST",
            "/actions/actions/{actionId}/versions/{id}/deploy",
            path_parameters={"actionId": action_id, "id": id},
            json=request,
            request_options=request_options,
        )

    def get(
        self,
        action_id: str,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionVersionResponseContent:
        """Look up one version of an action

        Gives a single version: its code, its dependencies and how its build went.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        id : str
            Identifies the version.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionVersionResponseContent
            The version that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such version of this action.
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
            client.actions.versions.get("action_id", "id")
        """
        return self._api.call(
            _types.GetActionVersionResponseContent,
            "GET",
            "/actions/actions/{actionId}/versions/{id}",
            path_parameters={"actionId": action_id, "id": id},
            request_options=request_options,
        )

    def list(
        self,
        action_id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ActionVersion, ListActionVersionsPaginatedResponseContent]:
        """Page through the versions of an action

        Each deployment leaves behind a version that never changes afterwards. This
        gives them all.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[ActionVersion, ListActionVersionsPaginatedResponseContent]
            One page of versions.

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
            for item in client.actions.versions.list("action_id"):
                print(item)
        """
        return self._api.paginate(
            _types.ListActionVersionsPaginatedResponseContent,
            "GET",
            "/actions/actions/{actionId}/versions",
            path_parameters={"actionId": action_id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.versions,
            rule=PageNumber("page"),
            item=_types.ActionVersion,
            request_options=request_options,
        )


class RawVersionsClient(RawResource[VersionsClient]):
    """The operations of ``VersionsClient``, returning ``HttpResponse``."""

    deploy = raw_method(VersionsClient.deploy)
    get = raw_method(VersionsClient.get)
    list = unchanged_method(VersionsClient.list)


class AsyncVersionsClient(AsyncResource):
    """The ``actions.versions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawVersionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawVersionsClient(self)

    async def deploy(
        self,
        action_id: str,
        id: str,
        *,
        request: Optional[
            Union[
                DeployActionVersionRequestContent, DeployActionVersionRequestContentDict
            ]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> DeployActionVersionResponseContent:
        """Go back to an earlier version of an action

        Copies an earlier version into a new one and deploys that. The draft stays as it
        is unless `update_draft` asks otherwise. The body may be left out or be null.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        id : str
            Identifies the version to go back to.
        request : Optional[Union[DeployActionVersionRequestContent, DeployActionVersionRequestContentDict]]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeployActionVersionResponseContent
            The build of the new version has begun.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:actions.
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
                await client.actions.versions.deploy("action_id", "id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.DeployActionVersionResponseContent,
            "POST",
            "/actions/actions/{actionId}/versions/{id}/deploy",
            path_parameters={"actionId": action_id, "id": id},
            json=request,
            request_options=request_options,
        )

    async def get(
        self,
        action_id: str,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionVersionResponseContent:
        """Look up one version of an action

        Gives a single version: its code, its dependencies and how its build went.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        id : str
            Identifies the version.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionVersionResponseContent
            The version that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such version of this action.
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
                await client.actions.versions.get("action_id", "id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActionVersionResponseContent,
            "GET",
            "/actions/actions/{actionId}/versions/{id}",
            path_parameters={"actionId": action_id, "id": id},
            request_options=request_options,
        )

    async def list(
        self,
        action_id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[ActionVersion, ListActionVersionsPaginatedResponseContent]:
        """Page through the versions of an action

        Each deployment leaves behind a version that never changes afterwards. This
        gives them all.

        Parameters
        ----------
        action_id : str
            Identifies the action the version belongs to.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[ActionVersion, ListActionVersionsPaginatedResponseContent]
            One page of versions.

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
                async for item in await client.actions.versions.list("action_id"):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListActionVersionsPaginatedResponseContent,
            "GET",
            "/actions/actions/{actionId}/versions",
            path_parameters={"actionId": action_id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.versions,
            rule=PageNumber("page"),
            item=_types.ActionVersion,
            request_options=request_options,
        )


class AsyncRawVersionsClient(AsyncRawResource[AsyncVersionsClient]):
    """The operations of ``AsyncVersionsClient``, returning ``HttpResponse``."""

    deploy = async_raw_method(AsyncVersionsClient.deploy)
    get = async_raw_method(AsyncVersionsClient.get)
    list = unchanged_method(AsyncVersionsClient.list)
