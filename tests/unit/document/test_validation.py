from __future__ import annotations

from typing import Any

import pytest

from sdksmith.diagnostics import Diagnostics
from sdksmith.document import validate


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_good_document_has_no_findings(load_parts: Any, version: str) -> None:
    outcome = load_parts(version, paths={"/a": {"get": {"responses": {"200": {"description": "ok"}}}}})
    diagnostics = Diagnostics()
    validate(outcome.document, diagnostics)
    assert [found.message for found in diagnostics] == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_findings_have_a_pointer(load_parts: Any, version: str) -> None:
    operation = {
        "responses": {"200": {"description": "ok"}},
        "operationId": "x",
        "parameters": [{"name": "a", "in": "x"}],
    }
    outcome = load_parts(version, paths={"/a": {"get": operation}})
    diagnostics = Diagnostics()
    validate(outcome.document, diagnostics)
    assert diagnostics.has_errors
    found = next(iter(diagnostics))
    assert found.code == "invalid-openapi"
    assert found.pointer is not None
    assert found.pointer[:2] == ("paths", "/a")
    assert "\n" not in found.message
    assert outcome.document.locate(found.pointer).line == 1


def test_a_3_0_document_is_validated_as_it_was_written(load_schemas: Any) -> None:
    outcome = load_schemas("3.0.3", A={"type": "string", "nullable": True}, B={"$ref": "#/components/schemas/A"})
    diagnostics = Diagnostics()
    validate(outcome.document, diagnostics)
    assert [found.message for found in diagnostics] == []
    assert outcome.document.original()["components"]["schemas"]["A"] == {"type": "string", "nullable": True}
    assert outcome.document.tree["components"]["schemas"]["A"] == {"type": ["string", "null"]}


def test_many_files_are_validated_as_one(load_files: Any) -> None:
    root = {
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"$ref": "a.yaml"}},
    }
    outcome = load_files({"root.json": root, "a.yaml": "get:\n  responses:\n    '200': {descr: ok}\n"})
    diagnostics = Diagnostics()
    validate(outcome.document, diagnostics)
    (found,) = diagnostics
    assert found.pointer is not None
    location = outcome.document.locate(found.pointer)
    assert (location.file, location.line) == ("a.yaml", 3)


def test_a_document_that_the_library_stumbles_over_is_not_valid(load_parts: Any) -> None:
    # The reference leads to a header, which has no name; the library reads the name without looking.
    operation = {"responses": {}, "parameters": [{"$ref": "#/components/headers/H"}]}
    outcome = load_parts(paths={"/a": {"get": operation}}, components={"headers": {"H": {"schema": {}}}})
    diagnostics = Diagnostics()
    validate(outcome.document, diagnostics)
    assert diagnostics.has_errors
