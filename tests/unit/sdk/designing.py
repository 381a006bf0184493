"""Inline documents in, designs of libraries out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.unit.parser.parsing import Parsed, parse_document

from sdksmith.sdk import Argument, Method, Policy, Sdk, build

OK: Mapping[str, Any] = {"200": {"description": "Fine."}}


def design(document: Mapping[str, Any], policy: Policy | None = None) -> Sdk:
    """Design the library of a document."""
    return designed(document, policy)[0]


def designed(document: Mapping[str, Any], policy: Policy | None = None) -> tuple[Sdk, Parsed]:
    """Design the library of a document; the ledger is that of what was parsed."""
    parsed = parse_document(document)
    return build(parsed.api, policy or Policy(), parsed.ledger), parsed


def method_of(operation: Mapping[str, Any], path: str = "/things", verb: str = "post", **schemas: Any) -> Method:
    """Design the library of one operation, and return its method."""
    document = {"paths": {path: {verb: {"responses": OK, **operation}}}, "components": {"schemas": schemas}}
    (method,) = design(document).methods.values()
    return method


def arguments_of(operation: Mapping[str, Any], path: str = "/things", **schemas: Any) -> dict[str, Argument]:
    """Return the arguments of one operation by wire name, in their order."""
    return {argument.wire_name: argument for argument in method_of(operation, path, **schemas).arguments}


def parameter(name: str, schema: Any = None, *, place: str = "query", required: bool = False) -> dict[str, Any]:
    """Return a parameter."""
    return {"name": name, "in": place, "required": required or place == "path", "schema": schema or {"type": "string"}}


def sends(schema: Any, content_type: str = "application/json", **body: Any) -> dict[str, Any]:
    """Return an operation that sends a body."""
    return {"requestBody": {"required": True, "content": {content_type: {"schema": schema}}, **body}}


def returns(schema: Any, content_type: str = "application/json", status: str = "200") -> dict[str, Any]:
    """Return responses with one body."""
    return {status: {"description": "", "content": {content_type: {"schema": schema}}}}
