"""Enums are open, constants are literals."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from tests.functional.support import Spec, make_package

TRAFFIC = Spec("""
schemas:
  Colour: {type: string, enum: [red, green, "light-green", ""]}
  Light:
    type: object
    properties:
      colour: {$ref: "#/components/schemas/Colour"}
      colours: {type: array, items: {$ref: "#/components/schemas/Colour"}}
      shape: {type: string, enum: [round, arrow]}
      maybe: {type: [string, "null"], enum: [a, b, null]}
      level: {type: integer, enum: [1, 2]}
      lit: {type: boolean, enum: [true]}
      kind: {const: light}
      number: {const: 7}
      flag: {const: true}
      nothing: {const: null}
      single: {type: string, enum: [only]}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(TRAFFIC)


def _literal_values(annotation: Any) -> set[Any]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {value for part in get_args(annotation) for value in _literal_values(part)}


def test_an_enum_names_its_values(sdk: Any) -> None:
    assert _literal_values(sdk.Colour) == {"red", "green", "light-green", ""}


@pytest.mark.parametrize("value", ["red", "ultraviolet", ""])
def test_an_enum_keeps_known_and_unknown_values(sdk: Any, value: str) -> None:
    light = sdk.Light.model_validate_json(f'{{"colour": "{value}", "colours": ["{value}"]}}')
    assert (light.colour, light.colours) == (value, [value])
    assert light.model_dump() == {"colour": value, "colours": [value]}


def test_an_inline_enum_is_named_by_where_it_stands(sdk: Any) -> None:
    assert _literal_values(sdk.LightShape) == {"round", "arrow"}


def test_a_nullable_enum_takes_null(sdk: Any) -> None:
    assert sdk.Light.model_validate_json('{"maybe": null}').model_dump() == {"maybe": None}
    assert _literal_values(sdk.LightMaybe) == {"a", "b"}


def test_integer_and_boolean_enums_are_plain(sdk: Any) -> None:
    hints = get_type_hints(sdk.Light)
    assert set(get_args(hints["level"])) == {int, type(None)}
    assert set(get_args(hints["lit"])) == {bool, type(None)}


def test_a_constant_is_a_literal_of_one_value(sdk: Any) -> None:
    hints = get_type_hints(sdk.Light)
    assert _literal_values(hints["kind"]) == {"light"}
    assert _literal_values(hints["number"]) == {7}
    assert _literal_values(hints["flag"]) == {True}


def test_a_constant_null_takes_null_alone(sdk: Any) -> None:
    assert sdk.Light(nothing=None).model_dump() == {"nothing": None}
