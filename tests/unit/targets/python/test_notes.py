"""What documentation says of limits: short, and in whole words."""

from __future__ import annotations

from typing import Any

import pytest

from sdksmith.model import Primitive, Property
from sdksmith.targets.python.types.notes import property_notes


def notes(**given: Any) -> list[str]:
    return property_notes(Property("p", Primitive("string"), True, **given))


@pytest.mark.parametrize(
    ("constraints", "told"),
    [
        ({"maxLength": 40}, "At most 40 characters."),
        ({"minLength": 1}, "At least 1 character."),
        ({"minLength": 0}, ""),
        ({"minItems": 1}, "At least 1 item."),
        ({"minItems": 2, "maxItems": 2}, "Exactly 2 items."),
        ({"minLength": 1, "maxLength": 1}, "Exactly 1 character."),
        ({"minProperties": 1, "maxProperties": 3}, "1 to 3 entries."),
        ({"minimum": 0, "maximum": 9}, "0 to 9."),
        ({"minimum": 1}, "At least 1."),
        ({"exclusiveMinimum": 0, "exclusiveMaximum": 1.5}, "More than 0; less than 1.5."),
        ({"multipleOf": 5}, "A multiple of 5."),
        ({"uniqueItems": True}, "No item twice."),
        ({"pattern": "^a b$"}, "Matches ^a b$."),
    ],
)
def test_a_limit_is_a_sentence(constraints: dict[str, Any], told: str) -> None:
    assert " ".join(notes(constraints=constraints)) == told


@pytest.mark.parametrize(
    ("default", "told"),
    [
        ((3,), "The server's default is 3."),
        ((False,), "The server's default is false."),
        ((None,), "The server's default is null."),
        (("",), 'The server\'s default is "".'),
        ((), ""),
    ],
)
def test_a_default_is_the_servers(default: tuple[Any, ...], told: str) -> None:
    assert " ".join(notes(default=default)) == told


def test_limits_stand_below_the_description() -> None:
    assert notes(description="A name.", constraints={"maxLength": 3}) == ["A name.", "", "At most 3 characters."]


def test_what_is_deprecated_read_only_or_early_says_so() -> None:
    assert notes(deprecated=True, read_only=True) == ["Deprecated; read-only."]
    assert notes(lifecycle="EA") == ["Release stage: EA."]
    assert notes(lifecycle="GA") == []
