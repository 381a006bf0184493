"""The types that users of the committed library see, and the mistakes that their type checker reports."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.support import GENERATED, mypy_complaints, pyright_complaints

EXAMPLES = Path(__file__).with_name("typing_examples.py")
#: What each ignore stands for.
IGNORE = re.compile(r"  # type: ignore\[[\w-]+\]")


def test_mypy_sees_the_types_that_are_asserted() -> None:
    assert EXAMPLES.read_text(encoding="utf-8").count("assert_type(") > 35
    assert mypy_complaints(GENERATED, EXAMPLES) == ""


def test_pyright_sees_the_types_that_are_asserted(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()

    assert pyright_complaints(project, GENERATED, EXAMPLES) == ""


def test_pyright_reports_each_mistake(tmp_path: Path) -> None:
    text = EXAMPLES.read_text(encoding="utf-8")
    mistakes = {number for number, line in enumerate(text.splitlines(), 1) if IGNORE.search(line)}
    file = tmp_path / "mistakes.py"
    file.write_text(IGNORE.sub("", text), encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()

    complaints = pyright_complaints(project, GENERATED, file)

    assert len(mistakes) >= 10
    assert {int(number) for number in re.findall(r"mistakes\.py:(\d+):", complaints)} == mistakes


def test_both_checkers_report_names_that_the_package_does_not_have(tmp_path: Path) -> None:
    file = tmp_path / "misspelt.py"
    file.write_text(
        "import auth0.management\n"
        "from auth0.management import NoSuchThing\n"
        "from auth0.management.core import NoSuchHelper\n"
        "from auth0.management.types import NoSuchType\n\n"
        "print(NoSuchThing, NoSuchHelper, NoSuchType, auth0.management.NoSuchAttribute)\n",
        encoding="utf-8",
    )
    project = tmp_path / "project"
    project.mkdir()

    mypy = mypy_complaints(GENERATED, file)
    pyright = pyright_complaints(project, GENERATED, file)

    assert {int(number) for number in re.findall(r"misspelt\.py:(\d+):", mypy)} == {2, 3, 4, 6}
    assert {int(number) for number in re.findall(r"misspelt\.py:(\d+):", pyright)} == {2, 3, 4, 6}
