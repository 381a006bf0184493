"""The ``actions.modules`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Optional, Sequence, Union

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
        ActionModuleAction,
        ActionModuleDependencyRequest,
        ActionModuleDependencyRequestDict,
        ActionModuleListItem,
        ActionModuleSecretRequest,
        ActionModuleSecretRequestDict,
        CreateActionModuleResponseContent,
        GetActionModuleActionsResponseContent,
        GetActionModuleResponseContent,
        GetActionModulesResponseContent,
        RollbackActionModuleResponseContent,
        UpdateActionModuleResponseContent,
    )
    from .versions.client import AsyncVersionsClient, VersionsClient


class ModulesClient(Resource):
    """The ``actions.modules`` operations, blocking."""

    @cached_property
    def versions(self) -> VersionsClient:
        """The ``versions`` operations."""
        from .versions.client import VersionsClient

        return VersionsClient(self._api)

    @property
    def with_raw_response(self) -> RawModulesClient:
        """The same methods, returning the whole response."""
        return RawModulesClient(self)

    def create(
        self,
        *,
        name: str,
        code: str,
        secrets: Optional[
            Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]
        ] = OMIT,
        dependencies: Optional[
            Sequence[
                Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]
            ]
        ] = OMIT,
        api_version: Optional[str] = OMIT,
        publish: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionModuleResponseContent:
        """Begin a new module as a draft

        Release stage: EA.

        Stores a new module that actions can import. With `publish` its first version
        comes into being at once.

        Parameters
        ----------
        name : str
            What the module is called.

            At most 255 characters; matches ^[^\x00]*$.
        code : str
            JavaScript source of the module.

            At most 65536 characters; matches ^[^\x00]*$.
        secrets : Optional[Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]]
            Secrets that the code can read.
        dependencies : Optional[Sequence[Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]]]
            npm packages that the module needs.
        api_version : Optional[str]
            API version the module is written for.

            At most 20 characters; matches ^[^\x00]*$.
        publish : Optional[bool]
            Whether to publish at once.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionModuleResponseContent
            The module as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:actions.
        ConflictError
            The request is at odds with what is stored about the module.
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
            client.actions.modules.create(name="name", code="code")
        """
        return self._api.call(
            _types.CreateActionModuleResponseContent,
            "POST",
            "/actions/modules",
            json={
                "name": name,
                "code": code,
                "secrets": secrets,
                "dependencies": dependencies,
                "api_version": api_version,
                "publish": publish,
            },
            request_options=request_options,
        )

    def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take an action module away

        Release stage: EA.

        Takes a module away for good. A module that an action still uses is kept, and
        the call fails.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:actions.
        NotFoundError
            There is no such module.
        PreconditionFailedError
            An action still uses the module.
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
            client.actions.modules.delete("id")
        """
        return self._api.call(
            None,
            "DELETE",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionModuleResponseContent:
        """Look up one action module

        Release stage: EA.

        Gives the draft of a module and, if there is one, the newest published version.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionModuleResponseContent
            The module that was asked for.

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
            client.actions.modules.get("id")
        """
        return self._api.call(
            _types.GetActionModuleResponseContent,
            "GET",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ActionModuleListItem, GetActionModulesResponseContent]:
        """Page through the action modules

        Release stage: EA.

        Modules hold code that several actions share. This gives every module of the
        tenant.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[ActionModuleListItem, GetActionModulesResponseContent]
            One page of modules.

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
            for item in client.actions.modules.list():
                print(item)
        """
        return self._api.paginate(
            _types.GetActionModulesResponseContent,
            "GET",
            "/actions/modules",
            query={"page": page, "per_page": per_page},
            items=lambda page: page.modules,
            rule=PageNumber("page"),
            item=_types.ActionModuleListItem,
            request_options=request_options,
        )

    def list_actions(
        self,
        id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[ActionModuleAction, GetActionModuleActionsResponseContent]:
        """Find the actions that use a module

        Release stage: EA.

        Tells which actions import the module, and at which of its versions.

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
        SyncPager[ActionModuleAction, GetActionModuleActionsResponseContent]
            One page of the actions that use it.

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
            for item in client.actions.modules.list_actions("id"):
                print(item)
        """
        return self._api.paginate(
            _types.GetActionModuleActionsResponseContent,
            "GET",
            "/actions/modules/{id}/actions",
            path_parameters={"id": id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.actions,
            rule=PageNumber("page"),
            item=_types.ActionModuleAction,
            request_options=request_options,
        )

    def rollback(
        self,
        id: str,
        *,
        module_version_id: str,
        request_options: Optional[RequestOptions] = None,
    ) -> RollbackActionModuleResponseContent:
        """Take a module back to an earlier version

        Release stage: EA.

        Overwrites the draft with the code, dependencies and secrets of a published
        version. Nothing is published by this.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        module_version_id : str
            Identifies the module version.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        RollbackActionModuleResponseContent
            The module with its draft rewritten.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such module or version.
        ConflictError
            The draft equals this version already.
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
            client.actions.modules.rollback("id", module_version_id="module_version_id")
        """
        return self._api.call(
            _types.RollbackActionModuleResponseContent,
            "POST",
            "/actions/modules/{id}/rollback",
            path_parameters={"id": id},
            json={"module_version_id": module_version_id},
            request_options=request_options,
        )

    def update(
        self,
        id: str,
        *,
        code: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]
        ] = OMIT,
        dependencies: Optional[
            Sequence[
                Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]
            ]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionModuleResponseContent:
        """Edit the draft of an action module

        Release stage: EA.

        Alters the draft of a module: its code, its secrets or what it depends on.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        code : Optional[str]
            JavaScript source of the module.

            At most 65536 characters; matches ^[^\x00]*$.
        secrets : Optional[Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]]
            Secrets that the code can read.
        dependencies : Optional[Sequence[Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]]]
            npm packages that the module needs.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionModuleResponseContent
            The module after the change.

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
            The request is at odds with what is stored about the module.
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
            client.actions.modules.update("id")
        """
        return self._api.call(
            _types.UpdateActionModuleResponseContent,
            "PATCH",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            json={"code": code, "secrets": secrets, "dependencies": dependencies},
            request_options=request_options,
        )


class RawModulesClient(RawResource[ModulesClient]):
    """The operations of ``ModulesClient``, returning ``HttpResponse``."""

    create = raw_method(ModulesClient.create)
    delete = raw_method(ModulesClient.delete)
    get = raw_method(ModulesClient.get)
    list = unchanged_method(ModulesClient.list)
    list_actions = unchanged_method(ModulesClient.list_actions)
    rollback = raw_method(ModulesClient.rollback)
    update = raw_method(ModulesClient.update)


class AsyncModulesClient(AsyncResource):
    """The ``actions.modules`` operations, asynchronous."""

    @cached_property
    def versions(self) -> AsyncVersionsClient:
        """The ``versions`` operations."""
        from .versions.client import AsyncVersionsClient

        return AsyncVersionsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawModulesClient:
        """The same methods, returning the whole response."""
        return AsyncRawModulesClient(self)

    async def create(
        self,
        *,
        name: str,
        code: str,
        secrets: Optional[
            Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]
        ] = OMIT,
        dependencies: Optional[
            Sequence[
                Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]
            ]
        ] = OMIT,
        api_version: Optional[str] = OMIT,
        publish: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionModuleResponseContent:
        """Begin a new module as a draft

        Release stage: EA.

        Stores a new module that actions can import. With `publish` its first version
        comes into being at once.

        Parameters
        ----------
        name : str
            What the module is called.

            At most 255 characters; matches ^[^\x00]*$.
        code : str
            JavaScript source of the module.

            At most 65536 characters; matches ^[^\x00]*$.
        secrets : Optional[Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]]
            Secrets that the code can read.
        dependencies : Optional[Sequence[Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]]]
            npm packages that the module needs.
        api_version : Optional[str]
            API version the module is written for.

            At most 20 characters; matches ^[^\x00]*$.
        publish : Optional[bool]
            Whether to publish at once.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionModuleResponseContent
            The module as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:actions.
        ConflictError
            The request is at odds with what is stored about the module.
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
                await client.actions.modules.create(name="name", code="code")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateActionModuleResponseContent,
            "POST",
            "/actions/modules",
            json={
                "name": name,
                "code": code,
                "secrets": secrets,
                "dependencies": dependencies,
                "api_version": api_version,
                "publish": publish,
            },
            request_options=request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take an action module away

        Release stage: EA.

        Takes a module away for good. A module that an action still uses is kept, and
        the call fails.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope delete:actions.
        NotFoundError
            There is no such module.
        PreconditionFailedError
            An action still uses the module.
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
                await client.actions.modules.delete("id")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionModuleResponseContent:
        """Look up one action module

        Release stage: EA.

        Gives the draft of a module and, if there is one, the newest published version.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionModuleResponseContent
            The module that was asked for.

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
                await client.actions.modules.get("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActionModuleResponseContent,
            "GET",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[ActionModuleListItem, GetActionModulesResponseContent]:
        """Page through the action modules

        Release stage: EA.

        Modules hold code that several actions share. This gives every module of the
        tenant.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[ActionModuleListItem, GetActionModulesResponseContent]
            One page of modules.

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
                async for item in await client.actions.modules.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.GetActionModulesResponseContent,
            "GET",
            "/actions/modules",
            query={"page": page, "per_page": per_page},
            items=lambda page: page.modules,
            rule=PageNumber("page"),
            item=_types.ActionModuleListItem,
            request_options=request_options,
        )

    async def list_actions(
        self,
        id: str,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[ActionModuleAction, GetActionModuleActionsResponseContent]:
        """Find the actions that use a module

        Release stage: EA.

        Tells which actions import the module, and at which of its versions.

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
        AsyncPager[ActionModuleAction, GetActionModuleActionsResponseContent]
            One page of the actions that use it.

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
                async for item in await client.actions.modules.list_actions("id"):
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.GetActionModuleActionsResponseContent,
            "GET",
            "/actions/modules/{id}/actions",
            path_parameters={"id": id},
            query={"page": page, "per_page": per_page},
            items=lambda page: page.actions,
            rule=PageNumber("page"),
            item=_types.ActionModuleAction,
            request_options=request_options,
        )

    async def rollback(
        self,
        id: str,
        *,
        module_version_id: str,
        request_options: Optional[RequestOptions] = None,
    ) -> RollbackActionModuleResponseContent:
        """Take a module back to an earlier version

        Release stage: EA.

        Overwrites the draft with the code, dependencies and secrets of a published
        version. Nothing is published by this.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        module_version_id : str
            Identifies the module version.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        RollbackActionModuleResponseContent
            The module with its draft rewritten.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such module or version.
        ConflictError
            The draft equals this version already.
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
                await client.actions.modules.rollback("id", module_version_id="module_version_id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.RollbackActionModuleResponseContent,
            "POST",
            "/actions/modules/{id}/rollback",
            path_parameters={"id": id},
            json={"module_version_id": module_version_id},
            request_options=request_options,
        )

    async def update(
        self,
        id: str,
        *,
        code: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]
        ] = OMIT,
        dependencies: Optional[
            Sequence[
                Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]
            ]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionModuleResponseContent:
        """Edit the draft of an action module

        Release stage: EA.

        Alters the draft of a module: its code, its secrets or what it depends on.

        Parameters
        ----------
        id : str
            Picks out the module to work on.
        code : Optional[str]
            JavaScript source of the module.

            At most 65536 characters; matches ^[^\x00]*$.
        secrets : Optional[Sequence[Union[ActionModuleSecretRequest, ActionModuleSecretRequestDict]]]
            Secrets that the code can read.
        dependencies : Optional[Sequence[Union[ActionModuleDependencyRequest, ActionModuleDependencyRequestDict]]]
            npm packages that the module needs.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionModuleResponseContent
            The module after the change.

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
            The request is at odds with what is stored about the module.
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
                await client.actions.modules.update("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.UpdateActionModuleResponseContent,
            "PATCH",
            "/actions/modules/{id}",
            path_parameters={"id": id},
            json={"code": code, "secrets": secrets, "dependencies": dependencies},
            request_options=request_options,
        )


class AsyncRawModulesClient(AsyncRawResource[AsyncModulesClient]):
    """The operations of ``AsyncModulesClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncModulesClient.create)
    delete = async_raw_method(AsyncModulesClient.delete)
    get = async_raw_method(AsyncModulesClient.get)
    list = unchanged_method(AsyncModulesClient.list)
    list_actions = unchanged_method(AsyncModulesClient.list_actions)
    rollback = async_raw_method(AsyncModulesClient.rollback)
    update = async_raw_method(AsyncModulesClient.update)
