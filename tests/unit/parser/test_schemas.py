"""What each schema keyword makes of a type."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_document, parse_schemas, ref, reference

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Component,
    ItemOf,
    Literal_,
    Map,
    Nullable,
    Object,
    Primitive,
    PropertyOf,
    Reference,
    Type,
    Union_,
    ValueOf,
)

STRING, INTEGER, NUMBER, BOOLEAN = (Primitive(name) for name in ("string", "integer", "number", "boolean"))
SOMETHING = {"type": "object", "properties": {"a": {"type": "string"}}}

EXPRESSIONS: list[tuple[Any, Type]] = [
    ({"type": "string"}, STRING),
    ({"type": "integer"}, INTEGER),
    ({"type": "integer", "format": "int64"}, Primitive("integer", "int64")),
    ({"type": "number"}, NUMBER),
    ({"type": "boolean"}, BOOLEAN),
    ({"type": "null"}, Primitive("null")),
    ({"type": "string", "format": "date-time"}, Primitive("string", "date-time")),
    ({"type": "string", "contentMediaType": "image/png"}, Primitive("string", "binary")),
    ({"type": "string", "format": "uuid", "contentMediaType": "text/plain"}, Primitive("string", "uuid")),
    ({"type": ["string", "null"]}, Nullable(STRING)),
    ({"type": ["null"]}, Primitive("null")),
    ({}, Any_()),
    (True, Any_()),
    ({"description": "anything"}, Any_()),
    ({"type": "array", "items": {"type": "string"}}, Array(STRING)),
    ({"type": "array", "items": {"type": ["string", "null"]}}, Array(Nullable(STRING))),
    ({"items": {"type": "string"}}, Array(STRING)),
    ({"type": "array"}, Array(Any_())),
    ({"type": "array", "items": {}}, Array(Any_())),
    ({"type": "object"}, Map(Any_())),
    ({"type": "object", "additionalProperties": True}, Map(Any_())),
    ({"type": "object", "additionalProperties": {"type": "integer"}}, Map(INTEGER)),
    ({"additionalProperties": {"type": "integer"}}, Map(INTEGER)),
    ({"const": "yes"}, Literal_("yes")),
    ({"const": True}, Literal_(True)),
    ({"const": 3}, Literal_(3)),
    ({"const": 1.5}, NUMBER),
    ({"const": None}, Primitive("null")),
    ({"enum": [1, 2]}, INTEGER),
    ({"enum": [1, 2.5]}, NUMBER),
    ({"type": "number", "enum": [1, 2]}, NUMBER),
    ({"enum": [True, False]}, BOOLEAN),
    ({"enum": [1, None]}, Nullable(INTEGER)),
    ({"enum": [None]}, Primitive("null")),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, Nullable(STRING)),
    ({"anyOf": [{"type": "string"}, {"type": "string", "maxLength": 3}]}, STRING),
]


@pytest.mark.parametrize(("schema", "expected"), EXPRESSIONS, ids=str)
def test_an_unnamed_schema_becomes_an_expression(schema: Any, expected: Type) -> None:
    parsed = parse_schemas(Holder={"type": "object", "properties": {"p": schema}})
    assert parsed.types("Holder") == {"p": expected}


# -- components -------------------------------------------------------------------------------------------------------


def test_a_component_without_structure_is_an_alias() -> None:
    assert parse_schemas(Id={"type": "string"}).alias("Id") == STRING


def test_a_component_that_refers_to_another_is_an_alias_of_it() -> None:
    assert parse_schemas(A=SOMETHING, B=ref("A")).alias("B") == reference("A")


def test_the_null_of_a_component_is_said_where_it_is_used() -> None:
    parsed = parse_schemas(Id={"type": ["string", "null"]}, Holder={"properties": {"p": ref("Id")}})
    assert parsed.alias("Id") == STRING
    assert parsed.types("Holder") == {"p": Nullable(reference("Id"))}


def test_the_null_of_an_alias_of_an_alias_reaches_its_user() -> None:
    parsed = parse_schemas(A={"type": ["string", "null"]}, B=ref("A"), Holder={"properties": {"p": ref("B")}})
    assert parsed.types("Holder") == {"p": Nullable(reference("B"))}


def test_a_declaration_tells_its_title_description_and_stage() -> None:
    told = {"title": "T", "description": "D", "deprecated": True, "x-release-lifecycle": "EA"}
    found = parse_schemas(Thing={**SOMETHING, **told}).object("Thing")
    assert (found.title, found.description, found.deprecated, found.lifecycle) == ("T", "D", True, "EA")


# -- objects ----------------------------------------------------------------------------------------------------------


def test_properties_keep_the_order_of_the_document() -> None:
    parsed = parse_schemas(Thing={"properties": {"z": {}, "a": {}, "m": {}}})
    assert [entry.name for entry in parsed.object("Thing").properties] == ["z", "a", "m"]


def test_required_and_nullable_are_two_things() -> None:
    schema = {
        "required": ["a", "b"],
        "properties": {"a": {"type": "string"}, "b": {"type": ["string", "null"]}, "c": {"type": ["string", "null"]}},
    }
    found = parse_schemas(Thing=schema).object("Thing").properties
    assert [(entry.name, entry.required, entry.nullable) for entry in found] == [
        ("a", True, False),
        ("b", True, True),
        ("c", False, True),
    ]


def test_a_default_is_kept_as_documentation_even_when_it_is_null() -> None:
    schema = {"properties": {"a": {"default": None}, "b": {"default": 3}, "c": {}}}
    assert [entry.default for entry in parse_schemas(Thing=schema).object("Thing").properties] == [(None,), (3,), ()]


def test_a_property_tells_its_limits_and_its_direction() -> None:
    schema = {"properties": {"a": {"type": "string", "maxLength": 3, "readOnly": True, "deprecated": True}}}
    (entry,) = parse_schemas(Thing=schema).object("Thing").properties
    assert (dict(entry.constraints), entry.read_only, entry.write_only, entry.deprecated) == (
        {"maxLength": 3},
        True,
        False,
        True,
    )


def test_a_property_says_what_its_type_says_when_it_has_no_text_of_its_own() -> None:
    parsed = parse_schemas(
        Id={"type": "string", "description": "An id."},
        Thing={"properties": {"a": ref("Id"), "b": {**ref("Id"), "description": "Mine."}}},
    )
    assert [entry.description for entry in parsed.object("Thing").properties] == ["An id.", "Mine."]


@pytest.mark.parametrize(
    ("additional", "expected"),
    [(True, Any_()), ({}, Any_()), (False, None), ({"type": "integer"}, INTEGER)],
)
def test_additional_properties_beside_named_ones_are_typed(additional: Any, expected: Type | None) -> None:
    parsed = parse_schemas(Thing={**SOMETHING, "additionalProperties": additional})
    assert parsed.object("Thing").additional == expected


def test_typed_values_beside_named_properties_are_noted_as_a_loss() -> None:
    parsed = parse_schemas(Thing={**SOMETHING, "additionalProperties": {"type": "integer"}})
    assert parsed.reasons("additionalProperties") == ["beside named properties, other values are kept untyped"]


def test_an_object_refers_to_itself_by_symbol() -> None:
    assert parse_schemas(Node={"properties": {"next": ref("Node")}}).types("Node") == {"next": reference("Node")}


# -- inline declarations ----------------------------------------------------------------------------------------------


def test_an_inline_object_is_declared_with_where_it_stands() -> None:
    parsed = parse_schemas(Thing={"properties": {"part": SOMETHING}})
    part = parsed.follow(parsed.types("Thing")["part"])
    assert isinstance(part, Object)
    assert part.origin == PropertyOf(Component("Thing"), "part")


def test_inline_items_and_values_are_declared_too() -> None:
    parsed = parse_schemas(
        Thing={"properties": {"list": {"items": SOMETHING}, "map": {"additionalProperties": SOMETHING}}}
    )
    types = parsed.types("Thing")
    assert isinstance(types["list"], Array) and isinstance(types["map"], Map)
    assert parsed.follow(types["list"].item).origin == ItemOf(PropertyOf(Component("Thing"), "list"))
    assert parsed.follow(types["map"].value).origin == ValueOf(PropertyOf(Component("Thing"), "map"))


def test_a_reference_into_another_schema_gives_one_declaration() -> None:
    inside = {"$ref": "#/components/schemas/A/properties/part"}
    parsed = parse_schemas(A={"properties": {"part": SOMETHING}}, B={"properties": {"part": inside}})
    assert parsed.types("A") == parsed.types("B")
    assert parsed.follow(parsed.types("B")["part"]).origin == PropertyOf(Component("A"), "part")


def test_definitions_inside_a_schema_are_types_with_the_name_they_were_given() -> None:
    schema = {"$defs": {"Part": SOMETHING}, "properties": {"part": {"$ref": "#/components/schemas/A/$defs/Part"}}}
    parsed = parse_schemas(A=schema)
    assert parsed.follow(parsed.types("A")["part"]).origin == Component("Part")


# -- enums ------------------------------------------------------------------------------------------------------------


def test_a_string_enum_is_declared_with_its_values_in_order() -> None:
    found = parse_schemas(Colour={"type": "string", "enum": ["red", "blue", "red"]}).enum("Colour")
    assert (found.values, found.base) == (("red", "blue"), STRING)


def test_null_among_the_values_makes_the_use_nullable() -> None:
    parsed = parse_schemas(Colour={"enum": ["red", None]}, Thing={"properties": {"c": ref("Colour")}})
    assert parsed.enum("Colour").values == ("red",)
    assert parsed.types("Thing") == {"c": Nullable(reference("Colour"))}


def test_values_of_several_types_are_a_loss_that_is_told() -> None:
    parsed = parse_schemas(Odd={"enum": ["red", 1]})
    assert parsed.alias("Odd") == Any_()
    assert parsed.reasons("enum") == ["values of several types are typed as anything"]


def test_numbers_in_a_string_enum_are_read_as_text() -> None:
    assert parse_schemas(Version={"type": "string", "enum": [1, "b"]}).enum("Version").values == ("1", "b")


def test_a_constant_object_is_a_loss_that_is_told() -> None:
    parsed = parse_schemas(Odd={"const": {"a": 1}})
    assert parsed.alias("Odd") == Any_()
    assert parsed.reasons("const") == ["a constant object or array is typed as anything"]


def test_the_schema_that_nothing_fits_is_told() -> None:
    parsed = parse_schemas(Thing={"properties": {"never": False}})
    assert parsed.types("Thing") == {"never": Any_()}
    assert parsed.reasons("false") == ["no value is valid; typed as anything"]


# -- several types ----------------------------------------------------------------------------------------------------


def test_a_list_of_types_is_a_union_of_them() -> None:
    assert parse_schemas(Id={"type": ["string", "integer"]}).union("Id").variants == (STRING, INTEGER)


def test_null_in_a_list_of_types_is_no_variant() -> None:
    parsed = parse_schemas(Thing={"properties": {"id": {"type": ["string", "integer", "null"]}}})
    kind = parsed.types("Thing")["id"]
    assert isinstance(kind, Nullable)
    union = parsed.follow(kind.inner)
    assert isinstance(union, Union_)
    assert union.variants == (STRING, INTEGER)


def test_the_keywords_of_each_type_go_with_it() -> None:
    schema = {"type": ["array", "object"], "items": {"type": "string"}, "properties": {"a": {"type": "integer"}}}
    parsed = parse_schemas(Either=schema)
    first, second = parsed.union("Either").variants
    assert first == Array(STRING)
    assert isinstance(parsed.follow(second), Object)


# -- references -------------------------------------------------------------------------------------------------------


def test_a_text_beside_a_reference_changes_no_type() -> None:
    parsed = parse_schemas(A=SOMETHING, Thing={"properties": {"a": {**ref("A"), "description": "d", "type": "object"}}})
    assert parsed.types("Thing") == {"a": reference("A")}


def test_properties_beside_a_reference_extend_it() -> None:
    parsed = parse_schemas(A=SOMETHING, B={**ref("A"), "properties": {"b": {"type": "string"}}})
    found = parsed.object("B")
    assert found.bases == (("components", "schemas", "A"),)
    assert [entry.name for entry in found.properties] == ["b"]


def test_the_same_document_in_3_0_words_gives_the_same_types() -> None:
    old = {"properties": {"p": {"type": "string", "nullable": True}}}
    new = {"properties": {"p": {"type": ["string", "null"]}}}
    first = parse_document({"openapi": "3.0.3", "components": {"schemas": {"T": old}}})
    assert first.types("T") == parse_schemas(T=new).types("T")


# -- where nothing can be kept ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        *((keyword, {"type": "string"}) for keyword in ("not", "if", "then", "else", "contains", "propertyNames")),
        *((keyword, 1) for keyword in ("minContains", "maxContains", "minProperties", "multipleOf")),
        ("uniqueItems", True),
        ("pattern", "^a"),
        ("dependentRequired", {"a": ["b"]}),
        ("dependentSchemas", {"a": {"required": ["b"]}}),
        ("dependencies", {"a": ["b"]}),
    ],
)
def test_a_keyword_that_only_limits_values_is_left_to_the_server(keyword: str, value: Any) -> None:
    parsed = parse_schemas(Thing={"type": "string", keyword: value})
    assert parsed.alias("Thing") == STRING
    assert parsed.ledger.degraded() == []
    assert sum(count for (_, name, _), count in parsed.ledger.counts.items() if name == keyword) == 1


@pytest.mark.parametrize("keyword", ["contentSchema", "$recursiveRef", "additionalItems"])
def test_a_keyword_that_says_more_than_the_type_is_degraded_with_a_reason(keyword: str) -> None:
    parsed = parse_schemas(Thing={"type": "string", keyword: {"type": "string"}})
    assert parsed.alias("Thing") == STRING
    assert all(parsed.reasons(keyword)) and len(parsed.reasons(keyword)) == 1


def test_a_tuple_is_typed_as_a_list_of_what_may_stand_in_it() -> None:
    parsed = parse_schemas(Pair={"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]})
    union = ("components", "schemas", "Pair", "prefixItems")
    assert parsed.alias("Pair") == Array(Reference(union))
    declared = parsed.api.declarations[union]
    assert isinstance(declared, Union_)
    assert declared.variants == (STRING, Primitive("integer"))
    assert parsed.reasons("prefixItems") == ["a tuple is typed as a list of what may stand at any of its places"]


@pytest.mark.parametrize(
    ("prefix", "more", "item"),
    [
        ([{"type": "string"}, {"type": "string"}], {}, STRING),
        ([{"type": "string"}], {"items": False}, STRING),
        ([{"type": "string"}], {"items": {"type": ["string", "null"]}}, Nullable(STRING)),
        ([{"type": "string"}, {"type": "null"}], {}, Nullable(STRING)),
        ([{"type": "string"}], {"items": True}, Any_()),
        ([{"type": "string"}, {}], {}, Any_()),
        ([], {}, Any_()),
    ],
)
def test_the_items_of_a_tuple(prefix: list[Any], more: dict[str, Any], item: Type) -> None:
    assert parse_schemas(Row={"type": "array", "prefixItems": prefix, **more}).alias("Row") == Array(item)


def test_unevaluated_properties_are_additional_ones() -> None:
    schema = {"type": "object", "unevaluatedProperties": {"type": "string"}}
    assert parse_schemas(Map=schema).alias("Map") == Map(STRING)


def test_a_discriminator_that_nothing_extends_is_a_property_like_others() -> None:
    parsed = parse_schemas(Base=SOMETHING | {"discriminator": {"propertyName": "kind"}})
    assert parsed.object("Base").subtypes is None
    assert parsed.ledger.degraded() == []


@pytest.mark.parametrize(
    ("patterns", "additional", "values"),
    [
        ({"^x": {"type": "string"}}, False, [STRING]),
        ({"^x": {"type": "string"}, "^y": {"type": "string"}}, False, [STRING]),
        ({"^x": {"type": "string"}}, {"type": "string"}, [STRING]),
        ({"^x": {"type": "string"}, "^y": {"type": "integer"}}, False, [STRING, Primitive("integer")]),
        ({"^x": {"type": "string"}}, {"type": "integer"}, [STRING, Primitive("integer")]),
    ],
)
def test_patterns_are_a_map_of_what_any_of_them_lets_in(patterns: Any, additional: Any, values: list[Type]) -> None:
    schema = {"type": "object", "patternProperties": patterns, "additionalProperties": additional}
    parsed = parse_schemas(Odd=schema)
    found = parsed.alias("Odd")
    assert isinstance(found, Map)
    if len(values) == 1:
        assert found.value == values[0]
        assert parsed.ledger.degraded() == []
    else:
        union = parsed.follow(found.value)
        assert isinstance(union, Union_)
        assert list(union.variants) == values
        assert len(parsed.reasons("patternProperties")) == 1


@pytest.mark.parametrize("more", [{}, {"additionalProperties": True}, {"properties": {"a": {"type": "string"}}}])
def test_where_other_keys_may_have_any_value_patterns_are_degraded(more: dict[str, Any]) -> None:
    parsed = parse_schemas(Odd={"type": "object", "patternProperties": {"^x": {"type": "string"}}, **more})
    assert len(parsed.reasons("patternProperties")) == 1
    if "properties" not in more:
        assert parsed.alias("Odd") == Map(Any_())


def test_a_name_for_another_name_of_an_object_leads_to_the_object() -> None:
    assert parse_schemas(A=SOMETHING, B=ref("A"), C=ref("B")).alias("C") == reference("A")


@pytest.mark.parametrize(("kind", "places"), [("strnig", [()]), (["strnig", "integer"], [("type", "0")])])
def test_what_is_no_type_takes_any_value_and_is_in_the_ledger(kind: Any, places: list[Any]) -> None:
    parsed = parse_schemas(A={"type": kind})

    degraded = [(entry.pointer, entry.name) for entry in parsed.ledger.degraded()]
    assert degraded == [(("components", "schemas", "A", *place), "type") for place in places]


def test_limits_stand_at_the_type_that_has_them_and_make_no_other_type_of_it() -> None:
    code = {"type": "string", "minLength": 2}
    api = parse_schemas(
        Code=code,
        Codes={"type": "array", "items": code, "maxItems": 3},
        ByCode={"type": "object", "additionalProperties": code, "minProperties": 1},
        Either={"oneOf": [code, {"type": "integer", "maximum": 9}]},
        Empty={"type": "object", "additionalProperties": False},
    )
    alias, codes, by_code, either, empty = (
        api.declared(name) for name in ("Code", "Codes", "ByCode", "Either", "Empty")
    )
    assert isinstance(alias, Alias) and isinstance(codes, Alias) and isinstance(by_code, Alias)
    assert isinstance(either, Union_) and isinstance(empty, Alias)
    assert alias.target == Primitive("string")
    for kind, limits in (
        (alias.target, {"minLength": 2}),
        (codes.target, {"maxItems": 3}),
        (by_code.target, {"minProperties": 1}),
        (either.variants[1], {"maximum": 9}),
        (empty.target, {"maxProperties": 0}),
    ):
        assert isinstance(kind, Primitive | Array | Map)
        assert kind.constraints == limits


@pytest.mark.parametrize(
    ("schema", "names", "limits"),
    [
        ({"required": ["owner", "a", "by"], "minProperties": 2}, ("by", "owner"), {"minProperties": 2}),
        ({"required": ["owner", "a"], "additionalProperties": False}, (), {}),
        (
            {"allOf": [{"required": ["owner"]}, {"maxProperties": 4}], "required": ["a"]},
            ("owner",),
            {"maxProperties": 4},
        ),
    ],
)
def test_an_object_tells_what_must_be_in_it_beside_its_properties(schema: Any, names: Any, limits: Any) -> None:
    declared = parse_schemas(Thing={"type": "object", "properties": {"a": {"type": "string"}}, **schema}).object(
        "Thing"
    )
    assert (declared.undescribed, dict(declared.constraints)) == (names, limits)
