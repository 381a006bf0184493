"""Schemas that lead in a circle, of every length and kind: no command goes round for ever.

The deadline is a number of executed lines, since clocks tell of the machine.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import sdksmith
from sdksmith import pipeline
from sdksmith.config import to_config
from sdksmith.diagnostics import Failure
from sdksmith.targets.registry import options_of

#: A document of a circle takes less than a tenth of this.
DEADLINE = 1_500_000
PROGRAM = str(Path(sdksmith.__file__).parent) + os.sep

KINDS = ("alias", "oneOf", "anyOf", "allOf", "array", "map", "nullable", "property", "base", "tagged")
QUICK, MANY = 20, 300


class OverDeadlineError(Exception):
    """More lines were executed than a circle can need."""


def link(kind: str, target: str) -> dict[str, Any]:
    """Return a schema that leads on to another one."""
    reference: dict[str, Any] = {"$ref": f"#/components/schemas/{target}"}
    match kind:
        case "alias":
            return reference
        case "oneOf" | "anyOf" | "allOf":
            return {kind: [reference]}
        case "array":
            return {"type": "array", "items": reference}
        case "map":
            return {"type": "object", "additionalProperties": reference}
        case "nullable":
            return {"oneOf": [reference, {"type": "null"}]}
        case "property":
            return {"type": "object", "required": ["next"], "properties": {"next": reference}}
        case "base":
            return {
                "allOf": [reference, {"type": "object", "properties": {f"of_{target.lower()}": {"type": "string"}}}]
            }
        case _:
            mapping = {"t": reference["$ref"]}
            return {"oneOf": [reference], "discriminator": {"propertyName": "kind", "mapping": mapping}}


def circle(kinds: list[str]) -> dict[str, Any]:
    """Return a document whose first schema leads to itself, and is sent, returned, paged and a parameter."""
    names = [f"S{number}" for number in range(len(kinds))]
    schemas = {
        name: link(kind, names[(number + 1) % len(names)])
        for number, (name, kind) in enumerate(zip(names, kinds, strict=True))
    }
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}
    response = {"description": "", "content": content}
    paging = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("page", "per_page")]
    like = {"name": "like", "in": "query", "schema": {"$ref": "#/components/schemas/S0"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Circle", "version": "1"},
        "paths": {
            "/a": {
                "get": {"operationId": "list", "parameters": [*paging, like], "responses": {"200": response}},
                "post": {
                    "operationId": "send",
                    "requestBody": {"content": content},
                    "responses": {"default": response},
                },
            }
        },
        "components": {"schemas": schemas},
    }


def run_within_deadline(document: Path, output: Path) -> int:
    """Run every command on a document; return how many lines were executed."""
    config = to_config({"targets": {"python": {"package": "circle", "tests": True}}}, options_of)
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        if not frame.f_code.co_filename.startswith(PROGRAM):
            return None
        lines += event == "line"
        if lines > DEADLINE:
            raise OverDeadlineError
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for command in (
            lambda: pipeline.validate(str(document), config),
            lambda: pipeline.inspect(str(document), config, targets=("python",)),
            lambda: pipeline.generate(str(document), config, outputs={"python": output}),
        ):
            try:
                command()
            except Failure as failure:
                # Such a document may be refused, with the reason.
                assert failure.diagnostics.has_errors
    finally:
        sys.settrace(before)
    return lines


def assert_that_it_ends(kinds: list[str], folder: Path) -> None:
    document = folder / "circle.json"
    document.write_text(json.dumps(circle(kinds)), encoding="utf-8")

    assert 0 < run_within_deadline(document, folder / "out") <= DEADLINE


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("length", [1, 2])
def test_a_circle_of_one_kind_ends(kind: str, length: int, tmp_path: Path) -> None:
    assert_that_it_ends([kind] * length, tmp_path)


@pytest.mark.parametrize(
    "seed", [*range(QUICK), *(pytest.param(n, marks=pytest.mark.slow) for n in range(QUICK, MANY))]
)
def test_a_circle_of_any_kinds_ends(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    kinds = [chance.choice(KINDS) for _ in range(chance.randint(2, 7))]

    assert_that_it_ends(kinds, tmp_path)
