"""What the Python target can't express is in the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_document

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Disposition
from sdksmith.naming import assign_names
from sdksmith.sdk import build
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.target import TARGET

TEXT = {"type": "string"}


def degraded(operation: dict[str, Any]) -> set[str]:
    """Plan a document of one operation, and return what was degraded."""
    whole = {"responses": {"200": {"description": ""}}, **operation}
    parsed = parse_document({"paths": {"/things/{id}": {"post": whole}}})
    config, options = Config(), PythonOptions()
    sdk = build(parsed.api, TARGET.policy(options), parsed.ledger)
    names = assign_names(sdk, TARGET.profile(sdk, config, options))
    TARGET.plan(sdk, names, config, options, parsed.ledger, Diagnostics())
    return {entry.name for entry in parsed.ledger.entries if entry.outcome is Disposition.DEGRADED}


def path_parameter(**more: Any) -> dict[str, Any]:
    return {"parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT, **more}]}


def body(**content: Any) -> dict[str, Any]:
    return path_parameter() | {"requestBody": {"content": content}}


FORM = {"schema": {"type": "object", "properties": {"a": TEXT}}}


HEADER = {"X-A": {"schema": TEXT}}
LIST = {"schema": {"type": "array", "items": TEXT}}


def answer(**content: Any) -> dict[str, Any]:
    return path_parameter() | {"responses": {"200": {"description": "", "content": content}}}


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (path_parameter(allowReserved=True), "allowReserved"),
        (body(**{"multipart/form-data": FORM | {"encoding": {"a": {"style": "deepObject"}}}}), "encoding/a/style"),
        (body(**{"multipart/form-data": FORM | {"encoding": {"a": {"headers": HEADER}}}}), "encoding/a/headers/X-A"),
        (body(**{"multipart/form-data": LIST | {"encoding": {"a": {"contentType": "text/csv"}}}}), "schema"),
        (body(**{"application/xml": FORM}), "schema"),
        (answer(**{"application/xml": FORM}), "schema"),
        (answer(**{"application/json": FORM, "text/csv": {"schema": TEXT}}), "text/csv"),
        (answer(**{"multipart/mixed": FORM}), "multipart/mixed"),
        (body(**{"application/json": FORM, "text/csv": {"schema": TEXT}}), "text/csv"),
    ],
)
def test_what_is_sent_in_a_simpler_way_is_degraded(operation: dict[str, Any], name: str) -> None:
    assert degraded(operation) == {name}


@pytest.mark.parametrize(
    "operation",
    [
        path_parameter(),
        path_parameter() | {"servers": [{"url": "https://eu.example.com"}]},
        path_parameter() | {"servers": [{"url": "https://{region}.example.com"}]},
        path_parameter() | {"servers": [{"url": "/v2"}]},
        path_parameter() | {"servers": [{"url": "/v2"}, {"url": "/v3"}]},
        path_parameter(style="matrix"),
        path_parameter(style="label", explode=True),
        body(**{"application/json": FORM, "application/x-www-form-urlencoded": FORM}),
        body(**{"multipart/form-data": FORM | {"encoding": {"a": {"contentType": "text/csv"}}}}),
        body(**{"text/csv": {"schema": TEXT}}),
        body(**{"multipart/mixed": FORM}),
        answer(**{"application/jsonl": {"itemSchema": TEXT}}),
    ],
)
def test_what_is_sent_as_the_document_says_is_not(operation: dict[str, Any]) -> None:
    assert degraded(operation) == set()
