"""What sends: a client of either HTTP library, or a transport of one's own."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import httpx2
import pytest
from runtime.core import ApiClient, ApiKey, AsyncApiClient, BasicCredentials, HttpResponse, Request
from runtime.core.headers import Headers
from runtime.core.security import Authorization, authorized
from tests.runtime.models import Action

from runtime import errors

TOKEN = "a-secret-token"
URL = "https://api.test/v1"


class Sender:
    """Makes calls through an HTTP library whose network is a function."""

    def __init__(self, library: Any, *, asynchronous: bool) -> None:
        self.library = library
        self.asynchronous = asynchronous
        self.seen: list[Any] = []
        self.answers: list[Any] = []

    def answer(self, status: int = 200, body: bytes = b"{}", **headers: str) -> None:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append(self.library.Response(status, content=body, headers=given))

    def handle(self, request: Any) -> Any:
        self.seen.append(request)
        answer = self.answers.pop(0) if self.answers else self.library.Response(200, content=b"{}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def call(self, http: dict[str, Any] | None = None, path: str = "/things", **settings: Any) -> Any:
        """Call with the settings of an HTTP client, and those of ours."""
        transport = self.library.MockTransport(self.handle)
        settings = {"base_url": URL, "token": TOKEN, "max_retries": 0, **settings}
        parts = settings.pop("parts", {})
        method = settings.pop("method", "GET")
        if not self.asynchronous:
            with self.library.Client(transport=transport, **(http or {})) as client:
                return ApiClient(httpx_client=client, **settings).call(Any, method, path, **parts)

        async def run() -> Any:
            async with self.library.AsyncClient(transport=transport, **(http or {})) as client:
                return await AsyncApiClient(httpx_client=client, **settings).call(Any, method, path, **parts)

        return asyncio.run(run())


@pytest.fixture(
    params=[(library, asynchronous) for library in (httpx2, httpx) for asynchronous in (False, True)],
    ids=["httpx2", "httpx2-async", "httpx", "httpx-async"],
)
def sender(request: pytest.FixtureRequest) -> Sender:
    return Sender(request.param[0], asynchronous=request.param[1])


def timeouts(sender: Sender) -> set[float | None]:
    return set(sender.seen[-1].extensions["timeout"].values())


def test_the_timeout_of_a_given_client_holds_unless_another_is_asked_for(sender: Sender) -> None:
    sender.call({"timeout": 7})
    assert timeouts(sender) == {7}
    sender.call({"timeout": 7}, timeout=60.0)
    assert timeouts(sender) == {60}
    sender.call({"timeout": 7}, timeout=None)
    assert timeouts(sender) == {None}
    sender.call({"timeout": 7}, parts={"request_options": {"timeout_in_seconds": 3}})
    assert timeouts(sender) == {3}


def test_a_given_client_does_not_change_where_requests_go(sender: Sender) -> None:
    sender.call({"base_url": "https://elsewhere.test/api/"})
    assert str(sender.seen[0].url) == f"{URL}/things"


def test_headers_of_a_given_client_are_sent_under_ours(sender: Sender) -> None:
    sender.call({"headers": {"X-Of-Client": "1", "Accept": "text/plain"}}, headers={"X-Ours": "2"})
    sent = sender.seen[0].headers
    assert (sent["x-of-client"], sent["x-ours"], sent["accept"]) == ("1", "2", "application/json")


def test_a_given_client_may_prove_who_is_calling(sender: Sender) -> None:
    sender.call({"auth": ("user", "pass")}, token=None)
    assert sender.seen[0].headers["authorization"] == "Basic dXNlcjpwYXNz"


def test_a_given_client_that_follows_redirects_takes_no_credentials_elsewhere(sender: Sender) -> None:
    sender.answer(302, Location="https://other.test/")
    sender.call({"follow_redirects": True}, credentials={"key": ApiKey("X-Key", "k", "header")})
    assert "x-key" in sender.seen[0].headers
    assert not {"authorization", "x-key"} & set(sender.seen[1].headers)


KEYS = {
    "header": ApiKey("X-Key", "the-key", "header"),
    "cookie": ApiKey("sid", "the-key", "cookie"),
    "query": ApiKey("key", "the-key", "query"),
}


@pytest.mark.parametrize(
    "target",
    [
        "https://other.test/v1/things",
        "https://api.test.other.test/",
        "https://sub.api.test/",
        "https://api.test:8443/",
        "http://api.test/v1/things",
        "//other.test/",
    ],
    ids=["host", "host that starts alike", "sub-domain", "port", "without TLS", "no scheme"],
)
def test_another_origin_gets_no_credentials(sender: Sender, target: str) -> None:
    sender.answer(307, Location=target)
    sender.call(credentials=KEYS, headers={"X-Plain": "p"})
    first, second = sender.seen
    assert {"authorization", "x-key", "cookie"} <= set(first.headers)
    assert "the-key" in str(first.url)
    assert not {"authorization", "x-key", "cookie"} & set(second.headers)
    assert "the-key" not in str(second.url)
    assert second.headers["x-plain"] == "p"


@pytest.mark.parametrize("target", ["/elsewhere", f"{URL}/more", "https://api.test:443/"])
def test_the_same_origin_keeps_credentials(sender: Sender, target: str) -> None:
    sender.answer(307, Location=target)
    sender.call(credentials=KEYS)
    second = sender.seen[1].headers
    assert second["authorization"] == f"Bearer {TOKEN}"
    assert second["x-key"] == "the-key"
    assert second["cookie"] == "sid=the-key"


def test_credentials_do_not_come_back_after_another_origin(sender: Sender) -> None:
    sender.answer(302, Location="https://other.test/")
    sender.answer(302, Location=f"{URL}/back")
    sender.call(credentials=KEYS)
    assert not {"authorization", "x-key", "cookie"} & set(sender.seen[2].headers)


@pytest.mark.parametrize("kind", ["ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout"])
def test_each_timeout_is_typed(sender: Sender, kind: str) -> None:
    fault = getattr(sender.library, kind)("too slow")
    sender.answers = [fault]
    with pytest.raises(errors.ApiTimeoutError, match=r"no response within 5 s") as caught:
        sender.call(timeout=5)
    assert caught.value.__cause__ is fault
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize(
    "kind",
    [
        "ConnectError",
        "ReadError",
        "WriteError",
        "CloseError",
        "RemoteProtocolError",
        "LocalProtocolError",
        "ProxyError",
        "UnsupportedProtocol",
        "DecodingError",
        "TooManyRedirects",
    ],
)
def test_each_fault_of_the_connection_is_typed(sender: Sender, kind: str) -> None:
    fault = getattr(sender.library, kind)(f"broken {TOKEN}")
    sender.answers = [fault]
    with pytest.raises(errors.ApiConnectionError, match=kind) as caught:
        sender.call()
    assert caught.value.__cause__ is fault
    assert TOKEN not in str(caught.value)


# A transport of one's own


class Answered:
    """The least that a transport can answer with."""

    def __init__(self, request: Request, status: int = 200, body: bytes = b'{"id": "1"}') -> None:
        self.request = request
        self.status_code = status
        self.headers = Headers([("Content-Type", "application/json"), ("X-Request-Id", "r-1")])
        self.body = body
        self.closed = False


class BlockingAnswer(Answered):
    def read(self) -> bytes:
        return self.body

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield self.body

    def close(self) -> None:
        self.closed = True


class AwaitedAnswer(Answered):
    async def read(self) -> bytes:
        return self.body

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        yield self.body

    async def close(self) -> None:
        self.closed = True


class OwnTransport:
    def __init__(self, *outcomes: int | Exception) -> None:
        self.outcomes = list(outcomes)
        self.seen: list[Request] = []
        self.closed = False

    def send(self, request: Request) -> BlockingAnswer:
        self.seen.append(request)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return BlockingAnswer(request, outcome)

    def close(self) -> None:
        self.closed = True


class OwnAsyncTransport:
    def __init__(self, *outcomes: int | Exception) -> None:
        self.blocking = OwnTransport(*outcomes)

    async def send(self, request: Request) -> AwaitedAnswer:
        return AwaitedAnswer(request, self.blocking.send(request).status_code)

    async def close(self) -> None:
        self.blocking.close()


def own(outcomes: tuple[int | Exception, ...], use: Callable[[Any], Any], *, asynchronous: bool) -> Any:
    """Call through a transport of one's own; return the transport, and what the call gave."""
    slept: list[float] = []
    if not asynchronous:
        transport = OwnTransport(*outcomes)
        client = ApiClient(base_url=URL, token=TOKEN, transport=transport, sleep=slept.append)
        try:
            return transport, use(client), slept
        finally:
            client.close()

    async def run() -> Any:
        async def sleep(seconds: float) -> None:
            slept.append(seconds)

        waiting = OwnAsyncTransport(*outcomes)
        client = AsyncApiClient(base_url=URL, token=TOKEN, transport=waiting, sleep=sleep)
        try:
            return waiting.blocking, await use(client), slept
        finally:
            await client.close()

    return asyncio.run(run())


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
def test_a_transport_of_ones_own_gets_all_there_is_to_send(asynchronous: bool) -> None:
    transport, action, slept = own(
        (503, errors.ApiConnectionError("gone", may_retry=True), 200),
        lambda client: client.call(
            Action, "POST", "/a/{id}", path_parameters={"id": ".."}, query={"q": 1}, json={"n": 1}
        ),
        asynchronous=asynchronous,
    )
    assert action.id == "1"
    assert len(transport.seen) == 3
    assert len(slept) == 2
    request = transport.seen[-1]
    assert (request.method, request.url) == ("POST", f"{URL}/a/%2E%2E?q=1")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.content == b'{"n":1}'
    assert transport.closed


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
def test_errors_of_a_transport_of_ones_own_are_those_of_the_package(asynchronous: bool) -> None:
    def use(client: Any) -> Any:
        return client.call(Action, "GET", "/a")

    with pytest.raises(errors.NotFoundError, match="request id: r-1"):
        own((404,), use, asynchronous=asynchronous)
    final = errors.ApiTimeoutError("never")
    with pytest.raises(errors.ApiTimeoutError) as caught:
        own((final,), use, asynchronous=asynchronous)
    assert caught.value is final


# What is pickled or copied


REQUEST = authorized(
    Request("GET", f"{URL}/a?q=1", headers={"x-plain": "p"}),
    Authorization({"authorization": f"Bearer {TOKEN}", "x-key": "the-key"}, {"key": "the key"}),
)


def test_a_request_is_pickled_and_copied_without_credentials() -> None:
    assert REQUEST.headers["x-key"] == "the-key"
    assert REQUEST.url.endswith("?q=1&key=the%20key")
    response = HttpResponse({"id": "1"}, Headers(), 200, REQUEST)
    for twin in (
        pickle.loads(pickle.dumps(REQUEST)),
        copy.deepcopy(REQUEST),
        pickle.loads(pickle.dumps(response)).request,
    ):
        assert (twin.method, twin.headers, twin.url) == ("GET", {"x-plain": "p"}, f"{URL}/a?q=1&key=***")
    pickled = pickle.dumps(response)
    assert TOKEN.encode() not in pickled
    assert b"the-key" not in pickled
    assert b"the%20key" not in pickled


@pytest.mark.parametrize("credential", [ApiKey("X-Key", "k", "header"), BasicCredentials("user", "pass")])
def test_credentials_are_not_pickled(credential: Any) -> None:
    with pytest.raises(TypeError, match="secret"):
        pickle.dumps(credential)


def test_a_raw_response_holds_no_credentials(sender: Sender) -> None:
    transport = sender.library.MockTransport(sender.handle)
    settings: dict[str, Any] = {"base_url": URL, "token": TOKEN, "credentials": KEYS}
    found: list[Request] = []
    if not sender.asynchronous:
        with sender.library.Client(transport=transport) as http:
            client = ApiClient(httpx_client=http, **settings)
            raw: Any = client.with_raw_responses().call(Any, "GET", "/a")
            found.append(raw.request)
            with client.download("GET", "/a").raw() as response:
                found.append(response.request)
    else:

        async def run() -> None:
            async with sender.library.AsyncClient(transport=transport) as http:
                client = AsyncApiClient(httpx_client=http, **settings)
                raw: Any = await client.with_raw_responses().call(Any, "GET", "/a")
                found.append(raw.request)
                async with client.download("GET", "/a").raw() as response:
                    found.append(response.request)

        asyncio.run(run())
    assert len(found) == len(sender.seen) == 2
    for request, sent in zip(found, sender.seen, strict=True):
        assert {"authorization", "x-key", "cookie"} <= set(sent.headers)
        assert not {"authorization", "x-key", "cookie"} & request.headers.keys()
        assert "the-key" not in request.url
