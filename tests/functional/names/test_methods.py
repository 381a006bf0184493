"""The signatures of methods, and where they are found."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

SIGNATURES = Spec("""
schemas:
  Item: {type: object, properties: {name: {type: string}}}
  Full: {type: object, required: [b, d], properties: {a: {type: string}, b: {type: string}, c: {type: integer}, d: {type: [string, "null"]}}}
  Derived: {allOf: [{$ref: "#/components/schemas/Item"}, {type: object, required: [size], properties: {size: {type: integer}}}]}
paths:
  /a/{second}/b/{first}:
    put:
      tags: [things]
      operationId: replace
      parameters:
        - {name: late, in: query, schema: {type: string}}
        - {name: must, in: query, required: true, schema: {type: string}}
        - {name: first, in: path, required: true, schema: {type: string}}
        - {name: second, in: path, required: true, schema: {type: integer}}
        - {name: early, in: query, schema: {type: integer, default: 5}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Full"}}}}
  /array:
    post:
      tags: [things]
      operationId: arrayBody
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Item"}}}}}
  /map:
    post:
      tags: [things]
      operationId: mapBody
      requestBody: {required: true, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}
  /union:
    post:
      tags: [things]
      operationId: unionBody
      requestBody:
        required: true
        content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Item"}, {$ref: "#/components/schemas/Full"}]}}}
  /empty:
    post:
      tags: [things]
      operationId: emptyBody
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
  /nullable:
    post:
      tags: [things]
      operationId: nullableBody
      requestBody:
        required: true
        content: {application/json: {schema: {type: [object, "null"], properties: {name: {type: string}}}}}
  /optional:
    post:
      tags: [things]
      operationId: optionalBody
      requestBody: {required: false, content: {application/json: {schema: {type: array, items: {type: string}}}}}
  /unsaid:
    post:
      tags: [things]
      operationId: unsaidBody
      requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}
  /derived:
    post:
      tags: [things]
      operationId: derivedBody
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Derived"}}}}
  /both:
    post:
      tags: [things]
      operationId: bothBodies
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Item"}}
          application/json: {schema: {$ref: "#/components/schemas/Item"}}
  /nested:
    post:
      tags: [things]
      operationId: nestedBody
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {item: {$ref: "#/components/schemas/Item"}, items: {type: array, items: {$ref: "#/components/schemas/Item"}}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(SIGNATURES)


def _parameters(sdk: Any, method: str) -> dict[str, inspect.Parameter]:
    client = sdk.Api(base_url="http://127.0.0.1:9")
    return dict(inspect.signature(getattr(client.things, method)).parameters)


def test_parameters_come_in_order_path_then_required_then_optional(sdk: Any) -> None:
    assert list(_parameters(sdk, "replace")) == [
        "second",
        "first",
        "must",
        "b",
        "late",
        "early",
        "a",
        "c",
        "d",
        "request_options",
    ]


def test_path_parameters_may_be_positional_and_all_others_are_keywords(sdk: Any) -> None:
    kinds = {name: parameter.kind for name, parameter in _parameters(sdk, "replace").items()}
    assert {kinds.pop("second"), kinds.pop("first")} == {inspect.Parameter.POSITIONAL_OR_KEYWORD}
    assert set(kinds.values()) == {inspect.Parameter.KEYWORD_ONLY}


def test_optional_query_parameters_default_to_none_and_optional_body_fields_to_omit(sdk: Any) -> None:
    parameters = _parameters(sdk, "replace")
    omit = sdk.core.OMIT
    assert [parameters[name].default for name in ("late", "early", "a", "c", "d")] == [None, None, omit, omit, omit]


def test_a_documented_default_is_never_sent(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.things.replace(1, "x", must="m", b="b")).query == "must=m"


def test_the_asynchronous_method_has_the_same_parameters(sdk: Any) -> None:
    client = sdk.AsyncApi(base_url="http://127.0.0.1:9")
    assert list(inspect.signature(client.things.replace).parameters) == list(_parameters(sdk, "replace"))


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("array_body", [{"name": "a"}]),
        ("map_body", {"a": 1}),
        ("union_body", {"name": "a"}),
        ("empty_body", {"any": "thing"}),
        ("nullable_body", {"name": "a"}),
    ],
)
def test_a_body_that_is_no_plain_object_is_one_keyword(sdk: Any, server: Server, method: str, value: Any) -> None:
    assert list(_parameters(sdk, method)) == ["request", "request_options"]
    assert server.call(sdk, lambda client: getattr(client.things, method)(request=value)).json == value


def test_a_nullable_body_may_be_null(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.things.nullable_body(request=None)).request.body == b"null"


def test_a_body_must_be_given_unless_the_document_says_that_it_is_not_required(sdk: Any) -> None:
    assert _parameters(sdk, "unsaid_body")["request"].default is inspect.Parameter.empty


def test_a_body_that_is_said_to_be_not_required_may_be_left_out(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.things.optional_body())
    assert sent.request.body == b""
    assert "content-type" not in sent.request.headers


def test_a_body_with_inherited_properties_is_flattened_with_them(sdk: Any, server: Server) -> None:
    assert list(_parameters(sdk, "derived_body")) == ["size", "name", "request_options"]
    assert server.call(sdk, lambda client: client.things.derived_body(size=1, name="n")).json == {
        "size": 1,
        "name": "n",
    }


def test_json_is_sent_where_a_form_is_offered_too(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.things.both_bodies(name="n"))
    assert (sent.request.headers["content-type"], sent.json) == ("application/json", {"name": "n"})


def test_models_and_plain_dicts_may_be_mixed_in_a_body(sdk: Any, server: Server) -> None:
    sent = server.call(
        sdk,
        lambda client: client.things.nested_body(item=sdk.Item(name="a"), items=[{"name": "b"}, sdk.Item(name="c")]),
    )
    assert sent.json == {"item": {"name": "a"}, "items": [{"name": "b"}, {"name": "c"}]}


def test_options_of_a_call_are_added_to_it(sdk: Any, server: Server) -> None:
    sent = server.call(
        sdk,
        lambda client: client.things.derived_body(
            size=1,
            request_options={
                "additional_headers": {"X-Extra": "h"},
                "additional_query_parameters": {"q": "1"},
                "additional_body_parameters": {"more": True},
            },
        ),
    )
    assert (sent.request.headers["x-extra"], sent.query, sent.json) == ("h", "q=1", {"size": 1, "more": True})


FRAGMENTS = Spec("""
paths:
  /files/{id}:
    get: {tags: [files], operationId: get, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
  /files/{id}#share:
    put:
      tags: [files]
      operationId: share
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: fields, in: query, schema: {type: string}}
""")


def test_a_fragment_that_tells_paths_apart_is_not_sent(server: Server) -> None:
    """RFC 3986, section 3.5; a query behind it would be lost with it."""
    server.answer(204, b"")

    exchange = server.call(make_package(FRAGMENTS), lambda client: client.files.share("1", fields="name"))

    assert exchange.request.path == "/files/1?fields=name"


BODY_IN_A_BODY = Spec("""
schemas:
  Message: {type: object, required: [text], properties: {text: {type: string}}}
  Thread: {type: object, properties: {messages: {type: array, items: {$ref: "#/components/schemas/Message"}}}}
paths:
  /messages:
    post:
      tags: [chat]
      operationId: send
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Message"}}}}
  /threads:
    post:
      tags: [chat]
      operationId: start
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thread"}}}}
""")


def test_a_flattened_body_inside_another_is_a_type_all_the_same(server: Server) -> None:
    package = make_package(BODY_IN_A_BODY)
    server.answer(204, b"")

    exchange = server.call(package, lambda client: client.chat.start(messages=[package.Message(text="hello")]))

    assert exchange.json == {"messages": [{"text": "hello"}]}
