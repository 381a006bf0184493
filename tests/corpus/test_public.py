"""Public documents, fetched by npm when this is run; `make test-all` alone does. `make corpus` tries them all."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.corpus import report
from tests.corpus.report import SOURCES, Source, choose, summary, try_all
from tests.corpus.trial import Check

#: So many documents of each package, the same in every run; larger ones take the type checkers minutes.
SAMPLE, SEED, LARGEST_KIB = 40, 1, 800
CHECKS: tuple[Check, ...] = ("import", "mypy", "pyright")


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.package)
def test_a_sample_of_public_documents_is_imported_used_and_typed(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("npm") is None:
        pytest.skip("needs npm, to fetch the documents")
    try:
        source.fetch()
    except subprocess.CalledProcessError as error:
        pytest.skip(f"{source.package} can't be fetched: npm gives {error.returncode}")
    # What `make corpus` tried is not taken from there.
    monkeypatch.setattr(report, "RESULTS", tmp_path / "results.jsonl")
    found = dict(source.found())
    small = choose(found, only=None, largest=LARGEST_KIB, sample=SAMPLE, seed=SEED)
    wanted = small or choose(found, only=None, largest=None, sample=1, seed=SEED)

    trials = list(try_all(wanted, CHECKS, jobs=1, seconds=60, memory=2 << 30))

    # Shown by `pytest -rP`.
    print("\n".join(summary(trials)))
    assert len(trials) == len(wanted) > 0
    assert {trial.name: trial.failures for trial in trials if trial.failures} == {}
