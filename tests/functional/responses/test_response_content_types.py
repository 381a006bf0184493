"""What a response is, its content type decides, among those that the document has."""

from __future__ import annotations

from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

THINGS = Spec("""
schemas:
  A: {type: object, properties: {a: {type: integer}}}
paths:
  /jobs:
    post:
      tags: [jobs]
      operationId: start
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}
        "202": {description: "", content: {text/plain: {schema: {type: string}}}}
  /count:
    get:
      tags: [jobs]
      operationId: count
      responses: {"200": {description: "", content: {text/plain: {schema: {type: integer}}}}}
  /table:
    get:
      tags: [jobs]
      operationId: table
      responses: {"200": {description: "", content: {text/csv: {schema: {type: string}}}}}
  /a:
    get:
      tags: [jobs]
      operationId: get
      responses: {default: {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(THINGS)


def test_a_text_beside_json_is_a_text(sdk: Any, server: Server) -> None:
    server.answer(202, b"soon", {"content-type": "text/plain"})

    exchange = server.call(sdk, lambda client: client.jobs.start())

    assert exchange.result == "soon"
    assert exchange.request.headers["accept"] == "application/json, text/plain"


def test_json_beside_a_text_is_json(sdk: Any, server: Server) -> None:
    server.answer(200, {"a": 4}, {"content-type": "application/json"})

    assert server.call(sdk, lambda client: client.jobs.start()).result == sdk.A(a=4)


def test_a_number_as_a_text_is_a_number(sdk: Any, server: Server) -> None:
    server.answer(200, b"12\n", {"content-type": "text/plain"})

    result = server.call(sdk, lambda client: client.jobs.count()).result

    assert (type(result), result) == (int, 12)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/csv; charset=iso-8859-1", "käse".encode("latin-1")),
        ('text/csv;header=present; Charset="ISO-8859-1"', "käse".encode("latin-1")),
        ("text/csv", "käse".encode()),
        ("text/csv; charset=no-such-charset", "käse".encode()),
    ],
)
def test_the_charset_of_a_text_is_obeyed(sdk: Any, server: Server, content_type: str, body: bytes) -> None:
    server.answer(200, body, {"content-type": content_type})

    assert server.call(sdk, lambda client: client.jobs.table()).result == "käse"


@pytest.mark.parametrize("status", [200, 404])
def test_a_byte_order_mark_before_json_is_passed_over(sdk: Any, server: Server, status: int) -> None:
    server.answer(status, b'\xef\xbb\xbf{"a": 4}', {"content-type": "application/json"})

    if status == 200:
        assert server.call(sdk, lambda client: client.jobs.get()).result == sdk.A(a=4)
    else:
        with pytest.raises(sdk.NotFoundError) as caught:
            server.call(sdk, lambda client: client.jobs.start())
        assert caught.value.body == {"a": 4}


def test_json_in_another_charset_is_read(sdk: Any, server: Server) -> None:
    server.answer(
        200, '{"a": 4, "name": "käse"}'.encode("latin-1"), {"content-type": "application/json; charset=latin-1"}
    )

    assert server.call(sdk, lambda client: client.jobs.get()).result.model_dump() == {"a": 4, "name": "käse"}


def test_a_default_that_serves_as_the_success_types_errors_too(sdk: Any, server: Server) -> None:
    server.answer(500, {"a": 4})

    with pytest.raises(sdk.InternalServerError) as caught:
        server.call(sdk, lambda client: client.jobs.get())

    assert caught.value.body == sdk.A(a=4)


@pytest.mark.parametrize(
    ("content_type", "body"), [("text/plain", "12"), ("application/json", 12), ("text/html", "true")]
)
def test_the_content_type_of_an_error_decides_as_well(sdk: Any, server: Server, content_type: str, body: Any) -> None:
    server.answer(500, str(body).encode(), {"content-type": content_type})

    with pytest.raises(sdk.InternalServerError) as caught:
        server.call(sdk, lambda client: client.jobs.start())

    assert (type(caught.value.body), caught.value.body) == (type(body), body)
