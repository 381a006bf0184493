"""No text of a document becomes anything but data, whatever it holds and wherever it stands."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies
from tests.properties.hostile_text import CANARY, SURROGATES, documents, hostile, texts
from tests.properties.packages import Package, packaged

from sdksmith.diagnostics import Failure, Severity
from sdksmith.words import snake

#: The same examples in each run. A failing document is large, and making it small would take minutes.
QUICK = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
MANY = settings(QUICK, max_examples=300)

#: What a payload would have to call; nothing generated ever does.
EVIL_CALLS = {"open", "exec", "eval", "compile", "system", "__import__", "popen", "touch"}
#: Where generated code may import from, besides its own package.
IMPORTS = {"__future__", "datetime", "enum", "functools", "importlib", "logging", "pydantic", "types", "typing"}
IMPORTS |= {"typing_extensions", "sys"}

#: Characters that source and prose may hold beside the visible ones.
_LAYOUT = {"\n", " "}


def check_sources(package: Package) -> None:
    """Compile everything, and look for calls, imports and characters that only a payload could have brought."""
    for path, text in package.files().items():
        hidden = {
            character
            for character in text
            if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
            and character not in _LAYOUT
        }
        if path.endswith((".py", ".md", ".toml")):
            assert hidden == set(), path
        if not path.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                assert called not in EVIL_CALLS, f"{path}: {ast.unparse(node)}"
            elif isinstance(node, ast.Import):
                assert {each.name.partition(".")[0] for each in node.names} <= IMPORTS, path
            elif isinstance(node, ast.ImportFrom) and not node.level:
                assert (node.module or "").partition(".")[0] in IMPORTS, path
    project = tomllib.loads((package.folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project) == {"build-system", "project", "tool"}
    assert set(project["tool"]) == {"hatch"}
    top = {child.name for child in package.folder.iterdir()}
    assert top == {package.name, "pyproject.toml", "README.md", "reference.md", ".sdksmith-manifest.json"}


def strings(package: Package) -> set[str]:
    """Return every string constant of the generated code."""
    return {
        node.value
        for path, text in package.files().items()
        if path.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def check_data(package: Package, tree: dict[str, Any], modules: dict[str, Any]) -> None:
    """See wire names and values come back as they were written."""
    types = modules[f"{package.name}.types"]
    models: list[Any] = [value for name in types.__all__ if hasattr(value := getattr(types, name), "model_fields")]
    aliases = [
        {name if info.alias is None else info.alias for name, info in model.model_fields.items()} for model in models
    ]
    literals = [
        list(get_args(part))
        for name in types.__all__
        for part in get_args(getattr(types, name))
        if get_args(part) and all(isinstance(value, str) for value in get_args(part))
    ]
    for name, schema in tree["components"]["schemas"].items():
        wanted = set(schema["properties"])
        assert any(wanted <= found for found in aliases) or _is_flattened_only(tree, name), name
        assert schema["properties"]["an enum"]["enum"] in literals
    known = strings(package)
    (path,) = tree["paths"]
    operation = tree["paths"][path]["post"]
    # A fragment is not sent (RFC 9110, section 4.2.5).
    assert path.partition("#")[0] in known
    assert {each["name"] for each in operation["parameters"]} <= known


def _is_flattened_only(tree: dict[str, Any], name: str) -> bool:
    # The first schema is the body; where nothing else refers to it, its fields are parameters.
    first: str = next(iter(tree["components"]["schemas"]))
    return name == first


def check(tree: dict[str, Any]) -> None:
    with packaged(tree) as package:
        check_sources(package)
        modules = package.modules()
        check_data(package, tree, modules)
        assert sorted(Path.cwd().iterdir()) == []
        assert not list(package.folder.parent.rglob(CANARY))


@given(tree=documents())
@QUICK
def test_text_stays_text(tree: dict[str, Any]) -> None:
    check(tree)


@pytest.mark.slow
@given(tree=documents())
@MANY
def test_text_stays_text_in_many_documents(tree: dict[str, Any]) -> None:
    check(tree)


with_surrogates = strategies.one_of(hostile, strategies.sampled_from(SURROGATES))


def check_with_surrogates(tree: dict[str, Any]) -> None:
    """Half a surrogate pair may be refused, with its place, or come out as something that a file can hold."""
    try:
        check(tree)
    except Failure as failure:
        assert any(re.search("[\ud800-\udfff]", text) for text in texts(tree))
        errors = [found for found in failure.diagnostics if found.severity is Severity.ERROR]
        assert errors
        assert all(found.pointer is not None or found.location is not None for found in errors)


@given(tree=documents(text=with_surrogates))
@QUICK
def test_halves_of_surrogate_pairs_do_no_harm(tree: dict[str, Any]) -> None:
    check_with_surrogates(tree)


@pytest.mark.slow
@given(tree=documents(text=with_surrogates))
@MANY
def test_halves_of_surrogate_pairs_do_no_harm_in_many_documents(tree: dict[str, Any]) -> None:
    check_with_surrogates(tree)


@given(name=hostile)
@settings(QUICK, max_examples=200)
def test_a_word_of_any_text_is_no_path(name: str) -> None:
    assert not set(snake(name)) & set("/\\.:\0")
