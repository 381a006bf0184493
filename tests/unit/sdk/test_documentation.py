"""What documentation says, in no language's words: texts, facts, attributes, what follows a call, where types are used."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, design, method_of, parameter, returns, sends

from sdksmith.model import Object
from sdksmith.sdk import Argument
from sdksmith.sdk.documentation.attributes import Attribute, attribute_of, attributes_of
from sdksmith.sdk.documentation.facts import Limit, limits_in_english, limits_of, stage_of
from sdksmith.sdk.documentation.follow_ups import follow_ups
from sdksmith.sdk.documentation.reference import (
    description_of,
    find_uses,
    returns_text,
    sections,
    success_headers,
)
from sdksmith.sdk.documentation.text import clean, first_sentence, sentence, spoken_title

TEXT = {"type": "string"}


def schema(name: str) -> tuple[str, ...]:
    return ("components", "schemas", name)


# -- texts ------------------------------------------------------------------------------------------------------------


def test_a_text_is_cleaned_of_what_no_reader_sees() -> None:
    assert clean("\r\n a\tb  \r\nc\n\n\n\nd \n") == "a  b\nc\n\nd"


@pytest.mark.parametrize(
    ("text", "first"),
    [("One. Two.", "One."), ("Only one", "Only one"), ("Wrapped\nhere. More.", "Wrapped here."), ("", "")],
)
def test_the_first_sentence_is_on_one_line(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_sentence_ends() -> None:
    assert [sentence(text) for text in ("A pet", "Why?", "So: ")] == ["A pet.", "Why?", "So:"]


def test_a_title_in_a_sentence_has_no_article_of_its_own() -> None:
    assert [spoken_title(text) for text in ("The Pet\nAPI", "A", "Pets")] == ["Pet API", "A", "Pets"]


# -- facts ------------------------------------------------------------------------------------------------------------


def test_limits_are_numbers_and_have_words() -> None:
    limits = limits_of(
        {"minLength": 1, "maxLength": 5, "minItems": 2, "maximum": 9, "exclusiveMinimum": 0, "uniqueItems": True, "pattern": "^a"}
    )  # fmt: skip

    assert limits == (
        Limit(kind="length", low=1, high=5),
        Limit(kind="items", low=2),
        Limit(kind="value", high=9),
        Limit(kind="exclusive", low=0),
        Limit(kind="unique"),
        Limit(kind="pattern", value="^a"),
    )
    assert limits_in_english(limits, repr) == [
        "1 to 5 characters",
        "at least 2 items",
        "at most 9",
        "more than 0",
        "no item twice",
        "matches '^a'",
    ]


def test_a_minimum_of_nothing_is_no_limit_to_speak_of() -> None:
    assert limits_in_english(limits_of({"minLength": 0})) == []


@pytest.mark.parametrize(
    ("given", "stage"),
    [
        ({}, ""),
        ({"deprecated": True}, "deprecated"),
        ({"x-release-lifecycle": "deprecated"}, "deprecated"),
        ({"x-release-lifecycle": "GA"}, ""),
        ({"x-release-lifecycle": "EA"}, "EA"),
        ({"x-release-lifecycle": "EA", "deprecated": True}, "deprecated"),
    ],
)
def test_the_stage_of_an_operation(given: dict[str, Any], stage: str) -> None:
    assert stage_of(method_of(given).operation) == stage


# -- attributes -------------------------------------------------------------------------------------------------------


def attribute(entry: Any, *, required: bool = False, **schemas: Any) -> Attribute:
    thing = {"type": "object", "properties": {"x": entry}, "required": ["x"] if required else []}
    sdk = design({"components": {"schemas": {"Thing": thing, **schemas}}})
    declared = sdk.types[schema("Thing")].declaration
    assert isinstance(declared, Object)
    (found,) = attributes_of(declared, sdk.api.declarations)
    return found


def test_an_attribute_has_its_facts() -> None:
    found = attribute(
        {"type": ["string", "null"], "description": "A name.", "maxLength": 9, "default": "a", "readOnly": True, "deprecated": True},
        required=True,
    )  # fmt: skip

    assert (found.name, found.required, found.nullable, found.read_only, found.write_only) == (
        "x",
        True,
        True,
        True,
        False,
    )
    assert (found.stage, found.description, found.default) == ("deprecated", "A name.", ("a",))
    assert found.limits == (Limit(kind="length", high=9),)
    assert (found.allowed, found.opens) == ((), None)


@pytest.mark.parametrize(
    ("entry", "allowed"),
    [
        ({"type": "string", "enum": ["a", "b"]}, ("a", "b")),
        ({"const": "c"}, ("c",)),
        ({"type": "array", "items": ref("Color")}, ("red", "blue")),
    ],
)
def test_the_values_of_an_enum_are_allowed_also_in_an_array(entry: Any, allowed: Any) -> None:
    assert attribute(entry, Color={"type": "string", "enum": ["red", "blue"]}).allowed == allowed


@pytest.mark.parametrize(
    ("entry", "nullable"),
    [
        (ref("Deep"), False),
        ({"type": "array", "items": ref("Deep")}, False),
        ({"type": "object", "additionalProperties": {"anyOf": [ref("Deep"), {"type": "null"}]}}, False),
        ({"anyOf": [ref("Name"), {"type": "null"}]}, True),
    ],
)
def test_an_attribute_opens_what_it_is_or_has_in_it(entry: Any, nullable: bool) -> None:
    found = attribute(entry, Deep={"type": "object", "properties": {"a": TEXT}}, Name=ref("Deep"))

    assert (found.opens, found.nullable) == (schema("Deep"), nullable)


def test_a_type_that_contains_itself_alone_opens_nothing() -> None:
    assert attribute(ref("List"), List={"type": "array", "items": ref("List")}).opens is None


def test_a_parameter_is_an_attribute_too() -> None:
    method = method_of({"parameters": [parameter("q", {"type": "integer", "minimum": 1}, required=True)]})
    source = method.arguments[0].source
    assert source is not None

    found = attribute_of(source, {})

    assert (found.name, found.required, found.limits) == ("q", True, (Limit(kind="value", low=1),))


# -- reference --------------------------------------------------------------------------------------------------------


def test_a_description_that_only_repeats_the_summary_is_none() -> None:
    assert description_of(method_of({"summary": "A", "description": " A "}).operation) == ""
    assert description_of(method_of({"summary": "A", "description": "B"}).operation) == "B"


def test_what_comes_back_is_told_once_and_in_sentences() -> None:
    header = {"schema": TEXT}
    responses = {
        "200": {"description": "The pet", "headers": {"X-B": header, "x-a": header}},
        "201": {"description": "The pet", "headers": {"x-b": header}},
        "202": {"description": "Later!"},
        "404": {"description": "None"},
    }

    operation = method_of({"responses": responses}).operation

    assert returns_text(operation) == "The pet. Later!"
    assert [name.casefold() for name in success_headers(operation)] == ["x-a", "x-b"]


def test_sections_are_the_groups_with_methods_each_before_its_sub_groups() -> None:
    def operation(*group: str) -> dict[str, Any]:
        return {"get": {"responses": OK, "x-operation-group": list(group), "x-operation-name": "get"}}

    sdk = design({"paths": {"/a": operation("b", "c"), "/b": operation("b"), "/c": operation("a", "z")}})

    assert [group.path for group in sections(sdk.root)] == [("a", "z"), ("b",), ("b", "c")]


def test_a_type_knows_the_calls_that_send_and_receive_it() -> None:
    shared = {"type": "object", "properties": {"a": TEXT}}
    sdk = design(
        {
            "paths": {
                "/in": {"post": {"responses": OK, **sends({"type": "array", "items": ref("Outer")})}},
                "/out": {"get": {"responses": returns(ref("Outer"))}},
                "/problem": {"get": {"responses": {**OK, **returns(ref("Inner"), status="400")}}},
            },
            "components": {
                "schemas": {"Outer": {"type": "object", "properties": {"i": ref("Inner")}}, "Inner": shared, "Unused": shared}
            },
        }
    )  # fmt: skip

    uses = find_uses(sdk)

    assert uses[schema("Outer")].sent_by == (("paths", "/in", "post"),)
    assert uses[schema("Outer")].received_by == (("paths", "/out", "get"),)
    assert uses[schema("Inner")].sent_by == (("paths", "/in", "post"),)
    assert uses[schema("Inner")].received_by == (("paths", "/out", "get"), ("paths", "/problem", "get"))
    assert schema("Unused") not in uses


def test_a_link_leads_to_the_arguments_of_the_call_that_may_follow() -> None:
    link = {
        "operationId": "getPet",
        "parameters": {"path.id": "$response.body#/id", "q": "fixed", "ghost": 1},
        "description": "See it.",
    }
    sdk = design(
        {
            "paths": {
                "/pets": {"post": {"responses": {"201": {"description": "", "links": {"see": link, "lost": {"operationId": "ghost"}}}}}},
                "/pets/{id}": {"get": {"operationId": "getPet", "responses": OK, "parameters": [parameter("id", place="path"), parameter("q")]}},
            }
        }
    )  # fmt: skip

    (found,) = follow_ups(sdk.methods["paths", "/pets", "post"], sdk)

    assert (found.method, found.description) == (("paths", "/pets/{id}", "get"), "See it.")
    named = {key.key if isinstance(key, Argument) else key: value for key, value in found.arguments}
    assert named == {("path", "id"): "$response.body#/id", ("query", "q"): "fixed", "ghost": "1"}
