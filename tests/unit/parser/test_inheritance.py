"""Sub-types of an object whose discriminator stands without a oneOf."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_schemas, ref, reference

from sdksmith.model import Discriminator

KIND = {"properties": {"kind": {"type": "string"}}}


def base(**mapping: str) -> dict[str, Any]:
    told_by = {"propertyName": "kind", **({"mapping": mapping} if mapping else {})}
    return {"type": "object", **KIND, "discriminator": told_by}


def extends(name: str, **properties: Any) -> dict[str, Any]:
    return {"allOf": [ref(name), {"type": "object", "properties": properties or {"more": {"type": "string"}}}]}


def told_by(*entries: tuple[str, str]) -> Discriminator:
    return Discriminator("kind", tuple((tag, reference(name).symbol) for tag, name in entries))


@pytest.mark.parametrize(
    ("mapping", "entries"),
    [
        ({}, [("Cat", "Cat"), ("Lion", "Lion")]),
        ({"cat": "Cat"}, [("Lion", "Lion"), ("cat", "Cat")]),
        ({"cat": "#/components/schemas/Cat", "tom": "Cat"}, [("Lion", "Lion"), ("cat", "Cat"), ("tom", "Cat")]),
        ({"any": "Pet"}, [("Cat", "Cat"), ("Lion", "Lion")]),
    ],
)
def test_what_extends_it_is_a_sub_type_told_by_the_mapping_or_its_name(mapping: Any, entries: Any) -> None:
    schemas = {"Pet": base(**mapping), "Cat": extends("Pet"), "Lion": extends("Cat", mane={"type": "string"})}
    for order in (list(schemas), list(schemas)[::-1]):
        parsed = parse_schemas(**{name: schemas[name] for name in order})
        assert parsed.object("Pet").subtypes == told_by(*entries)
        assert parsed.object("Cat").subtypes is None
        assert parsed.ledger.degraded() == []


def test_a_tag_that_leads_elsewhere_is_degraded_and_the_others_tell() -> None:
    parsed = parse_schemas(Pet=base(cat="Cat", car="Car"), Cat=extends("Pet"), Car={"type": "object", **KIND})
    assert parsed.object("Pet").subtypes == told_by(("cat", "Cat"))
    (reason,) = parsed.reasons("discriminator")
    assert "'car'" in reason


def test_what_adds_nothing_is_the_base_under_another_name() -> None:
    same = {"allOf": [ref("Pet"), {"type": "object"}]}
    parsed = parse_schemas(Pet=base(cat="Cat", plain="Same"), Cat=extends("Pet"), Same=same)
    assert parsed.object("Pet").subtypes == told_by(("cat", "Cat"))
    assert parsed.ledger.degraded() == []


def test_a_discriminator_beside_all_of_counts_too() -> None:
    pet = {"allOf": [ref("Being"), KIND], "discriminator": {"propertyName": "kind"}}
    parsed = parse_schemas(Being={"type": "object", "properties": {"age": {}}}, Pet=pet, Cat=extends("Pet"))
    assert parsed.object("Pet").subtypes == told_by(("Cat", "Cat"))


def test_a_union_that_lists_its_variants_has_no_sub_types() -> None:
    either = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
    parsed = parse_schemas(
        Cat={"type": "object", **KIND}, Dog={"type": "object", "properties": {"d": {}}}, Either=either
    )
    assert parsed.object("Cat").subtypes is None
    assert parsed.union("Either").discriminator is not None
