"""What the type checkers must see: checked by mypy --strict and pyright, never run.

Each ``type: ignore`` marks a mistake that has to be reported; an ignore that is not needed is itself an error.
"""

from __future__ import annotations

from typing import assert_type

import httpx
import httpx2
from runtime.core import (
    ApiClient,
    AsyncApiClient,
    AsyncEventStream,
    AsyncPager,
    BinaryStream,
    EventStream,
    HttpResponse,
    SyncPager,
)
from tests.runtime.models import Action, Cat, Dog, Page
from tests.runtime.resources import AsyncRoot, Root


def clients_of_both_libraries() -> None:
    ApiClient(base_url="http://host", httpx_client=httpx2.Client(), token="t", max_retries=1)
    ApiClient(base_url="http://host", httpx_client=httpx.Client(), token=lambda: "t")
    AsyncApiClient(base_url="http://host", httpx_client=httpx2.AsyncClient())
    AsyncApiClient(base_url="http://host", httpx_client=httpx.AsyncClient())
    ApiClient(base_url="http://host", httpx_client=httpx2.AsyncClient())  # type: ignore[arg-type]
    ApiClient(base_url="http://host", retries=1)  # type: ignore[call-arg]


def calls(root: Root) -> None:
    actions = root.actions
    assert_type(actions.create(name="n", supported_triggers=[]), Action)
    assert_type(actions.with_raw_response.create(name="n", supported_triggers=[]), HttpResponse[Action])
    assert_type(actions.with_raw_response.create(name="n", supported_triggers=[]).data, Action)
    actions.with_raw_response.create(name=1, supported_triggers=[])  # type: ignore[arg-type]
    actions.with_raw_response.create(supported_triggers=[])  # type: ignore[call-arg]
    assert_type(actions.with_raw_response.delete("id").status_code, int)


def pagers(root: Root) -> None:
    assert_type(root.actions.list(), SyncPager[Action, Page])
    assert_type(root.actions.with_raw_response.list(page=1), SyncPager[Action, Page])
    assert_type([item.id for item in root.actions.list()], list[str])


def streams(root: Root) -> None:
    assert_type(root.actions.subscribe(), EventStream[Cat | Dog])
    for event in root.actions.subscribe():
        assert_type(event, Cat | Dog)
    with root.actions.with_raw_response.subscribe() as response:
        assert_type(response, HttpResponse[EventStream[Cat | Dog]])
    with root.actions.with_raw_response.export() as download:
        assert_type(download, HttpResponse[BinaryStream])


async def asynchronous(root: AsyncRoot) -> None:
    actions = root.actions
    assert_type(await actions.with_raw_response.create(name="n", supported_triggers=[]), HttpResponse[Action])
    assert_type(await actions.list(), AsyncPager[Action, Page])
    async for item in await actions.with_raw_response.list():
        assert_type(item, Action)
    async for event in actions.subscribe():
        assert_type(event, Cat | Dog)
    async with actions.with_raw_response.subscribe() as response:
        assert_type(response, HttpResponse[AsyncEventStream[Cat | Dog]])
