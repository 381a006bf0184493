"""Real documents of every kind: each generates, and what comes out imports, works, is typed, and is laid out.

"It imports" is not enough: values of every model are decoded, encoded, and built by hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.calls import call_some
from tests.corpus.trial import CHECKS, Check, Trial, documents, try_document

DOCUMENTS = documents()

#: (document, stage) -> why it does not hold yet. An entry that is no longer needed fails the test.
EXCEPTIONS: dict[tuple[str, str], str] = {}

#: A stage of all documents, in `make test`; type checkers and Black take longer.
QUICK: tuple[Check, ...] = ("import",)

#: Documents of more bytes than this are called, or even used, in `make test-all` alone.
LARGE, VERY_LARGE = 300_000, 10_000_000
#: Operations that are called of each document.
MOST_CALLS = 40
NOT_THERE = pytest.mark.skip(reason="needs shared/corpus: name the folder in SDKSMITH_SHARED")


def sized(limit: int) -> list[Any]:
    """Return the documents as parameters, those of more bytes than `limit` marked as slow."""
    found: list[Any] = [
        pytest.param(name, marks=pytest.mark.slow if path.stat().st_size > limit else ())
        for name, path in sorted(DOCUMENTS.items())
    ]
    return found or [pytest.param("", marks=NOT_THERE)]


def assert_as_expected(trial: Trial) -> None:
    """Compare the failures of a trial with the exceptions."""
    expected = {stage for document, stage in EXCEPTIONS if document == trial.name}
    tried = {*trial.done, *trial.failures}
    surprising = {stage: text for stage, text in trial.failures.items() if stage not in expected}
    assert surprising == {}, trial.name
    assert expected & set(trial.done) == set(), f"{trial.name} needs no exception any more"
    assert expected <= tried | set(CHECKS)


def test_the_corpus_is_whole() -> None:
    if not DOCUMENTS:
        pytest.skip("needs shared/corpus: name the folder in SDKSMITH_SHARED")
    assert len(DOCUMENTS) == 30
    assert {name for name, _ in EXCEPTIONS} <= set(DOCUMENTS)


@pytest.mark.parametrize("name", sized(VERY_LARGE))
def test_it_generates_imports_and_works(name: str, tmp_path: Path) -> None:
    trial = try_document(name, DOCUMENTS[name], tmp_path, QUICK)

    assert_as_expected(trial)
    assert trial.operations + trial.types > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", sized(0))
def test_it_is_typed_and_laid_out(name: str, tmp_path: Path) -> None:
    checks: tuple[Check, ...] = ("black", "mypy", "pyright")

    assert_as_expected(try_document(name, DOCUMENTS[name], tmp_path, checks))


@pytest.mark.parametrize("name", sized(LARGE))
def test_sample_calls_hold_to_the_document_and_so_do_the_answers(name: str, tmp_path: Path) -> None:
    package = "corpus_" + re.sub(r"\W", "_", name)

    calls = call_some(DOCUMENTS[name], tmp_path / "package", package, MOST_CALLS)

    # Shown by `pytest -rP`.
    bodies = ", ".join(f"{count} {kind}" for kind, count in sorted(calls.bodies.items())) or "none"
    print(f"{name}: {calls.called} calls, bodies: {bodies}; {calls.answers} answers; skipped: {calls.skipped}")
    assert calls.failures == []
    assert calls.called > 0, calls.skipped


def test_an_exception_that_is_not_needed_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXCEPTIONS, ("some", "mypy"), "for this test")

    with pytest.raises(AssertionError, match="needs no exception any more"):
        assert_as_expected(Trial("some", done=["generate", "mypy"]))
    assert_as_expected(Trial("some", done=["generate"], failures={"mypy": "wrong type"}))


def test_a_failure_without_an_exception_fails() -> None:
    with pytest.raises(AssertionError, match="wrong type"):
        assert_as_expected(Trial("some", done=["generate"], failures={"mypy": "wrong type"}))
