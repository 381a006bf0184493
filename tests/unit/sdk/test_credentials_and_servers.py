"""Credentials and servers: what a client is constructed with, and what a call asks of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.sdk.designing import OK, design

from sdksmith.sdk import BASIC, TOKEN, Credential, Sdk
from sdksmith.sdk.credentials import undeclared_schemes

SCHEMES: dict[str, Any] = {
    "oauth": {"type": "oauth2", "flows": {}},
    "jwt": {"type": "http", "scheme": "bearer"},
    "login": {"type": "http", "scheme": "basic"},
    "app": {"type": "apiKey", "in": "header", "name": "X-App"},
    "tenant": {"type": "apiKey", "in": "query", "name": "tenant"},
    "certificate": {"type": "mutualTLS"},
    "digest": {"type": "http", "scheme": "digest"},
}
KEY = Credential("key", "app")


def secured(schemes: str, security: Any = None, **operations: Any) -> Sdk:
    """Design an API with some of the schemes; each operation with its own requirements, ``None``: none of its own."""
    paths = {
        f"/{name}": {"get": {"responses": OK, "operationId": name, **({} if own is None else {"security": own})}}
        for name, own in operations.items()
    }
    components = {"securitySchemes": {name: SCHEMES[name] for name in schemes.split()}}
    return design({"paths": paths, "components": components, **({} if security is None else {"security": security})})


def calls(sdk: Sdk) -> dict[str, Any]:
    return {method.operation.name: method.security for method in sdk.methods.values()}


def test_what_ends_in_a_bearer_token_is_one_credential() -> None:
    sdk = secured("oauth jwt", [{"oauth": []}, {"jwt": []}], a=None)

    assert (sdk.credentials.token, sdk.credentials.keys, sdk.credentials.basic) == ("required", (), False)
    assert sdk.credentials.default is None


def test_a_token_that_some_call_can_do_without_is_optional() -> None:
    assert secured("jwt", [{"jwt": []}], a=None, b=[]).credentials.token == "optional"
    assert secured("jwt", [{"jwt": []}, {}], a=None).credentials.token == "optional"
    assert secured("app", [{"app": []}], a=None).credentials.token == ""


def test_a_call_that_needs_what_all_do_says_nothing_and_another_says_what() -> None:
    sdk = secured("jwt app", [{"jwt": []}], a=None, b=[{"jwt": []}], c=[{"app": []}], d=[{"app": [], "jwt": []}], e=[])

    assert sdk.credentials.default == ((TOKEN,),)
    assert calls(sdk) == {"a": None, "b": None, "c": ((KEY,),), "d": ((KEY, TOKEN),), "e": ()}


def test_alternatives_keep_their_order_and_none_at_all_is_one_of_them() -> None:
    sdk = secured("jwt login app", [{"jwt": []}], a=[{"login": []}, {"app": []}, {}])

    assert calls(sdk)["a"] == ((BASIC,), (KEY,), ())


def test_the_connection_meets_a_certificate_and_nothing_meets_an_unknown_scheme() -> None:
    sdk = secured("jwt certificate digest", [{"jwt": []}], a=[{"certificate": [], "jwt": []}], b=[{"digest": []}])

    # With the certificate it is the token that all calls need.
    assert calls(sdk) == {"a": None, "b": ()}


def test_a_scheme_that_nobody_declares_is_found_and_the_default_is_sent() -> None:
    sdk = secured("jwt", [{"jwt": []}], a=[{"ghost": []}])

    assert calls(sdk) == {"a": None}
    assert list(undeclared_schemes(sdk.api)) == [(("paths", "/a", "get", "security"), "ghost")]


def test_each_url_is_one_environment_and_each_variable_one_argument() -> None:
    server = {"url": "https://{tenant}.example.com", "variables": {"tenant": {"default": "acme"}}}
    own = {"url": "https://{region}.example.com", "variables": {"region": {"default": "eu"}}}
    sdk = design(
        {
            "servers": [server, {"url": "https://other.example.com"}, server],
            "paths": {"/a": {"get": {"responses": OK, "servers": [own, {"url": "https://spare.example.com"}]}}},
        }
    )

    assert [each.url for each in sdk.servers.environments] == [
        "https://{tenant}.example.com",
        "https://other.example.com",
    ]
    assert [variable.name for variable in sdk.servers.variables] == ["tenant", "region"]
    assert [variable.name for variable in sdk.servers.operation_variables] == ["region"]
    (method,) = sdk.methods.values()
    assert [each.url for each in method.servers] == ["https://{region}.example.com", "https://spare.example.com"]


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("https://files.example.com", True),
        ("//files.example.com", True),
        ("{host}/v2", True),
        ("/v2", False),
        ("v2/{area}", False),
    ],
)
def test_a_server_of_an_operation_may_be_another_host(url: str, elsewhere: bool) -> None:
    variables = {name: {"default": "a"} for name in ("host", "area") if name in url}
    sdk = design({"paths": {"/a": {"get": {"responses": OK, "servers": [{"url": url, "variables": variables}]}}}})

    assert sdk.servers.operations_have_hosts is elsewhere


def test_a_document_without_servers_has_one_without_a_url() -> None:
    assert [each.url for each in design({"servers": []}).servers.environments] == [""]
