"""Names longer than a line: whatever the layout can't be sure of passes through Black itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sdksmith.config import to_config
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of


def document(length: int) -> dict[str, Any]:
    """A document whose types, properties, parameters, groups, methods and servers have names so long."""
    kind = ("Very" + "Long" * length)[:length]
    name = ("very_" + "long_" * length)[:length].rstrip("_")
    reference = {"$ref": f"#/components/schemas/{kind}"}
    content = {"application/json": {"schema": reference}}
    page = {"type": "object", "properties": {name: {"type": "array", "items": reference}}}
    body = {
        "type": "object",
        "required": [name],
        "properties": {
            name: reference,
            f"{name}_x": {"type": "integer"},
            f"{name}_y": {"type": "array", "items": {"type": "object", "additionalProperties": reference}},
        },
    }
    tagged = {"t": f"#/components/schemas/{kind}A", name: f"#/components/schemas/{kind}B"}
    schemas: dict[str, Any] = {
        kind: {
            "type": "object",
            "required": [name],
            "properties": {
                name: {"type": "integer"},
                f"{name}_a": {"type": ["integer", "null"]},
                f"{name}_b": reference,
                f"{name}_c": {"type": "string", "enum": [name, "b"]},
                f"{name}_d": {"oneOf": [reference, {"type": "string"}, {"$ref": f"#/components/schemas/{kind}Two"}]},
            },
        },
        f"{kind}Two": {
            "allOf": [reference, {"type": "object", "properties": {"z": {"type": "string", "const": name}}}]
        },
        f"{kind}Tag": {
            "oneOf": [{"$ref": target} for target in tagged.values()],
            "discriminator": {"propertyName": name, "mapping": tagged},
        },
        **{f"{kind}{end}": {"type": "object", "properties": {name: {"type": "string"}}} for end in "AB"},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Names", "version": "1"},
        "servers": [{"url": f"https://a.example.com/{'b' * length}"}],
        "paths": {
            f"/{name}": {
                "post": {
                    "tags": [name],
                    "operationId": name,
                    "parameters": [
                        {"name": name, "in": "query", "schema": {"type": "array", "items": reference}},
                        {"name": f"{name}_id", "in": "header", "required": True, "schema": {"type": "integer"}},
                    ],
                    "requestBody": {"content": {"application/json": {"schema": body}}},
                    "responses": {status: {"description": "", "content": content} for status in ("200", "404")},
                }
            },
            "/l": {
                "get": {
                    "tags": ["g"],
                    "operationId": f"get{kind}",
                    "parameters": [
                        {"name": each, "in": "query", "schema": {"type": "integer"}} for each in ("page", "per_page")
                    ],
                    "responses": {"200": {"description": "", "content": {"application/json": {"schema": page}}}},
                }
            },
        },
        "components": {"schemas": schemas},
    }


LENGTHS = (40, 50, 65, 90, 140)


@pytest.mark.parametrize(
    "lengths", [LENGTHS, pytest.param(range(41, 140), marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_names_of_every_length_come_out_as_black_lays_them_out(lengths: Sequence[int], tmp_path: Path) -> None:
    config = to_config({"targets": {"python": {"package": "names", "tests": True}}}, options_of)
    source = tmp_path / "api.json"
    for length in lengths:
        source.write_text(json.dumps(document(length)), encoding="utf-8")
        generate(str(source), config, outputs={"python": tmp_path / "out" / str(length)})

    # The runtime is the same everywhere.
    command = [
        sys.executable,
        "-m",
        "black",
        "--check",
        "--diff",
        "--quiet",
        "--config",
        os.devnull,
        str(tmp_path / "out"),
    ]
    process = subprocess.run([*command, str(tmp_path / "out")], capture_output=True, text=True, check=False)

    assert (process.returncode, process.stdout) == (0, "")
