"""Names of a language with capitals and one name space a package: fields, groups, request types, values of enums."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.naming.profiles import PACKAGED, is_exported
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, design, parameter, sends

from sdksmith.naming import Names, assign_names

TEXT = {"type": "string"}
THING = {"type": "object", "properties": {"a": TEXT}}


def named(operations: dict[str, dict[str, Any]], **schemas: Any) -> Names:
    """Name an API of operations by ``group.name``, each at a path of its own."""
    paths: dict[str, Any] = {}
    for key, operation in operations.items():
        *group, name = key.split(".")
        path = operation.pop("path", f"/{key}")
        paths[path] = {"post": {"responses": OK, "x-operation-group": group, "x-operation-name": name, **operation}}
    return assign_names(design({"paths": paths, "components": {"schemas": schemas}}), PACKAGED)


def schema(name: str) -> tuple[str, ...]:
    return ("components", "schemas", name)


def operation(name: str) -> tuple[str, ...]:
    return ("paths", f"/{name}", "post")


@pytest.mark.parametrize(
    ("wire", "field"),
    [
        ("id", "Id"),
        ("user_id", "UserId"),
        ("x5t#S256", "X5TS256"),
        ("2fa", "Field2Fa"),
        ("+1", "Plus1"),
        ("-1", "Minus1"),
        ("@type", "Type"),
        ("extra_properties", "ExtraProperties_"),
        ("名前", "Field名前"),
        ("", "Field" + "e3b0c4"),
    ],
)
def test_fields_begin_with_a_capital(wire: str, field: str) -> None:
    names = named({}, Thing={"type": "object", "properties": {wire: TEXT}})

    assert names.fields[schema("Thing")][wire] == field


@given(text=st.text(max_size=12))
def test_any_text_becomes_a_name_that_others_see(text: str) -> None:
    for role in ("type", "field", "method", "group", "constant"):
        name = PACKAGED.name(role, text)
        assert is_exported(name.rstrip("_"), role), name
    assert is_exported(PACKAGED.name("parameter", text), "parameter")


def test_groups_and_methods_are_as_they_are_spelled_with_a_capital_first() -> None:
    names = named({"eventStreams.setFcmv1Provider": {}, "usersImports.list-all": {}})

    assert names.groups["eventStreams",].attribute == "EventStreams"
    assert names.methods[operation("eventStreams.setFcmv1Provider")] == "SetFcmv1Provider"
    assert names.methods[operation("usersImports.list-all")] == "ListAll"


def test_path_parameters_are_parameters_and_the_rest_are_fields() -> None:
    body = sends({"type": "object", "properties": {"user_id": TEXT, "type": TEXT}})
    call = {"path": "/a/{user_id}/{type}", "parameters": [parameter("user_id", place="path"), parameter("type", place="path"), parameter("type")], **body}  # fmt: skip

    names = named({"users.update": call})

    assert names.parameters["paths", "/a/{user_id}/{type}", "post"] == {
        ("path", "user_id"): "userId",
        ("path", "type"): "type_",
        ("query", "type"): "Type",
        ("body", "user_id"): "UserId",
        ("body", "type"): "TypeBody",
    }


# -- request types ----------------------------------------------------------------------------------------------------


def test_a_request_type_is_called_as_its_body_or_as_the_document_says_or_after_the_call() -> None:
    names = named(
        {
            "actions.create": sends(ref("CreateAction")),
            "actions.list": {
                "parameters": [parameter("q")],
                "x-operation-request-parameters-name": "ListActionsParameters",
            },
            "actions.get": {"parameters": [parameter("q")]},
            "actions.versions.deploy": sends(THING),
            "actions.drop": {},
        },
        CreateAction=THING,
    )

    assert names.requests == {
        operation("actions.create"): "CreateAction",
        operation("actions.get"): "ActionsGetRequest",
        operation("actions.list"): "ListActionsParameters",
        operation("actions.versions.deploy"): "VersionsDeployRequest",
    }


def test_a_body_that_stays_one_argument_needs_no_request_type() -> None:
    assert named({"a.b": sends({"type": "array", "items": TEXT})}).requests == {}


def test_a_type_that_is_just_what_a_call_takes_is_its_request_type() -> None:
    used = {"type": "object", "properties": {"thing": ref("Thing")}}

    names = named(
        {"things.set": sends(ref("Thing")), "things.find": {**sends(ref("Thing")), "parameters": [parameter("q")]}},
        Thing=THING,
        Used=used,
    )

    # What takes more than the type has a type of its own, with another name.
    assert names.requests == {
        operation("things.find"): "ThingsFindRequest",
        operation("things.set"): "Thing",
    }


def test_top_level_requests_share_a_name_space_with_types_and_others_with_their_siblings() -> None:
    query = {"parameters": [parameter("q")]}
    names = named(
        {"users.get": dict(query), "a.users.get": dict(query), "b.users.get": dict(query)}, UsersGetRequest=THING
    )

    # The longest name there is has a digest behind it, because the component has the name.
    assert names.types[schema("UsersGetRequest")] == "UsersGetRequest"
    assert names.requests[operation("users.get")].startswith("UsersGetRequest_")
    assert names.requests[operation("a.users.get")] == "UsersGetRequest"
    assert names.requests[operation("b.users.get")] == "UsersGetRequest"


# -- constants --------------------------------------------------------------------------------------------------------


def enum(*values: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(values)}


def test_a_constant_is_called_after_its_enum_and_its_value() -> None:
    names = named({}, TemplateName=enum("verify_email", "blocked-account", "", "+1", "-1", "2fa"))

    assert names.constants[schema("TemplateName")] == (
        "TemplateNameVerifyEmail",
        "TemplateNameBlockedAccount",
        "TemplateNameEmpty",
        "TemplateName1",
        "TemplateNameMinus1",
        "TemplateName2Fa",
    )


def test_constants_never_take_the_name_of_a_type_nor_of_each_other() -> None:
    schemas = {"Color": enum("red", "RED", "blue"), "ColorBlue": THING, "ColorR": enum("ed", "x")}

    names = named({}, **schemas)

    found = [name for constants in names.constants.values() for name in constants]
    assert len(set(found)) == len(found)
    assert "ColorBlue" not in found
    assert names.constants[schema("Color")][0] == "ColorRed"


def test_an_addition_renames_nothing() -> None:
    before = named({"a.b": {"parameters": [parameter("q")]}}, Color=enum("red"), Thing=THING)
    after = named(
        {"a.b": {"parameters": [parameter("q")]}, "a.c": {"parameters": [parameter("q")]}},
        Color=enum("red", "reddish"),
        Thing=THING,
        Zoo=enum("red"),
    )

    assert before.requests.items() <= after.requests.items()
    assert before.types.items() <= after.types.items()
    assert after.constants[schema("Color")][:1] == before.constants[schema("Color")]
