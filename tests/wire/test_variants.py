"""Answers that are unions: a field of fixed values tells which variant came, though enums are open."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

#: Two variants of the same shape; only the enum of ``kind`` tells them apart.
TEXT = """
paths:
  /pet:
    get:
      x-operation-group: pet
      x-operation-name: find
      responses:
        "200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
schemas:
  Pet:
    oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]
  Dog:
    type: object
    required: [kind]
    properties: {kind: {type: string, enum: DOGS}, home: {$ref: "#/components/schemas/Home"}}
  Cat:
    type: object
    required: [kind]
    properties: {kind: {type: string, enum: CATS}, home: {$ref: "#/components/schemas/Home"}}
  Home:
    type: object
    properties: {street: {type: string}}
"""
ONE_VALUE = Spec(TEXT.replace("DOGS", "[dog]").replace("CATS", "[cat]"))
MANY_VALUES = Spec(TEXT.replace("DOGS", "[dog, wolf]").replace("CATS", "[cat, lion]"))


def pet(spec: Spec, answer: dict[str, Any]) -> Any:
    """Return what a client makes of an answer."""
    package = make_package(spec)
    with Server() as server, package.Api(base_url=server.url) as client:
        server.answer(200, answer)
        return client.pet.find()


@pytest.mark.parametrize(("kind", "name"), [("dog", "Dog"), ("cat", "Cat")])
def test_an_enum_of_one_value_tells_the_variant(kind: str, name: str) -> None:
    result = pet(ONE_VALUE, {"kind": kind, "home": {"street": "A"}})

    assert type(result).__name__ == name
    assert type(result.home).__name__ == "Home"


@pytest.mark.parametrize(("kind", "name"), [("wolf", "Dog"), ("lion", "Cat")])
def test_enums_of_several_values_tell_the_variant(kind: str, name: str) -> None:
    result = pet(MANY_VALUES, {"kind": kind, "home": {"street": "A"}})

    assert type(result).__name__ == name


def test_an_unknown_value_of_such_an_enum_leaves_the_answer_as_it_came() -> None:
    answer = {"kind": "fish", "home": {"street": "A"}}

    assert pet(ONE_VALUE, answer) == answer


def test_a_variant_with_a_value_that_nobody_knows_can_be_made_by_hand() -> None:
    dog = make_package(ONE_VALUE).Dog(kind="fox")

    assert json.loads(dog.model_dump_json()) == {"kind": "fox"}
