"""Unions without a discriminator."""

from __future__ import annotations

from typing import Any, Union, get_args, get_origin

import pytest
from tests.functional.support import Server, Spec, make_package

SHAPES = Spec("""
schemas:
  Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
  Square: {type: object, required: [side], properties: {side: {type: number}}}
  Shape: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]}
  AnyShape: {anyOf: [{$ref: "#/components/schemas/Square"}, {$ref: "#/components/schemas/Circle"}]}
  Repeated: {oneOf: [{$ref: "#/components/schemas/Circle"}, {type: string}, {type: string}, {$ref: "#/components/schemas/Circle"}]}
  CircleOrAnything: {oneOf: [{$ref: "#/components/schemas/Circle"}, {}]}
  Alone: {oneOf: [{$ref: "#/components/schemas/Circle"}]}
  MaybeCircle: {oneOf: [{$ref: "#/components/schemas/Circle"}, {type: "null"}]}
  Scalar: {type: [string, integer]}
  MaybeText: {type: [string, "null"]}
  Drawing:
    type: object
    properties:
      shape: {$ref: "#/components/schemas/Shape"}
      any_shape: {$ref: "#/components/schemas/AnyShape"}
      alone: {$ref: "#/components/schemas/Alone"}
      maybe: {$ref: "#/components/schemas/MaybeCircle"}
      scalar: {$ref: "#/components/schemas/Scalar"}
      text: {$ref: "#/components/schemas/MaybeText"}
      several: {type: array, items: {$ref: "#/components/schemas/Shape"}}
      named: {type: object, additionalProperties: {$ref: "#/components/schemas/Shape"}}
      label: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
paths:
  /drawings:
    get:
      tags: [drawings]
      operationId: get
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Drawing"}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(SHAPES)


def _drawing(sdk: Any, server: Server, answer: Any) -> Any:
    server.answer(body=answer)
    return server.call(sdk, lambda client: client.drawings.get()).result


@pytest.mark.parametrize("property_", ["shape", "any_shape"])
def test_the_variant_that_fits_is_taken(sdk: Any, server: Server, property_: str) -> None:
    drawing = _drawing(sdk, server, {property_: {"side": 2.0}})
    assert getattr(drawing, property_) == sdk.Square(side=2.0)


def test_variants_are_found_inside_arrays_and_maps(sdk: Any, server: Server) -> None:
    drawing = _drawing(sdk, server, {"several": [{"side": 1}, {"radius": 1}], "named": {"a": {"radius": 3}}})
    assert [type(shape) for shape in drawing.several] == [sdk.Square, sdk.Circle]
    assert type(drawing.named["a"]) is sdk.Circle


@pytest.mark.parametrize("value", [{"edges": 5}, "text", 3, ["a"]])
def test_an_unknown_variant_is_kept_as_it_came(sdk: Any, server: Server, value: Any) -> None:
    drawing = _drawing(sdk, server, {"shape": value, "alone": {"radius": 1}})
    assert drawing.shape == value
    assert drawing.alone == sdk.Circle(radius=1)
    assert drawing.model_dump() == {"shape": value, "alone": {"radius": 1}}


def test_variants_keep_their_order(sdk: Any) -> None:
    assert get_args(sdk.Shape) == (sdk.Circle, sdk.Square)
    assert get_args(sdk.AnyShape) == (sdk.Square, sdk.Circle)


def test_duplicate_variants_are_removed(sdk: Any) -> None:
    assert get_args(sdk.Repeated) == (sdk.Circle, str)


def test_a_union_of_one_is_that_variant(sdk: Any) -> None:
    assert sdk.Alone is sdk.Circle


def test_null_as_a_variant_makes_the_others_optional(sdk: Any, server: Server) -> None:
    assert _drawing(sdk, server, {"maybe": None}).model_dump() == {"maybe": None}
    assert sdk.Drawing(maybe={"radius": 1}).maybe == sdk.Circle(radius=1)


def test_a_list_of_types_is_a_union(sdk: Any) -> None:
    assert get_origin(sdk.Scalar) is Union
    assert get_args(sdk.Scalar) == (str, int)


@pytest.mark.parametrize("value", ["text", 4])
def test_a_scalar_keeps_its_type_through_a_union(sdk: Any, server: Server, value: Any) -> None:
    drawing = _drawing(sdk, server, {"scalar": value})
    assert drawing.scalar == value
    assert type(drawing.scalar) is type(value)


@pytest.mark.parametrize("value", ["text", ["a", "b"]])
def test_an_inline_union_takes_each_of_its_variants(sdk: Any, server: Server, value: Any) -> None:
    assert _drawing(sdk, server, {"label": value}).label == value


def test_a_union_with_anything_is_anything() -> None:
    # pyright holds the module against imports that nothing uses (test_types.py).
    assert make_package(SHAPES).types.CircleOrAnything is Any


OPTIONAL_TAGS = Spec("""
schemas:
  Rate: {type: object, properties: {type: {type: string, enum: [pcm]}, rate: {type: integer}}}
  Law: {type: object, properties: {type: {type: string, enum: [pcmu, pcma]}, name: {type: string}}}
  Sound: {anyOf: [{$ref: "#/components/schemas/Rate"}, {$ref: "#/components/schemas/Law"}]}
paths:
  /sounds:
    get:
      tags: [sounds]
      operationId: list
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Sound"}}}}
""")


def test_a_tag_that_may_be_left_out_tells_a_variant_where_it_is_there(server: Server) -> None:
    sdk = make_package(OPTIONAL_TAGS)
    drifts: list[Any] = []
    server.answer(body=[{"type": "pcma"}, {"type": "pcm"}, {"rate": 8}, {"name": "a"}])
    with sdk.Api(base_url=server.url, on_drift=lambda _, found: drifts.extend(found)) as client:
        sounds = client.sounds.list()
    assert [type(sound) for sound in sounds] == [sdk.Law, sdk.Rate, sdk.Rate, sdk.Law]
    assert drifts == []
