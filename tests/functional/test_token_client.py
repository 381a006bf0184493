"""A client that gets its tokens itself, made of the document's OAuth2 client credentials flow and the configuration."""

from __future__ import annotations

import asyncio
import inspect
import pickle
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from tests.functional.support import Server, Spec, make_package, write_package
from tests.runtime.loopback import Answer, Received

from sdksmith.diagnostics import Failure

TENANT = Spec(
    """
servers: [{url: "https://{tenantDomain}/api/v2", variables: {tenantDomain: {default: "{TENANT}.example.com"}}}]
security: [{oauth: []}]
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: /oauth/token/
          x-form-parameters: {audience: /api/v2/, realm: staff}
          scopes: {}
paths:
  /things: {get: {tags: [things], operationId: get}}
""",
    client_credentials={"client": "TenantClient", "server_variable": "tenantDomain", "argument": "domain"},
)

SECRET = "a-secret-of-the-client"


class TokenServer:
    """Gives tokens at any path with ``token`` in it; refuses those that it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, list[str]]]] = []
        self.used: list[str] = []
        self.refused: set[str] = set()

    def __call__(self, request: Received) -> Answer:
        if "token" in request.path:
            self.asked.append((request.path, parse_qs(request.body.decode())))
            return Answer(200, b'{"access_token": "token-%d", "expires_in": 3600}' % len(self.asked))
        self.used.append(request.headers["authorization"])
        token = request.headers["authorization"].removeprefix("Bearer ")
        return Answer(401) if token in self.refused else Answer(204, b"")


@pytest.fixture
def issuer(server: Server) -> TokenServer:
    issuer = TokenServer()
    server.handler = issuer
    return issuer


def call(kind: str, sdk: Any, name: str = "TenantClient", times: int = 1, **options: Any) -> None:
    """Make calls with the client of the package, blocking or asynchronous."""
    options = {"client_id": "me", "client_secret": SECRET, "max_retries": 0, **options}
    if kind == "blocking":
        with getattr(sdk, name)(**options) as client:
            for _ in range(times):
                client.things.get()
        return

    async def run() -> None:
        async with getattr(sdk, f"Async{name}")(**options) as client:
            for _ in range(times):
                await client.things.get()

    asyncio.run(run())


KINDS = pytest.mark.parametrize("kind", ["blocking", "asynchronous"])


@KINDS
def test_calls_carry_a_token_that_was_asked_for_once(kind: str, server: Server, issuer: TokenServer) -> None:
    call(kind, make_package(TENANT), times=3, base_url=f"{server.url}/api/v2")
    assert issuer.used == ["Bearer token-1"] * 3
    assert len(issuer.asked) == 1


@KINDS
def test_the_document_says_where_and_with_what_to_ask(kind: str, server: Server, issuer: TokenServer) -> None:
    call(kind, make_package(TENANT), base_url=f"{server.url}/api/v2")
    ((path, form),) = issuer.asked
    assert path == "/oauth/token/"
    assert form == {
        "grant_type": ["client_credentials"],
        "client_id": ["me"],
        "client_secret": [SECRET],
        "audience": [f"{server.url}/api/v2/"],
        "realm": ["staff"],
    }


@KINDS
def test_fields_of_the_token_request_are_keywords(kind: str, server: Server, issuer: TokenServer) -> None:
    options: dict[str, Any] = {"audience": "urn:other", "realm": "guests", "scopes": ["read:a", "read:b"]}
    call(kind, make_package(TENANT), base_url=f"{server.url}/api/v2", **options)
    form = issuer.asked[0][1]
    assert (form["audience"], form["realm"], form["scope"]) == (["urn:other"], ["guests"], ["read:a read:b"])


@KINDS
def test_a_refused_token_is_renewed_once(kind: str, server: Server, issuer: TokenServer) -> None:
    issuer.refused = {"token-1"}
    call(kind, make_package(TENANT), base_url=f"{server.url}/api/v2")
    assert issuer.used == ["Bearer token-1", "Bearer token-2"]


@KINDS
def test_a_token_can_be_given_instead(kind: str, server: Server, issuer: TokenServer) -> None:
    options: dict[str, Any] = {"token": "own", "client_id": None, "client_secret": None}
    call(kind, make_package(TENANT), base_url=f"{server.url}/api/v2", **options)
    assert (issuer.asked, issuer.used) == ([], ["Bearer own"])


@pytest.mark.parametrize("name", ["TenantClient", "AsyncTenantClient"])
@pytest.mark.parametrize("given", [{}, {"client_id": "me"}, {"client_secret": SECRET}], ids=["neither", "id", "secret"])
def test_without_all_of_it_there_is_no_client(name: str, given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="client_id and client_secret, or a token"):
        getattr(make_package(TENANT), name)(domain="acme.example.com", **given)


def test_a_server_is_named_by_the_argument_that_the_configuration_chose() -> None:
    sdk = make_package(TENANT)
    seen: list[str] = []

    def stop(request: Any) -> None:
        seen.append(request.url)
        raise InterruptedError

    options: dict[str, Any] = {"client_id": "me", "client_secret": SECRET, "before_request": stop}
    with sdk.TenantClient(domain="acme.example.com", **options) as client, pytest.raises(InterruptedError):
        client.things.get()
    assert seen == ["https://acme.example.com/oauth/token/"]
    assert "tenant_domain" not in inspect.signature(sdk.TenantClient).parameters
    assert "tenant_domain" in inspect.signature(sdk.Api).parameters


def test_without_a_server_the_client_says_so() -> None:
    with pytest.raises(ValueError, match="tenantDomain"):
        make_package(TENANT).TenantClient(client_id="me", client_secret=SECRET)


def test_it_is_a_root_client_with_the_same_settings() -> None:
    sdk = make_package(TENANT)
    for name in ("", "Async"):
        derived, root = getattr(sdk, f"{name}TenantClient"), getattr(sdk, f"{name}Api")
        assert issubclass(derived, root)
        missing = set(inspect.signature(root).parameters) - set(inspect.signature(derived).parameters)
        assert missing == {"tenant_domain"}
        assert f"{name}TenantClient" in sdk.__all__


@KINDS
def test_a_refusal_is_an_error_of_the_package(kind: str, server: Server) -> None:
    sdk = make_package(TENANT)
    server.answer(403, {"error": "access_denied", "error_description": f"no {SECRET}"})
    with pytest.raises(sdk.TokenRequestError, match="access_denied") as caught:
        call(kind, sdk, base_url=f"{server.url}/api/v2")
    assert SECRET not in str(caught.value)
    assert SECRET.encode() not in pickle.dumps(caught.value)


def test_the_secret_is_neither_shown_nor_pickled() -> None:
    client = make_package(TENANT).TenantClient(domain="acme.example.com", client_id="me", client_secret=SECRET)
    assert SECRET not in repr(client) + repr(client.things)
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(client)


ELSEWHERE = Spec(
    """
servers: [{url: "https://api.example.com"}]
security: [{oauth: []}, {key: []}, {basic: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    basic: {type: http, scheme: basic}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "http://127.0.0.1:9/token", scopes: {}}}}
paths:
  /things: {get: {tags: [things], operationId: get}}
""",
    client_credentials={"client": "Robot", "secret_in": "header"},
)


class Stopped(Exception):
    """Raised in place of sending."""


class Capture:
    """A transport, blocking or asynchronous, that keeps what it is to send."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.requests: list[Any] = []

    def send(self, request: Any) -> Any:
        self.requests.append(request)
        raise Stopped

    def close(self) -> Any:
        return None if self.kind == "blocking" else asyncio.sleep(0)


@KINDS
def test_a_token_url_elsewhere_learns_nothing_but_who_asks(kind: str) -> None:
    transport = Capture(kind)
    options: dict[str, Any] = {"api_key": "a-key-of-the-api", "headers": {"X-Plain": "plain"}, "transport": transport}
    with pytest.raises(Stopped):
        call(kind, make_package(ELSEWHERE), "Robot", **options)
    (request,) = transport.requests
    assert request.url == "http://127.0.0.1:9/token"
    assert set(request.headers) == {"authorization", "accept", "content-type", "user-agent"}
    assert request.headers["authorization"].startswith("Basic ")
    assert request.content == b"grant_type=client_credentials"


NO_CONFIG = Spec(TENANT.text)


def test_without_the_configuration_there_is_no_such_client(server: Server, issuer: TokenServer) -> None:
    sdk = make_package(NO_CONFIG)
    assert not [name for name in sdk.__all__ if "TenantClient" in name]
    provider = __import__(f"{sdk.__name__}.core", fromlist=["core"]).ClientCredentials
    token = provider(token_url=f"{server.url}/token", client_id="me", client_secret=SECRET)
    server.call(sdk, lambda client: client.things.get(), token=token, base_url=server.url)
    assert issuer.used == ["Bearer token-1"] * 2


HOSTILE = Spec(
    TENANT.text.replace(
        "{audience: /api/v2/, realm: staff}",
        """{client_secret: "stolen", token: "a", class: 7, "a\\"b": "\\"\\"\\" + evil()", nested: {a: b}, domain: "x"}""",
    ),
    client_credentials={"client": "TenantClient", "server_variable": "tenantDomain", "argument": "domain"},
)


def test_fields_with_strange_names_are_made_keywords_and_sent_as_they_are(server: Server, issuer: TokenServer) -> None:
    sdk = make_package(HOSTILE)
    call("blocking", sdk, base_url=f"{server.url}/api/v2")
    form = issuer.asked[0][1]
    assert form["client_secret"] == [SECRET]
    assert (form["token"], form["class"], form['a"b'], form["domain"]) == (["a"], ["7"], ['""" + evil()'], ["x"])
    assert "nested" not in form
    assert {"token_", "class_", "domain_"} <= set(inspect.signature(sdk.TenantClient).parameters)


NAMESAKE = """
security: [{oauth: []}]
components:
  schemas: {TenantClient: {type: object, properties: {id: {type: string}}}}
  securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}}
paths:
  /things:
    get:
      tags: [tenant_client]
      operationId: get
      responses:
        "200": {description: A, content: {application/json: {schema: {$ref: "#/components/schemas/TenantClient"}}}}
"""
NAMESAKES = Spec(NAMESAKE, client_credentials={"client": "TenantClient"})


def test_types_and_groups_of_its_name_give_way() -> None:
    sdk = make_package(NAMESAKES)
    assert issubclass(sdk.TenantClient, sdk.Api)
    client = sdk.TenantClient(base_url="http://127.0.0.1:9", client_id="me", client_secret=SECRET)
    assert hasattr(client, "tenant_client_")


@pytest.mark.parametrize(
    ("text", "config", "said"),
    [
        ("{}", {"client": "Robot"}, "no OAuth2 scheme"),
        (TENANT.text, {"client": "Api"}, "'Api' is taken"),
        (TENANT.text, {"client": "ClientCredentials"}, "'ClientCredentials' is taken"),
        (TENANT.text, {"client": "Robot", "server_variable": "tenant"}, "no server of the document has a variable"),
    ],
)
def test_what_cannot_be_made_is_a_finding(text: str, config: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(Failure, match=said):
        write_package(Spec(text, client_credentials=config), tmp_path)
