"""The reference page lists every method of the package, with what the package says of it."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from auth0.management import Auth0
from auth0.management.core import Resource
from tests.e2e.support import GENERATED

PAGE = (GENERATED / "reference.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Section:
    """What the page says of a method."""

    path: str
    text: str

    @property
    def signature(self) -> str:
        (block,) = re.findall(r"^```python\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)
        return str(block)

    def listed(self, heading: str) -> list[str]:
        """The names in a list."""
        match = re.search(rf"^{heading}:\n\n((?:- .*\n)+)", self.text, re.MULTILINE)
        return re.findall(r"^- `(\w+)`", match.group(1), re.MULTILINE) if match else []


def sections() -> Iterator[Section]:
    parts = re.split(r"^(##+) (.*)\n", PAGE, flags=re.MULTILINE)
    for level, path, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if level == "###":
            yield Section(path, text)


def methods() -> dict[str, Any]:
    """Every method of the package, found by walking its clients: path -> function."""
    found: dict[str, Any] = {}

    def walk(resource: Any, path: tuple[str, ...]) -> None:
        for name, member in vars(type(resource)).items():
            if isinstance(member, cached_property) and name != "with_raw_response":
                child = getattr(resource, name)
                if isinstance(child, Resource):
                    walk(child, (*path, name))
            elif inspect.isfunction(member) and not name.startswith("_") and path:
                found[".".join((*path, name))] = member

    with Auth0(token="token", base_url="https://api.test") as client:
        walk(client, ())
    return found


METHODS = methods()
SECTIONS = list(sections())


def test_the_page_has_each_method_once_and_no_other() -> None:
    assert len(METHODS) == 64
    assert sorted(section.path for section in SECTIONS) == sorted(METHODS)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.path)
def test_a_section_is_true_to_its_method(section: Section) -> None:
    expected = inspect.signature(METHODS[section.path])
    assert section.signature.startswith(f"client.{section.path}(")
    shown = ast.parse(f"def call{section.signature.removeprefix(f'client.{section.path}').rstrip()}: ...").body[0]
    assert isinstance(shown, ast.FunctionDef)

    arguments = [*shown.args.args, *shown.args.kwonlyargs]
    real = [each for each in expected.parameters.values() if each.name != "self"]
    assert [each.arg for each in arguments] == [each.name for each in real]
    assert [each.arg for each in shown.args.args] == [each.name for each in real if each.kind != each.KEYWORD_ONLY]
    for argument, parameter in zip(arguments, real, strict=True):
        assert argument.annotation is not None
        assert ast.unparse(argument.annotation) == ast.unparse(ast.parse(parameter.annotation, mode="eval"))
    assert shown.returns is not None
    assert ast.unparse(shown.returns) == ast.unparse(ast.parse(str(expected.return_annotation), mode="eval"))
    assert section.listed("Parameters") == [each.name for each in real if each.name != "request_options"]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.path)
def test_a_section_says_what_the_method_does_returns_and_raises(section: Section) -> None:
    documented = inspect.getdoc(METHODS[section.path]) or ""
    raised = re.findall(r"^(\w+Error)$", documented.partition("Raises\n------\n")[2], re.MULTILINE)

    assert section.text.split("```")[0].strip(), "no summary"
    assert re.search(r"^`(GET|PUT|POST|PATCH|DELETE) /[^`]*`$", section.text, re.MULTILINE)
    assert re.search(r"^Returns: .{5,}$", section.text, re.MULTILINE)
    assert section.listed("Raises") == [name for name in raised if name not in ("ApiError", "TransportError")]


def test_each_type_that_is_mentioned_is_linked() -> None:
    known = {
        name for file in (GENERATED / "auth0/management/types").rglob("*.py") for name in defined(file.read_text())
    }
    for section in SECTIONS:
        mentioned = set(re.findall(r"\b[A-Z]\w+\b", section.signature)) & known
        linked = set(re.findall(r"\[`(\w+)`\]\(auth0/management/types/", section.text))
        assert linked == mentioned, section.path


def defined(source: str) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found
