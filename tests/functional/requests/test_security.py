"""Which credentials a call is sent with (OpenAPI 3.1, sections 4.8.27 and 4.8.30)."""

from __future__ import annotations

import asyncio
import inspect
import json
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Exchange, Server, Spec, make_package
from tests.runtime.loopback import Received

from sdksmith import pipeline
from sdksmith.model.ledger import LedgerEntry

SCHEMES = """
components:
  securitySchemes:
    oauth: {type: oauth2, flows: {authorizationCode: {authorizationUrl: "https://a.test", tokenUrl: "https://a.test", scopes: {}}}}
    openId: {type: openIdConnect, openIdConnectUrl: "https://a.test/.well-known/openid-configuration"}
    bearer: {type: http, scheme: bearer}
    user: {type: http, scheme: basic}
    headerKey: {type: apiKey, in: header, name: X-Key}
    queryKey: {type: apiKey, in: query, name: key}
    session: {type: apiKey, in: cookie, name: sid}
    certificate: {type: mutualTLS}
    digest: {type: http, scheme: digest}
"""


def operation(name: str, security: str | None) -> str:
    line = "" if security is None else f", security: {security}"
    return f"  /{name}:\n    get: {{tags: [things], operationId: {name}{line}}}\n"


#: Operation -> its requirements, and the credentials that go with it when all are given.
OPERATIONS: dict[str, tuple[str | None, set[str]]] = {
    "usual": (None, {"token"}),
    "the_same": ("[{bearer: []}]", {"token"}),
    "another_kind_of_token": ("[{openId: []}]", {"token"}),
    "nothing": ("[]", set()),
    "nothing_needed": ("[{}]", set()),
    "optional": ("[{}, {headerKey: []}]", {"header_key"}),
    "key": ("[{headerKey: []}]", {"header_key"}),
    "both": ("[{headerKey: [], queryKey: []}]", {"header_key", "query_key"}),
    "all_three": ("[{headerKey: [], queryKey: [], oauth: [read]}]", {"header_key", "query_key", "token"}),
    "either": ("[{session: []}, {user: []}]", {"session"}),
    "password": ("[{user: []}]", {"password"}),
    "with_certificate": ("[{certificate: [], queryKey: []}]", {"query_key"}),
    "certificate_alone": ("[{certificate: []}]", set()),
    "by_the_library": ("[{digest: []}]", set()),
    "by_the_library_or": ("[{digest: []}, {session: []}]", {"session"}),
}
SPEC = Spec(
    "security: [{oauth: [read]}]\n"
    + SCHEMES
    + "paths:\n"
    + "".join(operation(name, security) for name, (security, _) in OPERATIONS.items())
)
ALL = {
    "token": "the-token",
    "header_key": "the-header-key",
    "query_key": "the-query-key",
    "session": "the-session",
    "username": "me",
    "password": "secret",
}


def credentials_of(request: Received) -> set[str]:
    """Name the credentials of a request."""
    authorization = request.headers.get("authorization", "")
    found = {
        "token": authorization == "Bearer the-token",
        "password": authorization.startswith("Basic "),
        "header_key": request.headers.get("x-key") == "the-header-key",
        "query_key": "key=the-query-key" in request.path,
        "session": request.headers.get("cookie") == "sid=the-session",
    }
    return {name for name, there in found.items() if there}


def call(server: Server, name: str, spec: Spec = SPEC, /, **options: Any) -> Exchange:
    return server.call(make_package(spec), lambda client: getattr(client.things, name)(), **options)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_call_is_sent_with_what_it_needs_and_nothing_else(server: Server, name: str) -> None:
    sent = call(server, name, SPEC, **ALL).request
    assert credentials_of(sent) == OPERATIONS[name][1]
    if not OPERATIONS[name][1]:
        assert not {"authorization", "cookie", "x-key"} & sent.headers.keys()
        assert "?" not in sent.path


def test_of_several_ways_the_first_that_can_be_gone_is_taken(server: Server) -> None:
    sent = call(server, "either", token="the-token", username="me", password="secret")
    assert credentials_of(sent.request) == {"password"}


def test_what_is_only_optional_is_left_out_when_it_is_not_given(server: Server) -> None:
    assert credentials_of(call(server, "optional", token="the-token").request) == set()


def test_what_there_is_of_a_requirement_is_sent_and_the_server_says_what_is_missing(server: Server) -> None:
    assert credentials_of(call(server, "both", token="the-token", query_key="the-query-key").request) == {"query_key"}


def test_nothing_that_a_call_does_not_name_is_sent_in_place_of_what_is_missing(server: Server) -> None:
    assert credentials_of(call(server, "key", token="the-token", session="the-session").request) == set()


def test_a_token_is_no_must_where_calls_go_without(server: Server) -> None:
    assert inspect.signature(make_package(SPEC).Api).parameters["token"].default is None
    assert credentials_of(call(server, "usual").request) == set()


EVERY_CALL = Spec(SCHEMES + "paths:\n" + operation("one", "[{oauth: [a]}]") + operation("two", "[{bearer: []}]"))


def test_a_token_is_a_must_where_every_call_asks_for_one() -> None:
    parameters = inspect.signature(make_package(EVERY_CALL).Api).parameters
    assert parameters["token"].default is inspect.Parameter.empty


SILENT = Spec(SCHEMES + "paths:\n" + operation("one", None) + operation("two", "[{session: []}]"))


def test_a_document_that_says_nothing_has_all_that_is_given_sent(server: Server) -> None:
    given = {name: ALL[name] for name in ("token", "header_key", "query_key", "session")}
    assert credentials_of(call(server, "one", SILENT, **given).request) == set(given)
    assert credentials_of(call(server, "two", SILENT, **given).request) == {"session"}


UNDECLARED = Spec(SCHEMES + "paths:\n" + operation("one", "[{Session: []}]"))


def security_entries(spec: Spec, folder: Path) -> list[LedgerEntry]:
    """Return what the ledger holds on security."""
    document = folder / "openapi.json"
    document.write_text(json.dumps(spec.document), encoding="utf-8")
    ledger = pipeline.inspect(str(document), spec.config(), targets=("python",)).ledger
    return [entry for entry in ledger.degraded() if entry.kind == "security"]


def test_a_requirement_that_names_no_scheme_is_reported_and_does_not_keep_credentials_back(
    server: Server, tmp_path: Path
) -> None:
    assert credentials_of(call(server, "one", UNDECLARED, session="the-session").request) == {"session"}
    assert [entry.reason for entry in security_entries(UNDECLARED, tmp_path) if entry.name == "security"] == [
        "no security scheme is called 'Session': what calls need otherwise is sent"
    ]


def test_schemes_that_are_left_to_the_http_library_are_in_the_ledger(tmp_path: Path) -> None:
    entries = security_entries(SPEC, tmp_path)
    assert [entry.pointer[-1] for entry in entries] == ["certificate", "digest"]
    assert all("httpx_client" in entry.reason for entry in entries)


def test_a_401_does_not_renew_a_token_that_was_not_sent(server: Server) -> None:
    class Token:
        refused = 0

        def __call__(self) -> str:
            return "the-token"

        def invalidate(self, token: str) -> None:
            self.refused += 1

    token = Token()
    sdk = make_package(SPEC)
    server.answer(401)
    with sdk.Api(base_url=server.url, token=token, header_key="the-header-key") as client:
        with pytest.raises(sdk.UnauthorizedError):
            client.things.key()
        assert (token.refused, len(server.requests)) == (0, 1)
        with pytest.raises(sdk.UnauthorizedError):
            client.things.usual()
    assert (token.refused, len(server.requests)) == (1, 3)


def test_a_token_that_is_not_needed_is_not_asked_for(server: Server) -> None:
    def token() -> str:
        raise AssertionError("asked for")

    async def awaited() -> str:
        return token()

    sdk = make_package(SPEC)
    with sdk.Api(base_url=server.url, token=token) as client:
        client.things.nothing()

    async def run() -> None:
        async with sdk.AsyncApi(base_url=server.url, token=awaited) as client:
            await client.things.nothing()

    asyncio.run(run())
    assert len(server.requests) == 2


DECLARED_TWICE = Spec(SCHEMES + """
paths:
  /things:
    get:
      tags: [things]
      operationId: get
      security: [{queryKey: []}]
      parameters: [{name: key, in: query, schema: {type: string}}]
""")


def test_a_key_that_is_a_parameter_too_is_sent_once(server: Server) -> None:
    sdk = make_package(DECLARED_TWICE)
    sent = server.call(sdk, lambda client: client.things.get(key="a"), query_key="b")
    assert sent.query == "key=a"
    assert server.call(sdk, lambda client: client.things.get(), query_key="b").query == "key=b"


ALIKE = Spec("""
components:
  securitySchemes:
    app-id: {type: apiKey, in: header, name: X-One}
    appId: {type: apiKey, in: header, name: X-Two}
    basic: {type: apiKey, in: header, name: X-Three}
    user: {type: http, scheme: basic}
security: [{app-id: [], appId: [], basic: []}]
paths: {/things: {get: {tags: [things], operationId: get}}}
""")


def test_schemes_whose_names_read_alike_have_keywords_of_their_own(server: Server) -> None:
    sdk = make_package(ALIKE)
    names = [name for name in inspect.signature(sdk.Api).parameters if name.startswith(("app", "basic"))]
    assert len(names) == 3
    sent = server.call(sdk, lambda client: client.things.get(), **dict.fromkeys(names, "k"), username="u", password="p")
    assert [sent.request.headers[name] for name in ("x-one", "x-two", "x-three")] == ["k", "k", "k"]
    assert "authorization" not in sent.request.headers


@pytest.mark.parametrize("name", ["Api", "AsyncApi"])
def test_what_shows_the_attributes_of_a_client_shows_no_secret(name: str) -> None:
    secrets = {word: f"hidden-{word}" for word in ("token", "header_key", "query_key", "session", "password")}
    client = getattr(make_package(SPEC), name)(
        base_url="https://a.test", username="user", headers={"X-Vault": "hidden-header"}, **secrets
    )

    shown = f"{vars(client)} {vars(client._api)} {client!r} {client.things!r} {client.things.with_raw_response!r}"

    assert "https://a.test" in shown
    assert "hidden-" not in shown
