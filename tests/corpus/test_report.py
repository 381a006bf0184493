"""The tables of ``make corpus``, and the type checks of many packages at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.corpus import report
from tests.corpus.batches import batches, check
from tests.corpus.report import Store, choose, summary, table, try_all
from tests.corpus.tables import aligned
from tests.corpus.trial import Trial, try_document
from tests.e2e.support import build_package

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {"tags": ["pets"], "responses": {"204": {"description": "done"}}}}},
    "components": {"schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}},
}
TRIALS = [
    Trial("a", operations=12, types=3, seconds=0.25, degraded={"schema not": 2}, done=["generate", "import", "mypy"]),
    Trial("a-longer-name", failures={"generate": 'refused: wrong-type: /info "x" must be an object'}),
    Trial("b", done=["generate", "import"], failures={"mypy": 'types/a.py:3: error: Name "A" is not defined\nmore'}),
]


def test_a_row_for_each_document() -> None:
    assert list(table(TRIALS, ["import", "mypy"])) == [
        "document       operations  types  generated  import  mypy    degraded  seconds",
        "-------------  ----------  -----  ---------  ------  ------  --------  -------",
        "a                      12      3  yes        yes     yes            2      0.2",
        "a-longer-name           0      0  FAILED     -       -              0      0.0",
        "b                       0      0  yes        yes     FAILED         0      0.0",
    ]


def test_the_summary_has_causes_and_degraded_keywords() -> None:
    assert list(summary(TRIALS)) == [
        "3 documents",
        "  generate: 2 of 3",
        "  import: 2 of 2",
        "  mypy: 1 of 2",
        "generate failed, 1 x: refused: wrong-type: /info _ must be an object (a-longer-name)",
        "mypy failed, 1 x: error: Name _ is not defined (b)",
        "degraded: schema not: 2 in 1 documents",
    ]


def test_a_table_without_rows_has_headings() -> None:
    assert list(aligned(("a", "b"), [])) == ["a  b", "-  -"]


def test_a_sample_is_decided_by_its_seed(tmp_path: Path) -> None:
    found = {f"document-{number}": tmp_path / "file" for number in range(100)}
    (tmp_path / "file").write_bytes(b"x" * 2048)

    def names(**options: Any) -> list[str]:
        given: dict[str, Any] = {"only": None, "largest": None, "sample": None, "seed": 0, **options}
        return list(choose(found, **given))

    assert names() == sorted(found)
    assert len(names(sample=7)) == 7
    assert names(sample=7) == names(sample=7) != names(sample=7, seed=1)
    assert names(only="document-1", sample=50) == ["document-1", *(f"document-1{number}" for number in range(10))]
    assert names(largest=2) == sorted(found)
    assert names(largest=1) == []


def test_a_run_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path / "results.jsonl")
    monkeypatch.setattr(report, "WAVE", 2)
    wanted = {name: tmp_path / f"{name}.json" for name in "abcde"}
    for path in wanted.values():
        path.write_text(json.dumps(DOCUMENT))
    wanted["b"].write_text("[]")
    tried: list[str] = []

    def counted(name: str, *arguments: Any, **options: Any) -> Trial:
        tried.append(name)
        return try_document(name, *arguments, **options)

    monkeypatch.setattr(report, "try_document", counted)
    limits: dict[str, Any] = {"jobs": 1, "seconds": 0, "memory": 0}

    stopped = try_all(wanted, [], **limits)
    assert [next(stopped).name, next(stopped).name] == ["a", "b"]
    del stopped
    assert tried == ["a", "b"]
    rest = {trial.name: trial.done for trial in try_all(wanted, [], **limits)}

    assert tried == ["a", "b", "c", "d", "e"]
    assert rest == {"a": ["generate"], "b": [], "c": ["generate"], "d": ["generate"], "e": ["generate"]}
    # Another check has to be made; what did not generate needs none.
    assert Store(tmp_path / "results.jsonl").get("a", ["import"]) is None
    assert Store(tmp_path / "results.jsonl").get("b", ["import"]) is not None


@pytest.fixture
def packages(tmp_path: Path) -> dict[str, Path]:
    """Two packages of one name, in folders of their own."""
    return {name: build_package(DOCUMENT, tmp_path / name) for name in ("one", "other")}


def pet(package: Path) -> Path:
    (file,) = package.rglob("pet.py")
    return file


def test_packages_are_gathered_up_to_a_size(packages: dict[str, Path]) -> None:
    assert [list(batch) for batch in batches(packages)] == [["one", "other"]]
    assert [list(batch) for batch in batches(packages, 1)] == [["one"], ["other"]]
    assert list(batches({})) == []


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_fault_is_told_of_the_package_that_has_it(packages: dict[str, Path], tmp_path: Path, checker: Any) -> None:
    assert check(packages, tmp_path / "sound", checker, cache=tmp_path / "cache") == {}
    with pet(packages["other"]).open("a", encoding="utf-8") as file:
        file.write('\n\nx: int = ""\n')

    found = check(packages, tmp_path / "faulty", checker, cache=tmp_path / "cache")

    assert list(found) == ["other"]
    assert found["other"].startswith("types/pets/pet.py:")


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_package_that_no_checker_reads_does_not_hide_the_others(
    packages: dict[str, Path], tmp_path: Path, checker: Any
) -> None:
    with pet(packages["one"]).open("a", encoding="utf-8") as file:
        file.write("\n\ndef (:\n")
    with pet(packages["other"]).open("a", encoding="utf-8") as file:
        file.write('\n\nx: int = ""\n')

    found = check(packages, tmp_path / "batch", checker, cache=tmp_path / "cache")

    assert found.keys() == {"one", "other"}
