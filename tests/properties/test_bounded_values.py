"""Example values stay small, and are found soon, however deep a document nests what it requires."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.properties.test_circles import DEADLINE, run_within_deadline

LEVELS = 24


def reference(number: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/N{number}"}


def required_twice(number: int) -> dict[str, Any]:
    """Every value has two of the next level: 16 million in all."""
    return {"type": "object", "required": ["a", "b"], "properties": {"a": reference(number), "b": reference(number)}}


def either(number: int) -> dict[str, Any]:
    """Both variants take any value of the next level."""
    variants = [
        {"type": "object", "required": ["x"], "properties": {"x": reference(number), name: {}}} for name in "yz"
    ]
    return {"oneOf": variants}


def chain(number: int) -> dict[str, Any]:
    return {"type": "object", "required": ["next"], "properties": {"next": reference(number)}}


def nested(levels: int) -> Any:
    return {} if levels == 0 else {"x": nested(levels - 1)}


@pytest.mark.parametrize(
    ("level", "levels"), [(required_twice, LEVELS), (either, LEVELS), (chain, 200)], ids=["objects", "unions", "chain"]
)
def test_values_are_bounded(level: Any, levels: int, tmp_path: Path) -> None:
    schemas = {f"N{number}": level(number + 1) for number in range(levels)}
    schemas[f"N{levels}"] = {"type": "object", "properties": {"a": {"type": "string"}}}
    content = {"application/json": {"schema": reference(0), "example": nested(levels)}}
    operation = {
        "operationId": "send",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "", "content": content}},
    }
    document = tmp_path / "deep.json"
    document.write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "Deep", "version": "1"},
                "paths": {"/a": {"post": operation}},
                "components": {"schemas": schemas},
            }
        ),
        encoding="utf-8",
    )

    assert run_within_deadline(document, tmp_path / "out") <= DEADLINE
    written = sum(file.stat().st_size for file in (tmp_path / "out").rglob("*") if file.is_file())
    assert 100_000 < written < 2_000_000
