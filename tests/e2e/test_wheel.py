"""The wheel that users install: it generates from any folder, with nothing of the checkout in reach."""

from __future__ import annotations

import json
import os
import site
import sys
import venv
from pathlib import Path

import pytest
from tests.e2e.support import ROOT, build_package, import_everything, run, tree

SPEC = {
    "openapi": "3.1.0",
    "info": {"title": "Tiny", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {"/items/{id}": {"get": {
        "operationId": "getItem",
        "tags": ["items"],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {"200": {"description": "it", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Item"}}}}},
    }}},
    "components": {"schemas": {"Item": {"type": "object", "properties": {"id": {"type": "string"}}}}},
}  # fmt: skip


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `sdksmith` command of a fresh environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    succeed(
        sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install",
        "--quiet", "--no-deps", "--no-index", str(wheel), cwd=folder,
    )  # fmt: skip
    # The dependencies come from the environment that runs the tests; what makes the checkout importable stays there,
    # because .pth files count in site folders only.
    installed = succeed(str(scripts / "python"), "-c", "import site; print(site.getsitepackages()[0])", cwd=folder)
    (Path(installed.strip()) / "dependencies.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts / "sdksmith"


def succeed(*command: str, cwd: Path) -> str:
    process = run(*command, cwd=cwd, environment={"PYTHONPATH": ""})
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


def test_it_generates_what_the_checkout_generates(program: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny.json").write_text(json.dumps(SPEC), encoding="utf-8")

    printed = succeed(str(program), "generate", "tiny.json", "--output", "package", cwd=tmp_path)

    assert "generated 1 operation" in printed
    assert tree(tmp_path / "package") == tree(build_package(SPEC, tmp_path / "expected"))


def test_what_it_generates_imports(program: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny.json").write_text(json.dumps(SPEC), encoding="utf-8")

    succeed(str(program), "generate", "tiny.json", "--output", "package", cwd=tmp_path)

    assert import_everything(tmp_path / "package", tmp_path) > 20


def test_it_runs_its_own_code(program: Path, tmp_path: Path) -> None:
    text = "import sdksmith, sys; print(sdksmith.__file__)"

    printed = succeed(str(program.with_name("python")), "-c", text, cwd=tmp_path)

    assert Path(printed.strip()).is_relative_to(program.parents[1].resolve())
