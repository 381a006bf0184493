"""Discriminated unions: a class for each tag."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package, write_package

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


SCALARS = Spec(
    """
openapi: 3.1.0
schemas:
  Numeric:
    oneOf: [{$ref: "#/components/schemas/V1"}, {$ref: "#/components/schemas/V2"}]
    discriminator: {propertyName: version, mapping: {"1": "#/components/schemas/V1", "2": "#/components/schemas/V2"}}
  V1: {type: object, required: [version], properties: {version: {type: integer, enum: [1]}, a: {type: string}}}
  V2: {type: object, required: [version], properties: {version: {$ref: "#/components/schemas/Two"}, b: {type: string}}}
  Two: {type: integer, const: 2}
  Flag:
    oneOf: [{$ref: "#/components/schemas/Lit"}, {$ref: "#/components/schemas/Unlit"}]
    discriminator: {propertyName: lit, mapping: {"true": "#/components/schemas/Lit", "false": "#/components/schemas/Unlit"}}
  Lit: {type: object, required: [lit], properties: {lit: {type: boolean}, watts: {type: integer}}}
  Unlit: {type: object, required: [lit], properties: {lit: {type: [boolean, "null"]}, since: {type: string}}}
  Mixed:
    oneOf: [{$ref: "#/components/schemas/Bright"}, {$ref: "#/components/schemas/V1"}]
    discriminator: {propertyName: version, mapping: {"true": "#/components/schemas/Bright", "1": "#/components/schemas/V1"}}
  Bright: {type: object, required: [version, z], properties: {version: {type: boolean, const: true}, z: {type: string}}}
  Written:
    oneOf: [{$ref: "#/components/schemas/Whole"}, {$ref: "#/components/schemas/Half"}]
    discriminator: {propertyName: n, mapping: {one: "#/components/schemas/Whole", "0.5": "#/components/schemas/Half"}}
  Whole: {type: object, required: [n, w], properties: {n: {type: number}, w: {type: string}}}
  Half: {type: object, required: [n, h], properties: {n: {type: number}, h: {type: string}}}
  Base:
    type: object
    required: [level]
    properties: {level: {type: integer}}
    discriminator: {propertyName: level, mapping: {"1": "#/components/schemas/First", "2": "#/components/schemas/Second"}}
  First: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {one: {type: string}}}]}
  Second: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {two: {type: string}}}]}
  Box:
    type: object
    properties:
      numeric: {$ref: "#/components/schemas/Numeric"}
      flag: {$ref: "#/components/schemas/Flag"}
      mixed: {$ref: "#/components/schemas/Mixed"}
      written: {$ref: "#/components/schemas/Written"}
      base: {$ref: "#/components/schemas/Base"}
paths:
  /n:
    post:
      operationId: send
      tags: [n]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Numeric"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Numeric"}}}}
    put:
      operationId: toggle
      tags: [n]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Flag"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Flag"}}}}
    patch:
      operationId: both
      tags: [n]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Box"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Box"}}}}}
""",
    tests=True,
)
SCALARS.use = """
from __future__ import annotations

from {package} import Api, Flag_False, Numeric_1, Numeric_2, V1


def use(client: Api) -> str:
    got = client.n.send(request={{"version": 1, "a": "x"}})
    client.n.send(request=Numeric_2(b="x"))
    client.n.send(request=V1(version=1))
    client.n.toggle(request={{"lit": True, "watts": 3}})
    client.n.toggle(request=Flag_False(since="today"))
    if isinstance(got, Numeric_1):
        version: int = got.version
        return f"{{version}}{{got.a}}"
    return got.b or ""
"""


@pytest.fixture
def scalars() -> Any:
    return make_package(SCALARS)


@pytest.mark.parametrize(
    ("property_", "value", "name"),
    [
        ("numeric", {"version": 1, "a": "x"}, "Numeric_1"),
        ("numeric", {"version": 2, "b": "x"}, "Numeric_2"),
        ("flag", {"lit": True, "watts": 3}, "Flag_True"),
        ("flag", {"lit": False, "since": "x"}, "Flag_False"),
        ("mixed", {"version": True, "z": "x"}, "Bright"),
        ("mixed", {"version": 1, "a": "x"}, "V1"),
        ("written", {"n": 0.5, "h": "x"}, "Half"),
        ("base", {"level": 2, "two": "x"}, "Second"),
        ("base", {"level": 3}, "Base"),
    ],
)
def test_tags_have_the_json_type_of_their_property(
    scalars: Any, server: Server, property_: str, value: Any, name: str
) -> None:
    drift: list[Any] = []
    server.answer(body={property_: value})
    options = {"on_drift": lambda event: drift.append(event), "strict_responses": True}
    box = server.call(scalars, lambda client: client.n.both(), **options).result
    assert type(getattr(box, property_)) is getattr(scalars, name)
    assert box.model_dump() == {property_: value}
    assert drift == []


@pytest.mark.parametrize(("property_", "value"), [("numeric", {"version": "1", "a": "x"}), ("flag", {"lit": "true"})])
def test_a_tag_of_another_type_is_no_tag(scalars: Any, server: Server, property_: str, value: Any) -> None:
    server.answer(body={property_: value})
    box = server.call(scalars, lambda client: client.n.both()).result
    assert type(getattr(box, property_)) is dict
    assert json.dumps(box.model_dump()) == json.dumps({property_: value})


def test_a_sub_type_is_not_told_by_a_tag_of_another_type(scalars: Any, server: Server) -> None:
    server.answer(body={"base": {"level": True}})
    assert type(server.call(scalars, lambda client: client.n.both()).result.base) is scalars.Base


def test_the_tag_is_sent_in_its_json_type(scalars: Any, server: Server) -> None:
    assert server.call(scalars, lambda client: client.n.send(request=scalars.Numeric_1(a="x"))).json == {
        "version": 1,
        "a": "x",
    }
    sent = server.call(scalars, lambda client: client.n.toggle(request=scalars.Flag_False())).json
    assert sent == {"lit": False}
    assert sent["lit"] is False
    box = scalars.Box(numeric=scalars.V1(version=1, a="x"), flag={"lit": True})
    assert type(box.numeric) is scalars.Numeric_1
    assert type(box.flag) is scalars.Flag_True


def test_the_tests_of_the_library_make_such_calls(tmp_path: Path) -> None:
    write_package(SCALARS, tmp_path)
    project = tmp_path / SCALARS.package
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "."]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    text = (project / "tests" / "test_n.py").read_text()
    assert 'json={"version": 1, "a": "a"}' in text
    assert "types.Numeric_1(" in text
