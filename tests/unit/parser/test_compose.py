"""allOf, oneOf and anyOf: what several schemas together come to."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_schemas, ref, reference

from sdksmith.model import Any_, Component, Nullable, Object, Primitive, Union_, VariantOf

STRING, INTEGER = Primitive("string"), Primitive("integer")


def thing(*required: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object whose properties are strings unless said otherwise."""
    schemas = {name: schema or {"type": "string"} for name, schema in properties.items()}
    return {"type": "object", "properties": schemas, **({"required": list(required)} if required else {})}


def names(found: Object) -> dict[str, bool]:
    """Return property name -> required."""
    return {entry.name: entry.required for entry in found.properties}


# -- allOf ------------------------------------------------------------------------------------------------------------


def test_a_reference_in_all_of_is_a_base() -> None:
    found = parse_schemas(A=thing(a=None), B={"allOf": [ref("A"), thing(b=None)]}).object("B")
    assert found.bases == (("components", "schemas", "A"),)
    assert names(found) == {"b": False}


def test_several_references_are_bases_in_order() -> None:
    found = parse_schemas(Z=thing(z=None), A=thing(a=None), B={"allOf": [ref("Z"), ref("A")]}).object("B")
    assert [symbol[-1] for symbol in found.bases] == ["Z", "A"]


def test_all_of_one_reference_is_the_reference() -> None:
    assert parse_schemas(A=thing(a=None), B={"allOf": [ref("A")]}).alias("B") == reference("A")


def test_inline_members_are_one_object() -> None:
    found = parse_schemas(B={"allOf": [thing("a", a=None), thing(b=None)]}).object("B")
    assert (found.bases, names(found)) == ((), {"a": True, "b": False})


def test_properties_beside_all_of_are_own_ones() -> None:
    found = parse_schemas(A=thing(a=None), B={"allOf": [ref("A")], **thing("b", b=None)}).object("B")
    assert (len(found.bases), names(found)) == (1, {"b": True})


def test_members_may_themselves_be_all_of() -> None:
    found = parse_schemas(A=thing(a=None), B={"allOf": [{"allOf": [ref("A"), thing(b=None)]}, thing(c=None)]})
    assert (len(found.object("B").bases), names(found.object("B"))) == (1, {"b": False, "c": False})


def test_an_overridden_property_makes_the_object_flat() -> None:
    parsed = parse_schemas(
        A=thing(a=None, kept=None), B={"allOf": [ref("A"), {"properties": {"a": {"type": "integer"}}}]}
    )
    assert parsed.object("B").bases == ()
    assert parsed.types("B") == {"a": INTEGER, "kept": STRING}


def test_an_inherited_property_can_be_made_required() -> None:
    found = parse_schemas(A=thing(a=None, b=None), B={"allOf": [ref("A"), {"required": ["a"]}]}).object("B")
    assert (found.bases, names(found)) == ((), {"a": True, "b": False})


def test_requiring_what_is_required_already_changes_nothing() -> None:
    found = parse_schemas(A=thing("a", a=None), B={"allOf": [ref("A"), {"required": ["a"]}]})
    assert found.alias("B") == reference("A")


def test_bases_that_disagree_make_the_object_flat() -> None:
    parsed = parse_schemas(A=thing(x=None), B=thing(x={"type": "integer"}), C={"allOf": [ref("A"), ref("B")]})
    assert parsed.object("C").bases == ()
    assert [entry.name for entry in parsed.object("C").properties] == ["x"]


def test_a_property_that_says_nothing_keeps_the_inherited_type() -> None:
    parsed = parse_schemas(A=thing(a=None), B={"allOf": [ref("A"), {"properties": {"a": {"description": "mine"}}}]})
    assert parsed.types("B") == {"a": STRING}


@pytest.mark.parametrize("limits", [{"maxLength": 3}, {"description": "d"}, {"pattern": "^x"}, {}])
def test_a_reference_and_limits_is_the_reference(limits: dict[str, Any]) -> None:
    parsed = parse_schemas(Id={"type": "string"}, Thing=thing(id={"allOf": [ref("Id"), limits]}))
    assert parsed.types("Thing") == {"id": reference("Id")}


def test_scalars_of_different_types_are_a_loss_that_is_told() -> None:
    parsed = parse_schemas(Odd={"allOf": [{"type": "string"}, {"type": "integer"}]})
    assert parsed.alias("Odd") == STRING
    assert parsed.reasons("allOf") == ["members of several types that are no objects: the first one is taken"]


def test_all_of_nothing_is_anything() -> None:
    assert parse_schemas(Odd={"allOf": [{}]}).alias("Odd") == Any_()


def test_a_closed_member_closes_the_object() -> None:
    found = parse_schemas(B={"allOf": [thing(a=None), {**thing(b=None), "additionalProperties": False}]}).object("B")
    assert found.additional is None


def test_an_object_in_its_own_all_of_is_reported() -> None:
    parsed = parse_schemas(A={"allOf": [ref("A"), thing(a=None)]})
    assert names(parsed.object("A")) == {"a": False}
    assert parsed.reasons("allOf") == ["a schema that contains itself: this member is left out"]


def test_an_object_that_extends_itself_through_another_has_no_circular_bases() -> None:
    parsed = parse_schemas(A={"allOf": [ref("B"), thing(a=None)]}, B={"allOf": [ref("A"), thing(b=None)]})
    bases = {name: [symbol[-1] for symbol in parsed.object(name).bases] for name in "AB"}
    assert not (bases["A"] and bases["B"])


def test_a_union_among_the_members_gives_its_properties_as_optional_ones() -> None:
    parsed = parse_schemas(
        B={"allOf": [thing("a", a=None), {"oneOf": [thing("x", x=None), thing("y", y=None)]}]},
    )
    assert names(parsed.object("B")) == {"a": True, "x": False, "y": False}
    assert parsed.reasons("oneOf") == [
        "a union among other members: the properties of all its variants are optional fields"
    ]


# -- null in allOf ----------------------------------------------------------------------------------------------------


def test_all_of_nullable_members_is_not_nullable_when_one_forbids_null() -> None:
    parsed = parse_schemas(Id={"type": ["string", "null"]}, Thing=thing(id={"allOf": [ref("Id"), {"type": "string"}]}))
    assert not isinstance(parsed.types("Thing")["id"], Nullable)


def test_all_of_a_nullable_reference_alone_is_nullable() -> None:
    parsed = parse_schemas(Id={"type": ["string", "null"]}, Thing=thing(id={"allOf": [ref("Id")]}))
    assert parsed.types("Thing") == {"id": Nullable(reference("Id"))}


# -- oneOf, anyOf -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_variants_are_a_union_in_document_order(keyword: str) -> None:
    found = parse_schemas(Either={keyword: [{"type": "string"}, {"type": "integer"}]}).union("Either")
    assert found.variants == (STRING, INTEGER)


def test_a_variant_that_comes_again_is_taken_once() -> None:
    schema = {"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "string", "maxLength": 1}]}
    assert parse_schemas(Either=schema).union("Either").variants == (STRING, INTEGER)


def test_one_variant_alone_is_that_type() -> None:
    assert parse_schemas(A=thing(a=None), B={"oneOf": [ref("A")]}).alias("B") == reference("A")


def test_a_null_variant_makes_the_use_nullable() -> None:
    parsed = parse_schemas(A=thing(a=None), Holder=thing(p={"oneOf": [ref("A"), {"type": "null"}]}))
    assert parsed.types("Holder") == {"p": Nullable(reference("A"))}


def test_a_nullable_variant_makes_the_union_nullable_and_is_not_nullable_itself() -> None:
    either = {"oneOf": [{"type": ["string", "null"]}, {"type": "integer"}]}
    parsed = parse_schemas(Holder=thing(p=either))
    kind = parsed.types("Holder")["p"]
    assert isinstance(kind, Nullable)
    union = parsed.follow(kind.inner)
    assert isinstance(union, Union_) and union.variants == (STRING, INTEGER)


def test_any_of_beside_one_of_is_a_loss_that_is_told() -> None:
    parsed = parse_schemas(Odd={"oneOf": [{"type": "string"}, {"type": "integer"}], "anyOf": [{"type": "string"}]})
    assert parsed.union("Odd").variants == (STRING, INTEGER)
    assert parsed.reasons("anyOf") == ["beside oneOf: only oneOf is typed"]


def test_an_inline_variant_is_known_by_its_first_property_that_no_sibling_has() -> None:
    parsed = parse_schemas(Either={"oneOf": [thing(z=None, b=None, c=None), thing(b=None, q=None), thing(b=None)]})
    origins = [parsed.follow(variant).origin for variant in parsed.union("Either").variants]
    assert origins == [VariantOf(Component("Either"), index, known) for index, known in enumerate(("c", "q", None))]


def test_inherited_properties_tell_variants_apart_too() -> None:
    parsed = parse_schemas(
        A=thing(a=None), Either={"oneOf": [{"allOf": [ref("A"), thing(x=None)]}, thing(a=None, y=None)]}
    )
    first = parsed.follow(parsed.union("Either").variants[0])
    assert first.origin == VariantOf(Component("Either"), 0, "x")


def test_variants_that_only_say_what_is_required_leave_one_object() -> None:
    schema = {**thing(a=None, b=None), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    parsed = parse_schemas(Thing=schema)
    assert names(parsed.object("Thing")) == {"a": False, "b": False}


def test_variants_of_formats_narrow_the_type_beside_them() -> None:
    schema = {"type": "string", "oneOf": [{"format": "ipv4"}, {"format": "ipv6"}]}
    assert parse_schemas(Address=schema).union("Address").variants == (
        Primitive("string", "ipv4"),
        Primitive("string", "ipv6"),
    )


def test_a_union_may_contain_itself() -> None:
    parsed = parse_schemas(Json={"oneOf": [{"type": "string"}, {"type": "array", "items": ref("Json")}]})
    assert len(parsed.union("Json").variants) == 2


# -- discriminators ---------------------------------------------------------------------------------------------------

CAT = thing("kind", kind=None, lives=None)
DOG = thing("kind", kind=None, barks=None)


def test_a_discriminator_maps_tags_to_variants() -> None:
    mapping = {"c": "#/components/schemas/Cat", "d": "Dog"}
    pet = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found = parse_schemas(Cat=CAT, Dog=DOG, Pet=pet).union("Pet").discriminator
    assert found is not None
    assert found.property == "kind"
    assert found.mapping == (("c", ("components", "schemas", "Cat")), ("d", ("components", "schemas", "Dog")))


def test_a_variant_without_a_mapping_goes_by_its_own_name() -> None:
    pet = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat"}}}
    found = parse_schemas(Cat=CAT, Dog=DOG, Pet=pet).union("Pet").discriminator
    assert found is not None
    assert [tag for tag, _ in found.mapping] == ["c", "Dog"]


def test_two_tags_may_mean_the_same_variant() -> None:
    mapping = {"c": "Cat", "kitten": "Cat", "d": "Dog"}
    pet = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found = parse_schemas(Cat=CAT, Dog=DOG, Pet=pet).union("Pet").discriminator
    assert found is not None
    assert [(tag, symbol[-1]) for tag, symbol in found.mapping] == [("c", "Cat"), ("kitten", "Cat"), ("d", "Dog")]


def test_the_discriminator_of_a_stream_is_in_the_protocol() -> None:
    pet = {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "event"},
        "x-discriminator-context": "protocol",
    }
    found = parse_schemas(Cat=CAT, Dog=DOG, Pet=pet).union("Pet").discriminator
    assert found is not None and found.protocol


def test_a_union_without_a_discriminator_says_so() -> None:
    assert parse_schemas(Cat=CAT, Dog=DOG, Pet={"oneOf": [ref("Cat"), ref("Dog")]}).union("Pet").discriminator is None


# -- circles ----------------------------------------------------------------------------------------------------------


def test_a_sole_reference_in_all_of_is_that_reference_wherever_the_circle_begins() -> None:
    schemas = {
        "A": {"type": "object", "properties": {"b": {"allOf": [ref("B")], "description": "d"}}},
        "B": {"type": "object", "properties": {"a": {"allOf": [ref("A"), {"description": "d"}]}}},
    }
    for order in (["A", "B"], ["B", "A"]):
        parsed = parse_schemas(**{name: schemas[name] for name in order})
        assert parsed.types("A") == {"b": reference("B")}
        assert parsed.types("B") == {"a": reference("A")}
        assert parsed.ledger.degraded() == []


def test_inline_schemas_that_build_on_each_other_inherit_wherever_the_circle_begins() -> None:
    def grown(name: str) -> dict[str, Any]:
        return {"allOf": [ref(name), {"properties": {"more": {"type": "string"}}}]}

    schemas = {
        "A": {"type": "object", "properties": {"b": grown("B")}},
        "B": {"type": "object", "properties": {"a": grown("A")}},
        "C": {"type": "object", "properties": {"c": grown("C")}},
    }
    for order in (["A", "B", "C"], ["C", "B", "A"]):
        parsed = parse_schemas(**{name: schemas[name] for name in order})
        for holder, name, base in (("A", "b", "B"), ("B", "a", "A"), ("C", "c", "C")):
            inline = parsed.follow(parsed.types(holder)[name])
            assert isinstance(inline, Object)
            assert inline.bases == (reference(base).symbol,)
            assert [entry.name for entry in inline.properties] == ["more"]
        assert parsed.ledger.degraded() == []


def test_an_inline_schema_that_builds_on_itself_ends() -> None:
    itself = {"$ref": "#/components/schemas/A/properties/p"}
    parsed = parse_schemas(A={"type": "object", "properties": {"p": {"allOf": [itself, {"properties": {"x": {}}}]}}})
    assert parsed.types("A").keys() == {"p"}
    assert parsed.reasons("allOf")


def test_a_union_alone_in_all_of_stays_a_union() -> None:
    parsed = parse_schemas(
        A={"type": "object", "properties": {"a": {"type": "string"}}},
        B={"type": "object", "properties": {"b": {"type": "string"}}},
        Either={"oneOf": [ref("A"), ref("B")]},
        Holder={"type": "object", "properties": {"e": {"allOf": [ref("Either")], "description": "d"}}},
    )
    assert parsed.types("Holder") == {"e": reference("Either")}
    assert parsed.ledger.degraded() == []
