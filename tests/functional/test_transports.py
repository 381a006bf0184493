"""What sends the requests: clients of both HTTP libraries, and transports of one's own, whichever library the SDK uses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from typing import Any

import httpx
import httpx2
import pytest
from tests.functional.support import Server, Spec, make_package

_PATHS = """
paths:
  /things/{id}:
    get:
      tags: [things]
      operationId: get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        200: {description: Thing, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
"""
ON_HTTPX2 = Spec(_PATHS, http_library="httpx2")
ON_HTTPX = Spec(_PATHS, http_library="httpx")

sdks = pytest.mark.parametrize("spec", [ON_HTTPX2, ON_HTTPX], ids=["sdk on httpx2", "sdk on httpx"])
libraries = pytest.mark.parametrize("library", [httpx2, httpx], ids=["client of httpx2", "client of httpx"])
BASE = "https://api.test"


def get(sdk: Any, **options: Any) -> Any:
    with sdk.Api(base_url=BASE, **options) as client:
        return client.things.get("1")


def get_async(sdk: Any, make: Callable[[], dict[str, Any]], base_url: str = BASE) -> Any:
    async def run() -> Any:
        async with sdk.AsyncApi(base_url=base_url, **make()) as client:
            return await client.things.get("1")

    return asyncio.run(run())


@sdks
@libraries
def test_a_client_of_the_library_sends(spec: Spec, library: Any, server: Server) -> None:
    server.answer(200, {"id": "1"})
    sdk = make_package(spec)
    own = library.Client(headers={"x-own": "yes"})

    with sdk.Api(base_url=server.url, httpx_client=own) as client:
        assert client.things.get("1").id == "1"
    assert not own.is_closed, "it stays its owner's"
    own.close()

    opened: list[Any] = []

    def make() -> dict[str, Any]:
        opened.append(library.AsyncClient(headers={"x-own": "yes"}))
        return {"httpx_client": opened[0]}

    assert get_async(sdk, make, server.url).id == "1"
    assert not opened[0].is_closed
    assert [(request.path, request.headers["x-own"]) for request in server.requests] == [("/things/1", "yes")] * 2


@sdks
@libraries
def test_the_mock_transport_of_the_library_answers(spec: Spec, library: Any) -> None:
    def answer(request: Any) -> Any:
        return library.Response(200, json={"id": request.url.path})

    sdk, transport = make_package(spec), library.MockTransport(answer)

    with library.Client(transport=transport) as own:
        assert get(sdk, httpx_client=own).id == "/things/1"
    made = get_async(sdk, lambda: {"httpx_client": library.AsyncClient(transport=transport)})
    assert made.id == "/things/1"


@sdks
@libraries
def test_faults_of_either_library_become_errors_of_the_sdk(spec: Spec, library: Any) -> None:
    def fail(request: Any) -> Any:
        raise library.ReadTimeout("too slow")

    sdk, transport = make_package(spec), library.MockTransport(fail)

    with library.Client(transport=transport) as own, pytest.raises(sdk.ApiTimeoutError) as caught:
        get(sdk, httpx_client=own, max_retries=0)
    assert isinstance(caught.value.__cause__, library.ReadTimeout)
    with pytest.raises(sdk.ApiTimeoutError):
        get_async(sdk, lambda: {"httpx_client": library.AsyncClient(transport=transport), "max_retries": 0})


@sdks
def test_the_mock_transport_of_the_sdk_answers(spec: Spec) -> None:
    sdk = make_package(spec)
    core = import_module(f"{sdk.__name__}.core")

    transport = core.MockTransport(core.MockResponse(json={"id": "mocked"}))
    assert get(sdk, transport=transport).id == "mocked"
    asynchronous = core.AsyncMockTransport(core.MockResponse(json={"id": "mocked"}))
    assert get_async(sdk, lambda: {"transport": asynchronous}).id == "mocked"
    assert [request.url for request in (*transport.requests, *asynchronous.requests)] == [f"{BASE}/things/1"] * 2


@sdks
def test_a_transport_of_ones_own_sends_and_is_closed(spec: Spec) -> None:
    sdk = make_package(spec)
    core = import_module(f"{sdk.__name__}.core")

    class Counting:
        def __init__(self) -> None:
            self.events: list[str] = []
            self._inner = core.MockTransport(core.MockResponse(json={"id": "1"}))

        def send(self, request: Any) -> Any:
            self.events.append(f"{request.method} {request.url}")
            return self._inner.send(request)

        def close(self) -> None:
            self.events.append("closed")

    transport = Counting()
    assert get(sdk, transport=transport).id == "1"
    assert transport.events == [f"GET {BASE}/things/1", "closed"]
