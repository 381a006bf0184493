"""The parts of the wire suite that judge: made values follow their schemas, and wrong results are found out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from pydantic import BaseModel
from tests.wire import typed
from tests.wire.calls import pascal, snake
from tests.wire.samples import ANY_MODEL, TIME, UNKNOWN_FIELD, UNKNOWN_VALUE, Sample, Sampler
from tests.wire.schemas import Schema, Schemas


def schemas(**components: Schema) -> Schemas:
    return Schemas({"components": {"schemas": components}})


def made(schema: Schema, style: Any = "all", **components: Schema) -> Any:
    return Sampler(schemas(**components), style, "response").sample(schema).value


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 40, "maxLength": 45},
        {"type": "string", "maxLength": 2},
        {"type": "string", "pattern": "^con_[A-Za-z0-9]{16}$"},
        {"type": "string", "pattern": r"^\+[0-9]{1,15}$"},
        {"allOf": [{"type": "string", "pattern": "^a"}, {"pattern": "z$"}]},
        {"type": "integer", "minimum": 10, "maximum": 20},
        {"type": "number", "exclusiveMinimum": 7},
        {"type": "array", "items": {"enum": ["a", "b", "c"]}, "minItems": 3, "uniqueItems": True},
        {"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer"}},
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "maxProperties": 1},
        {"type": ["string", "null"], "enum": ["a"]},
    ],
)
@pytest.mark.parametrize("style", ["all", "required"])
def test_a_sample_follows_its_schema(schema: Schema, style: str) -> None:
    OAS31Validator(schema).validate(made(schema, style))


def test_styles_differ_in_what_is_filled_in() -> None:
    schema = {"properties": {"a": {"enum": ["x", "y"]}, "b": {"type": "integer"}}, "required": ["b"]}

    assert made(schema) == {"a": "x", "b": 1}
    assert made(schema, "required") == {"b": 1}
    assert made(schema, "unknown")["a"] == UNKNOWN_VALUE
    assert UNKNOWN_FIELD in made(schema, "unknown")


def test_all_variants_are_reached_also_the_nested_ones() -> None:
    inner = {"oneOf": [{"const": 1}, {"const": 2}, {"const": 3}]}
    schema = {"oneOf": [{"const": "a"}, {"type": "array", "items": inner}, {"type": ["string", "null"]}]}
    values = [each.value for each in Sampler(schemas(), "all", "response").until_all_variants(schema)]

    for value in ("a", [1], [2], [3], None):
        assert value in values


def test_a_schema_inside_itself_ends() -> None:
    node = {"properties": {"next": {"$ref": "#/components/schemas/Node"}}}

    assert made({"$ref": "#/components/schemas/Node"}, Node=node) == {"next": {}}


@pytest.mark.parametrize(
    ("wire", "python", "type_"),
    [
        ("setFcmv1Provider", "set_fcmv_1_provider", "SetFcmv1Provider"),
        ("x5t#S256", "x_5_t_s_256", "X5TS256"),
        ("ClientAddonAWS", "client_addon_aws", "ClientAddonAws"),
        ("ClientMobileiOS", "client_mobilei_os", "ClientMobileiOs"),
        ("from", "from_", "From"),
    ],
)
def test_names_follow_the_written_rules(wire: str, python: str, type_: str) -> None:
    assert (snake(wire), pascal(wire)) == (python, type_)


class Pet(BaseModel):
    name: Any = None


def found(value: Any, result: Any, kinds: dict[Any, str] | None = None) -> list[str]:
    return list(typed.faults(Sample(value, kinds or {}), result, pascal, lambda at, came: False))


def test_a_right_result_has_no_faults() -> None:
    time = "2024-05-06T07:08:09.120Z"

    assert found({"name": time}, Pet(name=datetime.fromisoformat(time)), {(): "pet", ("name",): TIME}) == []


@pytest.mark.parametrize(
    ("value", "result", "kinds"),
    [
        ({"name": "a"}, {"name": "a"}, {(): "Pet"}),
        ({"name": "a"}, {"name": "a"}, {(): ANY_MODEL}),
        ({"name": "a"}, Pet(name="a"), {(): "Dog"}),
        ({"name": "a"}, Pet(name="b"), {(): "Pet"}),
        ({"name": "a"}, Pet(), {(): "Pet"}),
        ({"name": "a"}, Pet(name="a"), {}),
        ([1], [1, 2], {}),
        (1, "1", {}),
        (True, 1, {}),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z", {(): TIME}),
    ],
    ids=["raw", "raw inline", "class", "value", "lost", "model for map", "length", "text", "boolean", "time as text"],
)
def test_a_wrong_result_is_found_out(value: Any, result: Any, kinds: dict[Any, str]) -> None:
    assert len(found(value, result, kinds)) == 1


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("2024-05-06T07:08:09Z", "2024-05-06T09:08:09.000+02:00", True),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:10Z", False),
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": None}, {}, False),
        ([1, 2], [2, 1], False),
    ],
)
def test_json_is_compared_by_meaning(one: Any, other: Any, equal: bool) -> None:
    assert typed.same(one, other) is equal
