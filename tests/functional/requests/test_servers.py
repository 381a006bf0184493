"""Where requests go, and who sends them: servers, tokens, keys and passwords."""

from __future__ import annotations

import asyncio
import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package, python_options, write_package

_PATHS = """
paths:
  /things: {get: {tags: [things], operationId: get}}
"""

TENANT = Spec("""
servers:
  - {url: "http://{host}:{port}/api", variables: {host: {default: 127.0.0.1}, port: {default: "9"}}}
  - {url: "https://staging.example.com/api", description: Staging}
  - {url: "https://eu.example.com"}
""" + _PATHS)


def test_the_first_server_is_the_default() -> None:
    sdk = make_package(TENANT)
    assert sdk.ApiEnvironment.DEFAULT.value == "http://{host}:{port}/api"
    assert sdk.ApiEnvironment.STAGING.value == "https://staging.example.com/api"
    assert {item.value for item in sdk.ApiEnvironment} >= {"https://eu.example.com"}


def test_a_server_variable_is_a_keyword(server: Server) -> None:
    port = server.url.rpartition(":")[2]
    sent = server.call(make_package(TENANT), lambda client: client.things.get(), base_url=None, port=port)
    assert sent.path == "/api/things"


def test_a_server_variable_beats_the_base_url(server: Server) -> None:
    port = server.url.rpartition(":")[2]
    options = {"base_url": "http://127.0.0.1:9/elsewhere", "port": port}
    assert server.call(make_package(TENANT), lambda client: client.things.get(), **options).path == "/api/things"


def test_the_base_url_beats_the_environment(server: Server) -> None:
    sdk = make_package(TENANT)
    options = {"base_url": f"{server.url}/own/", "environment": sdk.ApiEnvironment.STAGING}
    assert server.call(sdk, lambda client: client.things.get(), **options).path == "/own/things"


def test_headers_of_the_client_are_sent_with_every_request(server: Server) -> None:
    sent = server.call(make_package(TENANT), lambda client: client.things.get(), headers={"X-Team": "a"})
    assert sent.request.headers["x-team"] == "a"


NO_SERVER = Spec(_PATHS)
RELATIVE = Spec("servers: [{url: /v2}]\n" + _PATHS)


@pytest.mark.parametrize("spec", [NO_SERVER, RELATIVE], ids=["none", "relative"])
def test_without_an_absolute_server_a_base_url_is_needed(spec: Spec) -> None:
    with pytest.raises(ValueError, match=r"(?i)url"):
        make_package(spec).Api()


def test_an_api_without_security_takes_no_credentials(server: Server) -> None:
    sdk = make_package(NO_SERVER)
    assert not {"token", "api_key", "username"} & set(inspect.signature(sdk.Api).parameters)
    assert "authorization" not in server.call(sdk, lambda client: client.things.get()).request.headers


BEARER = Spec(
    "security: [{oauth: []}]\ncomponents: {securitySchemes: {oauth: {type: http, scheme: bearer}}}\n" + _PATHS
)


def test_a_token_is_required_where_every_call_needs_one() -> None:
    with pytest.raises(TypeError, match="token"):
        make_package(BEARER).Api(base_url="http://127.0.0.1:9")


@pytest.mark.parametrize("token", ["abc", lambda: "abc"], ids=["text", "function"])
def test_a_token_is_sent_as_bearer(server: Server, token: Any) -> None:
    sent = server.call(make_package(BEARER), lambda client: client.things.get(), token=token)
    assert sent.request.headers["authorization"] == "Bearer abc"


def test_the_asynchronous_client_takes_an_asynchronous_token(server: Server) -> None:
    async def token() -> str:
        return "abc"

    async def call() -> None:
        async with make_package(BEARER).AsyncApi(base_url=server.url, token=token) as client:
            await client.things.get()

    asyncio.run(call())
    assert server.requests[0].headers["authorization"] == "Bearer abc"


OPTIONAL_TOKEN = Spec(BEARER.text.replace("security: [{oauth: []}]", "security: [{oauth: []}, {}]"))


def test_a_token_that_not_every_call_needs_may_be_left_out(server: Server) -> None:
    sent = server.call(make_package(OPTIONAL_TOKEN), lambda client: client.things.get())
    assert "authorization" not in sent.request.headers


HEADER_KEY = Spec(
    "security: [{key: []}]\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n" + _PATHS
)
QUERY_KEY = Spec(HEADER_KEY.text.replace("in: header, name: X-Key", "in: query, name: key"))
COOKIE_KEY = Spec(HEADER_KEY.text.replace("in: header, name: X-Key", "in: cookie, name: sid"))


def test_an_api_key_in_a_header(server: Server) -> None:
    sent = server.call(make_package(HEADER_KEY), lambda client: client.things.get(), api_key="k")
    assert sent.request.headers["x-key"] == "k"


def test_an_api_key_in_the_query(server: Server) -> None:
    assert server.call(make_package(QUERY_KEY), lambda client: client.things.get(), api_key="k&").query == "key=k%26"


def test_an_api_key_in_a_cookie(server: Server) -> None:
    sent = server.call(make_package(COOKIE_KEY), lambda client: client.things.get(), api_key="k")
    assert sent.request.headers["cookie"] == "sid=k"


BASIC = Spec("security: [{basic: []}]\ncomponents: {securitySchemes: {basic: {type: http, scheme: basic}}}\n" + _PATHS)


def test_basic_credentials(server: Server) -> None:
    sent = server.call(make_package(BASIC), lambda client: client.things.get(), username="user", password="pass")
    assert sent.request.headers["authorization"] == "Basic dXNlcjpwYXNz"


SEVERAL = Spec("""
security: [{first-key: [], secondKey: []}]
components:
  securitySchemes:
    first-key: {type: apiKey, in: header, name: X-First}
    secondKey: {type: apiKey, in: header, name: X-Second}
    basic: {type: http, scheme: basic}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://example.com/token", scopes: {}}}}
""" + _PATHS)


def test_several_keys_have_keywords_of_their_own(server: Server) -> None:
    sent = server.call(make_package(SEVERAL), lambda client: client.things.get(), first_key="1", second_key="2")
    assert (sent.request.headers["x-first"], sent.request.headers["x-second"]) == ("1", "2")


OWN_SERVER = Spec("""
servers: [{url: "https://api.example.com"}]
paths:
  /things:
    get: {tags: [things], operationId: get, servers: [{url: "http://127.0.0.1:9/other"}]}
""")


def test_an_operation_may_have_a_server_of_its_own() -> None:
    sdk = make_package(OWN_SERVER)
    with sdk.Api(max_retries=0) as client, pytest.raises(sdk.TransportError, match=r"127\.0\.0\.1:9/other/things"):
        client.things.get()


OWN_SERVERS = Spec("""
servers: [{url: "https://{tenant}.example.com/api", variables: {tenant: {default: acme}}}]
paths:
  /absolute: {get: {tags: [own], operationId: absolute, servers: [{url: "http://127.0.0.1:{port}/{area}", variables: {port: {default: "9"}, area: {default: eu, enum: [eu, us]}}}]}}
  /relative: {get: {tags: [own], operationId: relative, servers: [{url: /v2}]}}
  /below: {get: {tags: [own], operationId: below, servers: [{url: v2}]}}
  /nowhere: {get: {tags: [own], operationId: nowhere, servers: [{url: "http://127.0.0.1:9/{place}", variables: {place: {default: ""}}}]}}
  /path:
    servers: [{url: /of/the/path}]
    get: {tags: [own], operationId: path}
    put: {tags: [own], operationId: put, servers: [{url: /of/the/operation}]}
""")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("relative", "/v2/relative"),
        ("below", "/api/v2/below"),
        ("path", "/of/the/path/path"),
        ("put", "/of/the/operation/path"),
    ],
)
def test_a_relative_server_is_below_the_base_url(server: Server, method: str, path: str) -> None:
    sdk = make_package(OWN_SERVERS)
    base_url = f"{server.url}/api"
    assert server.call(sdk, lambda client: getattr(client.own, method)(), base_url=base_url).path == path


@pytest.mark.parametrize(("given", "path"), [({}, "/eu/absolute"), ({"area": "us"}, "/us/absolute")])
def test_the_variables_of_an_operation_are_keywords_of_the_client(
    server: Server, given: dict[str, str], path: str
) -> None:
    port = server.url.rpartition(":")[2]
    sdk = make_package(OWN_SERVERS)
    # A base URL stays what it is: the variables are not of the root server.
    options = {"base_url": "http://127.0.0.1:9", "port": port, **given}
    assert server.call(sdk, lambda client: client.own.absolute(), **options).path == path


@pytest.mark.parametrize(
    ("given", "path"),
    [("/v2", "/v2/absolute"), ("v3/", "/api/v3/absolute"), ("", "/api/absolute")],
)
def test_one_call_may_go_to_another_server(server: Server, given: str, path: str) -> None:
    sdk = make_package(OWN_SERVERS)
    base_url = f"{server.url}/api"
    options: Any = {"base_url": given}
    sent = server.call(sdk, lambda client: client.own.absolute(request_options=options), base_url=base_url)
    assert sent.path == path
    options = {"base_url": f"{server.url}/elsewhere"}
    sent = server.call(sdk, lambda client: client.own.absolute(request_options=options), base_url="http://127.0.0.1:9")
    assert sent.path == "/elsewhere/absolute"


def test_the_server_of_one_call_is_a_url_of_http() -> None:
    sdk = make_package(OWN_SERVERS)
    with sdk.Api() as client, pytest.raises(ValueError, match="base_url must be an absolute URL"):
        client.own.absolute(request_options={"base_url": "ftp://api.example.com"})


@pytest.mark.parametrize(("method", "path"), [("absolute", "/api/absolute"), ("relative", "/v2/relative")])
def test_a_client_may_keep_every_call_on_its_own_server(server: Server, method: str, path: str) -> None:
    sdk = make_package(OWN_SERVERS)
    options = {"base_url": f"{server.url}/api", "ignore_operation_servers": True}
    assert server.call(sdk, lambda client: getattr(client.own, method)(), **options).path == path


def test_a_server_of_one_call_is_not_ignored(server: Server) -> None:
    sdk = make_package(OWN_SERVERS)
    options = {"base_url": "http://127.0.0.1:9", "ignore_operation_servers": True}
    there: Any = {"base_url": f"{server.url}/there"}
    sent = server.call(sdk, lambda client: client.own.absolute(request_options=there), **options)
    assert sent.path == "/there/absolute"


def test_a_client_whose_calls_all_go_to_one_host_has_no_such_switch() -> None:
    spec = Spec("""
servers: [{url: "https://api.example.com"}]
paths: {/a: {get: {tags: [a], operationId: b, servers: [{url: /v2}]}}}
""")
    with pytest.raises(TypeError, match="ignore_operation_servers"):
        make_package(spec).Api(ignore_operation_servers=True)


def test_the_other_servers_of_an_operation_are_named_where_it_is_called() -> None:
    sdk = make_package(
        Spec("paths: {/a: {get: {tags: [a], operationId: b, servers: [{url: /v2}, {url: /v3}, {url: /v4}]}}}")
    )
    text = " ".join(sdk.Api(base_url="http://127.0.0.1:9").a.b.__doc__.split())
    assert "Sent to ``/v2``. A ``base_url`` in `request_options` sends it elsewhere" in text
    assert "such as to ``/v3`` or ``/v4``." in text


def test_a_variable_of_an_operation_without_a_value_is_named() -> None:
    with pytest.raises(ValueError, match="'place'"):
        make_package(OWN_SERVERS).Api().own.nowhere()


def test_the_root_variable_still_beats_the_base_url() -> None:
    sdk = make_package(OWN_SERVERS)
    with sdk.Api(tenant="t", base_url="http://127.0.0.1:9") as client:
        assert "t.example.com" in repr(client._api)


WITHOUT_DEFAULT = Spec("""
servers: [{url: "http://{host}/v1", variables: {host: {default: ""}}}]
""" + _PATHS)
WITHOUT_ANYTHING = Spec(WITHOUT_DEFAULT.text.replace('{default: ""}', "{description: Which.}"), strict=False)


@pytest.mark.parametrize("spec", [WITHOUT_DEFAULT, WITHOUT_ANYTHING], ids=["empty", "absent"])
def test_a_server_variable_without_a_default_has_to_be_given(spec: Spec, server: Server) -> None:
    sdk = make_package(spec)
    with pytest.raises(ValueError, match="'host'"):
        sdk.Api()
    options = {"base_url": None, "host": server.url.removeprefix("http://")}
    assert server.call(sdk, lambda client: client.things.get(), **options).path == "/v1/things"


NAMESAKES = Spec("""
servers: [{url: "https://{token}.example.com/{timeout}", variables: {token: {default: a}, timeout: {default: b}}}]
security: [{token: []}]
components: {securitySchemes: {token: {type: http, scheme: bearer}}}
""" + _PATHS)


def test_server_variables_give_way_to_keywords_that_every_client_has() -> None:
    assert {"token", "token_", "timeout", "timeout_"} <= set(inspect.signature(make_package(NAMESAKES).Api).parameters)


OTHER_LIBRARY = Spec(BEARER.text, http_library="httpx")


@pytest.mark.parametrize("spec", [BEARER, OTHER_LIBRARY], ids=["httpx2", "httpx"])
def test_requests_are_sent_with_the_configured_library(spec: Spec, server: Server) -> None:
    sdk = make_package(spec)
    sent = server.call(sdk, lambda client: client.things.get(), token="abc")
    assert sent.request.headers["user-agent"].startswith(spec.package.replace("_", "-"))
    with import_module(f"{sdk.__name__}.core.http_library").new_client() as client:
        assert type(client).__module__.partition(".")[0] == python_options(spec).http_library


def test_a_default_of_any_text_is_shown_in_examples(tmp_path: Path) -> None:
    # As a literal it has escapes that JSON does not know.
    variables = {"host": {"default": "a\x00{b}.example"}}
    spec = Spec("paths: {}", words="lodash")
    spec.document["servers"] = [{"url": "https://{host}", "variables": variables}]
    write_package(spec, tmp_path)
    assert "YOUR_b" in (tmp_path / spec.package / "README.md").read_text(encoding="utf-8")
