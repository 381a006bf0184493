"""Bodies that may be left out: nothing given, nothing sent; anything given, the body's own rules hold."""

from __future__ import annotations

from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

OPTIONAL = Spec(
    """
schemas:
  Label: {type: object, required: [text], properties: {text: {type: string}, size: {type: [integer, "null"]}}}
  Kind: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
  Loud: {allOf: [{$ref: "#/components/schemas/Kind"}, {type: object, properties: {volume: {type: integer}}}]}
paths:
  /labels/{id}:
    post:
      tags: [labels]
      operationId: print
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: size, in: query, schema: {type: integer}}
      requestBody:
        required: false
        content: {application/json: {schema: {$ref: "#/components/schemas/Label"}}}
    put:
      tags: [labels]
      operationId: replace
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Label"}}}
  /hints:
    post:
      tags: [labels]
      operationId: hint
      requestBody:
        required: false
        content: {application/json: {schema: {type: object, properties: {colour: {type: [string, "null"]}}}}}
    put:
      tags: [labels]
      operationId: tell
      requestBody: {required: false, content: {application/json: {schema: {$ref: "#/components/schemas/Kind"}}}}
  /forms:
    post:
      tags: [labels]
      operationId: fill
      requestBody:
        required: false
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, required: [a], properties: {a: {type: string}, b: {type: string}, c: {type: object}}}
    put:
      tags: [labels]
      operationId: upload
      requestBody:
        required: false
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                files: {type: array, items: {type: string, format: binary}}
                note: {type: string}
  /lists:
    post:
      tags: [labels]
      operationId: add
      requestBody: {required: false, content: {application/json: {schema: {type: array, items: {type: string}}}}}
    put:
      tags: [labels]
      operationId: lines
      requestBody: {required: false, content: {application/jsonl: {schema: {type: string}}}}
    patch:
      tags: [labels]
      operationId: parts
      requestBody:
        required: false
        content: {multipart/form-data: {schema: {type: object, additionalProperties: {type: string}}}}
""",
    tests=True,
)


@pytest.fixture
def sdk() -> Any:
    return make_package(OPTIONAL)


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("print", ("1",)),
        ("hint", ()),
        ("tell", ()),
        ("fill", ()),
        ("upload", ()),
        ("add", ()),
        ("lines", ()),
        ("parts", ()),
    ],
)
def test_nothing_given_is_nothing_sent(sdk: Any, server: Server, method: str, arguments: tuple[str, ...]) -> None:
    sent = server.call(sdk, lambda client: getattr(client.labels, method)(*arguments)).request
    assert sent.body == b""
    assert "content-type" not in sent.headers


def test_a_parameter_beside_the_body_is_not_of_the_body(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.labels.print("1", size=3))
    assert (sent.query, sent.request.body) == ("size=3", b"")


@pytest.mark.parametrize(
    ("method", "given", "missing"),
    [("print", {"size_body": 3}, "text"), ("fill", {"b": "x"}, "a"), ("upload", {"note": "x"}, "file")],
)
def test_anything_given_needs_what_the_body_must_have(
    sdk: Any, server: Server, method: str, given: dict[str, Any], missing: str
) -> None:
    arguments = ("1",) if method == "print" else ()
    with sdk.Api(base_url=server.url) as client, pytest.raises(TypeError, match=f"must have '{missing}'"):
        getattr(client.labels, method)(*arguments, **given)
    assert server.requests == []


def test_what_is_given_is_sent(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.labels.print("1", text="a")).json == {"text": "a"}
    assert server.call(sdk, lambda client: client.labels.print("1", text="a", size_body=None)).json == {
        "text": "a",
        "size": None,
    }
    assert server.call(sdk, lambda client: client.labels.fill(a="x")).request.body == b"a=x"
    assert b'name="file"' in server.call(sdk, lambda client: client.labels.upload(file=b"x")).request.body
    assert server.call(sdk, lambda client: client.labels.lines(request=["a"])).request.body == b'"a"\n'


def test_null_is_something(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.labels.hint(colour=None)).json == {"colour": None}


def test_more_than_the_document_knows_makes_a_body(sdk: Any, server: Server) -> None:
    more = {"additional_body_parameters": {"text": "a"}}
    assert server.call(sdk, lambda client: client.labels.print("1", request_options=more)).json == {"text": "a"}
    sent = server.call(sdk, lambda client: client.labels.parts(request_options=more)).request
    assert b'name="text"' in sent.body


def test_a_body_that_does_not_say_so_may_not_be_left_out(sdk: Any, server: Server) -> None:
    with sdk.Api(base_url=server.url) as client, pytest.raises(TypeError, match="text"):
        client.labels.replace("1")
