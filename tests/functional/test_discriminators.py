"""Discriminated unions: a class for each tag."""

from __future__ import annotations

from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

VEHICLES = Spec("""
schemas:
  Car: {type: object, required: [kind], properties: {kind: {type: string}, doors: {type: integer}}}
  Bike: {type: object, required: [kind], properties: {kind: {type: string}, gears: {type: integer}}}
  Lorry: {type: object, required: [kind], properties: {kind: {const: heavy-lorry}, load: {type: integer}}}
  ByName:
    oneOf: [{$ref: "#/components/schemas/Car"}, {$ref: "#/components/schemas/Bike"}]
    discriminator: {propertyName: kind, mapping: {motor-car: Car, pedalBike: Bike}}
  ByReference:
    oneOf: [{$ref: "#/components/schemas/Car"}, {$ref: "#/components/schemas/Bike"}]
    discriminator:
      propertyName: kind
      mapping: {car: "#/components/schemas/Car", estate: "#/components/schemas/Car", bike: "#/components/schemas/Bike"}
  Implicit:
    anyOf: [{$ref: "#/components/schemas/Car"}, {$ref: "#/components/schemas/Bike"}]
    discriminator: {propertyName: kind}
  Fixed:
    oneOf: [{$ref: "#/components/schemas/Lorry"}, {$ref: "#/components/schemas/Bike"}]
    discriminator: {propertyName: kind, mapping: {heavy-lorry: "#/components/schemas/Lorry", bike: "#/components/schemas/Bike"}}
  Garage:
    type: object
    properties:
      by_name: {$ref: "#/components/schemas/ByName"}
      by_reference: {$ref: "#/components/schemas/ByReference"}
      implicit: {$ref: "#/components/schemas/Implicit"}
      all: {type: array, items: {$ref: "#/components/schemas/ByReference"}}
      maybe: {oneOf: [{$ref: "#/components/schemas/ByReference"}, {type: "null"}]}
paths:
  /garages:
    get:
      tags: [garages]
      operationId: get
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Garage"}}}}
  /vehicles:
    post:
      tags: [garages]
      operationId: park
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/ByReference"}}}
""")


ONE = Spec("""
schemas:
  Car: {type: object, required: [kind], properties: {kind: {type: string}, doors: {type: integer}}}
  OnlyCars:
    oneOf: [{$ref: "#/components/schemas/Car"}, {$recursiveRef: "#"}]
    discriminator: {propertyName: kind}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(VEHICLES)


def test_a_union_of_one_tagged_variant_is_its_class() -> None:
    # That nothing is imported for a choice that there is not, pyright says (test_types.py).
    package = make_package(ONE)
    assert package.OnlyCars is package.OnlyCars_Car


def _garage(sdk: Any, server: Server, answer: Any) -> Any:
    server.answer(body=answer)
    return server.call(sdk, lambda client: client.garages.get()).result


@pytest.mark.parametrize(
    ("property_", "tag", "name"),
    [
        ("by_name", "motor-car", "ByName_MotorCar"),
        ("by_name", "pedalBike", "ByName_PedalBike"),
        ("by_reference", "car", "ByReference_Car"),
        ("by_reference", "estate", "ByReference_Estate"),
        ("by_reference", "bike", "ByReference_Bike"),
        ("implicit", "Car", "Implicit_Car"),
        ("implicit", "Bike", "Implicit_Bike"),
    ],
)
def test_each_tag_has_a_class_of_the_union_and_the_key(
    sdk: Any, server: Server, property_: str, tag: str, name: str
) -> None:
    garage = _garage(sdk, server, {property_: {"kind": tag}})
    assert type(getattr(garage, property_)) is getattr(sdk, name)


def test_the_class_of_a_tag_has_the_fields_of_its_schema(sdk: Any, server: Server) -> None:
    car = _garage(sdk, server, {"by_reference": {"kind": "estate", "doors": 5}}).by_reference
    assert (car.kind, car.doors) == ("estate", 5)


def test_the_tag_is_fixed_and_need_not_be_given(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.garages.park(request=sdk.ByReference_Estate(doors=5)))
    assert sent.json == {"kind": "estate", "doors": 5}


@pytest.mark.parametrize("value", [{"kind": "boat", "sails": 2}, {"sails": 2}, "boat"])
def test_an_unknown_tag_is_kept_raw(sdk: Any, server: Server, value: Any) -> None:
    garage = _garage(sdk, server, {"by_reference": value, "all": [value, {"kind": "car"}]})
    assert garage.by_reference == value
    assert garage.all[0] == value
    assert type(garage.all[1]) is sdk.ByReference_Car
    assert garage.model_dump() == {"by_reference": value, "all": [value, {"kind": "car"}]}


def test_a_known_tag_with_wrong_fields_keeps_its_class_and_its_values(sdk: Any, server: Server) -> None:
    car = _garage(sdk, server, {"by_reference": {"kind": "car", "doors": "many"}}).by_reference
    assert type(car) is sdk.ByReference_Car
    assert car.model_dump() == {"kind": "car", "doors": "many"}


def test_null_beside_a_discriminated_union_is_null(sdk: Any, server: Server) -> None:
    assert _garage(sdk, server, {"maybe": None}).model_dump() == {"maybe": None}
    assert type(_garage_of(sdk, {"maybe": {"kind": "bike"}}).maybe) is sdk.ByReference_Bike


def _garage_of(sdk: Any, value: Any) -> Any:
    return sdk.Garage.model_validate(value)


def test_the_schemas_themselves_are_not_changed_by_a_union(sdk: Any) -> None:
    assert sdk.Car(kind="anything").kind == "anything"


def test_a_variant_may_fix_its_tag_by_itself_too(sdk: Any) -> None:
    lorry = sdk.Fixed_HeavyLorry(load=3)
    assert lorry.model_dump() == {"kind": "heavy-lorry", "load": 3}
