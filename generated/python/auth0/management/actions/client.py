"""The ``actions`` operations."""

from __future__ import annotations

from functools import cached_property
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
        Action,
        ActionModuleReference,
        ActionModuleReferenceDict,
        ActionSecretRequest,
        ActionSecretRequestDict,
        ActionTrigger,
        ActionTriggerDict,
        ActionTriggerTypeEnum,
        ActionVersionDependency,
        ActionVersionDependencyDict,
        CreateActionResponseContent,
        DeployActionResponseContent,
        GetActionResponseContent,
        ListActionsPaginatedResponseContent,
        TestActionPayload,
        TestActionResponseContent,
        UpdateActionResponseContent,
    )
    from .executions.client import AsyncExecutionsClient, ExecutionsClient
    from .modules.client import AsyncModulesClient, ModulesClient
    from .triggers.client import AsyncTriggersClient, TriggersClient
    from .versions.client import AsyncVersionsClient, VersionsClient


class ActionsClient(Resource):
    """Custom code that runs at set points of a flow, its versions and its bindings."""

    @cached_property
    def executions(self) -> ExecutionsClient:
        """The ``executions`` operations."""
        from .executions.client import ExecutionsClient

        return ExecutionsClient(self._api)

    @cached_property
    def modules(self) -> ModulesClient:
        """The ``modules`` operations."""
        from .modules.client import ModulesClient

        return ModulesClient(self._api)

    @cached_property
    def triggers(self) -> TriggersClient:
        """The ``triggers`` operations."""
        from .triggers.client import TriggersClient

        return TriggersClient(self._api)

    @cached_property
    def versions(self) -> VersionsClient:
        """The ``versions`` operations."""
        from .versions.client import VersionsClient

        return VersionsClient(self._api)

    @property
    def with_raw_response(self) -> RawActionsClient:
        """The same methods, returning the whole response."""
        return RawActionsClient(self)

    def create(
        self,
        *,
        name: str,
        supported_triggers: Sequence[Union[ActionTrigger, ActionTriggerDict]],
        code: Optional[str] = OMIT,
        dependencies: Optional[
            Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]
        ] = OMIT,
        runtime: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]
        ] = OMIT,
        modules: Optional[
            Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]
        ] = OMIT,
        deploy: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionResponseContent:
        """Begin a new action as a draft

        Stores a new action as a draft. It runs only after it has been deployed and
        bound to a trigger; `deploy` does the first of these at once.

        Parameters
        ----------
        name : str
            What the action is called.

            The server's default is my-action.
        supported_triggers : Sequence[Union[ActionTrigger, ActionTriggerDict]]
            Triggers that can run the action; at present exactly one.

            At least 1 item.
        code : Optional[str]
            JavaScript source of the action.

            The server's default is module.exports = () => {}.
        dependencies : Optional[Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]]
            npm packages that the action needs.
        runtime : Optional[str]
            Node.js runtime, such as `node22`.

            The server's default is node22.
        secrets : Optional[Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]]
            Secrets that the code can read.
        modules : Optional[Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]]
            Modules that the action imports.
        deploy : Optional[bool]
            Deploys the action as soon as it is stored.

            The server's default is false.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionResponseContent
            The action as it was stored.

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
            from auth0.management import ActionTrigger, Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.actions.create(
                name="my-action", supported_triggers=[ActionTrigger(id="post-login")]
            )
        """
        return self._api.call(
            _types.CreateActionResponseContent,
            "POST",
            "/actions/actions",
            json={
                "name": name,
                "supported_triggers": supported_triggers,
                "code": code,
                "dependencies": dependencies,
                "runtime": runtime,
                "secrets": secrets,
                "modules": modules,
                "deploy": deploy,
            },
            request_options=request_options,
        )

    def delete(
        self,
        id: str,
        *,
        force: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take an action away

        Takes away an action and every version it has. Bound actions are refused unless
        `force` unbinds them first.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        force : Optional[bool]
            Unbinds the action where it is bound, instead of refusing.
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
            There is no such action.
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
            client.actions.delete("id")
        """
        return self._api.call(
            None,
            "DELETE",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            query={"force": force},
            request_options=request_options,
        )

    def deploy(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> DeployActionResponseContent:
        """Put an action to work

        Freezes the draft as a new version and builds it. Triggers the action is bound
        to use the new version from then on.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeployActionResponseContent
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
            client.actions.deploy("id")
        """
        return self._api.call(
            _types.DeployActionResponseContent,
            "POST",
            "/actions/actions/{id}/deploy",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionResponseContent:
        """Look up one action

        Gives the draft of an action together with the version that is in use.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionResponseContent
            The action that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such action.
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
            client.actions.get("id")
        """
        return self._api.call(
            _types.GetActionResponseContent,
            "GET",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def list(
        self,
        *,
        trigger_id: Optional[ActionTriggerTypeEnum] = None,
        action_name: Optional[str] = None,
        deployed: Optional[bool] = None,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        installed: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[Action, ListActionsPaginatedResponseContent]:
        """Page through the actions

        Gives the actions of the tenant, drafts included. The filters narrow the list by
        trigger, by name, and by whether an action is deployed or installed.

        Parameters
        ----------
        trigger_id : Optional[ActionTriggerTypeEnum]
            Name of the trigger, such as `post-login`.
        action_name : Optional[str]
            Keeps only the action that is called this.
        deployed : Optional[bool]
            Keeps only actions that are deployed.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        installed : Optional[bool]
            True keeps actions that came from the marketplace, false those written here.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[Action, ListActionsPaginatedResponseContent]
            One page of actions.

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
            for item in client.actions.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListActionsPaginatedResponseContent,
            "GET",
            "/actions/actions",
            query={
                "triggerId": trigger_id,
                "actionName": action_name,
                "deployed": deployed,
                "page": page,
                "per_page": per_page,
                "installed": installed,
            },
            items=lambda page: page.actions,
            rule=PageNumber("page"),
            item=_types.Action,
            request_options=request_options,
        )

    def test(
        self,
        id: str,
        *,
        payload: TestActionPayload,
        request_options: Optional[RequestOptions] = None,
    ) -> TestActionResponseContent:
        """Try an action out

        Runs the draft with an event of your own making, so that it can be checked
        before it is deployed.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        payload : TestActionPayload
            The event, with the fields its trigger would give it.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        TestActionResponseContent
            What the draft made of the event.

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
            client.actions.test("id", payload={"key": {"key": "value"}})
        """
        return self._api.call(
            _types.TestActionResponseContent,
            "POST",
            "/actions/actions/{id}/test",
            path_parameters={"id": id},
            json={"payload": payload},
            request_options=request_options,
        )

    def update(
        self,
        id: str,
        *,
        name: Optional[str] = OMIT,
        supported_triggers: Optional[
            Sequence[Union[ActionTrigger, ActionTriggerDict]]
        ] = OMIT,
        code: Optional[str] = OMIT,
        dependencies: Optional[
            Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]
        ] = OMIT,
        runtime: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]
        ] = OMIT,
        modules: Optional[
            Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionResponseContent:
        """Edit the draft of an action

        Alters the draft. What runs in a flow stays the same until the next deployment.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        name : Optional[str]
            What the action is called.

            The server's default is my-action.
        supported_triggers : Optional[Sequence[Union[ActionTrigger, ActionTriggerDict]]]
            Triggers that can run the action; at present exactly one.

            At least 1 item.
        code : Optional[str]
            JavaScript source of the action.

            The server's default is module.exports = () => {}.
        dependencies : Optional[Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]]
            npm packages that the action needs.
        runtime : Optional[str]
            Node.js runtime, such as `node22`.

            The server's default is node22.
        secrets : Optional[Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]]
            Secrets that the code can read.
        modules : Optional[Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]]
            Modules that the action imports.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionResponseContent
            The action after the change.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such action.
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
            client.actions.update("id")
        """
        return self._api.call(
            _types.UpdateActionResponseContent,
            "PATCH",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            json={
                "name": name,
                "supported_triggers": supported_triggers,
                "code": code,
                "dependencies": dependencies,
                "runtime": runtime,
                "secrets": secrets,
                "modules": modules,
            },
            request_options=request_options,
        )


class RawActionsClient(RawResource[ActionsClient]):
    """The operations of ``ActionsClient``, returning ``HttpResponse``."""

    create = raw_method(ActionsClient.create)
    delete = raw_method(ActionsClient.delete)
    deploy = raw_method(ActionsClient.deploy)
    get = raw_method(ActionsClient.get)
    list = unchanged_method(ActionsClient.list)
    test = raw_method(ActionsClient.test)
    update = raw_method(ActionsClient.update)


class AsyncActionsClient(AsyncResource):
    """Custom code that runs at set points of a flow, its versions and its bindings."""

    @cached_property
    def executions(self) -> AsyncExecutionsClient:
        """The ``executions`` operations."""
        from .executions.client import AsyncExecutionsClient

        return AsyncExecutionsClient(self._api)

    @cached_property
    def modules(self) -> AsyncModulesClient:
        """The ``modules`` operations."""
        from .modules.client import AsyncModulesClient

        return AsyncModulesClient(self._api)

    @cached_property
    def triggers(self) -> AsyncTriggersClient:
        """The ``triggers`` operations."""
        from .triggers.client import AsyncTriggersClient

        return AsyncTriggersClient(self._api)

    @cached_property
    def versions(self) -> AsyncVersionsClient:
        """The ``versions`` operations."""
        from .versions.client import AsyncVersionsClient

        return AsyncVersionsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawActionsClient:
        """The same methods, returning the whole response."""
        return AsyncRawActionsClient(self)

    async def create(
        self,
        *,
        name: str,
        supported_triggers: Sequence[Union[ActionTrigger, ActionTriggerDict]],
        code: Optional[str] = OMIT,
        dependencies: Optional[
            Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]
        ] = OMIT,
        runtime: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]
        ] = OMIT,
        modules: Optional[
            Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]
        ] = OMIT,
        deploy: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateActionResponseContent:
        """Begin a new action as a draft

        Stores a new action as a draft. It runs only after it has been deployed and
        bound to a trigger; `deploy` does the first of these at once.

        Parameters
        ----------
        name : str
            What the action is called.

            The server's default is my-action.
        supported_triggers : Sequence[Union[ActionTrigger, ActionTriggerDict]]
            Triggers that can run the action; at present exactly one.

            At least 1 item.
        code : Optional[str]
            JavaScript source of the action.

            The server's default is module.exports = () => {}.
        dependencies : Optional[Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]]
            npm packages that the action needs.
        runtime : Optional[str]
            Node.js runtime, such as `node22`.

            The server's default is node22.
        secrets : Optional[Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]]
            Secrets that the code can read.
        modules : Optional[Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]]
            Modules that the action imports.
        deploy : Optional[bool]
            Deploys the action as soon as it is stored.

            The server's default is false.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateActionResponseContent
            The action as it was stored.

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

            from auth0.management import ActionTrigger, AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.actions.create(
                    name="my-action", supported_triggers=[ActionTrigger(id="post-login")]
                )


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateActionResponseContent,
            "POST",
            "/actions/actions",
            json={
                "name": name,
                "supported_triggers": supported_triggers,
                "code": code,
                "dependencies": dependencies,
                "runtime": runtime,
                "secrets": secrets,
                "modules": modules,
                "deploy": deploy,
            },
            request_options=request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        force: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take an action away

        Takes away an action and every version it has. Bound actions are refused unless
        `force` unbinds them first.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        force : Optional[bool]
            Unbinds the action where it is bound, instead of refusing.
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
            There is no such action.
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
                await client.actions.delete("id")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            query={"force": force},
            request_options=request_options,
        )

    async def deploy(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> DeployActionResponseContent:
        """Put an action to work

        Freezes the draft as a new version and builds it. Triggers the action is bound
        to use the new version from then on.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        DeployActionResponseContent
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
                await client.actions.deploy("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.DeployActionResponseContent,
            "POST",
            "/actions/actions/{id}/deploy",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetActionResponseContent:
        """Look up one action

        Gives the draft of an action together with the version that is in use.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetActionResponseContent
            The action that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:actions.
        NotFoundError
            There is no such action.
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
                await client.actions.get("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetActionResponseContent,
            "GET",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def list(
        self,
        *,
        trigger_id: Optional[ActionTriggerTypeEnum] = None,
        action_name: Optional[str] = None,
        deployed: Optional[bool] = None,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        installed: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[Action, ListActionsPaginatedResponseContent]:
        """Page through the actions

        Gives the actions of the tenant, drafts included. The filters narrow the list by
        trigger, by name, and by whether an action is deployed or installed.

        Parameters
        ----------
        trigger_id : Optional[ActionTriggerTypeEnum]
            Name of the trigger, such as `post-login`.
        action_name : Optional[str]
            Keeps only the action that is called this.
        deployed : Optional[bool]
            Keeps only actions that are deployed.
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.
        installed : Optional[bool]
            True keeps actions that came from the marketplace, false those written here.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[Action, ListActionsPaginatedResponseContent]
            One page of actions.

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
                async for item in await client.actions.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListActionsPaginatedResponseContent,
            "GET",
            "/actions/actions",
            query={
                "triggerId": trigger_id,
                "actionName": action_name,
                "deployed": deployed,
                "page": page,
                "per_page": per_page,
                "installed": installed,
            },
            items=lambda page: page.actions,
            rule=PageNumber("page"),
            item=_types.Action,
            request_options=request_options,
        )

    async def test(
        self,
        id: str,
        *,
        payload: TestActionPayload,
        request_options: Optional[RequestOptions] = None,
    ) -> TestActionResponseContent:
        """Try an action out

        Runs the draft with an event of your own making, so that it can be checked
        before it is deployed.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        payload : TestActionPayload
            The event, with the fields its trigger would give it.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        TestActionResponseContent
            What the draft made of the event.

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
                await client.actions.test("id", payload={"key": {"key": "value"}})


            asyncio.run(main())
        """
        return await self._api.call(
            _types.TestActionResponseContent,
            "POST",
            "/actions/actions/{id}/test",
            path_parameters={"id": id},
            json={"payload": payload},
            request_options=request_options,
        )

    async def update(
        self,
        id: str,
        *,
        name: Optional[str] = OMIT,
        supported_triggers: Optional[
            Sequence[Union[ActionTrigger, ActionTriggerDict]]
        ] = OMIT,
        code: Optional[str] = OMIT,
        dependencies: Optional[
            Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]
        ] = OMIT,
        runtime: Optional[str] = OMIT,
        secrets: Optional[
            Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]
        ] = OMIT,
        modules: Optional[
            Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateActionResponseContent:
        """Edit the draft of an action

        Alters the draft. What runs in a flow stays the same until the next deployment.

        Parameters
        ----------
        id : str
            Picks out the action to work on.
        name : Optional[str]
            What the action is called.

            The server's default is my-action.
        supported_triggers : Optional[Sequence[Union[ActionTrigger, ActionTriggerDict]]]
            Triggers that can run the action; at present exactly one.

            At least 1 item.
        code : Optional[str]
            JavaScript source of the action.

            The server's default is module.exports = () => {}.
        dependencies : Optional[Sequence[Union[ActionVersionDependency, ActionVersionDependencyDict]]]
            npm packages that the action needs.
        runtime : Optional[str]
            Node.js runtime, such as `node22`.

            The server's default is node22.
        secrets : Optional[Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]]
            Secrets that the code can read.
        modules : Optional[Sequence[Union[ActionModuleReference, ActionModuleReferenceDict]]]
            Modules that the action imports.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateActionResponseContent
            The action after the change.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:actions.
        NotFoundError
            There is no such action.
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
                await client.actions.update("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.UpdateActionResponseContent,
            "PATCH",
            "/actions/actions/{id}",
            path_parameters={"id": id},
            json={
                "name": name,
                "supported_triggers": supported_triggers,
                "code": code,
                "dependencies": dependencies,
                "runtime": runtime,
                "secrets": secrets,
                "modules": modules,
            },
            request_options=request_options,
        )


class AsyncRawActionsClient(AsyncRawResource[AsyncActionsClient]):
    """The operations of ``AsyncActionsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncActionsClient.create)
    delete = async_raw_method(AsyncActionsClient.delete)
    deploy = async_raw_method(AsyncActionsClient.deploy)
    get = async_raw_method(AsyncActionsClient.get)
    list = unchanged_method(AsyncActionsClient.list)
    test = async_raw_method(AsyncActionsClient.test)
    update = async_raw_method(AsyncActionsClient.update)
