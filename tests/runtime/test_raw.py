from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import runtime.core
from runtime.core import HttpResponse
from tests.runtime.loopback import Loopback
from tests.runtime.models import Action, Trigger
from tests.runtime.resources import ActionsClient, AsyncRoot, RawActionsClient, Root


def test_a_raw_method_returns_the_response(server: Loopback) -> None:
    server.answer(201, {"id": "1"}, {"X-Request-Id": "r"})
    actions = Root(server.url).actions
    response = actions.with_raw_response.create(name="n", supported_triggers=[Trigger(id="post-login")])
    assert isinstance(response, HttpResponse)
    assert (response.data, response.status_code, response.headers["x-request-id"]) == (Action(id="1"), 201, "r")
    assert (response.request.method, response.request.url) == ("POST", f"{server.url}/actions")
    assert json.loads(server.requests[0].body) == {"name": "n", "supported_triggers": [{"id": "post-login"}]}
    # The resource itself goes on returning data.
    assert actions.create(name="n", supported_triggers=[]) == Action(id="1")


def test_an_asynchronous_raw_method(server: Loopback) -> None:
    server.answer(200, {"id": "1"})

    async def run() -> HttpResponse[Action]:
        return await AsyncRoot(server.url).actions.with_raw_response.create(name="n", supported_triggers=[])

    assert asyncio.run(run()).data == Action(id="1")


def test_a_pager_is_offered_unchanged(server: Loopback) -> None:
    server.answer(200, {"actions": []})
    assert Root(server.url).actions.with_raw_response.list().items == []


def test_documentation_is_kept() -> None:
    assert RawActionsClient.create.__doc__ == ActionsClient.create.__doc__ == "Create an action."


def test_the_export_list_is_true() -> None:
    assert runtime.core.__all__ == sorted(set(runtime.core.__all__))
    for name in runtime.core.__all__:
        assert getattr(runtime.core, name) is not None
    assert set(runtime.core.__all__) <= set(dir(runtime.core))


def test_a_client_is_made_without_pydantic_and_without_the_http_library() -> None:
    program = (
        "import sys; from runtime.core import ApiClient, AsyncApiClient, Resource, raw_method, OMIT\n"
        "ApiClient(base_url='http://host', token='t'); AsyncApiClient(base_url='http://host', token='t')\n"
        "print(sorted({'pydantic', 'pydantic_core', 'httpx2', 'httpx', 'asyncio', 'email'} & set(sys.modules)))"
    )
    root = Path(runtime.core.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
