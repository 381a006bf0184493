"""Values within the limits of a document."""

from __future__ import annotations

from typing import Any

import pytest

from sdksmith.model import Array, Primitive, Property
from sdksmith.sdk.documentation.conforming import conforming

TEXT = Primitive("string")


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        ("id", {}, "id"),
        ("id", {"minLength": 7}, "id_id_id"),
        ("name", {"maxLength": 2}, "na"),
        ("name", {"pattern": "^simplified/1\\.0$"}, "simplified/1.0"),
        ("device", {"pattern": "^[-A-Fa-f0-9]+$"}, "A"),
        ("groups", {"pattern": "^grp_[1-9a-km-z]{14,22}$"}, "grp_11111111111111"),
        ("a", {"pattern": "^[a-z]+$", "minLength": 3}, "aaa"),
        # Not run, whatever it would take: it is not one of those that are known to be quick.
        ("a" * 40, {"pattern": "^(a+)+$"}, "a" * 40),
        ("a", {"pattern": "^[a-z]{1000000000}$"}, "a"),
        ("a", {"minLength": 1000000000}, "a"),
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
