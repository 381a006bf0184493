"""Base URLs with a query, server variables that would move the host, and headers that belong to the message."""

from __future__ import annotations

import inspect

import pytest
from tests.functional.support import Server, Spec, make_package

REGIONS = Spec("""
servers:
  - url: https://{region}.example.com/{base}
    variables: {region: {default: eu}, base: {default: v1}}
paths:
  /trail:
    get:
      tags: [trails]
      operationId: get
      parameters:
        - {name: q, in: query, schema: {type: string}}
        - {name: Content-Length, in: header, schema: {type: integer}}
        - {name: Host, in: header, schema: {type: string}}
        - {name: Transfer-Encoding, in: header, required: true, schema: {type: string}}
        - {name: Connection, in: header, schema: {type: string}}
        - {name: X-Kept, in: header, schema: {type: string}}
""")


def test_a_query_of_the_base_url_goes_with_every_call(server: Server) -> None:
    sdk = make_package(REGIONS)

    with sdk.Api(base_url=f"{server.url}/v1/?api-version=1&a=%20#part") as client:
        client.trails.get(q="x")
        client.trails.get()

    assert [request.path for request in server.requests] == [
        "/v1/trail?api-version=1&a=%20&q=x",
        "/v1/trail?api-version=1&a=%20",
    ]


@pytest.mark.parametrize(
    "region", ["evil.com/", "a@evil", "x#", "x?", "evil.com\\", "evil.com:80/", "a b", "x\n", "x:y@evil"]
)
def test_a_variable_that_would_move_the_host_is_refused(region: str) -> None:
    with pytest.raises(ValueError, match="'region' would change more"):
        make_package(REGIONS).Api(region=region)


@pytest.mark.parametrize("base", ["v1?x=", "v1#", "v1\\..", "v 1"])
def test_a_variable_that_would_end_the_path_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="'base' would change more"):
        make_package(REGIONS).Api(base=base)


def test_ordinary_values_are_taken() -> None:
    sdk = make_package(REGIONS)

    sdk.Api(region="us-east-1.private", base="v2/beta").close()


def test_headers_of_the_message_are_no_arguments(server: Server) -> None:
    sdk = make_package(REGIONS)

    exchange = server.call(sdk, lambda client: client.trails.get(x_kept="1"))

    assert [*inspect.signature(sdk.Api(base_url=server.url).trails.get).parameters] == [
        "q",
        "x_kept",
        "request_options",
    ]
    assert exchange.request.headers["x-kept"] == "1"
