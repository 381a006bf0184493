"""Arguments: their order, what may be left out, what null means, and which ones choose pages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, arguments_of, design, method_of, parameter, returns, sends

from sdksmith.model import Array, File, Primitive
from sdksmith.sdk import Policy

TEXT = {"type": "string"}


def test_path_parameters_come_in_the_order_of_the_path_then_what_is_required_then_the_rest() -> None:
    found = arguments_of(
        {
            "parameters": [
                parameter("late"),
                parameter("b", place="path"),
                parameter("needed", required=True),
                parameter("a", place="path"),
            ],
            **sends({"type": "object", "properties": {"x": TEXT, "y": TEXT}, "required": ["y"]}),
        },
        "/things/{a}/parts/{b}",
    )

    assert list(found) == ["a", "b", "needed", "y", "late", "x"]


@pytest.mark.parametrize(
    ("schema", "required", "presence"),
    [
        (TEXT, True, "required"),
        (TEXT, False, "optional"),
        ({"type": ["string", "null"]}, True, "nullable"),
        ({"type": ["string", "null"]}, False, "clearable"),
        ({}, True, "nullable"),
        ({"type": "string", "readOnly": True}, True, "optional"),
        ({"type": ["string", "null"], "readOnly": True}, True, "clearable"),
        ({"type": "string", "default": "x"}, False, "optional"),
    ],
)
def test_what_may_be_left_out_of_a_body_and_what_may_be_null(schema: Any, required: bool, presence: str) -> None:
    body = {"type": "object", "properties": {"x": schema}, "required": ["x"] if required else []}

    (argument,) = arguments_of(sends(body)).values()

    assert (argument.presence, argument.location, argument.is_field) == (presence, "body", True)


@pytest.mark.parametrize(
    ("schema", "required", "presence"),
    [
        (TEXT, True, "required"),
        (TEXT, False, "optional"),
        ({"type": ["string", "null"]}, True, "nullable"),
        ({"type": ["string", "null"]}, False, "clearable"),
    ],
)
def test_what_may_be_left_out_of_a_query(schema: Any, required: bool, presence: str) -> None:
    (argument,) = arguments_of({"parameters": [parameter("x", schema, required=required)]}).values()

    assert argument.presence == presence


def test_a_path_parameter_is_required_whatever_its_type() -> None:
    operation = {"parameters": [parameter("x", {"type": ["string", "null"]}, place="path")]}

    assert arguments_of(operation, "/things/{x}")["x"].presence == "required"


@pytest.mark.parametrize(
    ("schema", "required", "presence"),
    [
        ({"type": "array", "items": TEXT}, True, "required"),
        ({"type": "array", "items": TEXT}, False, "optional"),
        ({"type": ["array", "null"], "items": TEXT}, True, "nullable"),
        ({"type": ["array", "null"], "items": TEXT}, False, "clearable"),
        ({}, True, "nullable"),
    ],
)
def test_a_body_that_is_no_object_with_properties_is_one_argument(schema: Any, required: bool, presence: str) -> None:
    (argument,) = method_of(sends(schema, required=required)).arguments

    assert (argument.source, argument.wire_name, argument.role) == (None, "", "body")
    assert (argument.presence, argument.is_field) == (presence, False)


def test_a_policy_can_keep_bodies_whole() -> None:
    body = {"type": "object", "properties": {"x": TEXT}}
    document = {"paths": {"/things": {"post": {"responses": OK, **sends(body)}}}}

    (whole,) = design(document, Policy(flatten_bodies=False)).methods.values()
    (flat,) = design(document).methods.values()

    assert [argument.role for argument in whole.arguments] == ["body"]
    assert [argument.wire_name for argument in flat.arguments] == ["x"]


def test_binary_parts_of_a_form_are_files_and_the_rest_is_not() -> None:
    body = {
        "type": "object",
        "properties": {
            "one": {"type": "string", "format": "binary"},
            "several": {"type": "array", "items": ref("Bytes")},
            "name": TEXT,
        },
    }

    found = arguments_of(sends(body, "multipart/form-data"), Bytes={"type": "string", "format": "binary"})

    assert {name: argument.role for name, argument in found.items()} == {
        "one": "file",
        "several": "file",
        "name": "plain",
    }
    assert found["one"].type == File()
    assert found["several"].type == Array(File())
    assert found["name"].type == Primitive("string")


def test_the_encoding_says_what_a_part_without_a_schema_is() -> None:
    body = {"type": "object", "properties": {"image": {}, "data": {}}}
    operation = sends(body, "multipart/form-data")
    operation["requestBody"]["content"]["multipart/form-data"]["encoding"] = {
        "image": {"contentType": "image/png"},
        "data": {"contentType": "application/json"},
    }

    found = arguments_of(operation)

    assert (found["image"].role, found["data"].role) == ("file", "plain")


NUMBER = {"type": "integer"}
ITEMS = {"type": "array", "items": TEXT}


def paging(*parameters: dict[str, Any], page: Any) -> dict[str, tuple[str, tuple[Any, ...]]]:
    """Return role and default of the arguments of a list."""
    operation = {"parameters": list(parameters), "responses": returns(page)}
    found = method_of(operation, verb="get")
    assert found.result.kind == "pages"
    assert found.paging is not None
    assert found.paging == found.operation.pagination
    return {argument.wire_name: (argument.role, argument.default) for argument in found.arguments}


def test_what_chooses_an_offset_page_has_defaults() -> None:
    page = {"type": "object", "properties": {"items": ITEMS, "total": NUMBER, "start": NUMBER, "limit": NUMBER}}

    found = paging(
        parameter("page", NUMBER),
        parameter("per_page", {**NUMBER, "maximum": 100}),
        parameter("include_totals", {"type": "boolean"}),
        parameter("sort"),
        page=page,
    )

    assert found == {
        "page": ("page", (0,)),
        "per_page": ("size", (50,)),
        "include_totals": ("totals", (True,)),
        "sort": ("plain", ()),
    }


def test_pages_are_counted_from_where_the_document_counts_them_and_are_no_larger_than_it_allows() -> None:
    page = {"type": "object", "properties": {"items": ITEMS, "total": NUMBER, "start": NUMBER, "limit": NUMBER}}

    found = paging(
        parameter("page", {**NUMBER, "minimum": 1}), parameter("per_page", {**NUMBER, "maximum": 20}), page=page
    )

    assert found == {"page": ("page", (1,)), "per_page": ("size", (20,))}


def test_a_cursor_has_no_default_and_the_size_of_a_page_has() -> None:
    page = {"type": "object", "properties": {"items": ITEMS, "next": TEXT}}

    found = paging(parameter("from"), parameter("take", NUMBER), page=page)

    assert found == {"from": ("page", ()), "take": ("size", (50,))}


def test_what_must_be_given_has_no_default() -> None:
    page = {"type": "object", "properties": {"items": ITEMS, "next": TEXT}}

    assert paging(parameter("from"), parameter("take", NUMBER, required=True), page=page)["take"] == ("size", ())


def test_a_documented_default_is_no_default_of_the_client() -> None:
    (argument,) = arguments_of({"parameters": [parameter("x", {"type": "string", "default": "y"})]}).values()

    assert argument.default == ()


def test_of_a_body_that_may_be_left_out_nothing_is_required_and_some_are_needed_with_the_others() -> None:
    server = {"type": "string", "readOnly": True}
    schema = {
        "type": "object",
        "required": ["a", "n", "server"],
        "properties": {"a": {"type": "string"}, "n": {"type": ["string", "null"]}, "b": {}, "server": server},
    }
    method = method_of({"requestBody": {"required": False, "content": {"application/json": {"schema": schema}}}})

    assert {argument.wire_name: argument.presence for argument in method.arguments} == {
        "a": "optional",
        "n": "clearable",
        "b": "clearable",
        "server": "optional",
    }
    assert [argument.wire_name for argument in method.needed_fields] == ["a", "n"]


def test_a_body_that_does_not_say_that_it_may_be_left_out_needs_nothing_more() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    method = method_of({"requestBody": {"content": {"application/json": {"schema": schema}}}})

    assert [argument.presence for argument in method.arguments] == ["required", "optional"]
    assert method.needed_fields == ()
