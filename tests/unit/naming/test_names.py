"""The naming pass: every name comes from content, so that no order and no addition ever renames anything."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.naming.profiles import PYTHON
from tests.unit.parser.parsing import Parsed, parse_document, ref

from sdksmith.model import Api, Ledger
from sdksmith.naming import Names, assign_names, digest
from sdksmith.sdk import Policy, build

OK = {"200": {"description": ""}}
THING = {"type": "object", "properties": {"a": {"type": "string"}}}


def names_of(api: Api) -> Names:
    return assign_names(build(api, Policy(), Ledger()), PYTHON)


def named(document: Mapping[str, Any]) -> tuple[Parsed, Names]:
    parsed = parse_document(document)
    return parsed, names_of(parsed.api)


def types(**schemas: Any) -> dict[str, str]:
    """Return component -> type name; inline types under their whole pointer."""
    _, names = named({"components": {"schemas": schemas}})
    return {"/".join(symbol[2:]): name for symbol, name in names.types.items()}


def fields(*wire_names: str) -> dict[str, str]:
    """Return wire name -> field name for an object with these properties."""
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in wire_names}}
    _, names = named({"components": {"schemas": {"Thing": schema}}})
    return dict(names.fields["components", "schemas", "Thing"])


def methods(paths: Mapping[str, Any]) -> dict[str, str]:
    """Return ``METHOD /path`` -> method name."""
    parsed, names = named({"paths": paths})
    return {f"{found.method} {found.path}": names.methods[found.symbol] for found in parsed.api.operations()}


# -- fields -----------------------------------------------------------------------------------------------------------


def test_of_two_spellings_the_plain_one_keeps_the_name() -> None:
    assert fields("userId", "user_id") == {"user_id": "user_id", "userId": "userId"}


def test_punctuation_tells_names_apart_where_letters_do_not() -> None:
    assert fields("+1", "-1") == {"+1": "plus_1", "-1": "minus_1"}
    assert fields("a", "a?", "a!") == {"a": "a", "a?": "a_question", "a!": "a_not"}


@pytest.mark.parametrize("order", list(itertools.permutations(["user-id", "userId", "user_id", "USER ID"])))
def test_the_order_of_the_properties_does_not_matter(order: tuple[str, ...]) -> None:
    assert fields(*order) == fields("user-id", "userId", "user_id", "USER ID")


def test_a_new_property_renames_no_other() -> None:
    before = fields("userId", "user_id")
    after = fields("userId", "user_id", "user-id", "user.id")
    assert {name: after[name] for name in before} == before


def test_reserved_names_and_keywords_get_an_underscore() -> None:
    assert fields("from", "json", "copy") == {"from": "from_", "json": "json_", "copy": "copy_"}


def test_a_property_that_has_the_underscore_already_is_kept_apart() -> None:
    assert len(set(fields("json", "json_").values())) == 2


def test_a_field_never_has_the_name_of_a_type_beside_it_but_may_have_that_of_another() -> None:
    schemas = {
        "顧客": {"type": "object", "properties": {"名": {"type": "string"}, "注文": {"type": "string"}}},
        "注文": {"type": "object", "properties": {"名": {"type": "string"}, "顧客": ref("顧客")}},
    }
    _, names = named({"components": {"schemas": schemas}})
    assert names.fields["components", "schemas", "注文"] == {"名": "名", "顧客": "顧客_"}
    assert names.fields["components", "schemas", "顧客"] == {"名": "名", "注文": "注文"}


def test_an_own_field_never_has_the_name_of_an_inherited_one() -> None:
    schemas = {
        "Base": {"type": "object", "properties": {"user_id": {"type": "string"}}},
        "Child": {"allOf": [ref("Base"), {"properties": {"userId": {"type": "string"}}}]},
    }
    _, names = named({"components": {"schemas": schemas}})
    found = names.fields["components", "schemas", "Child"]
    assert found["user_id"] == "user_id"
    assert found["userId"] != "user_id"


# -- types ------------------------------------------------------------------------------------------------------------


def test_a_component_is_named_by_its_words() -> None:
    assert types(client_grant=THING, AWSAddon=THING) == {"AWSAddon": "AwsAddon", "client_grant": "ClientGrant"}


def test_the_component_that_is_spelled_so_keeps_the_name() -> None:
    found = types(client_grant=THING, ClientGrant=THING)
    assert found["ClientGrant"] == "ClientGrant"
    assert found["client_grant"] != "ClientGrant"


@pytest.mark.parametrize(
    "order", list(itertools.permutations(["ClientGrant", "client_grant", "client-grant", "Clientgrant"]))
)
def test_the_order_of_the_components_does_not_matter(order: tuple[str, ...]) -> None:
    alike = dict.fromkeys(("ClientGrant", "client_grant", "client-grant", "Clientgrant"), THING)
    assert types(**{name: alike[name] for name in order}) == types(**alike)


def test_a_new_component_renames_no_other() -> None:
    before = types(client_grant=THING, ClientGrant=THING)
    after = types(**{"client-grant": THING}, client_grant=THING, ClientGrant=THING, Other=THING)
    assert {name: after[name] for name in before} == before


def test_names_that_the_code_uses_itself_get_an_underscore() -> None:
    assert types(Any=THING, List=THING, Model=THING) == {"Any": "Any_", "List": "List_", "Model": "Model_"}


def test_an_inline_type_is_named_by_where_it_stands() -> None:
    colour = {"type": "string", "enum": ["red"]}
    schema = {
        "type": "object",
        "properties": {
            "colour": colour,
            "parts": {"type": "array", "items": THING},
            "byName": {"type": "object", "additionalProperties": THING},
        },
    }
    assert set(types(Thing=schema).values()) == {"Thing", "ThingColour", "ThingPartsItem", "ThingByNameValue"}


def test_an_inline_variant_is_named_by_its_own_property_else_by_its_number() -> None:
    either = {"oneOf": [{"type": "object", "properties": {"zip": {}, "apple": {}}}, {"type": "object"}, THING]}
    found = set(types(Either=either).values())
    assert found == {"Either", "EitherApple", "EitherA"}
    alike = {"oneOf": [THING, {**THING, "required": ["a"]}]}
    assert set(types(Either=alike).values()) == {"Either", "EitherZero", "EitherOne"}


def test_an_inline_type_gives_way_to_a_component_of_its_name() -> None:
    thing = {"type": "object", "properties": {"part": THING}}
    found = types(Thing=thing, ThingPart=THING)
    assert found["ThingPart"] == "ThingPart"
    assert found["Thing/properties/part"] == "ThingPartProperty"


# -- methods and groups -----------------------------------------------------------------------------------------------


def test_a_method_does_not_repeat_its_group() -> None:
    paths = {"/a": {"get": {"operationId": "users/getById", "tags": ["users"], "responses": OK}}}
    assert methods(paths) == {"GET /a": "get_by_id"}


def test_two_operations_of_one_name_are_told_apart_by_their_paths() -> None:
    operation = {"x-operation-name": "list", "tags": ["users"], "responses": OK}
    found = methods({"/users": {"get": operation}, "/users/archived": {"get": operation}})
    assert found == {"GET /users": "list", "GET /users/archived": "list_users_archived"}


def test_a_method_gives_way_to_a_subgroup() -> None:
    paths = {
        "/a": {"get": {"x-operation-name": "roles", "x-operation-group": "users", "responses": OK}},
        "/b": {"get": {"x-operation-name": "list", "x-operation-group": ["users", "roles"], "responses": OK}},
    }
    assert methods(paths) == {"GET /a": "roles_", "GET /b": "list"}


def test_a_method_may_be_called_list_but_not_as_what_every_client_has() -> None:
    paths = {
        "/a": {"get": {"operationId": "list", "tags": ["t"], "responses": OK}},
        "/b": {"get": {"operationId": "withRawResponse", "tags": ["t"], "responses": OK}},
        "/c": {"get": {"operationId": "import", "tags": ["t"], "responses": OK}},
    }
    assert methods(paths) == {"GET /a": "list", "GET /b": "with_raw_response_", "GET /c": "import_"}


def test_a_group_gives_way_to_what_the_root_client_has() -> None:
    _, names = named({"paths": {"/a": {"get": {"tags": ["types"], "responses": OK}}}})
    assert names.groups["types",].attribute == "types_"


def test_a_subgroup_needs_not_give_way_to_the_root() -> None:
    paths = {"/a": {"get": {"x-operation-group": ["event", "types"], "responses": OK}}}
    _, names = named({"paths": paths})
    assert names.groups["event", "types"].attribute == "types"


# -- plain forms ------------------------------------------------------------------------------------------------------


def plain(**schemas: Any) -> dict[str, str]:
    """Return component -> name of its plain form."""
    _, names = named({"components": {"schemas": schemas}})
    return {"/".join(symbol[2:]): name for symbol, name in names.plain.items()}


def test_a_plain_form_is_named_after_its_type() -> None:
    color = {"type": "string", "enum": ["red", "blue"]}
    assert plain(Thing=THING, Things={"type": "array", "items": THING}, Color=color, List=THING) == {
        "Thing": "ThingDict",
        "Things": "ThingsDict",
        "Things/items": "ThingsItemDict",
        "List": "ListDict",
    }


def test_a_type_keeps_its_name_whatever_plain_forms_there_are() -> None:
    for order in itertools.permutations(("Thing", "ThingDict", "ThingAsDict")):
        schemas = dict.fromkeys(order, THING)
        assert types(**schemas) == {name: name for name in order}
        found = plain(**schemas)
        assert found["ThingDict"] == "ThingDictDict"
        assert found["ThingAsDict"] == "ThingAsDictDict"
        assert found["Thing"] == f"ThingAsDict_{digest('Thing')}"


def test_a_target_without_plain_forms_names_none() -> None:
    parsed = parse_document({"components": {"schemas": {"Thing": THING}}})
    assert assign_names(build(parsed.api, Policy(), Ledger()), replace(PYTHON, plain_endings=())).plain == {}


# -- parameters -------------------------------------------------------------------------------------------------------


def parameters(*places: tuple[str, str]) -> dict[tuple[str, str], str]:
    given = [
        {"name": name, "in": where, "schema": {"type": "string"}, **({"required": True} if where == "path" else {})}
        for where, name in places
    ]
    path = "/things" + "".join(f"/{{{name}}}" for where, name in places if where == "path")
    parsed, names = named({"paths": {path: {"get": {"parameters": given, "responses": OK}}}})
    (operation,) = parsed.api.operations()
    return dict(names.parameters[operation.symbol])


def test_the_path_parameter_keeps_the_name_and_the_other_says_where_it_goes() -> None:
    assert parameters(("query", "id"), ("path", "id")) == {("path", "id"): "id", ("query", "id"): "id_query"}


def test_parameters_that_every_method_has_are_reserved() -> None:
    assert parameters(("query", "request"), ("query", "class")) == {
        ("query", "request"): "request_",
        ("query", "class"): "class_",
    }


def test_the_order_of_parameters_does_not_matter_for_their_names() -> None:
    places = [("query", "id"), ("header", "id"), ("cookie", "ID"), ("query", "Id")]
    found = {tuple(sorted(parameters(*order).items())) for order in itertools.permutations(places)}
    assert len(found) == 1
    assert len(set(parameters(*places).values())) == 4
