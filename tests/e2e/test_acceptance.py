"""The promise of the first page: the committed library creates an action, and loses nothing of the answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from auth0.management import (
    ActionTrigger,
    AsyncAuth0,
    Auth0,
    CreateActionResponseContent,
)
from tests.e2e.support import GENERATED, mypy_complaints, pyright_complaints, shared_folder
from tests.runtime.loopback import Loopback

#: For where the documented answer is not at hand.
SMALL_ANSWER = {
    "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
    "name": "my-action",
    "status": "a status that no document names",
    "created_at": "2021-01-01T00:00:00.000Z",
    "a_field_of_tomorrow": {"kept": [1, None, True]},
    "deployed_version": {
        "number": 1,
        "built_at": "2021-06-21T15:47:29.072Z",
        "action": {
            "supported_triggers": [
                {"id": "post-login", "compatible_triggers": [{"id": "post-login", "version": "v3"}]},
            ]
        },
    },
    "integration": None,
}


def documented_answer() -> Any:
    file = shared_folder() / "specs" / "create-action.response.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else SMALL_ANSWER


def create(server: Loopback) -> CreateActionResponseContent:
    with Auth0(token="<token>", base_url=server.url) as client:
        return client.actions.create(name="name", supported_triggers=[ActionTrigger(id="post-login")])


def create_async(server: Loopback) -> CreateActionResponseContent:
    async def call() -> CreateActionResponseContent:
        async with AsyncAuth0(token="<token>", base_url=server.url) as client:
            return await client.actions.create(name="name", supported_triggers=[ActionTrigger(id="post-login")])

    return asyncio.run(call())


both = pytest.mark.parametrize("create_action", [create, create_async], ids=["sync", "async"])
answers = pytest.mark.parametrize("answer", [documented_answer(), SMALL_ANSWER], ids=["documented", "small"])
Create = Callable[[Loopback], CreateActionResponseContent]


@both
def test_the_request_is_what_the_document_asks_for(server: Loopback, create_action: Create) -> None:
    server.answer(201, SMALL_ANSWER)

    create_action(server)

    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/actions/actions")
    assert request.headers["authorization"] == "Bearer <token>"
    assert request.headers["content-type"] == "application/json"


@both
def test_the_body_holds_the_two_given_fields_and_no_other(server: Loopback, create_action: Create) -> None:
    server.answer(201, SMALL_ANSWER)

    create_action(server)

    (request,) = server.requests
    assert json.loads(request.body) == {"name": "name", "supported_triggers": [{"id": "post-login"}]}


@both
@answers
def test_the_answer_is_typed_to_its_depths(server: Loopback, create_action: Create, answer: Any) -> None:
    server.answer(201, answer)

    action = create_action(server)

    version = answer["deployed_version"]["action"]["supported_triggers"][0]["compatible_triggers"][0]["version"]
    assert action.id == "910b1053-577f-4d81-a8c8-020e7319a38a"
    assert action.deployed_version is not None and action.deployed_version.action is not None
    triggers = action.deployed_version.action.supported_triggers
    assert triggers is not None and triggers[0].compatible_triggers is not None
    assert triggers[0].compatible_triggers[0].version == version


@both
@answers
def test_nothing_of_the_answer_is_lost(server: Loopback, create_action: Create, answer: Any) -> None:
    server.answer(201, answer)

    action = create_action(server)

    assert with_instants(json.loads(action.model_dump_json())) == with_instants(answer)


@both
@answers
def test_the_answer_holds_no_untyped_part(server: Loopback, create_action: Create, answer: Any) -> None:
    server.answer(201, {key: value for key, value in answer.items() if key != "a_field_of_tomorrow"})

    assert untyped(create_action(server)) == []


def test_a_field_that_the_document_does_not_know_can_be_read(server: Loopback) -> None:
    server.answer(201, SMALL_ANSWER)

    assert (create(server).model_extra or {})["a_field_of_tomorrow"] == {"kept": [1, None, True]}


#: What a user writes, with what their editor shows for it. `assert_type` is judged by both type checkers.
USER_SIDE = """
from typing import Callable, Optional, assert_type

from auth0.management import (
    OMIT,
    Action,
    ActionTrigger,
    ActionTriggerTypeEnum,
    AsyncAuth0,
    Auth0,
    CreateActionResponseContent,
    ListActionsPaginatedResponseContent,
    SyncPager,
)


def creates(client: Auth0, note: Optional[str]) -> Optional[str]:
    action = client.actions.create(
        name="name",
        supported_triggers=[ActionTrigger(id="post-login")],
        code=OMIT,
        runtime=note,
    )
    assert_type(action, CreateActionResponseContent)
    version = action.deployed_version
    if version is None or version.action is None or not version.action.supported_triggers:
        return None
    trigger = version.action.supported_triggers[0]
    assert_type(trigger.id, ActionTriggerTypeEnum)
    if not trigger.compatible_triggers:
        return None
    assert_type(trigger.compatible_triggers[0].version, str)
    return trigger.compatible_triggers[0].version


def takes_a_value_of_tomorrow() -> ActionTrigger:
    return ActionTrigger(id="a-trigger-of-tomorrow")


def pages(client: Auth0) -> None:
    pager = client.actions.list(deployed=True)
    assert_type(pager, SyncPager[Action, ListActionsPaginatedResponseContent])
    for action in pager:
        assert_type(action, Action)
    for page in pager.iter_pages():
        assert_type(page.response, ListActionsPaginatedResponseContent)


def reads_the_head(client: Auth0) -> None:
    response = client.actions.with_raw_response.get("id")
    assert_type(response.status_code, int)
    assert_type(response.data.name, Optional[str])


async def awaits(client: AsyncAuth0) -> None:
    assert_type(await client.actions.delete("id"), None)
    async for action in await client.actions.list():
        assert_type(action.id, Optional[str])


token: Callable[[], str] = lambda: "token"
client = Auth0(token=token, tenant_domain="acme.example")
"""

#: What a user must not get past a type checker, one a line.
MISUSE = """
from auth0.management import Auth0

client = Auth0(token="token", tenant_domain="acme.example")
client.actions.create(name="name")
client.actions.create("name", supported_triggers=[])
client.actions.create(name=1, supported_triggers=[])
client.actions.get("id").there_is_no_such_field
client.actions.list(per_page="50")
client.there_is_no_such_group
"""
MISUSED_LINES = {5, 6, 7, 8, 9, 10}


def test_user_code_is_typed_for_mypy(tmp_path: Path) -> None:
    file = tmp_path / "user_side.py"
    file.write_text(USER_SIDE, encoding="utf-8")

    assert mypy_complaints(GENERATED, file) == ""


def test_user_code_is_typed_for_pyright(tmp_path: Path) -> None:
    file = tmp_path / "user_side.py"
    file.write_text(USER_SIDE, encoding="utf-8")

    assert pyright_complaints(folder(tmp_path / "project"), GENERATED, file) == ""


def test_each_misuse_is_caught_by_mypy(tmp_path: Path) -> None:
    file = tmp_path / "misuse.py"
    file.write_text(MISUSE, encoding="utf-8")

    complaints = mypy_complaints(GENERATED, file)

    assert {int(line.split(":")[1]) for line in complaints.splitlines() if ": error:" in line} == MISUSED_LINES


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def with_instants(value: Any) -> Any:
    """The same JSON, with timestamps as instants: ``.000Z`` and ``Z`` are one moment, and equal numbers are equal."""
    if isinstance(value, dict):
        return {key: with_instants(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_instants(each) for each in value]
    if isinstance(value, str) and value[10:11] == "T":
        return datetime.fromisoformat(value)
    return value


def untyped(value: Any, place: str = "answer") -> list[str]:
    """Where fields of models were kept as unknown ones, and so without a type."""
    if isinstance(value, list):
        return [found for index, each in enumerate(value) for found in untyped(each, f"{place}[{index}]")]
    if not hasattr(value, "model_extra"):
        return [place] if isinstance(value, dict) else []
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    return [f"{place}.{name}" for name in value.model_extra or ()] + [
        found for name, each in fields.items() for found in untyped(each, f"{place}.{name}")
    ]
