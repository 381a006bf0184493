"""allOf: inheritance where that is what it says, one flat type where it is not."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest
from tests.functional.support import Spec, make_package

ANIMALS = Spec("""
schemas:
  Named: {type: object, required: [name], properties: {name: {type: string}}}
  Aged: {type: object, properties: {age: {type: integer}}}
  Dog:
    allOf:
      - {$ref: "#/components/schemas/Named"}
      - {$ref: "#/components/schemas/Aged"}
      - {type: object, required: [breed], properties: {breed: {type: string}}}
  Numbered:
    allOf:
      - {$ref: "#/components/schemas/Named"}
      - {type: object, properties: {name: {type: integer}}}
  Stricter:
    allOf:
      - {$ref: "#/components/schemas/Aged"}
      - {required: [age]}
  Parts:
    allOf:
      - {type: object, properties: {first: {type: string}}}
      - {type: object, required: [second], properties: {second: {type: integer}}}
  Name: {type: string}
  Short: {allOf: [{$ref: "#/components/schemas/Name"}, {maxLength: 5}]}
  Colour: {type: string, enum: [red, green]}
  Owner:
    type: object
    properties:
      dog: {allOf: [{$ref: "#/components/schemas/Dog"}], description: The dog.}
      dogs: {type: array, maxItems: 3, items: {$ref: "#/components/schemas/Dog", description: One.}}
      colour: {allOf: [{$ref: "#/components/schemas/Colour"}], default: red}
      maybe: {allOf: [{$ref: "#/components/schemas/Dog"}], type: [object, "null"]}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(ANIMALS)


def test_references_are_base_classes(sdk: Any) -> None:
    assert sdk.Dog.__bases__ == (sdk.Named, sdk.Aged)


def test_inherited_and_own_fields_are_all_there(sdk: Any) -> None:
    dog = sdk.Dog(name="Rex", age=3, breed="pug")
    assert dog.model_dump() == {"name": "Rex", "age": 3, "breed": "pug"}


def test_an_override_makes_one_flat_class(sdk: Any) -> None:
    assert not issubclass(sdk.Numbered, sdk.Named)
    assert sdk.Numbered(name=3).name == 3


def test_requiring_an_inherited_property_makes_it_required(sdk: Any) -> None:
    assert not issubclass(sdk.Stricter, sdk.Aged)
    assert sdk.Stricter.model_fields["age"].is_required()
    assert not sdk.Aged.model_fields["age"].is_required()


def test_inline_members_are_one_class(sdk: Any) -> None:
    assert sdk.Parts(second=2).model_dump() == {"second": 2}
    assert list(sdk.Parts.model_fields) == ["first", "second"]


def test_a_scalar_with_constraints_is_the_scalar(sdk: Any) -> None:
    assert sdk.Short is str


@pytest.mark.parametrize(("field", "expected"), [("dog", "Dog"), ("colour", "Colour"), ("maybe", "Dog")])
def test_a_reference_with_siblings_is_the_reference(sdk: Any, field: str, expected: str) -> None:
    named = getattr(sdk, expected)
    parts = get_args(get_type_hints(sdk.Owner)[field])
    # A union inside a union is the same as its parts.
    assert parts == (*(get_args(named) or (named,)), type(None))


def test_items_with_siblings_are_the_reference(sdk: Any) -> None:
    assert type(sdk.Owner(dogs=[{"name": "Rex", "breed": "pug"}]).dogs[0]) is sdk.Dog
