"""Tags of the JSON type that their property has."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import designed

from sdksmith.sdk.tags import same_tag


def unions_of(tag: str, schema: Any, **schemas: Any) -> tuple[list[Any], list[str]]:
    """Return the tags of a union of one variant whose tag has a schema, and what the ledger says."""
    variant = {"type": "object", "properties": {"o": {}, **({} if schema is None else {"t": schema})}}
    union = {"oneOf": [ref("V"), ref("W")], "discriminator": {"propertyName": "t", "mapping": {tag: ref("V")["$ref"]}}}
    other = {"type": "object", "properties": {"t": {"type": "string"}}}
    design, parsed = designed({"components": {"schemas": {"U": union, "V": variant, "W": other, **schemas}}})
    tags = [variant.tag for union in design.unions.values() for variant in union.variants if variant.name == tag]
    return tags, [entry.reason for entry in parsed.ledger.degraded() if entry.name == "discriminator"]


@pytest.mark.parametrize(
    ("text", "schema", "tag"),
    [
        ("1", {"type": "integer"}, 1),
        ("-7", {"type": ["integer", "null"]}, -7),
        ("2", {"type": "integer", "enum": [1, 2]}, 2),
        ("2", {"const": 2}, 2),
        ("3", {"type": "number"}, 3),
        ("1", ref("Named"), 1),
        ("true", {"type": "boolean"}, True),
        ("false", {"const": False}, False),
        ("1", {"type": "string"}, "1"),
        ("1", {"const": "1"}, "1"),
        ("true", {"enum": ["true", "other"]}, "true"),
        ("1", {}, "1"),
        ("1", None, "1"),
    ],
)
def test_a_tag_is_of_the_type_of_its_property(text: str, schema: Any, tag: Any) -> None:
    tags, reasons = unions_of(text, schema, Named={"type": "integer"})

    assert [(type(found), found) for found in tags] == [(type(tag), tag)]
    assert reasons == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("one", "integer"),
        ("01", "integer"),
        ("-0", "integer"),
        ("1.5", "number"),
        ("1" * 5_000, "integer"),
        ("\u0661", "integer"),
        ("True", "boolean"),
        ("1", "boolean"),
    ],
)
def test_a_tag_that_no_value_of_the_property_is_tells_nothing(text: str, kind: str) -> None:
    tags, (reason,) = unions_of(text, {"type": kind})

    assert tags == []
    assert "is no value of the property 't' of a variant: the union is told by its shapes" in reason


def test_booleans_beside_numbers_tell_nothing() -> None:
    variants = {
        name: {"type": "object", "properties": {"t": {"type": kind}}}
        for name, kind in (("V", "boolean"), ("W", "integer"))
    }
    mapping = {"true": ref("V")["$ref"], "1": ref("W")["$ref"]}
    union = {"oneOf": [ref("V"), ref("W")], "discriminator": {"propertyName": "t", "mapping": mapping}}
    design, parsed = designed({"components": {"schemas": {"U": union, **variants}}})

    assert design.unions == {}
    assert "some tags are booleans" in parsed.ledger.degraded()[0].reason


def test_sub_types_that_no_value_of_the_tag_tells_are_recorded() -> None:
    base = {
        "type": "object",
        "properties": {"t": {"type": "integer"}},
        "discriminator": {"propertyName": "t", "mapping": {"1": ref("A")["$ref"]}},
    }
    below = {"allOf": [ref("Base"), {"type": "object", "properties": {"x": {}}}]}
    _, parsed = designed({"components": {"schemas": {"Base": base, "A": below, "B": below}}})

    assert [entry.reason for entry in parsed.ledger.degraded() if entry.name == "discriminator"] == [
        "'B' is no value of 't': such values are of this type"
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"), [(1, True, False), (1, 1, True), (1, 1.0, True), ("1", 1, False), (False, 0, False)]
)
def test_true_is_not_1(one: Any, other: Any, *, same: bool) -> None:
    assert same_tag(one, other) is same
