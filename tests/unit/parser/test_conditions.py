"""Branches of conditions: what they limit is left to the server, what they add is an optional field."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_schemas, ref, reference

from sdksmith.model import Nullable, Primitive, Union_

STRING, INTEGER = Primitive("string"), Primitive("integer")
KIND = {"properties": {"kind": {"type": "string"}}}
IF = {"properties": {"kind": {"const": "a"}}}
ADDS = {"properties": {"more": {"type": "integer"}}, "required": ["more"]}


@pytest.mark.parametrize(
    "condition",
    [
        {"if": IF, "then": ADDS},
        {"if": IF, "then": {"required": ["kind"]}, "else": ADDS},
        {"if": IF, "then": {}, "else": {"if": IF, "then": ADDS}},
        {"if": IF, "then": {"allOf": [ADDS]}},
        {"if": IF, "then": {"oneOf": [ADDS, {"properties": {"more": {"type": "integer", "minimum": 3}}}]}},
        {"if": IF, "then": ref("More")},
        {"dependentSchemas": {"kind": ADDS}},
        {"dependencies": {"kind": ADDS, "other": ["kind"]}},
        {"allOf": [{"if": IF, "then": ADDS}, {"if": IF, "else": ADDS}]},
    ],
)
@pytest.mark.parametrize("base", [{"type": "object", **KIND}, {"allOf": [ref("Base")]}, {"allOf": [KIND]}])
def test_a_property_of_a_branch_alone_is_an_optional_field(base: dict[str, Any], condition: dict[str, Any]) -> None:
    members = [*base.get("allOf", ()), *condition.get("allOf", ())]
    schema = {**base, **condition, **({"allOf": members} if members else {})}
    parsed = parse_schemas(Thing=schema, Base={"type": "object", **KIND}, More=ADDS)
    found = {entry.name: entry for entry in parsed.object("Thing").properties}
    assert found["more"].type == INTEGER
    assert not found["more"].required
    assert parsed.ledger.degraded() == []


def test_what_a_branch_says_of_a_known_property_only_limits_it() -> None:
    narrowed = {"properties": {"kind": {"enum": ["a", "b"]}}, "required": ["kind"]}
    plain = {"type": "object", **KIND}
    parsed = parse_schemas(
        Thing={**plain, "if": IF, "then": narrowed}, Child={"allOf": [ref("Thing")], "if": IF, "then": narrowed}
    )
    assert parsed.types("Thing") == {"kind": STRING}
    assert not parsed.object("Thing").properties[0].required
    assert parsed.alias("Child") == reference("Thing")
    assert len(parsed.api.declarations) == 2
    assert parsed.ledger.degraded() == []


def test_a_property_of_several_branches_may_be_what_any_of_them_says() -> None:
    text, nullable = {"properties": {"more": {"type": "string"}}}, {
        "properties": {"more": {"type": ["integer", "null"]}}
    }
    parsed = parse_schemas(
        Thing={"type": "object", **KIND, "if": IF, "then": ADDS, "else": text},
        Null={"type": "object", **KIND, "if": IF, "then": text, "else": nullable},
    )
    union = parsed.follow(parsed.types("Thing")["more"])
    assert isinstance(union, Union_)
    assert union.variants == (INTEGER, STRING)
    assert isinstance(parsed.types("Null")["more"], Nullable)


def test_branches_make_an_object_of_one_that_names_no_properties() -> None:
    assert parse_schemas(Thing={"type": "object", "if": IF, "then": ADDS}).types("Thing") == {"more": INTEGER}


def test_a_branch_without_a_condition_says_nothing() -> None:
    assert parse_schemas(Thing={"type": "object", **KIND, "then": ADDS}).types("Thing") == {"kind": STRING}


@pytest.mark.parametrize("base", [{"oneOf": [ref("A"), ref("B")]}, {}])
def test_beside_what_is_no_object_the_properties_of_branches_are_degraded(base: dict[str, Any]) -> None:
    other = {"type": "object", "properties": {"b": {"type": "string"}}}
    parsed = parse_schemas(A={"type": "object", **KIND}, B=other, Thing={**base, "if": IF, "then": ADDS})
    (reason,) = parsed.reasons("then")
    assert "no object" in reason


def test_a_branch_that_leads_back_to_its_schema_ends() -> None:
    parsed = parse_schemas(Thing={"type": "object", **KIND, "if": IF, "then": {"allOf": [ref("Thing"), ADDS]}})
    assert parsed.types("Thing") == {"kind": STRING, "more": INTEGER}
