"""Every style, exploded or not, of a scalar, an array and an object, in every place (OpenAPI 3.1 section 4.8.12.6)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

_KINDS = {
    "text": "{type: string}",
    "array": "{type: array, items: {type: string}}",
    "object": '{$ref: "#/components/schemas/Color"}',
}


def _operation(path: str, name: str, *parameters: str) -> str:
    listed = "".join(f"\n        - {parameter}" for parameter in parameters)
    return f"\n  {path}:\n    get:\n      tags: [styles]\n      operationId: {name}\n      parameters:{listed}"


def _paths() -> str:
    text = "paths:"
    for style in ("simple", "label", "matrix"):
        for explode in ("false", "true"):
            for kind, schema in _KINDS.items():
                parameter = (
                    f"{{name: color, in: path, required: true, style: {style}, explode: {explode}, schema: {schema}}}"
                )
                text += _operation(f"/{style}/{explode}/{kind}/{{color}}", f"{style}_{explode}_{kind}", parameter)
    for place, styles in (
        ("query", ("form", "spaceDelimited", "pipeDelimited", "deepObject")),
        ("header", ("simple",)),
        ("cookie", ("form", "cookie")),
    ):
        names: list[str] = []
        for style in styles:
            for explode in ("false", "true"):
                for kind, schema in _KINDS.items():
                    if style != "deepObject" or kind == "object":
                        name = f"{style}-{explode}-{kind}"
                        names.append(
                            f"{{name: {name}, in: {place}, style: {style}, explode: {explode}, schema: {schema}}}"
                        )
        text += _operation(f"/{place}", place, *names)
    return text


STYLES = Spec("""
openapi: 3.2.0
schemas: {Color: {type: object, properties: {R: {type: integer}, G: {type: integer}}}}
""" + _paths())
_ARRAY = ["blue", "bl/ack", ""]
_OBJECT = {"R": 100, "G": 200}


@pytest.fixture
def sdk() -> Any:
    return make_package(STYLES)


@pytest.mark.parametrize(
    ("method", "value", "sent"),
    [
        ("simple_false_text", "bl.ue", "bl.ue"),
        ("simple_false_array", _ARRAY, "blue,bl%2Fack,"),
        ("simple_false_object", _OBJECT, "R,100,G,200"),
        ("simple_true_text", "blue", "blue"),
        ("simple_true_array", _ARRAY, "blue,bl%2Fack,"),
        ("simple_true_object", _OBJECT, "R=100,G=200"),
        ("label_false_text", "blue", ".blue"),
        ("label_false_text", "", "%2E"),
        ("label_false_array", _ARRAY, ".blue,bl%2Fack,"),
        ("label_false_object", _OBJECT, ".R,100,G,200"),
        ("label_true_text", "blue", ".blue"),
        ("label_true_array", _ARRAY, ".blue.bl%2Fack."),
        ("label_true_object", _OBJECT, ".R=100.G=200"),
        ("matrix_false_text", "blue", ";color=blue"),
        ("matrix_false_text", "", ";color"),
        ("matrix_false_array", _ARRAY, ";color=blue,bl%2Fack,"),
        ("matrix_false_object", _OBJECT, ";color=R,100,G,200"),
        ("matrix_true_text", "blue", ";color=blue"),
        ("matrix_true_array", _ARRAY, ";color=blue;color=bl%2Fack;color"),
        ("matrix_true_object", _OBJECT, ";R=100;G=200"),
    ],
)
def test_a_style_in_a_path(sdk: Any, server: Server, method: str, value: Any, sent: str) -> None:
    path = server.call(sdk, lambda client: getattr(client.styles, method)(value)).path
    assert path == f"/{method.replace('_', '/')}/{sent}"


@pytest.mark.parametrize(
    ("name", "value", "sent"),
    [
        ("form_false_text", "blue", "blue"),
        ("form_false_array", _ARRAY, "blue,bl%2Fack,"),
        ("form_false_array", [], None),
        ("form_false_object", _OBJECT, "R,100,G,200"),
        ("form_true_text", "", ""),
        ("space_delimited_false_array", _ARRAY, "blue%20bl%2Fack%20"),
        ("space_delimited_false_object", _OBJECT, "R%20100%20G%20200"),
        ("pipe_delimited_false_array", _ARRAY, "blue%7Cbl%2Fack%7C"),
        ("pipe_delimited_false_object", _OBJECT, "R%7C100%7CG%7C200"),
    ],
)
def test_a_style_in_a_query(sdk: Any, server: Server, name: str, value: Any, sent: str | None) -> None:
    query = server.call(sdk, lambda client: client.styles.query(**{name: value})).query
    assert query == ("" if sent is None else f"{_wire(name)}={sent}")


@pytest.mark.parametrize("name", ["form_true_array", "space_delimited_true_array", "pipe_delimited_true_array"])
def test_an_exploded_array_in_a_query_repeats_its_name(sdk: Any, server: Server, name: str) -> None:
    query = server.call(sdk, lambda client: client.styles.query(**{name: _ARRAY})).query
    assert query == "&".join(f"{_wire(name)}={text}" for text in ("blue", "bl%2Fack", ""))


@pytest.mark.parametrize("name", ["form_true_object", "space_delimited_true_object", "pipe_delimited_true_object"])
def test_an_exploded_object_in_a_query_is_a_parameter_for_each_property(sdk: Any, server: Server, name: str) -> None:
    assert server.call(sdk, lambda client: client.styles.query(**{name: _OBJECT})).query == "R=100&G=200"


@pytest.mark.parametrize("name", ["deep_object_true_object", "deep_object_false_object"])
def test_a_deep_object(sdk: Any, server: Server, name: str) -> None:
    sent = server.call(sdk, lambda client: client.styles.query(**{name: _OBJECT})).query
    assert sent == f"{_wire(name)}%5BR%5D=100&{_wire(name)}%5BG%5D=200"


def _wire(name: str) -> str:
    return name.replace("deep_o", "deepO").replace("_delimited", "Delimited").replace("_", "-")


@pytest.mark.parametrize(
    ("name", "value", "sent"),
    [
        ("simple_false_text", "blue", "blue"),
        ("simple_false_array", _ARRAY, "blue,bl/ack,"),
        ("simple_false_object", _OBJECT, "R,100,G,200"),
        ("simple_true_array", _ARRAY, "blue,bl/ack,"),
        ("simple_true_object", _OBJECT, "R=100,G=200"),
    ],
)
def test_a_style_in_a_header(sdk: Any, server: Server, name: str, value: Any, sent: str) -> None:
    headers = server.call(sdk, lambda client: client.styles.header(**{name: value})).request.headers
    assert headers[name.replace("_", "-")] == sent


@pytest.mark.parametrize(
    ("name", "value", "sent"),
    [
        ("form_false_text", "a b;", "{}=a%20b%3B"),
        ("form_false_array", ["a", "b,c"], "{}=a,b%2Cc"),
        ("form_false_object", _OBJECT, "{}=R,100,G,200"),
        ("form_true_array", ["a", "b c"], "{0}=a; {0}=b%20c"),
        ("form_true_object", _OBJECT, "R=100; G=200"),
        ("cookie_true_text", "a%20b", "{}=a%20b"),
        ("cookie_true_array", ["a", "b"], "{0}=a; {0}=b"),
        ("cookie_true_object", _OBJECT, "R=100; G=200"),
    ],
)
def test_a_style_in_a_cookie(sdk: Any, server: Server, name: str, value: Any, sent: str) -> None:
    headers = server.call(sdk, lambda client: client.styles.cookie(**{name: value})).request.headers
    assert headers["cookie"] == sent.format(name.replace("_", "-"))


@pytest.mark.parametrize("value", ["a;b", "a b", "a\r\nX-Evil: 1"])
def test_a_cookie_that_is_sent_as_it_is_can_not_end_itself(sdk: Any, value: str) -> None:
    with pytest.raises(ValueError, match="cookie-true-text"):
        sdk.Api(base_url="http://127.0.0.1:9").styles.cookie(cookie_true_text=value)


@pytest.mark.parametrize("name", ["simple_false_object", "simple_true_object"])
def test_a_model_in_a_header(sdk: Any, server: Server, name: str) -> None:
    headers = server.call(sdk, lambda client: client.styles.header(**{name: sdk.Color(R=1)})).request.headers
    assert headers[name.replace("_", "-")] == ("R,1" if "false" in name else "R=1")


MORE = Spec("""
openapi: 3.2.0
components:
  parameters:
    Limit: {$ref: "#/components/parameters/Size"}
    Size: {name: limit, in: query, schema: {type: integer}}
paths:
  /search/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: id, in: query, schema: {type: string}}
      - {name: page, in: query, description: Of the path., schema: {type: string}}
      - $ref: "#/components/parameters/Limit"
    get:
      tags: [more]
      operationId: search
      parameters:
        - {name: page, in: query, description: Of the operation., schema: {type: integer}}
        - {name: path, in: query, allowReserved: true, schema: {type: string}}
        - {name: paths, in: query, allowReserved: true, schema: {type: array, items: {type: string}}}
        - {name: joined, in: query, allowReserved: true, explode: false, schema: {type: array, items: {type: string}}}
        - {name: deep, in: query, allowReserved: true, style: deepObject, schema: {type: object, properties: {url: {type: string}}}}
        - {name: empty, in: query, allowEmptyValue: true, schema: {type: string}}
        - {name: filter, in: query, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
        - {name: plain, in: query, content: {text/plain: {schema: {type: string}}}}
        - {name: X-Filter, in: header, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
        - {name: filters, in: cookie, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
  /whole:
    get:
      tags: [more]
      operationId: whole
      parameters:
        - name: criteria
          in: querystring
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {word: {type: string}, tags: {type: array, items: {type: string}}}}
  /selector:
    get:
      tags: [more]
      operationId: selector
      parameters:
        - {name: selector, in: querystring, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
  /path:
    get:
      tags: [more]
      operationId: path
      parameters:
        - {name: selector, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}
""")


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"path": "/a/b?c=d:e"}, "path=/a/b?c=d:e"),
        ({"path": "a&b#c+d[e] %2F%zz"}, "path=a%26b%23c%2Bd%5Be%5D%20%2F%25zz"),
        ({"paths": ["/a", "/b"]}, "paths=/a&paths=/b"),
        ({"paths": "/a"}, "paths=/a"),
        ({"joined": ["/a", "/b,c"]}, "joined=/a,/b,c"),
        ({"deep": {"url": "https://a.example/b"}}, "deep%5Burl%5D=https://a.example/b"),
        ({"empty": ""}, "empty="),
        ({"filter": [1, 2]}, "filter=%5B1%2C2%5D"),
        ({"filter": []}, "filter=%5B%5D"),
        ({"plain": "a b"}, "plain=a%20b"),
        ({"limit": 0}, "limit=0"),
        ({"page": 2, "id_query": "q"}, "id=q&page=2"),
    ],
    ids=str,
)
def test_more_of_a_query(server: Server, given: dict[str, Any], query: str) -> None:
    assert server.call(make_package(MORE), lambda client: client.more.search("1", **given)).query == query


def test_a_parameter_of_the_operation_replaces_that_of_the_path() -> None:
    documentation = make_package(MORE).Api(base_url="http://127.0.0.1:9").more.search.__doc__
    assert "Of the operation." in documentation
    assert "Of the path." not in documentation


def test_json_in_a_header_is_ascii(server: Server) -> None:
    sent = server.call(make_package(MORE), lambda client: client.more.search("1", x_filter={"name": "é"}))
    assert sent.request.headers["x-filter"] == '{"name": "\\u00e9"}'


def test_json_in_a_cookie(server: Server) -> None:
    sent = server.call(make_package(MORE), lambda client: client.more.search("1", filters={"name": "a"}))
    assert sent.request.headers["cookie"] == "filters={%22name%22:%22a%22}"


def test_a_whole_query_string(server: Server) -> None:
    sdk = make_package(MORE)
    sent = server.call(sdk, lambda client: client.more.whole(criteria={"word": "a b", "tags": ["x", "y"]}))
    assert sent.query == "word=a%20b&tags=x&tags=y"
    assert server.call(sdk, lambda client: client.more.whole()).query == ""
    assert server.call(sdk, lambda client: client.more.selector(selector={"a": 1})).query == "%7B%22a%22%3A1%7D"
    assert server.call(sdk, lambda client: client.more.path(selector="$.a[0]")).query == "%24.a%5B0%5D"


def test_a_whole_query_string_leaves_room_for_more(server: Server) -> None:
    options = {"additional_query_parameters": {"debug": True}}
    with make_package(MORE).Api(base_url=server.url) as client:
        client.more.path(selector="$.a", request_options=options)
    assert server.requests[0].path == "/path?%24.a&debug=true"


def test_the_asynchronous_client_takes_models_too(server: Server) -> None:
    sdk = make_package(MORE)

    async def call() -> None:
        async with sdk.AsyncApi(base_url=server.url) as client:
            await client.more.whole(criteria={"word": "x"})

    asyncio.run(call())
    assert server.requests[0].path == "/whole?word=x"


CALLED_LIKE_A_HELPER = Spec("""
paths:
  /{label}/{matrix}:
    get:
      tags: [things]
      operationId: get
      parameters:
      - {name: label, in: path, required: true, style: label, schema: {type: string}}
      - {name: matrix, in: path, required: true, style: matrix, schema: {type: string}}
      - {name: pipe_separated, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
      - {name: space_separated, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
      - {name: deep_object, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}
    post:
      tags: [things]
      operationId: post
      parameters:
      - {name: label, in: path, required: true, style: label, schema: {type: string}}
      - {name: matrix, in: path, required: true, style: matrix, schema: {type: string}}
""")


def test_an_argument_may_be_called_like_what_writes_it(server: Server) -> None:
    sdk = make_package(CALLED_LIKE_A_HELPER)
    given: Any = {"pipe_separated": ["c", "d"], "space_separated": ["e"], "deep_object": {"f": "g"}}
    sent = server.call(sdk, lambda client: client.things.get("a", "b", **given))
    assert sent.request.path == "/.a/;matrix=b?pipe_separated=c%7Cd&space_separated=e&deep_object%5Bf%5D=g"
    assert server.call(sdk, lambda client: client.things.post("a", "b")).request.path == "/.a/;matrix=b"
