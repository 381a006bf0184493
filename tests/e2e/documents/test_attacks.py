"""Documents made to be too much: each ends in a package or in a located reason, within bounds of time and memory.

They are written here, because what makes each of them dangerous is its size; the files of others are in
``test_hostile.py``.
"""

from __future__ import annotations

import json
import os
import py_compile
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.documents.hostile import generate
from tests.e2e.support import sdksmith

DONE = {"200": {"description": "Done"}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def document(schemas: Any = None, paths: Any = None, **more: Any) -> str:
    info = {"title": "Test", "version": "1"}
    return json.dumps(
        {"openapi": "3.1.0", "info": info, "paths": paths or {}, "components": {"schemas": schemas or {}}, **more}
    )


def chain(length: int, link: Any) -> dict[str, Any]:
    """Return schemas of which each is made of the next, which `link` gets the reference to."""
    return {**{f"A{n}": link(ref(f"A{n + 1}")) for n in range(length)}, f"A{length}": an_object(z={"type": "string"})}


SOUND = {
    "allOf that doubles": document(chain(40, lambda following: {"allOf": [following, following]})),
    "oneOf that doubles": document(chain(60, lambda following: {"oneOf": [following, {"items": following}]})),
    "properties that double": document(chain(60, lambda following: an_object(a=following, b={"allOf": [following]}))),
    "ten unions of ten at once": document(
        {"A": {"allOf": [{"oneOf": [an_object(**{f"p{n}_{m}": {}}) for m in range(10)]} for n in range(10)]}}
    ),
    "allOf in a circle": document({"A": {"allOf": [ref("B"), an_object(a={})]}, "B": {"allOf": [ref("A")]}}),
    "allOf of itself": document({"A": {"allOf": [ref("A")]}}),
    "a union of itself": document({"A": {"oneOf": [ref("A"), {"type": "string"}]}}),
    "a list of itself": document({"A": {"type": "array", "items": ref("A")}}),
    "a map of itself": document({"A": {"type": "object", "additionalProperties": ref("A")}}),
    "a pattern that takes for ever": document(
        {"A": {"type": "string", "pattern": "(a+)+$", "default": "a" * 60 + "!"}}
    ),
    "a pattern of parentheses": document({"A": {"type": "string", "pattern": "(" * 50_000}}),
    "many enum values": document({"A": {"type": "string", "enum": [f"v{n}" for n in range(20_000)]}}),
    "many colliding properties": document({"A": an_object(**{"-" * n + "a": {} for n in range(1, 300)})}),
    "many colliding types": document({"-" * n + "a": an_object(x={}) for n in range(1, 300)}),
    "long names": document({"x" * 5_000 + str(n): an_object(x={}) for n in range(20)}),
    "a long path": document(None, {"/" + "/".join(["x" * 300] * 50): {"get": {"responses": DONE}}}),
    "huge bounds": document(
        {"A": {"type": "array", "minItems": 10**12, "items": {"type": "string", "minLength": 10**12}}},
        {"/a": {"post": {"requestBody": {"content": {"application/json": {"schema": ref("A")}}}, "responses": DONE}}},
    ),
    "server variables in variables": document(
        servers=[{"url": "{a}" * 2_000, "variables": {"a": {"default": "{a}" * 100}}}]
    ),
    "a long chain of references": document(chain(3_000, lambda following: {"allOf": [following]})),
    "long descriptions": document({"A": {"description": "> " * 50_000}, "B": {"description": "\n" * 300_000 + "x"}}),
}
REFUSED = {
    "a long chain of allOf": (
        document(chain(3_000, lambda following: {"allOf": [following, {"properties": {"x": {}}}]})),
        "too-deep",
    ),
    "a deep group": (
        document(None, {"/a": {"get": {"x-operation-group": ["a"] * 2_000, "responses": DONE}}}),
        "too-deep",
    ),
    "a deep example": (
        document({"A": {"example": "EXAMPLE"}}).replace('"EXAMPLE"', "[" * 5_000 + "]" * 5_000),
        "too-deep",
    ),
    "an endless number": (document({"A": {"maximum": 7}}).replace("7", "9" * 10_000), "number"),
    "a number without end": (document({"A": {"const": 7}}).replace("7", "1e999"), "number"),
    "no number": (document({"A": {"default": 7}}).replace("7", "NaN"), "number"),
    "paths in a circle": (document(None, {"/a": {"$ref": "#/paths/~1b"}, "/b": {"$ref": "#/paths/~1a"}}), "circular"),
}
YAML_REFUSED = {
    "a call": ('openapi: 3.1.0\ninfo: {title: !!python/object/apply:os.system ["touch PWNED.canary"]}\n', "yaml-tag"),
    "a circle": ("openapi: 3.1.0\ninfo: &i {title: T, x: *i}\n", "yaml-alias"),
    "a list for a key": ("openapi: 3.1.0\n? [1, 2]\n: x\n", "yaml-key"),
    "infinity": ("openapi: 3.1.0\ncomponents: {schemas: {A: {default: .inf}}}\n", "number"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_legal_comes_out(name: str, tmp_path: Path) -> None:
    source = tmp_path / "openapi.json"
    source.write_text(SOUND[name], encoding="utf-8")

    made = generate(source, tmp_path / "run")

    assert made.process.returncode == 0, made.process.stderr[-2_000:]
    for module in made.output.rglob("*.py"):
        py_compile.compile(str(module), doraise=True)


@pytest.mark.parametrize("name", [*REFUSED, *YAML_REFUSED])
def test_what_is_too_much_is_refused_with_a_place(name: str, tmp_path: Path) -> None:
    text, code = {**REFUSED, **YAML_REFUSED}[name]
    source = tmp_path / ("openapi.yaml" if name in YAML_REFUSED else "openapi.json")
    source.write_text(text, encoding="utf-8")

    made = generate(source, tmp_path / "run")

    assert made.process.returncode == 2, made.process.stderr[-2_000:]
    assert f"{source}:" in made.process.stderr
    assert code in made.process.stderr
    assert "Traceback" not in made.process.stderr
    assert not made.output.exists()
    assert made.written_elsewhere == []


TAGS = ["../../../evil", "..", "/etc/passwd", "a/../../b", "C:\\x", "CON", "NUL", "aux.py", "COM1", "\0x", ".", "", " "]


def test_no_tag_is_a_path(tmp_path: Path) -> None:
    source = tmp_path / "openapi.json"
    paths = {f"/a{number}": {"get": {"tags": [tag], "responses": DONE}} for number, tag in enumerate(TAGS)}
    source.write_text(document(None, paths), encoding="utf-8")

    made = generate(source, tmp_path / "run")

    assert made.process.returncode == 0, made.process.stderr
    assert made.written_elsewhere == []
    written = [file.relative_to(made.output).as_posix() for file in made.output.rglob("*") if file.is_file()]
    # The device names of Windows, with any suffix and in any case.
    devices = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    assert {part for path in written for part in path.split("/") if part.partition(".")[0].lower() in devices} == set()
    assert len({path.casefold() for path in written}) == len(written)


def test_nothing_is_written_where_the_output_is_a_file(tmp_path: Path) -> None:
    source, output = tmp_path / "openapi.json", tmp_path / "package"
    source.write_text(document(), encoding="utf-8")
    output.write_text("mine", encoding="utf-8")

    process = sdksmith("generate", source, "--output", output, cwd=tmp_path)

    assert process.returncode == 3, process.stderr
    assert "Traceback" not in process.stderr
    assert output.read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_through_a_link_in_the_output(tmp_path: Path) -> None:
    source, output, elsewhere = tmp_path / "openapi.json", tmp_path / "package", tmp_path / "elsewhere"
    source.write_text(document(), encoding="utf-8")
    elsewhere.mkdir()
    output.mkdir()
    os.symlink(elsewhere, output / "linked")

    process = sdksmith("generate", source, "--output", output, "--set", "targets.python.package=linked", cwd=tmp_path)

    assert process.returncode == 3, process.stderr
    assert list(elsewhere.iterdir()) == []
    assert [entry.name for entry in output.iterdir()] == ["linked"]
