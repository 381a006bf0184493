"""Constructs that broke other generators: every type of them is built, encoded and decoded.

``test_types.py`` holds what is generated of them against the type checkers.
"""

from __future__ import annotations

import inspect
import json
import typing
from importlib import import_module
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

SCHEMAS = Spec(r"""
schemas:
  Control: {type: string, pattern: "a\u0001b\"\\n'''"}
  BoolEnum: {type: boolean, enum: [true]}
  NullEnum: {enum: [a, b, null]}
  UntypedEnum: {enum: [1, two, true, {a: 1}, null]}
  IntEnum: {type: integer, enum: [1, 2]}
  Regex: {type: object, properties: {a: {type: string, pattern: '[\w-\.]+', default: 5}, plain: {$ref: "#/components/schemas/Control"}}}
  ScalarBase: {type: string, format: uuid}
  AllOfScalar: {allOf: [{$ref: "#/components/schemas/ScalarBase"}, {description: more, maxLength: 5}]}
  Holder: {type: object, required: [id, e, n], properties: {id: {$ref: "#/components/schemas/AllOfScalar"}, b: {$ref: "#/components/schemas/BoolEnum"}, e: {$ref: "#/components/schemas/NullEnum"}, u: {$ref: "#/components/schemas/UntypedEnum"}, n: {$ref: "#/components/schemas/IntEnum"}}}
  FooBar: {type: object, properties: {a: {type: integer}}}
  Foo: {type: object, properties: {bar: {type: object, properties: {b: {type: integer}}}, Bar: {type: object, properties: {c: {type: integer}}}}}
  Tuple: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
  Point: {type: array, prefixItems: [{type: number}, {type: number}], items: false}
  Line: {type: object, properties: {from: {$ref: "#/components/schemas/Point"}, t: {$ref: "#/components/schemas/Tuple"}}}
  Patterns: {type: object, patternProperties: {"^x-": {type: integer}}, additionalProperties: false}
  Patterned: {type: object, properties: {a: {type: string}}, patternProperties: {"^x-": {type: integer}}}
  Constants: {type: object, properties: {s: {const: "a\"b"}, i: {const: 1}, f: {const: 1.5}, n: {const: null}, o: {const: {a: 1}}, l: {const: [1]}, b: {const: false}}}
  Anchored: {type: object, properties: {a: {$ref: "#/components/schemas/Defs/$defs/inner"}, b: {$ref: "#thing"}}}
  Defs: {type: object, properties: {x: {$ref: "#/components/schemas/Defs/$defs/inner"}}, $defs: {inner: {type: object, properties: {y: {type: integer}}}, named: {$anchor: thing, type: object, properties: {z: {type: integer}}}}}
  Encoded: {type: object, properties: {d: {type: string, contentEncoding: base64}}}
  WithId: {$id: "https://example.com/with-id", type: object, properties: {v: {$ref: "#/$defs/v"}}, $defs: {v: {type: object, properties: {w: {type: integer}}}}}
  UsesId: {type: object, properties: {v: {$ref: "https://example.com/with-id"}}}
  Tree: {$dynamicAnchor: node, type: object, properties: {children: {type: array, items: {$dynamicRef: "#node"}}}}
  StrictTree: {$dynamicAnchor: node, allOf: [{$ref: "#/components/schemas/Tree"}], properties: {extra: {type: string}}}
  Conditional: {type: object, properties: {k: {type: string}}, if: {properties: {k: {const: a}}}, then: {required: [k]}, else: {properties: {z: {type: string}}}, not: {required: [q]}, dependentRequired: {k: [z]}, dependentSchemas: {k: {properties: {dep: {type: string}}}}, propertyNames: {pattern: "^[a-z]+$"}, unevaluatedProperties: false, minProperties: 1}
  Contains: {type: array, contains: {type: integer}, minContains: 1, maxContains: 3, items: {type: integer}, unevaluatedItems: false}
  Recursive: {allOf: [{type: object, properties: {self: {$ref: "#/components/schemas/Recursive"}}}, {type: object, properties: {more: {type: array, items: {$ref: "#/components/schemas/Recursive"}}}}]}
  Deep: {allOf: [{allOf: [{allOf: [{$ref: "#/components/schemas/FooBar"}, {properties: {d: {type: string}}}]}, {properties: {e: {type: string}}}]}]}
  Types: {type: [string, integer, "null"]}
  ObjectOrString: {type: [object, string], properties: {a: {type: integer}}}
  Base64: {type: object, properties: {d: {type: string, contentEncoding: base64, contentMediaType: image/png}, j: {type: string, contentMediaType: application/json, contentSchema: {type: object}}, u: {contentMediaType: image/png}}}
  Account: {type: object, required: [id, password, name], properties: {id: {type: string, readOnly: true}, password: {type: string, writeOnly: true}, name: {type: string}}}
  Cat: {type: object, required: [kind, m], properties: {kind: {type: string}, m: {type: integer}}}
  Dog: {type: object, required: [kind, w], properties: {kind: {type: string}, w: {type: integer}}}
  Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind}}
  PetNamed: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}
  PetRef: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {c: "#/components/schemas/Cat", d: "#/components/schemas/Dog"}}}
  PetBase: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {bird: "#/components/schemas/Bird"}}}
  Bird: {allOf: [{$ref: "#/components/schemas/PetBase"}, {properties: {wings: {type: integer}}}]}
  Untagged: {oneOf: [{type: object, required: [a], properties: {a: {type: integer}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}
  Siblings: {type: object, properties: {p: {$ref: "#/components/schemas/FooBar", description: Beside., deprecated: true, default: {a: 1}}}}
  Nothing: false
  Everything: true
  RefRef: {$ref: "#/components/schemas/RefTwo"}
  RefTwo: {$ref: "#/components/schemas/FooBar"}
  Deepref: {type: object, properties: {p: {$ref: "#/components/schemas/Foo/properties/bar"}, q: {$ref: "#/paths/~1things~1%7Bid%7D/get/responses/200/content/application~1json/schema"}}}
  OneAny: {oneOf: [{type: string}, {type: integer}], anyOf: [{minLength: 1}]}
  BigInt: {type: integer, format: int64, minimum: -9223372036854775808}
  ArrayNoItems: {type: array}
  Weird: {type: [array, object, "null"], items: {type: string}}
  Decimal: {type: [string, number], format: decimal}
  ListOfLists: {type: array, items: {type: array, items: {type: array, items: {type: integer}}}}
  NestedAnyOf: {anyOf: [{anyOf: [{type: string}, {type: "null"}]}, {type: integer}]}
paths:
  /things/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {deep: {type: integer}}}}}}}
""")


#: Schema -> answers that follow it. What is not JSON in the name of a type is what the document calls it.
SAMPLES: dict[str, list[Any]] = {
    "Control": ["a"],
    "BoolEnum": [True],
    "NullEnum": ["a", "b"],
    "UntypedEnum": [1, "two", True, {"a": 1}],
    "IntEnum": [1, 2, 3],
    "Regex": [{"a": "x", "plain": "y"}, {}],
    "AllOfScalar": ["00000000-0000-0000-0000-000000000000"],
    "Holder": [{"id": "x", "b": False, "e": None, "u": None, "n": 0}],
    "Foo": [{"bar": {"b": 0}, "Bar": {"c": 0}}],
    "Tuple": [["a", 1], [], ["a", 1, "b"]],
    "Point": [[1.5, -2.0]],
    "Line": [{"from": [0.0, 1.0], "t": ["a", 0]}],
    "Patterns": [{"x-a": 0}, {}],
    "Patterned": [{"a": "", "x-b": 1}],
    "Constants": [{"s": 'a"b', "i": 1, "f": 1.5, "n": None, "o": {"a": 1}, "l": [1], "b": False}],
    "Anchored": [{"a": {"y": 0}, "b": {"z": 0}}],
    "Defs": [{"x": {"y": 1}}],
    "WithId": [{"v": {"w": 1}}],
    "UsesId": [{"v": {"v": {"w": 0}}}],
    "Tree": [{"children": [{"children": []}, {}]}],
    "StrictTree": [{"extra": "", "children": [{}]}],
    "Conditional": [{"k": "a", "z": "b", "dep": ""}],
    "Contains": [[0]],
    "Recursive": [{"self": {"more": [{}]}}],
    "Deep": [{"a": 0, "d": "", "e": "x"}],
    "Types": ["a", 0],
    "ObjectOrString": ["a", {"a": 0}],
    "Base64": [{"d": "AAAA", "j": "{}", "u": "x"}],
    "Account": [{"id": "1", "password": "p", "name": "n"}, {"id": "1", "name": "n"}],
    "Pet": [{"kind": "Cat", "m": 0}, {"kind": "Dog", "w": 0}],
    "PetNamed": [{"kind": "c", "m": 0}, {"kind": "d", "w": 0}],
    "PetRef": [{"kind": "c", "m": 0}, {"kind": "d", "w": 0}],
    "PetBase": [{"kind": "bird", "wings": 2}],
    "Bird": [{"kind": "bird", "wings": 2}],
    "Untagged": [{"a": 0}, {"b": 0}],
    "Siblings": [{"p": {"a": 0}}],
    "Nothing": [None, 0],
    "Everything": [None, {"a": [False]}],
    "RefRef": [{"a": 0}],
    "Deepref": [{"p": {"b": 0}, "q": {"deep": 0}}],
    "OneAny": ["", 0],
    "BigInt": [-(2**63), 2**63 - 1],
    "ArrayNoItems": [[0, "", None]],
    "Weird": [["a"], {"a": 0}],
    "Decimal": ["1.10", 1.5],
    "ListOfLists": [[[[0]], []]],
    "NestedAnyOf": ["", 0],
}
_CASES = [(name, sample) for name, samples in SAMPLES.items() for sample in samples]


@pytest.fixture
def sdk() -> Any:
    package = make_package(SCHEMAS)
    import_module(f"{package.__name__}.core")
    return package


@pytest.mark.parametrize(("name", "sample"), _CASES, ids=[f"{name}-{sample}" for name, sample in _CASES])
def test_an_answer_is_decoded_and_encoded_as_it_was(sdk: Any, name: str, sample: Any) -> None:
    drifts: list[Any] = []
    value = sdk.core.decode(getattr(sdk, name), json.dumps(sample).encode(), drifts.extend)
    assert json.loads(sdk.core.encode_json(value)) == sample
    assert not drifts, "what follows the document is reported as a departure from it"


_OBJECTS = [(name, sample) for name, sample in _CASES if isinstance(sample, dict)]


@pytest.mark.parametrize(("name", "sample"), _OBJECTS, ids=[f"{name}-{sample}" for name, sample in _OBJECTS])
def test_a_model_is_built_by_hand(sdk: Any, name: str, sample: dict[str, Any]) -> None:
    kind = getattr(sdk, name)
    if hasattr(kind, "model_fields"):
        assert json.loads(sdk.core.encode_json(kind(**sample))) == sample


def test_every_schema_has_a_sample() -> None:
    others = {"FooBar", "Cat", "Dog", "ScalarBase", "RefTwo", "Encoded"}
    assert set(SAMPLES) | others == set(SCHEMAS.document["components"]["schemas"])


def test_variants_are_told_by_their_tags_however_the_mapping_is_written(sdk: Any) -> None:
    for union, tag in (("Pet", "Dog"), ("PetNamed", "d"), ("PetRef", "d")):
        value = sdk.core.decode(getattr(sdk, union), json.dumps({"kind": tag, "w": 1}).encode())
        assert (value.kind, value.w) == (tag, 1)
        unknown = {"kind": "fish", "fins": 2}
        assert sdk.core.decode(getattr(sdk, union), json.dumps(unknown).encode()) == unknown


def test_variants_without_a_tag_are_told_by_their_shape(sdk: Any) -> None:
    assert sdk.core.decode(sdk.Untagged, b'{"b": 1}') == sdk.UntaggedB(b=1)


def test_what_the_server_sets_need_not_be_given(sdk: Any) -> None:
    account = sdk.Account(name="n", password="p")
    assert json.loads(sdk.core.encode_json(account)) == {"name": "n", "password": "p"}
    assert sdk.core.decode(sdk.Account, b'{"id": "1", "name": "n"}').id == "1"


def test_references_to_ids_and_anchors_lead_to_the_types_they_name(sdk: Any) -> None:
    anchored = sdk.core.decode(sdk.Anchored, b'{"a": {"y": 1}, "b": {"z": 2}}')
    assert (anchored.a.y, anchored.b.z) == (1, 2)
    assert sdk.core.decode(sdk.UsesId, b'{"v": {"v": {"w": 3}}}').v.v.w == 3


def test_a_deep_reference_is_the_type_of_its_place(sdk: Any) -> None:
    assert type(sdk.core.decode(sdk.Foo, b'{"bar": {"b": 1}}').bar) is type(
        sdk.core.decode(sdk.Deepref, b'{"p": {"b": 1}}').p
    )
    assert hasattr(sdk, "ThingsGetThingsIdResponse")


def test_tuples_and_patterns_are_typed(sdk: Any) -> None:
    assert sdk.Point == typing.List[float]  # noqa: UP006
    assert typing.get_args(sdk.Tuple)[0] == typing.Union[str, int]  # noqa: UP007
    assert sdk.Patterns == typing.Dict[str, int]  # noqa: UP006


def test_names_that_differ_in_case_alone_are_two_fields(sdk: Any) -> None:
    foo = sdk.core.decode(sdk.Foo, b'{"bar": {"b": 1}, "Bar": {"c": 2}}')
    assert foo.bar.b == 1
    assert foo.model_extra == {}


FALSY = Spec("""
paths:
  /things:
    post:
      tags: [things]
      operationId: create
      parameters:
        - {name: flag, in: query, schema: {type: boolean}}
        - {name: count, in: query, schema: {type: integer}}
        - {name: text, in: query, schema: {type: string}}
        - {name: X-Count, in: header, schema: {type: integer}}
      requestBody:
        required: true
        content:
          application/json: &body
            schema:
              type: object
              required: [flag]
              properties:
                flag: {type: boolean, default: "not a boolean"}
                count: {type: integer, default: [1]}
                text: {type: string, default: 5}
                items: {type: array, items: {type: string}}
                map: {type: object, additionalProperties: {type: string}}
                "null": {type: [string, "null"]}
          application/x-www-form-urlencoded: *body
""")


def test_false_zero_and_empty_are_sent(server: Server) -> None:
    body = {"flag": False, "count": 0, "text": "", "items": [], "map": {}}
    given = {**{f"{name}_body" if name in ("flag", "count", "text") else name: value for name, value in body.items()}}
    sent = server.call(
        make_package(FALSY),
        lambda client: client.things.create(flag=False, count=0, text="", x_count=0, null=None, **given),
    )
    assert sent.query == "flag=false&count=0&text="
    assert sent.request.headers["x-count"] == "0"
    assert sent.json == {**body, "null": None}


def test_of_json_and_a_form_with_one_schema_json_is_sent_and_there_is_one_method(server: Server) -> None:
    sent = server.call(make_package(FALSY), lambda client: client.things.create(flag_body=True))
    assert (sent.request.headers["content-type"], sent.json) == ("application/json", {"flag": True})


EMPTY = Spec("paths: {}")
SCHEMAS_ONLY = Spec("schemas: {Thing: {type: object, properties: {a: {type: string}}}}")


@pytest.mark.parametrize("spec", [EMPTY, SCHEMAS_ONLY], ids=["nothing", "schemas"])
def test_a_document_without_operations_is_a_package(spec: Spec) -> None:
    sdk = make_package(spec)
    with sdk.Api(base_url="http://127.0.0.1:9"):
        assert sdk.AsyncApi(base_url="http://127.0.0.1:9")


OLD = Spec("""
openapi: 3.0.3
schemas:
  Base: {type: object, properties: {a: {type: string}}}
  Odd:
    type: object
    properties:
      ref: {nullable: true, allOf: [{$ref: "#/components/schemas/Base"}]}
      sibling: {nullable: true, $ref: "#/components/schemas/Base"}
      low: {type: number, minimum: 0, exclusiveMinimum: true}
      kind: {type: string, nullable: true, enum: [a]}
      bytes: {type: string, format: byte}
paths:
  /files:
    post:
      tags: [files]
      operationId: upload
      requestBody:
        content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}}}
""")


def test_oddities_of_3_0(server: Server) -> None:
    sdk = make_package(OLD)
    body = {"ref": None, "sibling": None, "low": 0.5, "kind": None, "bytes": "AAAA"}
    server.answer(body=body)
    result = server.call(sdk, lambda client: client.files.upload(file=b"x")).result
    assert result.model_dump() == body
    assert "More than 0." in inspect.getsource(sdk.Odd)
