from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from sdksmith.diagnostics import Failure
from sdksmith.output import format_sources, render, templates_folder
from sdksmith.output.format import UnformattableError
from sdksmith.planned import PlannedFile

Make = Callable[..., Path]


@pytest.fixture
def templates(tmp_path: Path) -> Make:
    """Make a folder of templates for the target ``toy``."""

    def make(**files: str) -> Path:
        folder = tmp_path / "toy"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
        return tmp_path

    return make


def test_a_template_gets_its_context_and_keeps_its_last_line_end(templates: Make) -> None:
    folder = templates(greeting="{% for name in names %}\nhi {{ name }}\n{% endfor %}\nbye\n")

    texts = render([PlannedFile("a.txt", "greeting", {"names": ["x", "y"]})], "toy", folder=folder)

    assert texts == {"a.txt": "hi x\nhi y\nbye\n"}


def test_source_code_is_not_turned_into_html(templates: Make) -> None:
    folder = templates(code="{{ code }}")

    assert render([PlannedFile("a", "code", {"code": "a < b & 'c'"})], "toy", folder=folder) == {"a": "a < b & 'c'"}


def test_the_context_is_not_read_as_a_template(templates: Make) -> None:
    folder = templates(code="{{ code }}")

    texts = render([PlannedFile("a", "code", {"code": "{{ 7 * 7 }}{% if %}"})], "toy", folder=folder)

    assert texts == {"a": "{{ 7 * 7 }}{% if %}"}


def test_what_the_context_lacks_is_an_error(templates: Make) -> None:
    folder = templates(code="{{ missing }}")

    with pytest.raises(jinja2.UndefinedError):
        render([PlannedFile("a", "code")], "toy", folder=folder)


def test_a_verbatim_file_is_copied_byte_for_byte(templates: Make) -> None:
    folder = templates(source="{{ not a template }}\r\n\n")

    texts = render([PlannedFile("a", "source", verbatim=True)], "toy", folder=folder)

    assert texts == {"a": "{{ not a template }}\r\n\n"}


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret"])
def test_a_verbatim_file_comes_from_the_templates_only(templates: Make, name: str) -> None:
    folder = templates()
    (folder / "secret").write_text("secret")

    with pytest.raises(ValueError, match="not below"):
        render([PlannedFile("a", name, verbatim=True)], "toy", folder=folder)


def test_two_plans_for_one_path_are_an_error(templates: Make) -> None:
    folder = templates(code="")

    with pytest.raises(Failure) as failure:
        render([PlannedFile("a", "code"), PlannedFile("a", "code")], "toy", folder=folder)

    assert [diagnostic.code for diagnostic in failure.value.diagnostics] == ["output-collision"]


def test_every_file_is_counted(templates: Make) -> None:
    folder = templates(code="")
    steps: list[None] = []

    render(
        [PlannedFile("a", "code"), PlannedFile("b", "code", verbatim=True)],
        "toy",
        folder=folder,
        advance=lambda: steps.append(None),
    )

    assert len(steps) == 2


def test_only_the_files_that_ask_for_it_are_formatted() -> None:
    files = [PlannedFile("a.py", "t", formatter="black"), PlannedFile("b.py", "t")]

    texts = format_sources({"a.py": "x = {'a':1}", "b.py": "x = {'a':1}"}, files)

    assert texts == {"a.py": 'x = {"a": 1}\n', "b.py": "x = {'a':1}"}


def test_generated_code_has_88_columns() -> None:
    line = f"x = function({'a' * 40}, {'b' * 40})\n"

    texts = format_sources({"a.py": line}, [PlannedFile("a.py", "t", formatter="black")])

    assert max(map(len, texts["a.py"].splitlines())) <= 88 < len(line)


def test_code_that_is_none_names_its_file() -> None:
    with pytest.raises(UnformattableError, match=r"a\.py"):
        format_sources({"a.py": "def ("}, [PlannedFile("a.py", "t", formatter="black")])


def test_an_unknown_formatter_is_an_error() -> None:
    with pytest.raises(ValueError, match="gofmt"):
        format_sources({"a.go": ""}, [PlannedFile("a.go", "t", formatter="gofmt")])


def test_a_checkout_uses_its_own_templates(repository: Path) -> None:
    assert templates_folder() == repository / "templates"
