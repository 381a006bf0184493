"""Values within the limits of a document."""

from __future__ import annotations

from typing import Any

import pytest

from sdksmith.model import (
    Alias,
    Array,
    Component,
    Declaration,
    Enum,
    Map,
    Object,
    Primitive,
    Property,
    Reference,
    Union_,
)
from sdksmith.sdk.documentation.conforming import conforming

TEXT = Primitive("string")


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        ("id", {}, "id"),
        ("id", {"minLength": 7}, "id_id_id"),
        ("name", {"maxLength": 2}, "na"),
        ("name", {"pattern": "^simplified/1\\.0$"}, "simplified/1.0"),
        ("device", {"pattern": "^[-A-Fa-f0-9]+$"}, "910b1053-577f-4d81-a8c8-020e7319a38a"),
        ("groups", {"pattern": "^grp_[1-9a-km-z]{14,22}$"}, "grp_11111111111111"),
        ("a", {"pattern": "^[a-z]+$", "minLength": 3}, "aaa"),
        # Engines that go back would not come to an end.
        ("a" * 40, {"pattern": "^(a+)+$"}, "a" * 40),
        ("a", {"pattern": "^[a-z]{1000000000}$"}, "a"),
        ("a", {"minLength": 1000000000}, "a"),
        ("tenant_name", {"pattern": "^[a-z-]+$"}, "tenant-name"),
        ("prefix_template", {"pattern": "^(?!-)(?!.*--)(?:[a-z-]|{org_id})*$", "maxLength": 7}, "prefix"),
        ("endpoint", {"pattern": "^https://.*"}, "https://example.com"),
        ("icon", {"pattern": "^icons/.+$"}, "icons/icon"),
        ("country", {"pattern": "^[A-Z]{2}$"}, "AA"),
        ("a", {"pattern": "^(?<=b)a$"}, "a"),
        (1, {"minimum": 5}, 5),
        (1, {"exclusiveMinimum": 1}, 2),
        (1, {"maximum": 0}, 0),
        (1, {"exclusiveMaximum": 1}, 0),
        (1, {"multipleOf": 15}, 15),
        (1.5, {"minimum": 2.25}, 2.25),
        (True, {"minimum": 5}, True),
        (None, {"minLength": 5}, None),
    ],
)
def test_a_value_keeps_what_limits_say(value: Any, limits: dict[str, Any], expected: Any) -> None:
    assert conforming(value, TEXT, Property("p", TEXT, required=True, constraints=limits), {}) == expected


def test_a_list_has_as_many_items_as_there_must_be() -> None:
    kind = Array(TEXT)
    wanted = Property("p", kind, required=True, constraints={"minItems": 3})
    assert conforming(["a"], kind, wanted, {}) == ["a", "a", "a"]
    unique = Property("p", kind, required=True, constraints={"minItems": 3, "uniqueItems": True})
    assert conforming(["a"], kind, unique, {}) == ["a"]
    many = Property("p", kind, required=True, constraints={"minItems": 1_000_000_000})
    assert len(conforming(["a"], kind, many, {})) == 20


def test_a_list_has_no_more_items_than_there_may_be() -> None:
    assert conforming(["a", "b", "c"], Array(TEXT, {"maxItems": 2}), None, {}) == ["a", "b"]


def test_a_list_of_an_enum_has_no_value_twice() -> None:
    enum = Enum(("E",), Component("E"), TEXT, ("a", "b", "c"))
    kind = Array(Reference(("E",)), {"minItems": 3, "uniqueItems": True})
    assert conforming(["b"], kind, None, {("E",): enum}) == ["b", "a", "c"]


def test_limits_of_items_values_names_and_variants_are_kept() -> None:
    code = Primitive("string", constraints={"pattern": "^[A-Z]{2}$"})
    known: dict[Any, Declaration] = {
        ("Code",): Alias(("Code",), Component("Code"), code),
        ("Either",): Union_(("Either",), Component("Either"), (Primitive("integer", constraints={"minimum": 7}), code)),
    }
    for kind in (code, Reference(("Code",)), Reference(("Either",))):
        assert conforming("code", kind, None, known) == "AA"
        assert conforming(["code"], Array(kind), None, known) == ["AA"]
        assert conforming({"key": "code"}, Map(kind), None, known) == {"key": "AA"}
    assert conforming(1, Reference(("Either",)), None, known) == 7


def test_what_stands_where_a_type_is_used_wins_over_its_own_limits() -> None:
    kind = Primitive("integer", constraints={"minimum": 5})
    assert conforming(1, kind, Property("p", kind, required=True, constraints={"minimum": 9}), {}) == 9


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        ({}, {"minProperties": 2}, {"a": "A", "b": "B"}),
        ({"b": "x"}, {"minProperties": 2}, {"b": "x", "a": "A"}),
        ({}, {}, {"a": "A"}),
        ({}, {"maxProperties": 0}, {}),
        ({"a": "x", "b": "x", "c": "x"}, {"maxProperties": 2}, {"a": "x", "c": "x"}),
        ({}, {"minProperties": 1_000_000_000}, {"a": "A", "b": "B", "c": "C"}),
    ],
)
def test_an_object_has_as_many_properties_as_it_may(
    value: dict[str, Any], limits: dict[str, Any], expected: dict[str, Any]
) -> None:
    entries = tuple(Property(name, TEXT, required=name == "c") for name in "abc")
    declared = Object(("O",), Component("O"), entries, constraints=limits)
    found = conforming(value, Reference(("O",)), None, {("O",): declared}, lambda entry: entry.name.upper())
    assert found == expected


def test_limits_and_names_of_what_is_extended_count() -> None:
    base = Object(("B",), Component("B"), (), undescribed=("owner",), constraints={"maxProperties": 1})
    declared = Object(("O",), Component("O"), (Property("a", TEXT, required=False),), bases=(("B",),))
    known: dict[Any, Declaration] = {("B",): base, ("O",): declared}
    assert conforming({}, Reference(("O",)), None, known) == {"owner": "owner"}


def test_a_map_has_as_many_entries_as_it_may() -> None:
    assert conforming({"key": "a"}, Map(TEXT, {"maxProperties": 0}), None, {}) == {}
    found = conforming({"key": "a"}, Map(TEXT, {"minProperties": 3}), None, {})
    assert found == {"key": "a", "key_2": "a", "key_3": "a"}


def test_objects_that_must_have_themselves_in_them_end() -> None:
    itself = Property("itself", Reference(("O",)), required=False)
    declared = Object(("O",), Component("O"), (itself,), constraints={"minProperties": 1})
    found = conforming({}, Reference(("O",)), None, {("O",): declared}, lambda entry: {})
    assert found["itself"]["itself"]
