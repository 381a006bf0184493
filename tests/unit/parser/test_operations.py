"""Operations: where they stand, what they take, and what they answer."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import Json, parse_document, parse_operation, ref, reference

from sdksmith.config import Config
from sdksmith.model import Array, Disposition, File, Group, Operation, ParameterOf, Primitive

OK = {"200": {"description": ""}}
THING = {"type": "object", "properties": {"a": {"type": "string"}}}


def json_body(schema: Any, **more: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}, **more}


def groups(paths: Json, words: Any = "compact", **document: Any) -> Group:
    return parse_document({"paths": paths, **document}, Config(words=words)).api.root


# -- names and groups -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"x-operation-name": "makeIt", "operationId": "post_things"}, "makeIt"),
        ({"operationId": "post_things"}, "post_things"),
        ({}, "post_things_id_parts"),
        ({"x-operation-name": " ", "operationId": ""}, "post_things_id_parts"),
    ],
)
def test_an_operation_is_named_by_the_extension_else_its_id_else_its_path(given: Json, expected: str) -> None:
    assert parse_operation(given, "/things/{id}/parts", "post").name == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"x-operation-group": ["emails", "provider"], "tags": ["t"]}, ("emails", "provider")),
        ({"x-operation-group": "emails", "tags": ["t"]}, ("emails",)),
        ({"x-operation-group": [], "tags": ["t"]}, ("t",)),
        ({"x-operation-group": 3, "tags": ["t", "u"]}, ("t",)),
        ({"tags": [" "]}, ("things",)),
        ({}, ("things",)),
    ],
)
def test_a_group_is_the_extension_else_the_first_tag_else_the_path(given: Json, expected: tuple[str, ...]) -> None:
    assert parse_operation(given, "/{tenant}/things").group == expected


def test_a_path_of_nothing_but_parameters_still_has_a_group() -> None:
    assert parse_operation({}, "/{a}/{b}").group == ("api",)


def test_a_group_between_two_others_exists_without_operations() -> None:
    root = groups({"/a": {"get": {"x-operation-group": ["one", "two", "three"], "responses": OK}}})
    (one,) = root.groups
    (two,) = one.groups
    assert (one.path, one.operations, two.path) == (("one",), (), ("one", "two"))
    assert [len(group.operations) for group in two.groups] == [1]


def test_spellings_that_read_the_same_are_one_group() -> None:
    paths = {
        "/a": {"get": {"tags": ["Client Grants"], "responses": OK}},
        "/b": {"get": {"tags": ["client-grants"], "responses": OK}},
    }
    assert [group.path for group in groups(paths).groups] == [("Client Grants",)]
    assert groups(dict(reversed(paths.items()))) == groups(paths)


def test_groups_are_described_by_their_tags() -> None:
    root = groups({"/a": {"get": {"tags": ["a"], "responses": OK}}}, tags=[{"name": "a", "description": "All of a."}])
    assert root.groups[0].description == "All of a."


def test_operations_stand_in_order_of_path_and_method_whatever_the_document_says() -> None:
    paths = {
        "/b": {"get": {"responses": OK}},
        "/a": {"post": {"responses": OK}, "get": {"responses": OK}},
    }
    parsed = parse_document({"paths": paths})
    assert [(found.method, found.path) for found in parsed.api.operations()] == [
        ("GET", "/a"),
        ("POST", "/a"),
        ("GET", "/b"),
    ]


# -- parameters -------------------------------------------------------------------------------------------------------


def parameter(name: str, location: str, **more: Any) -> dict[str, Any]:
    required = {"required": True} if location == "path" else {}
    return {"name": name, "in": location, "schema": {"type": "string"}, **required, **more}


@pytest.mark.parametrize(
    ("location", "style", "explode"),
    [("path", "simple", False), ("query", "form", True), ("header", "simple", False), ("cookie", "form", True)],
)
def test_each_location_has_its_default_style(location: str, style: str, explode: bool) -> None:
    found = parse_operation({"parameters": [parameter("id", location)]}, "/things/{id}" if location == "path" else "/t")
    (only,) = found.parameters
    assert (only.location, only.style, only.explode) == (location, style, explode)


def test_a_style_that_is_said_is_kept() -> None:
    given = parameter("ids", "query", style="pipeDelimited", explode=False)
    (only,) = parse_operation({"parameters": [given]}).parameters
    assert (only.style, only.explode) == ("pipeDelimited", False)


def test_an_operation_overrides_the_parameter_of_its_path() -> None:
    item = {
        "parameters": [parameter("q", "query", description="theirs"), parameter("other", "query")],
        "get": {"parameters": [parameter("q", "query", description="ours")], "responses": OK},
    }
    (found,) = parse_document({"paths": {"/things": item}}).api.operations()
    assert [(entry.name, entry.description) for entry in found.parameters] == [("q", "ours"), ("other", "")]


def test_one_name_in_two_places_is_two_parameters() -> None:
    given = [parameter("id", "path"), parameter("id", "query")]
    found = parse_operation({"parameters": given}, "/things/{id}")
    assert [entry.location for entry in found.parameters] == ["path", "query"]


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_are_set_by_other_means_are_no_parameters(name: str) -> None:
    parsed = parse_document(
        {"paths": {"/things": {"get": {"parameters": [parameter(name, "header")], "responses": OK}}}}
    )
    assert parsed.api.operations()[0].parameters == ()
    assert parsed.reasons(name, Disposition.EXCLUDED)


def test_an_ignored_parameter_is_dropped_and_accounted_for() -> None:
    given = parameter("secret", "query", **{"x-sdk-ignore": True})
    parsed = parse_document({"paths": {"/things": {"get": {"parameters": [given], "responses": OK}}}})
    assert parsed.api.operations()[0].parameters == ()
    assert parsed.reasons("secret", Disposition.EXCLUDED) == ["x-sdk-ignore"]


def test_a_parameter_may_be_a_media_type() -> None:
    given = {"name": "filter", "in": "query", "content": {"application/json": {"schema": ref("Thing")}}}
    (only,) = parse_operation({"parameters": [given]}, Thing=THING).parameters
    assert (only.content_type, only.type) == ("application/json", reference("Thing"))


def test_an_inline_enum_of_a_parameter_knows_where_it_stands() -> None:
    given = {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}}
    parsed = parse_document({"paths": {"/things": {"get": {"parameters": [given], "responses": OK}}}})
    (operation,) = parsed.api.operations()
    origin = parsed.follow(operation.parameters[0].type).origin
    assert origin == ParameterOf(("paths", "/things", "get"), "sort")


def test_the_default_of_a_parameter_is_documentation() -> None:
    given = {"name": "n", "in": "query", "schema": {"type": "integer", "default": 7}}
    assert parse_operation({"parameters": [given]}).parameters[0].default == (7,)


# -- bodies and answers -----------------------------------------------------------------------------------------------


def test_json_is_first_of_the_media_types_of_a_body_and_the_others_follow_by_name() -> None:
    schema = {"schema": {"type": "string"}}
    order = ["application/json", "application/hal+json", "application/xml", "text/plain"]
    for names in (order, order[::-1]):
        found = parse_operation({"requestBody": {"content": dict.fromkeys(names, schema)}}, method="post")
        assert found.body is not None
        assert [media.content_type for media in found.body.alternatives] == order


def test_named_examples_come_by_their_names() -> None:
    examples = {"second": {"value": 2}, "first": {"value": 1}}
    content = {"application/json": {"schema": {"type": "integer"}, "examples": examples}}
    found = parse_operation({"requestBody": {"content": content}}, method="post")
    assert found.body is not None
    assert found.body.alternatives[0].examples == (1, 2)


def test_the_same_inline_schema_as_json_and_as_a_form_is_one_type() -> None:
    content = {"application/json": {"schema": THING}, "application/x-www-form-urlencoded": {"schema": THING}}
    found = parse_operation({"requestBody": {"content": content}}, method="post")
    assert found.body is not None
    first, second = found.body.alternatives
    assert first.type == second.type


@pytest.mark.parametrize("content_type", ["application/octet-stream", "image/png", "application/pdf"])
def test_an_answer_that_is_no_text_is_a_file(content_type: str) -> None:
    content = {content_type: {"schema": {"type": "string", "format": "binary"}}}
    found = parse_operation({"responses": {"200": {"description": "", "content": content}}})
    assert found.responses[0].alternatives[0].type == File(content_type)


def test_answers_are_in_order_of_their_status() -> None:
    answers = {status: {"description": status} for status in ("404", "default", "201", "200")}
    found = parse_operation({"responses": answers})
    assert [answer.status for answer in found.responses] == ["200", "201", "404", "default"]


def test_further_descriptions_of_an_answer_follow_the_first_in_order() -> None:
    answer = {"description": "one", "x-description-10": "ten", "x-description-2": "two", "x-description-3": "one"}
    found = parse_operation({"responses": {"200": answer}})
    assert found.responses[0].descriptions == ("one", "two", "ten")


def test_an_inline_list_answer_is_an_array() -> None:
    answer = json_body({"type": "array", "items": ref("Thing")}, description="")
    found = parse_operation({"responses": {"200": answer}}, Thing=THING)
    assert found.responses[0].alternatives[0].type == Array(reference("Thing"))


def test_headers_of_an_answer_are_kept() -> None:
    answer = {"description": "", "headers": {"X-Total": {"schema": {"type": "integer"}, "description": "How many."}}}
    (header,) = parse_operation({"responses": {"200": answer}}).responses[0].headers
    assert (header.name, header.type, header.description) == ("X-Total", Primitive("integer"), "How many.")


def test_shared_parts_are_followed() -> None:
    parsed = parse_document(
        {
            "paths": {
                "/things": {
                    "post": {
                        "parameters": [{"$ref": "#/components/parameters/Q"}],
                        "requestBody": {"$ref": "#/components/requestBodies/B"},
                        "responses": {"200": {"$ref": "#/components/responses/R"}},
                    }
                }
            },
            "components": {
                "parameters": {"Q": parameter("q", "query")},
                "requestBodies": {"B": json_body(THING, required=True)},
                "responses": {"R": {"description": "done"}},
            },
        }
    )
    (found,) = parsed.api.operations()
    assert [entry.name for entry in found.parameters] == ["q"]
    assert found.body is not None and found.body.required
    assert found.responses[0].descriptions == ("done",)


# -- what the configuration leaves out --------------------------------------------------------------------------------


def excluding(paths: Json, **schemas: Any) -> tuple[tuple[Operation, ...], set[str]]:
    parsed = parse_document({"paths": paths, "components": {"schemas": schemas}}, Config(exclude_lifecycle=("beta",)))
    return parsed.api.operations(), {symbol[-1] for symbol in parsed.api.declarations}


def test_an_excluded_stage_takes_its_operations_and_their_types_along() -> None:
    beta = {"x-release-lifecycle": "Beta", "responses": {"200": json_body(ref("Only"), description="")}}
    other = {"responses": {"200": json_body(ref("Shared"), description="")}}
    operations, types = excluding({"/a": {"get": beta}, "/b": {"get": other}}, Only=THING, Shared=THING, Unused=THING)
    assert [found.path for found in operations] == ["/b"]
    assert types == {"Shared", "Unused"}


def test_a_type_that_a_kept_operation_needs_too_stays() -> None:
    answers = {"200": json_body(ref("Shared"), description="")}
    paths = {
        "/a": {"get": {"x-release-lifecycle": "beta", "responses": answers}},
        "/b": {"get": {"responses": answers}},
    }
    assert excluding(paths, Shared=THING)[1] == {"Shared"}


def test_an_excluded_media_type_leaves_the_others() -> None:
    content = {
        "application/json": {"schema": THING},
        "text/event-stream": {"schema": THING, "x-release-lifecycle": "beta"},
    }
    operations, _ = excluding({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}})
    assert [media.content_type for media in operations[0].responses[0].alternatives] == ["application/json"]


# -- servers and security ---------------------------------------------------------------------------------------------


def test_servers_tell_their_variables() -> None:
    server = {"url": "https://{tenant}/v2", "variables": {"tenant": {"default": "t", "enum": ["t", "u"]}}}
    (found,) = parse_document({"servers": [server]}).api.servers
    assert found.url == "https://{tenant}/v2"
    assert [(entry.name, entry.default, entry.values) for entry in found.variables] == [("tenant", "t", ("t", "u"))]


def test_security_of_none_is_not_the_same_as_no_word_about_security() -> None:
    assert parse_operation({"security": []}).security == ()
    assert parse_operation({}).security is None


def test_a_security_scheme_tells_where_it_goes() -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "http": {"type": "http", "scheme": "Bearer"}}
    parsed = parse_document({"components": {"securitySchemes": schemes}})
    assert [(entry.name, entry.type, entry.scheme, entry.parameter) for entry in parsed.api.security_schemes] == [
        ("http", "http", "bearer", ""),
        ("key", "apiKey", "", "X-Key"),
    ]


# -- paths ------------------------------------------------------------------------------------------------------------


def path_parameters(operation: Operation) -> list[str]:
    return [parameter.name for parameter in operation.parameters if parameter.location == "path"]


def test_a_placeholder_that_nothing_declares_is_a_required_string() -> None:
    found = parse_operation({}, path="/users/{id}/posts/{post_id}")

    assert path_parameters(found) == ["id", "post_id"]
    assert all(parameter.required and parameter.type == Primitive("string") for parameter in found.parameters)


def test_operators_of_uri_templates_are_taken_off_the_path() -> None:
    rest = {"name": "rest", "in": "path", "required": True, "schema": {"type": "string"}}

    found = parse_operation({"parameters": [rest]}, path="/files/{rest*}{?page}")

    assert found.path == "/files/{rest}"
    assert path_parameters(found) == ["rest"]
