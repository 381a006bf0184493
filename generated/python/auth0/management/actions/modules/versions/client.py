"""The ``actions.modules.versions`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .... import types as _types
from ....core import (
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
        ActionModuleVersion,
        CreateActionModuleVersionResponseContent,
        GetActionModuleVersionResponseContent,
        GetActionModuleVersionsResponseContent,
    )


class VersionsClient(Resource):
    """The ``actions.modules.versions`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawVersionsClient:
        """The same methods, returning the whole response."""
        return RawVersionsClient(self)

    def create(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionModuleVersionResponseContent:
        """Publish the draft of a module

        Release stage: EA.

        Turns the draft into a version that cannot change any more and that actions may
        refer to.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionModuleVersionResponseContent
            The version that was published.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such module.
        ConflictError
            The draft holds nothing that is new.
        PreconditionFailedError
            The module has as many versions as it may have.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.actions.modules.versions.create("id")
        """
        return self._api.call(
            _types.CreateActionModuleVersionResponseContent,
            "POST",
            "/actions/modules/{id}/versions",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        version_id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionModuleVersionResponseContent:
        """Look up one version of a module

        Release stage: EA.

        Gives a published version with its code and dependencies.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        version_id : str
            Identifies the version of the module.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionModuleVersionResponseContent
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
            There is no such module or version.
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
            client.actions.modules.versions.get("id", "version_id")
        """
        return self._api.call(
            _types.GetActionModuleVersionResponseContent,
            "GET",
            "/actions/modules/{id}/versions/{versionId}",
            path_parameters={"id": id, "versionId": version_id},
            request_options=request_options,
        )

    def list(
        self,
        id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ActionModuleVersion, GetActionModuleVersionsResponseContent]:
        """Page through the versions of a module

        Release stage: EA.

        Gives what has been published of a module so far.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[ActionModuleVersion, GetActionModuleVersionsResponseContent]
            One page of module versions.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such module.
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
            for item in client.actions.modules.versions.list("id"):
                print(item)
        """
        return self._api.paginate(
            _types.GetActionModuleVersionsResponseContent,
            "GET",
            "/actions/modules/{id}/versions",
            path_parameters={"id": id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.versions,
            rule=PageNumber("page"),
            item=_types.ActionModuleVersion,
            request_options=request_options,
        )


class RawVersionsClient(RawResource[VersionsClient]):
    """The operations of ``VersionsClient``, returning ``HttpResponse``."""

    create = raw_method(VersionsClient.create)
    get = raw_method(VersionsClient.get)
    list = unchanged_method(VersionsClient.list)


class AsyncVersionsClient(AsyncResource):
    """The ``actions.modules.versions`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawVersionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawVersionsClient(self)

    async def create(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionModuleVersionResponseContent:
        """Publish the draft of a module

        Release stage: EA.

        Turns the draft into a version that cannot change any more and that actions may
        refer to.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionModuleVersionResponseContent
            The version that was published.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such module.
        ConflictError
            The draft holds nothing that is new.
        PreconditionFailedError
            The module has as many versions as it may have.
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
                await client.actions.modules.versions.create("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateActionModuleVersionResponseContent,
            "POST",
            "/actions/modules/{id}/versions",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        version_id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionModuleVersionResponseContent:
        """Look up one version of a module

        Release stage: EA.

        Gives a published version with its code and dependencies.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        version_id : str
            Identifies the version of the module.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionModuleVersionResponseContent
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
            There is no such module or version.
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
                await client.actions.modules.versions.get("id", "version_id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActionModuleVersionResponseContent,
            "GET",
            "/actions/modules/{id}/versions/{versionId}",
            path_parameters={"id": id, "versionId": version_id},
            request_options=request_options,
        )

    async def list(
        self,
        id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[ActionModuleVersion, GetActionModuleVersionsResponseContent]:
        """Page through the versions of a module

        Release stage: EA.

        Gives what has been published of a module so far.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[ActionModuleVersion, GetActionModuleVersionsResponseContent]
            One page of module versions.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such module.
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
                async for item in await client.actions.modules.versions.list("id"):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.GetActionModuleVersionsResponseContent,
            "GET",
            "/actions/modules/{id}/versions",
            path_parameters={"id": id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.versions,
            rule=PageNumber("page"),
            item=_types.ActionModuleVersion,
            request_options=request_options,
        )


class AsyncRawVersionsClient(AsyncRawResource[AsyncVersionsClient]):
    """The operations of ``AsyncVersionsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncVersionsClient.create)
    get = async_raw_method(AsyncVersionsClient.get)
    list = unchanged_method(AsyncVersionsClient.list)
