"""The judgement of the corpus tests: what is broken must be found out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.corpus.report import cause
from tests.corpus.trial import exercise, generate, try_document
from tests.e2e.support import build_package

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {"tags": ["pets"], "responses": {"204": {"description": "done"}}}}},
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "": {"type": "string"},
                    "born": {"type": "string", "format": "date-time"},
                    "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
                },
            },
            "Nothing": {"type": "null"},
        }
    },
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return build_package(DOCUMENT, tmp_path / "package", "targets.python.package=pets_api")


def test_a_sound_package_has_no_problems(package: Path) -> None:
    found = exercise(package)

    assert found["problems"] == []
    # Pet, its enum, and the null; five samples each.
    assert (found["types"], found["models"], found["values"]) == (3, 1, 15)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "types/pets/pet.py",
            "from typing import",
            "import nowhere\nfrom typing import",
            "No module named 'nowhere'",
        ),
        ("types/pets/pet.py", "born: Optional[datetime]", "born: Optional[bytes]", "KeyError"),
        ("types/pets/pet.py", 'Field(alias="")', 'Field(alias="b", serialization_alias="a")', "came back as"),
        ("types/pets/pet.py", 'List["Pet"]', "List[Nowhere]", "Nowhere"),
        ("pets/client.py", "import RequestOptions", "import Nowhere", "has no Nowhere"),
        ("core/encoding.py", "exclude_unset=True", "exclude_unset=True, exclude_none=True", "came back as"),
        ("core/model.py", 'extra="allow"', 'extra="ignore"', "came back as"),
    ],
    ids=["import", "no value", "wire name", "missing type", "checked import", "null lost", "unknown field lost"],
)
def test_a_fault_is_found(package: Path, file: str, old: str, new: str, problem: str) -> None:
    module = package / "pets_api" / file
    text = module.read_text(encoding="utf-8")
    assert old in text
    module.write_text(text.replace(old, new), encoding="utf-8")

    problems = exercise(package)["problems"]

    assert any(problem in each for each in problems), problems


def test_a_refused_document_has_its_cause(tmp_path: Path) -> None:
    document = tmp_path / "old.json"
    document.write_text('{"swagger": "2.0"}')

    trial = try_document("old", document, tmp_path / "trial")

    assert trial.done == []
    assert trial.failures["generate"].startswith("refused: unsupported-version: ")


def test_too_much_work_is_stopped(tmp_path: Path) -> None:
    document = tmp_path / "pets.json"
    document.write_text(
        '{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {}, "x": [%s]}'
        % ("[]," * 9_999_999 + "[]")
    )

    assert generate(document, tmp_path / "package", memory=100 << 20)["cause"]


def test_causes_are_told_apart_by_what_is_wrong_and_not_by_where() -> None:
    one = 'a/types/pet.py:3: error: Name "Pet" is not defined\nmore'
    other = 'b/types/dog.py:14: error: Name "Dog" is not defined'

    assert cause(one) == cause(other)
    assert cause(one) != cause("b/types/dog.py:14: error: Missing return")
