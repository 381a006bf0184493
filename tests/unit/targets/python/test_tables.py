"""Tables of the target that must agree with something else: the runtime, pydantic, the language."""

from __future__ import annotations

import ast
import keyword
import re
from pathlib import Path

import pydantic
import pytest

from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.python.package import reserved
from sdksmith.targets.python.package.incoming import INCOMING_RUNTIME
from sdksmith.targets.python.package.runtime import CORE_EXPORTS, OTHER_ERRORS, RUNTIME, TEST_RUNTIME
from sdksmith.targets.python.types.inheritance import SUBTYPES_RUNTIME

TEMPLATES = Path(__file__).parents[4] / "templates" / "python"
CORE = TEMPLATES / "runtime" / "core"


def _module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _exported(path: Path) -> set[str]:
    """Return what a module lists in ``__all__``."""
    for statement in _module(path).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            return set(ast.literal_eval(statement.value))
    raise AssertionError(f"{path} has no __all__")


def _statuses() -> dict[str, str]:
    """Return status -> class, as the runtime's classes say it themselves."""
    found: dict[str, str] = {}
    for node in _module(TEMPLATES / "runtime" / "errors.py").body:
        for statement in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "status":
                assert isinstance(node, ast.ClassDef)
                found[ast.unparse(statement.value)] = node.name
    return found


def test_the_error_of_each_status_is_the_one_that_the_runtime_raises() -> None:
    assert _statuses() == ERRORS


def test_the_errors_are_all_those_of_the_runtime_and_no_others() -> None:
    # What the transport itself works with is no business of a user.
    internal = {"StatusError", "error_class"}
    assert {*ERRORS.values(), *OTHER_ERRORS} == _exported(TEMPLATES / "runtime" / "errors.py") - internal


def test_a_package_gets_every_file_of_the_runtime() -> None:
    folder = TEMPLATES / "runtime"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    # The package's own __init__.py is generated; variants replace a file instead of joining it; tests are no part of it.
    elsewhere = ("variants/", "testing/")
    assert {path for path in files if not path.startswith(elsewhere)} - {"__init__.py"} == {
        *RUNTIME,
        *INCOMING_RUNTIME,
        *SUBTYPES_RUNTIME,
    }


def test_the_tests_of_a_project_get_every_file_of_theirs() -> None:
    assert {path.name for path in (TEMPLATES / "runtime" / "testing").glob("*.py")} - {"__init__.py"} == set(
        TEST_RUNTIME
    )


def test_what_the_package_exports_of_core_is_there() -> None:
    assert set(CORE_EXPORTS) <= _exported(CORE / "__init__.py")


def test_no_field_can_shadow_an_attribute_of_a_pydantic_model() -> None:
    # A field can't start with an underscore: names are made of words.
    attributes = {name for name in dir(pydantic.BaseModel) if not name.startswith("_")}
    assert attributes - reserved.FIELDS == set()


def test_no_field_can_shadow_a_method_of_the_runtimes_models() -> None:
    models = [node for node in _module(CORE / "model.py").body if isinstance(node, ast.ClassDef)]
    functions = [node for model in models for node in model.body if isinstance(node, ast.FunctionDef)]
    methods = {node.name for node in functions if not node.name.startswith("_")}
    assert methods
    assert methods - reserved.FIELDS == set()


def test_no_field_can_shadow_a_type_that_the_fields_below_it_are_annotated_with() -> None:
    assert {"str", "int", "float", "bool", "bytes", "datetime", "list", "dict"} <= reserved.FIELDS


def test_every_keyword_of_the_language_is_reserved() -> None:
    assert set(keyword.kwlist) <= reserved.KEYWORDS


def test_what_every_method_takes_is_reserved() -> None:
    assert {"self", "request", "request_options"} <= reserved.PARAMETERS


SOURCES = sorted(path for path in TEMPLATES.rglob("*.j2"))


@pytest.mark.parametrize("template", SOURCES, ids=lambda path: path.name)
def test_a_template_tests_no_types(template: Path) -> None:
    tests = re.findall(
        r"\bis\s+(?:not\s+)?(string|mapping|sequence|iterable|number|integer|float|boolean|callable|none)\b",
        template.read_text(encoding="utf-8"),
    )
    assert tests == []


@pytest.mark.parametrize("template", SOURCES, ids=lambda path: path.name)
def test_a_template_escapes_and_joins_nothing_by_hand(template: Path) -> None:
    code = "".join(re.findall(r"\{[{%].*?[%}]\}", template.read_text(encoding="utf-8"), re.DOTALL))
    assert re.findall(r"\|\s*(replace|escape|e|tojson|wordwrap|indent|upper|lower|title|capitalize)\b", code) == []
    assert "{% macro" not in code
