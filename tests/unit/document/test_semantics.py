from __future__ import annotations

from typing import Any

import pytest

from sdksmith.diagnostics import Severity

OK = {"responses": {"200": {"description": "ok"}}}


def parameter(name: str, place: str = "path") -> dict[str, Any]:
    return {"name": name, "in": place, "required": True, "schema": {"type": "string"}}


def warnings(outcome: Any) -> list[tuple[str, tuple[str, ...]]]:
    assert outcome.document is not None
    assert all(found.severity is Severity.WARNING for found in outcome.diagnostics)
    return [(found.message, found.pointer) for found in outcome.diagnostics]


def test_templates_are_held_against_parameters(load_parts: Any) -> None:
    operation = {**OK, "parameters": [parameter("userId"), parameter("other")]}
    path = "/users/{userId}/posts/{postId}"
    assert warnings(load_parts(paths={path: {"get": operation}})) == [
        (f"the parameter other is not in the path template {path}", ("paths", path, "get", "parameters", "1")),
        (f"the path uses {{postId}} but no parameter declares it: {path}", ("paths", path)),
    ]


@pytest.mark.parametrize("path", ["/{a}", "/x{a}y", "/{a}/{a}", "/{a*}", "/{;a*}", "/{?a}", "/a.{a}"])
def test_parameters_of_the_path_and_by_reference_count(load_parts: Any, path: str) -> None:
    by_reference = {"$ref": "#/components/parameters/Alias"}
    parameters = {"A": parameter("a"), "Alias": {"$ref": "#/components/parameters/A"}}
    shared = {"get": OK, "parameters": [by_reference]}
    own = {"get": {**OK, "parameters": [by_reference]}}
    for item in (shared, own):
        assert warnings(load_parts(paths={path: item}, components={"parameters": parameters})) == []


def test_parameters_in_other_places_do_not_count(load_parts: Any) -> None:
    operation = {**OK, "parameters": [parameter("a", "query")]}
    (found,) = warnings(load_parts(paths={"/{a}": {"get": operation}}))
    assert "{a}" in found[0]


def test_an_operation_id_used_twice(load_parts: Any) -> None:
    operation = {**OK, "operationId": "same"}
    outcome = load_parts(paths={"/a": {"get": operation}, "/b": {"get": operation, "put": {**operation}}})
    assert warnings(outcome) == [
        (
            "duplicate operationId 'same': used by /paths/~1a/get and by /paths/~1b/get",
            ("paths", "/b", "get", "operationId"),
        ),
        (
            "duplicate operationId 'same': used by /paths/~1a/get and by /paths/~1b/put",
            ("paths", "/b", "put", "operationId"),
        ),
    ]
    assert outcome.found("duplicate-operation-id")[0].related == (
        ("first used here", ("paths", "/a", "get", "operationId")),
    )


def test_a_parameter_declared_twice(load_parts: Any) -> None:
    listed = [parameter("a", "query"), parameter("a", "header"), parameter("a", "query")]
    assert warnings(load_parts(paths={"/x": {"get": {**OK, "parameters": listed}}})) == [
        ("the query parameter 'a' is declared twice", ("paths", "/x", "get", "parameters", "2"))
    ]


def test_an_operation_may_override_a_parameter_of_the_path(load_parts: Any) -> None:
    item = {"get": {**OK, "parameters": [parameter("a")]}, "parameters": [parameter("a")]}
    assert warnings(load_parts(paths={"/{a}": item})) == []


def test_a_parameter_without_a_schema(load_parts: Any) -> None:
    uses = {"parameters": [{"$ref": "#/components/parameters/P"}], **OK}
    outcome = load_parts(
        paths={"/a": {"get": uses, "put": uses}}, components={"parameters": {"P": {"name": "p", "in": "query"}}}
    )
    assert warnings(outcome) == [
        ("the parameter 'p' has neither schema nor content; any value is taken", ("components", "parameters", "P"))
    ]


def test_a_path_without_a_slash(load_parts: Any) -> None:
    assert warnings(load_parts(paths={"a": {"get": OK}, "x-a": {"get": 1}})) == [
        ("the path 'a' does not begin with '/'", ("paths", "a"))
    ]


def test_additional_operations_are_checked(load_parts: Any) -> None:
    item = {"query": OK, "additionalOperations": {"LINK": OK}}
    (found,) = load_parts("3.2.0", paths={"/{a}": item}).diagnostics
    assert found.pointer == ("paths", "/{a}")
    assert [place for _, place in found.related] == [
        ("paths", "/{a}", "query"),
        ("paths", "/{a}", "additionalOperations", "LINK"),
    ]
