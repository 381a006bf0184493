"""The committed library: it is what the generator makes, it is sound, and its documentation tells the truth."""

from __future__ import annotations

import ast
import compileall
import json
import re
import shutil
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.e2e.support import (
    CONFIG,
    GENERATED,
    black_complaints,
    count_passed,
    import_everything,
    mypy_complaints,
    pyright_complaints,
    run,
    run_tests,
)
from tests.runtime.loopback import Loopback

from sdksmith import pipeline
from sdksmith.project import open_project

PACKAGE = GENERATED / "auth0" / "management"
#: How examples name the server; a test puts its own in the place of it.
SERVER = re.compile(r'tenant_domain="[^"]+"')


@dataclass(frozen=True)
class Method:
    """A method of a generated client."""

    name: str
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def documentation(self) -> str:
        return ast.get_docstring(self.node) or ""

    @property
    def sections(self) -> dict[str, str]:
        """The docstring, by heading; what comes before the first one is under ``""``."""
        parts = re.split(r"^(\w+)\n-+\n", self.documentation, flags=re.MULTILINE)
        return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}

    @property
    def arguments(self) -> list[str]:
        arguments = self.node.args
        return [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)][1:]

    @property
    def returns_something(self) -> bool:
        return self.node.returns is not None and ast.unparse(self.node.returns) != "None"

    @property
    def example(self) -> str:
        return textwrap.dedent(self.sections.get("Examples", ""))


def methods() -> Iterator[Method]:
    """Every method that calls the API, sync and async."""
    for file in sorted(PACKAGE.rglob("client.py")):
        for owner in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(owner, ast.ClassDef):
                for node in owner.body:
                    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and "request_options" in ast.unparse(
                        node.args
                    ):
                        yield Method(f"{file.parent.relative_to(PACKAGE).as_posix()}: {owner.name}.{node.name}", node)


METHODS = list(methods())


def run_example(text: str, server: Loopback, cwd: Path) -> str:
    """Run an example against a server of ours; ``""``, or what went wrong."""
    program, replaced = SERVER.subn(f'base_url="{server.url}"', text)
    assert replaced == 1, f"the example does not say where the API is:\n{text}"
    process = run(sys.executable, "-c", program, cwd=cwd, environment={"PYTHONPATH": str(GENERATED)})
    return process.stderr if process.returncode else ""


def test_the_committed_library_is_what_the_generator_makes() -> None:
    project = open_project(None, CONFIG)

    (outcome,) = pipeline.generate(project.source, project.config, outputs={"python": GENERATED}, check=True).targets

    assert [(drift.kind, drift.path) for drift in outcome.report.drift] == []
    assert outcome.operations == len(METHODS) / 2


def test_each_module_imports_by_itself_without_a_warning(tmp_path: Path) -> None:
    assert import_everything(GENERATED, tmp_path) > 300


def test_each_file_compiles(tmp_path: Path) -> None:
    shutil.copytree(GENERATED, tmp_path / "copy")

    assert compileall.compile_dir(tmp_path / "copy", quiet=1, force=True)


def test_black_would_change_nothing() -> None:
    assert black_complaints(GENERATED) == ""


def test_mypy_strict_finds_nothing() -> None:
    assert mypy_complaints(GENERATED, runtime=True) == ""


def test_pyright_strict_finds_nothing(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()

    assert pyright_complaints(project, GENERATED, runtime=True) == ""


def test_the_metadata_names_what_the_library_imports() -> None:
    project = tomllib.loads((GENERATED / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    named = {re.split(r"[^\w-]", each, maxsplit=1)[0] for each in project["dependencies"]}
    # pydantic asks for one exact version of its core itself.
    assert foreign_imports() - {"pydantic_core"} <= named
    assert named == {"httpx2", "pydantic", "typing_extensions"}


def foreign_imports() -> set[str]:
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names)


def test_the_readme_counts_the_methods_that_are_there() -> None:
    text = (GENERATED / "README.md").read_text(encoding="utf-8")

    counts = [int(count) for count in re.findall(r"^\| \[`[\w.]+`\]\([^)]+\) \| (\d+) \|$", text, flags=re.MULTILINE)]
    assert sum(counts) == len(METHODS) / 2


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_the_docstring_of_a_method_is_whole(method: Method) -> None:
    sections = method.sections

    documented = re.findall(r"^(\w+) : ", sections.get("Parameters", ""), flags=re.MULTILINE)
    assert sections[""].strip(), "no summary"
    assert documented == method.arguments
    assert ("Returns" in sections) == method.returns_something
    assert "ApiError" in sections["Raises"]
    assert method.example.strip()
    assert list(sections) == [
        name for name in ("", "Parameters", "Returns", "Raises", "Examples") if name != "Returns" or name in sections
    ]


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_the_example_of_a_method_calls_that_method(method: Method) -> None:
    calls = [node.func for node in ast.walk(ast.parse(method.example)) if isinstance(node, ast.Call)]

    assert method.node.name in {func.attr for func in calls if isinstance(func, ast.Attribute)}


#: One method of each kind, and the async ones too: a list, a body, a path parameter, a stream, an upload, ...
SAMPLE = METHODS[:: max(1, len(METHODS) // 16)]


@pytest.mark.parametrize("method", SAMPLE, ids=lambda method: method.name)
def test_the_example_of_a_method_runs(method: Method, server: Loopback, tmp_path: Path) -> None:
    server.answer(200, {})

    assert run_example(method.example, server, tmp_path) == ""
    assert server.requests, "the example sent nothing"


def test_the_tests_of_the_library_pass_for_each_method(tmp_path: Path) -> None:
    process = run_tests(GENERATED, tmp_path)

    assert process.returncode == 0, process.stdout
    assert count_passed(process) == 270
    tested = sum(
        len(re.findall(r"^class Test", file.read_text(encoding="utf-8"), flags=re.MULTILINE))
        for file in (GENERATED / "tests").glob("test_*.py")
    )
    assert tested == len(METHODS) / 2


def test_the_manifest_lists_each_file() -> None:
    manifest = json.loads((GENERATED / ".sdksmith-manifest.json").read_text(encoding="utf-8"))
    files = {
        file.relative_to(GENERATED).as_posix()
        for file in GENERATED.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.name != ".sdksmith-manifest.json"
    }

    assert set(manifest["files"]) == files
