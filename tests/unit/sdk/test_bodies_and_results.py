"""What a call sends and what it returns: the representation that is chosen, and how it is read."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref, reference
from tests.unit.sdk.designing import OK, designed, method_of, returns

from sdksmith.model import Primitive
from sdksmith.sdk import Body

TEXT = {"type": "string"}
THING = {"type": "object", "properties": {"a": TEXT}}


def body_of(content: dict[str, Any], **schemas: Any) -> Body:
    media = {name: {"schema": schema} for name, schema in content.items()}
    body = method_of({"requestBody": {"content": media}}, **schemas).body
    assert body is not None
    return body


@pytest.mark.parametrize(
    ("content_types", "kind"),
    [
        (["application/x-www-form-urlencoded", "application/json"], "json"),
        (["multipart/form-data", "application/x-www-form-urlencoded"], "form"),
        (["multipart/form-data", "application/octet-stream"], "multipart"),
        (["application/merge-patch+json"], "json"),
    ],
)
def test_json_is_sent_before_a_form_and_a_form_before_parts(content_types: list[str], kind: str) -> None:
    assert body_of(dict.fromkeys(content_types, THING)).kind == kind


@pytest.mark.parametrize(
    ("content_type", "schema", "kind"),
    [
        ("application/x-ndjson", THING, "lines"),
        ("text/csv", TEXT, "content"),
        ("image/png", {"type": "string", "format": "binary"}, "content"),
        ("*/*", THING, "json"),
        ("application/x-www-form-urlencoded", TEXT, "content"),
    ],
)
def test_how_a_body_is_encoded(content_type: str, schema: Any, kind: str) -> None:
    body = body_of({content_type: schema})

    assert body.kind == kind
    if kind in ("content", "lines"):
        assert body.flattened is None


def test_an_object_is_flattened_through_other_names_for_it() -> None:
    body = body_of({"application/json": ref("Other")}, Other=ref("Thing"), Thing=THING)

    assert body.flattened == ("components", "schemas", "Thing")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": THING},
        {"type": "object", "additionalProperties": TEXT},
        {"oneOf": [THING, {"type": "object", "properties": {"b": TEXT}}]},
        {"type": ["object", "null"], "properties": {"a": TEXT}},
        {"type": "object"},
    ],
    ids=["array", "map", "union", "nullable", "empty"],
)
def test_any_other_body_stays_whole(schema: Any) -> None:
    assert body_of({"application/json": schema}).flattened is None


def test_an_operation_without_a_body_sends_none() -> None:
    assert method_of({}).body is None


def test_several_successes_make_one_of_their_types_and_one_without_content_makes_it_optional() -> None:
    responses = {**returns(ref("A")), **returns(ref("B"), status="201"), "204": {"description": ""}}

    result = method_of({"responses": responses}, A=THING, B={"type": "object", "properties": {"b": TEXT}}).result

    assert (result.kind, result.types, result.optional) == ("data", (reference("A"), reference("B")), True)


@pytest.mark.parametrize(
    ("responses", "kind", "accept"),
    [
        (OK, "nothing", ""),
        (returns(THING), "data", ""),
        (returns(THING, "application/vnd.acme+json"), "data", "application/vnd.acme+json"),
        (returns(TEXT, "text/plain"), "data", "text/plain"),
        (returns({"type": "string", "format": "binary"}, "image/png"), "download", "image/png"),
        (returns(THING, "application/x-ndjson"), "values", "application/x-ndjson"),
        (returns(THING, "text/event-stream"), "events", ""),
        (returns(THING, status="default"), "data", ""),
    ],
)
def test_how_a_response_is_read(responses: Any, kind: str, accept: str) -> None:
    method = method_of({"responses": responses})

    assert (method.result.kind, method.result.accept) == (kind, accept)
    assert method.is_stream is (kind in ("download", "values", "events"))


def test_text_is_text_whatever_its_schema_says() -> None:
    assert method_of({"responses": returns({}, "text/plain")}).result.types == (Primitive("string"),)


def test_errors_have_the_name_of_their_status_and_their_documented_body() -> None:
    responses = {
        **OK,
        **returns(ref("Problem"), status="404"),
        "418": {"description": "Short and stout."},
        **returns(THING, "text/plain", "500"),
        **returns(ref("Problem"), status="default"),
    }

    errors = method_of({"responses": responses}, Problem=THING).errors

    assert [(error.status, error.name, error.body is not None) for error in errors] == [
        ("404", "NotFoundError", True),
        ("418", "ApiError", False),
        ("500", "InternalServerError", False),
        ("default", "ApiError", True),
    ]
    assert errors[0].body is not None and errors[0].body.type == reference("Problem")
    assert errors[1].descriptions == ("Short and stout.",)


def test_a_default_response_that_describes_the_success_describes_errors_too() -> None:
    (error,) = method_of({"responses": returns(THING, status="default")}).errors

    assert error.status == "default"
    assert error.body is not None


PET = {"type": "object", "required": ["kind"], "properties": {"kind": TEXT}, "discriminator": {"propertyName": "kind"}}
CAT = {"allOf": [ref("Pet"), {"type": "object", "properties": {"lives": TEXT}}]}


@pytest.mark.parametrize(
    ("content_type", "name", "flattened"),
    [
        ("application/json", "Pet", False),
        ("application/x-www-form-urlencoded", "Pet", False),
        ("multipart/form-data", "Pet", True),
        ("application/json", "Cat", True),
    ],
)
def test_a_body_that_has_sub_types_is_whole_unless_its_parts_are_known_by_name(
    content_type: str, name: str, *, flattened: bool
) -> None:
    body = body_of({content_type: ref(name)}, Pet=PET, Cat=CAT)

    assert body.flattened == (("components", "schemas", name) if flattened else None)


def test_the_parts_that_only_sub_types_have_are_told() -> None:
    operation = {"responses": OK, "requestBody": {"content": {"multipart/form-data": {"schema": ref("Pet")}}}}
    _, parsed = designed({"paths": {"/p": {"post": operation}}, "components": {"schemas": {"Pet": PET, "Cat": CAT}}})

    (entry,) = [entry for entry in parsed.ledger.degraded() if entry.name == "discriminator"]
    assert entry.pointer == ("paths", "/p", "post", "requestBody")
