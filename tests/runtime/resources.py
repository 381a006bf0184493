"""Clients as the generator writes them, for one small API."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from runtime.core import (
    OMIT,
    ApiClient,
    AsyncApiClient,
    AsyncBinaryStream,
    AsyncEventStream,
    AsyncPager,
    AsyncRawResource,
    AsyncResource,
    BinaryStream,
    Cursor,
    EventStream,
    PageNumber,
    RawResource,
    RequestOptions,
    Resource,
    SyncPager,
    async_raw_method,
    async_raw_stream_method,
    raw_method,
    raw_stream_method,
    unchanged_method,
)
from tests.runtime.models import Action, Cat, Dog, Page, Trigger


class ActionsClient(Resource):
    @property
    def with_raw_response(self) -> RawActionsClient:
        return RawActionsClient(self)

    def create(
        self,
        *,
        name: str,
        supported_triggers: Sequence[Trigger],
        code: str | None = OMIT,
        request_options: RequestOptions | None = None,
    ) -> Action:
        """Create an action."""
        return self._api.call(
            Action,
            "POST",
            "/actions",
            json={"name": name, "supported_triggers": supported_triggers, "code": code},
            request_options=request_options,
        )

    def delete(self, action_id: str, *, request_options: RequestOptions | None = None) -> None:
        return self._api.call(
            None, "DELETE", "/actions/{id}", path_parameters={"id": action_id}, request_options=request_options
        )

    def list(
        self, *, page: int | None = 0, per_page: int | None = 50, request_options: RequestOptions | None = None
    ) -> SyncPager[Action, Page]:
        return self._api.paginate(
            Page,
            "GET",
            "/actions",
            query={"page": page, "per_page": per_page},
            items=lambda response: response.actions,
            rule=PageNumber("page"),
            request_options=request_options,
        )

    def list_from(
        self,
        *,
        from_: str | None = None,
        take: int | None = 50,
        request_options: RequestOptions | None = None,
    ) -> SyncPager[Action, Page]:
        return self._api.paginate(
            Page,
            "GET",
            "/actions",
            query={"from": from_, "take": take},
            items=lambda response: response.actions,
            rule=Cursor[Page]("from", lambda response: response.next),
            request_options=request_options,
        )

    def subscribe(self, *, request_options: RequestOptions | None = None) -> EventStream[Cat | Dog]:
        stream: EventStream[Cat | Dog] = self._api.events(
            Cat | Dog, "GET", "/events", discriminator="kind", request_options=request_options
        )
        return stream

    def export(self, *, request_options: RequestOptions | None = None) -> BinaryStream:
        return self._api.download("GET", "/export", request_options=request_options)


class RawActionsClient(RawResource[ActionsClient]):
    create = raw_method(ActionsClient.create)
    delete = raw_method(ActionsClient.delete)
    list = unchanged_method(ActionsClient.list)
    subscribe = raw_stream_method(ActionsClient.subscribe)
    export = raw_stream_method(ActionsClient.export)


class AsyncActionsClient(AsyncResource):
    @property
    def with_raw_response(self) -> AsyncRawActionsClient:
        return AsyncRawActionsClient(self)

    async def create(
        self,
        *,
        name: str,
        supported_triggers: Sequence[Trigger],
        code: str | None = OMIT,
        request_options: RequestOptions | None = None,
    ) -> Action:
        """Create an action."""
        return await self._api.call(
            Action,
            "POST",
            "/actions",
            json={"name": name, "supported_triggers": supported_triggers, "code": code},
            request_options=request_options,
        )

    async def list(
        self, *, page: int | None = 0, per_page: int | None = 50, request_options: RequestOptions | None = None
    ) -> AsyncPager[Action, Page]:
        return await self._api.paginate(
            Page,
            "GET",
            "/actions",
            query={"page": page, "per_page": per_page},
            items=lambda response: response.actions,
            rule=PageNumber("page"),
            request_options=request_options,
        )

    async def list_from(
        self,
        *,
        from_: str | None = None,
        take: int | None = 50,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[Action, Page]:
        return await self._api.paginate(
            Page,
            "GET",
            "/actions",
            query={"from": from_, "take": take},
            items=lambda response: response.actions,
            rule=Cursor[Page]("from", lambda response: response.next),
            request_options=request_options,
        )

    def subscribe(self, *, request_options: RequestOptions | None = None) -> AsyncEventStream[Cat | Dog]:
        stream: AsyncEventStream[Cat | Dog] = self._api.events(
            Cat | Dog, "GET", "/events", discriminator="kind", request_options=request_options
        )
        return stream

    def export(self, *, request_options: RequestOptions | None = None) -> AsyncBinaryStream:
        return self._api.download("GET", "/export", request_options=request_options)


class AsyncRawActionsClient(AsyncRawResource[AsyncActionsClient]):
    create = async_raw_method(AsyncActionsClient.create)
    list = unchanged_method(AsyncActionsClient.list)
    subscribe = async_raw_stream_method(AsyncActionsClient.subscribe)
    export = async_raw_stream_method(AsyncActionsClient.export)


class Root:
    def __init__(self, base_url: str) -> None:
        self._api = ApiClient(base_url=base_url, token="t", max_retries=0)

    @cached_property
    def actions(self) -> ActionsClient:
        return ActionsClient(self._api)


class AsyncRoot:
    def __init__(self, base_url: str) -> None:
        self._api = AsyncApiClient(base_url=base_url, token="t", max_retries=0)

    @cached_property
    def actions(self) -> AsyncActionsClient:
        return AsyncActionsClient(self._api)
