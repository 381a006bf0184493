"""Wire vectors against the document, by openapi-core, so that they do not only agree with ourselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from tests.e2e.support import shared
from tests.runtime.loopback import Received
from tests.wire.server import Document

from sdksmith import pipeline
from sdksmith.cli import main
from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.project import open_project

ROOT = Path(__file__).resolve().parents[2]

#: Keywords that limit values and say nothing of their type: values are made by type.
_LIMITS = frozenset(
    """maxItems maxLength maxProperties maximum minItems minLength minProperties minimum exclusiveMaximum exclusiveMinimum
    multipleOf pattern format uniqueItems not""".split()
)

STYLES = {
    "openapi": "3.1.0",
    "info": {"title": "Styles", "version": "1"},
    "paths": {
        "/things/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "parameters": [
                    {"name": "plain", "in": "query", "schema": {"type": "string"}},
                    {"name": "flag", "in": "query", "schema": {"type": "boolean"}},
                    {"name": "list", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {"name": "comma", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}},
                    {"name": "X-Header", "in": "header", "schema": {"type": "string"}},
                ],
                "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}},
            },
            "patch": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}, "b": {"enum": ["x", "y"]}}}
                        }
                    }
                },
                "responses": {"204": {"description": ""}},
            },
        },
        "/forms": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "n": {"type": "integer"}}}
                        }
                    },
                },
                "responses": {"204": {"description": ""}},
            }
        },
    },
}  # fmt: skip


def judged(tree: Any) -> Any:
    """Return a document that asks of values what their types say, and of objects what a caller must give.

    A property that must be there and may be null may be left out: the contract of the libraries.
    """
    if isinstance(tree, list):
        return [judged(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    cleaned = {
        key: judged(value) for key, value in tree.items() if not (key in _LIMITS and not isinstance(value, dict))
    }
    properties = cleaned.get("properties")
    if not properties and cleaned.get("additionalProperties") is False:
        # An object of which nothing is known is a map to us.
        del cleaned["additionalProperties"]
    if isinstance(properties, dict) and isinstance(cleaned.get("required"), list):
        cleaned["required"] = [name for name in cleaned["required"] if not _is_nullable(properties.get(name))]
    return cleaned


def _is_nullable(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    variants = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    return "null" in schema.get("type", ()) or any(variant == {"type": "null"} for variant in variants)


def document(source: Path) -> Document:
    """Return a document on loopback, without credentials."""
    tree: dict[str, Any] = judged(json.loads(json.dumps(load(str(source), Config().input, Diagnostics()).tree)))
    tree["servers"] = [{"url": "/"}]
    tree.pop("security", None)
    for item in tree["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("security", None)
    return Document(tree)


def received(request: dict[str, Any]) -> Received:
    """Return a request as a server gets it."""
    headers = dict(request["headers"])
    body = b""
    for kind, value in request.get("body", {}).items():
        if kind == "json":
            body = json.dumps(value).encode()
        elif kind == "form":
            body = urlencode([(name, text) for name, texts in value.items() for text in texts]).encode()
        else:
            # Bytes are no business of a schema, and parts none of openapi-core's (docs/decisions/0006-wire-suite.md).
            body = b"content"
            if kind == "multipart":
                headers["content-type"] += "; boundary=x"
                body = b"--x--\r\n"
    query = "&".join(request["query"])
    # A slash in a segment is one that openapi-core takes for the end of it.
    path = request["path"].replace("%2F", "-")
    return Received(request["method"], f"{path}?{query}" if query else path, headers, body)


def complaints(source: Path, *overrides: str) -> tuple[int, list[str]]:
    """Return how many requests were judged, and what breaks the document."""
    project = open_project(str(source), None, overrides)
    judge = document(source)
    found: list[str] = []
    count = 0
    for vector in pipeline.vectors(project.source, project.config).values["vectors"]:
        for exchange in vector["exchanges"]:
            count += 1
            broken = judge.complaints(received(exchange["request"]))
            found += [f"{vector['operation']['pointer']} {vector['name']}: {text[:300]}" for text in broken]
    return count, found


@pytest.mark.parametrize("name", ["management-api.yaml", "teaching/petstore.yaml"])
def test_the_requests_of_our_documents_are_as_their_documents_say(name: str) -> None:
    count, found = complaints(ROOT / "specs" / name)

    assert count >= 10
    assert found == []


def test_every_style_is_as_the_document_says(tmp_path: Path) -> None:
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(STYLES), encoding="utf-8")

    count, found = complaints(source)

    assert count == 9
    assert found == []


def test_the_judge_sees_what_is_wrong() -> None:
    source = ROOT / "specs" / "teaching" / "petstore.yaml"
    judge = document(source)
    vectors = pipeline.vectors(str(source), Config()).values["vectors"]
    sent = next(
        each["exchanges"][0]["request"] for each in vectors if "json" in each["exchanges"][0]["request"].get("body", {})
    )

    assert judge.complaints(received(sent)) == []
    assert judge.complaints(received({**sent, "body": {"json": {"name": 1}}})) != []
    assert judge.complaints(received({**sent, "path": "/nowhere"})) != []


@pytest.mark.slow
def test_the_requests_of_the_management_api_are_as_its_document_says() -> None:
    count, found = complaints(shared("specs", "management", "2026-06-25.json"), "words=lodash")

    assert count > 1_000
    assert found == []


def test_the_command_prints_one_json_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(STYLES), encoding="utf-8")

    with pytest.raises(SystemExit) as text:
        main(["vectors", str(source)])
    printed = json.loads(capsys.readouterr().out)
    with pytest.raises(SystemExit) as program:
        main(["vectors", str(source), "--format", "json"])
    found = json.loads(capsys.readouterr().out)

    assert (text.value.code, program.value.code) == (0, 0)
    assert len(printed["vectors"]) == 9
    assert printed["untested"] == []
    assert (found["vectors"], found["exit_code"]) == (printed["vectors"], 0)


def test_a_document_with_errors_has_no_vectors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "openapi.json"
    source.write_text('{"openapi": "3.1.0", "paths": {"/a": {"$ref": "#/nowhere"}}}', encoding="utf-8")

    with pytest.raises(SystemExit) as stopped:
        main(["vectors", str(source)])

    output = capsys.readouterr()
    assert (stopped.value.code, output.out) == (2, "")
    assert "error[" in output.err
