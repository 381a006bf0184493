"""Inline types are named by where they stand."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from tests.functional.support import Spec, make_package

HOUSE = Spec("""
schemas:
  House:
    type: object
    properties:
      state: {type: string, enum: [new, old]}
      front_door: {type: object, properties: {colour: {type: string}}}
      rooms: {type: array, items: {type: object, properties: {kind: {type: string, enum: [bath, bed]}}}}
      floors: {type: object, additionalProperties: {type: object, properties: {height: {type: number}}}}
      heating:
        oneOf:
          - {type: object, properties: {power: {type: integer}, fuel: {type: string, enum: [gas, oil]}, boiler: {type: string}}}
          - {type: object, properties: {power: {type: integer}, source: {type: string}}}
      roof:
        oneOf:
          - {type: object, properties: {slope: {type: integer}}}
          - {type: object, properties: {slope: {type: string}}}
      deep: {type: object, properties: {deeper: {type: object, properties: {deepest: {type: string, enum: [a]}}}}}
  Streets: {type: array, items: {type: object, properties: {name: {type: string}}}}
  Towns: {type: object, additionalProperties: {type: object, properties: {name: {type: string}}}}
  HouseState: {type: object, properties: {name: {type: string}}}
paths:
  /houses:
    post:
      x-operation-group: [city, houses]
      x-operation-name: build
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: array, items: {type: object, properties: {plan: {type: string}}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
    get:
      x-operation-group: [city, houses]
      x-operation-name: list
      parameters:
        - {name: order_by, in: query, schema: {type: string, enum: [age, size]}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(HOUSE)


def _literals(annotation: Any) -> set[Any]:
    return set(get_args(get_args(annotation)[0]))


def test_an_object_in_a_property(sdk: Any) -> None:
    assert list(sdk.HouseFrontDoor.model_fields) == ["colour"]


def test_an_array_item_in_a_property(sdk: Any) -> None:
    assert list(sdk.HouseRoomsItem.model_fields) == ["kind"]


def test_an_enum_in_an_array_item(sdk: Any) -> None:
    assert _literals(sdk.HouseRoomsItemKind) == {"bath", "bed"}


def test_a_map_value_in_a_property(sdk: Any) -> None:
    assert list(sdk.HouseFloorsValue.model_fields) == ["height"]


def test_an_array_item_of_a_component(sdk: Any) -> None:
    assert list(sdk.StreetsItem.model_fields) == ["name"]


def test_a_map_value_of_a_component(sdk: Any) -> None:
    assert list(sdk.TownsValue.model_fields) == ["name"]


def test_a_variant_is_named_by_its_first_property_that_no_sibling_has(sdk: Any) -> None:
    assert get_args(sdk.HouseHeating) == (sdk.HouseHeatingBoiler, sdk.HouseHeatingSource)


def test_variants_with_the_same_properties_are_counted(sdk: Any) -> None:
    assert get_args(sdk.HouseRoof) == (sdk.HouseRoofZero, sdk.HouseRoofOne)


def test_a_property_of_a_variant_is_named_after_the_variant(sdk: Any) -> None:
    assert _literals(sdk.HouseHeatingBoilerFuel) == {"gas", "oil"}


def test_names_grow_with_the_depth(sdk: Any) -> None:
    assert list(sdk.HouseDeepDeeper.model_fields) == ["deepest"]
    assert _literals(sdk.HouseDeepDeeperDeepest) == {"a"}


def test_a_component_keeps_its_name_against_an_inline_type(sdk: Any) -> None:
    assert list(sdk.HouseState.model_fields) == ["name"]
    assert _literals(sdk.HouseStateProperty) == {"new", "old"}


def test_an_inline_body_is_named_by_all_groups_and_the_method(sdk: Any) -> None:
    assert list(sdk.CityHousesBuildRequestItem.model_fields) == ["plan"]


def test_an_inline_response_is_named_by_the_last_group_and_the_method(sdk: Any) -> None:
    assert list(sdk.HousesBuildResponse.model_fields) == ["id"]
    assert list(sdk.HousesListResponseItem.model_fields) == ["id"]


def test_an_inline_parameter_is_named_by_the_last_group_the_method_and_its_name(sdk: Any) -> None:
    assert _literals(sdk.HousesListRequestOrderBy) == {"age", "size"}
