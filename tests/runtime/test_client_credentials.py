"""Tokens by client credentials (RFC 6749, section 4.4), against a server on loopback."""

from __future__ import annotations

import asyncio
import base64
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier, Event, Lock
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest
from runtime.core import ApiClient, AsyncApiClient, AsyncClientCredentials, ClientCredentials, Request
from tests.runtime.loopback import Answer, Loopback, Received

from runtime import errors

SECRET = "a-secret-of-the-client"
KINDS = pytest.mark.parametrize("kind", ["blocking", "asynchronous"])


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Issuer:
    """Gives ``token-1``, ``token-2``, ...; elsewhere it answers 401 for each token that it is told to refuse."""

    life: int | None = 3600
    refused: set[str] = field(default_factory=set[str])
    issued: list[dict[str, list[str]]] = field(default_factory=list[dict[str, list[str]]])
    served: list[str] = field(default_factory=list[str])
    before_issuing: Callable[[], None] = lambda: None
    lock: Lock = field(default_factory=Lock)

    def __call__(self, request: Received) -> Answer:
        if request.path.startswith("/oauth/token"):
            self.before_issuing()
            with self.lock:
                self.issued.append(parse_qs(request.body.decode()))
                number = len(self.issued)
            life = "" if self.life is None else f', "expires_in": {self.life}'
            return Answer(200, f'{{"access_token": "token-{number}", "token_type": "Bearer"{life}}}'.encode())
        token = request.headers["authorization"].removeprefix("Bearer ")
        if token in self.refused:
            return Answer(401)
        with self.lock:
            self.served.append(token)
        return Answer(200)


@pytest.fixture
def issuer(server: Loopback) -> Issuer:
    issuer = Issuer()
    server.handler = issuer
    return issuer


def settings(server: Loopback, **more: Any) -> dict[str, Any]:
    values = {"token_url": f"{server.url}/oauth/token/", "client_id": "me", "client_secret": SECRET, "max_retries": 0}
    return {**values, **more}


def tokens(kind: str, count: int, between: Callable[[], None] = lambda: None, **given: Any) -> list[str]:
    """Ask a provider for tokens, one after the other."""
    found: list[str] = []
    if kind == "blocking":
        provider = ClientCredentials(**given)
        for _ in range(count):
            found.append(provider())
            between()
        provider.close()
        return found

    async def run() -> None:
        provider = AsyncClientCredentials(**given)
        for _ in range(count):
            found.append(await provider())
            between()
        await provider.close()

    asyncio.run(run())
    return found


@KINDS
def test_a_token_is_asked_for_with_a_form(kind: str, server: Loopback, issuer: Issuer) -> None:
    given = settings(server, parameters={"audience": "https://api.example/v2/"}, scopes=["read:a", "read:b"])
    assert tokens(kind, 1, **given) == ["token-1"]
    assert issuer.issued == [
        {
            "grant_type": ["client_credentials"],
            "client_id": ["me"],
            "client_secret": [SECRET],
            "audience": ["https://api.example/v2/"],
            "scope": ["read:a read:b"],
        }
    ]
    (sent,) = server.requests
    assert (sent.method, sent.path) == ("POST", "/oauth/token/")
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in sent.headers


@KINDS
def test_the_secret_can_go_into_the_header_form_encoded(kind: str, server: Loopback, issuer: Issuer) -> None:
    tokens(kind, 1, **settings(server, client_id="a:b", client_secret="c d", secret_in="header"))
    pair = base64.b64decode(server.requests[0].headers["authorization"].removeprefix("Basic "))
    assert pair == b"a%3Ab:c+d"
    assert issuer.issued == [{"grant_type": ["client_credentials"]}]


@KINDS
def test_a_token_is_held_until_the_leeway_before_its_end(kind: str, server: Loopback, issuer: Issuer) -> None:
    clock = Clock()
    seconds = iter([3539, 1, 0])

    def advance() -> None:
        clock.now += next(seconds)

    found = tokens(kind, 3, advance, **settings(server, clock=clock))
    assert found == ["token-1", "token-1", "token-2"]


@KINDS
def test_the_leeway_is_at_most_half_the_life(kind: str, server: Loopback, issuer: Issuer) -> None:
    issuer.life = 10
    clock = Clock()
    seconds = iter([4, 1, 0])

    def advance() -> None:
        clock.now += next(seconds)

    found = tokens(kind, 3, advance, **settings(server, clock=clock))
    assert found == ["token-1", "token-1", "token-2"]


@KINDS
def test_a_token_without_an_end_is_held(kind: str, server: Loopback, issuer: Issuer) -> None:
    issuer.life = None
    clock = Clock()

    def advance() -> None:
        clock.now += 10_000_000

    assert tokens(kind, 2, advance, **settings(server, clock=clock)) == ["token-1", "token-1"]


def test_fifty_threads_make_one_request(server: Loopback, issuer: Issuer) -> None:
    provider = ClientCredentials(**settings(server))
    together = Barrier(50)

    def ask() -> str:
        together.wait()
        return provider()

    with ThreadPoolExecutor(50) as pool:
        found = [item.result() for item in [pool.submit(ask) for _ in range(50)]]
    assert found == ["token-1"] * 50
    assert len(issuer.issued) == 1
    provider.close()


def test_five_hundred_tasks_make_one_request(server: Loopback, issuer: Issuer) -> None:
    async def run() -> list[str]:
        provider = AsyncClientCredentials(**settings(server))
        found = await asyncio.gather(*(provider() for _ in range(500)))
        await provider.close()
        return found

    assert asyncio.run(run()) == ["token-1"] * 500
    assert len(issuer.issued) == 1


def test_fifty_threads_whose_token_is_refused_renew_it_once(server: Loopback, issuer: Issuer) -> None:
    provider = ClientCredentials(**settings(server))
    provider()
    issuer.refused = {"token-1"}
    together = Barrier(50)
    client = ApiClient(base_url=server.url, token=provider, max_retries=0)

    def call() -> None:
        together.wait()
        client.call(None, "GET", "/a")

    with ThreadPoolExecutor(50) as pool:
        for item in [pool.submit(call) for _ in range(50)]:
            item.result()
    assert issuer.served == ["token-2"] * 50
    assert len(issuer.issued) == 2
    client.close()
    provider.close()


def test_five_hundred_tasks_whose_token_is_refused_renew_it_once(server: Loopback, issuer: Issuer) -> None:
    async def run() -> None:
        provider = AsyncClientCredentials(**settings(server))
        await provider()
        issuer.refused = {"token-1"}
        client = AsyncApiClient(base_url=server.url, token=provider, max_retries=0)
        await asyncio.gather(*(client.call(None, "GET", "/a") for _ in range(500)))
        await client.close()
        await provider.close()

    asyncio.run(run())
    assert issuer.served == ["token-2"] * 500
    assert len(issuer.issued) == 2


@KINDS
def test_a_call_whose_new_token_is_refused_too_ends(kind: str, server: Loopback, issuer: Issuer) -> None:
    issuer.refused = {"token-1", "token-2", "token-3"}

    async def run() -> None:
        provider = AsyncClientCredentials(**settings(server))
        await AsyncApiClient(base_url=server.url, token=provider, max_retries=0).call(None, "GET", "/a")

    with pytest.raises(errors.UnauthorizedError):
        if kind == "blocking":
            provider = ClientCredentials(**settings(server))
            ApiClient(base_url=server.url, token=provider, max_retries=0).call(None, "GET", "/a")
        else:
            asyncio.run(run())
    assert len(issuer.issued) == 2


def test_threads_that_wait_get_the_failure_and_none_hangs(server: Loopback, issuer: Issuer) -> None:
    asked, release = Event(), Event()

    def refuse(request: Received) -> Answer:
        asked.set()
        release.wait(10)
        return Answer(403, b'{"error": "access_denied"}')

    server.handler = refuse
    provider = ClientCredentials(**settings(server))
    with ThreadPoolExecutor(5) as pool:
        calls = [pool.submit(provider)]
        asked.wait(10)
        calls += [pool.submit(provider) for _ in range(4)]
        # The others wait for the first, or come later and ask again: both are right, a hang is not.
        release.set()
        faults = [item.exception(10) for item in calls]
    assert all(isinstance(fault, errors.TokenRequestError) for fault in faults)


def test_tasks_that_wait_share_the_failure_and_the_next_call_asks_again(server: Loopback, issuer: Issuer) -> None:
    async def run() -> list[Any]:
        provider = AsyncClientCredentials(**settings(server))
        return [
            *await asyncio.gather(*(provider() for _ in range(5)), return_exceptions=True),
            await asyncio.gather(provider(), return_exceptions=True),
        ]

    server.handler = None
    server.answer(403)
    assert all(isinstance(item, errors.TokenRequestError) for item in asyncio.run(run())[:5])
    assert len(server.requests) == 2


def test_when_the_task_that_asks_is_cancelled_another_one_asks(server: Loopback, issuer: Issuer) -> None:
    asked, release = Event(), Event()

    def hold() -> None:
        asked.set()
        release.wait(10)

    issuer.before_issuing = hold

    async def run() -> str:
        provider = AsyncClientCredentials(**settings(server))
        first = asyncio.create_task(provider())
        second = asyncio.create_task(provider())
        await asyncio.to_thread(asked.wait, 10)
        first.cancel()
        release.set()
        found = await second
        assert first.cancelled()
        await provider.close()
        return found

    assert asyncio.run(run()).startswith("token-")
    assert len(server.requests) == 2


def test_a_task_that_waits_can_be_cancelled_alone(server: Loopback, issuer: Issuer) -> None:
    asked, release = Event(), Event()

    def hold() -> None:
        asked.set()
        release.wait(10)

    issuer.before_issuing = hold

    async def run() -> str:
        provider = AsyncClientCredentials(**settings(server))
        first = asyncio.create_task(provider())
        second = asyncio.create_task(provider())
        await asyncio.to_thread(asked.wait, 10)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        release.set()
        return await first

    assert asyncio.run(run()) == "token-1"


@KINDS
def test_a_refusal_is_typed_and_holds_no_secret(kind: str, server: Loopback) -> None:
    said = {"error": "invalid_client", "error_description": f"{SECRET} is wrong", "echo": SECRET}
    server.answer(401, said, {"X-Request-Id": "r1", "X-Echo": SECRET})
    with pytest.raises(errors.TokenRequestError) as caught:
        tokens(kind, 1, **settings(server))
    fault = caught.value
    assert isinstance(fault, errors.ApiError)
    assert (fault.status_code, fault.error) == (401, "invalid_client")
    assert fault.body == {"error": "invalid_client", "error_description": "[hidden] is wrong"}
    url = f"{server.url}/oauth/token/"
    assert str(fault) == (f"no token: POST {url}: 401 Unauthorized: invalid_client: [hidden] is wrong (request id: r1)")
    assert SECRET.encode() not in pickle.dumps(fault)
    assert pickle.loads(pickle.dumps(fault)).error == "invalid_client"
    # What can be reached from it, a debugger or an error tracker shows.
    assert fault.__cause__ is None
    assert fault.__context__ is None


@KINDS
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({}, "no access_token"),
        ([], "no access_token"),
        ({"access_token": 1}, "no access_token"),
        ({"access_token": "a\nb"}, "can't be sent"),
        ({"access_token": "x", "token_type": "mac"}, "no bearer token"),
    ],
)
def test_an_answer_without_a_usable_token_is_a_typed_error(kind: str, server: Loopback, body: Any, reason: str) -> None:
    server.answer(200, body)
    with pytest.raises(errors.TokenRequestError, match=reason):
        tokens(kind, 1, **settings(server))


@KINDS
def test_an_answer_that_is_no_json_is_a_typed_error_without_its_text(kind: str, server: Loopback) -> None:
    server.answer(200, b"access_token=visible", {"Content-Type": "text/plain"})
    with pytest.raises(errors.TokenRequestError) as caught:
        tokens(kind, 1, **settings(server))
    assert caught.value.body is None
    assert "visible" not in str(caught.value)


@KINDS
def test_a_redirect_does_not_take_the_secret_elsewhere(kind: str, server: Loopback, other_server: Loopback) -> None:
    server.answer(307, headers={"Location": f"{other_server.url}/oauth/token"})
    with pytest.raises(errors.TokenRequestError):
        tokens(kind, 1, **settings(server))
    assert other_server.requests == []


@KINDS
def test_a_passing_fault_is_tried_again(kind: str, server: Loopback) -> None:
    server.answer(503, headers={"Retry-After": "0"})
    server.answer(200, {"access_token": "token"})
    assert tokens(kind, 1, **settings(server, max_retries=1)) == ["token"]


@KINDS
def test_no_answer_is_a_transport_error(kind: str, server: Loopback) -> None:
    server.answer(drop=True)
    with pytest.raises(errors.TransportError) as caught:
        tokens(kind, 1, **settings(server))
    assert SECRET not in str(caught.value)


def test_tokens_come_over_a_client_that_is_given(server: Loopback, issuer: Issuer) -> None:
    with httpx2.Client(headers={"X-Mine": "1"}) as http:
        provider = ClientCredentials(**settings(server, httpx_client=http))
        assert provider() == "token-1"
        provider.close()
        assert not http.is_closed
    assert server.requests[0].headers["x-mine"] == "1"


def test_hooks_see_the_request_for_a_token_without_its_body(server: Loopback, issuer: Issuer) -> None:
    seen: list[Request] = []
    ClientCredentials(**settings(server, before_request=seen.append))()
    (request,) = seen
    assert request.url.endswith("/oauth/token/")
    assert request.content is None


@pytest.mark.parametrize("provider", [ClientCredentials, AsyncClientCredentials])
def test_a_provider_shows_no_secret_and_is_not_pickled(provider: Any) -> None:
    made = provider(token_url="http://127.0.0.1:9/token", client_id="me", client_secret=SECRET)
    assert repr(made) == f"{provider.__name__}(client_id='me')"
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(made)


@pytest.mark.parametrize(
    "wrong",
    [{"token_url": "/oauth/token"}, {"client_id": ""}, {"client_secret": ""}],
    ids=lambda item: next(iter(item)),
)
def test_wrong_settings_are_refused_at_once(wrong: dict[str, str]) -> None:
    given: dict[str, Any] = {
        "token_url": "http://127.0.0.1:9/token",
        "client_id": "me",
        "client_secret": SECRET,
        **wrong,
    }
    with pytest.raises(ValueError, match=r"URL|empty"):
        ClientCredentials(**given)
