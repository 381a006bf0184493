"""That the benchmark of Go measures what it says it does; how fast, no test asks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from benchmarks import golang
from benchmarks.bench import Bench, CannotMeasure
from benchmarks.documents import answer
from benchmarks.environments import PEERS, Environments
from benchmarks.figures import Samples
from benchmarks.golang import Reading
from benchmarks.parts import go_values
from benchmarks.processes import RunFailed
from benchmarks.programs import answer_models
from tests.go.toolchain import gofmt, missing, run_go

_ROUND_TRIP = """package main

import (
	"encoding/json"
	"os"

	"example.com/bench/plain"
)

func main() {
	var value plain.Answer
	if err := json.NewDecoder(os.Stdin).Decode(&value); err != nil {
		panic(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(value); err != nil {
		panic(err)
	}
}
"""


@pytest.fixture(autouse=True)
def _needs_go() -> None:
    if why := missing():
        pytest.skip(why)


def test_the_structs_that_are_measured_beside_hold_all_of_the_answer(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "go.mod").write_text("module example.com/bench\n\ngo 1.26\n", encoding="utf-8")
    (tmp_path / "plain" / "plain.go").write_text(answer_models.go_answer(), encoding="utf-8")
    (tmp_path / "main.go").write_text(_ROUND_TRIP, encoding="utf-8")
    built = run_go("build", "-o", str(tmp_path / "program"), ".", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    data = answer().read_bytes()
    process = subprocess.run([str(tmp_path / "program")], input=data, capture_output=True, check=True)
    assert _keys(json.loads(process.stdout)) == _keys(json.loads(data))


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return {key: _keys(item) for key, item in value.items()}
    return [_keys(item) for item in value] if isinstance(value, list) else None


def test_the_programs_are_as_gofmt_wants_them(repository: Path) -> None:
    command = [gofmt(), "-l", str(repository / "benchmarks" / "programs" / "go")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


def test_without_go_a_part_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golang, "missing", lambda: "needs Go 1.26 or newer: run make setup")
    with pytest.raises(CannotMeasure, match=r"needs Go 1\.26"):
        go_values.measure(Bench(tmp_path, 1, False, lambda text: None))


def test_a_way_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"decode-plain: .*is not installed"):
        golang.read_all(tmp_path / "values", [], ["decode-plain"], 1)


def test_rates_are_held_against_those_of_the_standard_library() -> None:
    plain, ours = Reading(Samples((0.003,)), Samples((0.002,)), 100, 1000), Reading(
        Samples((0.003,)), Samples((0.001,)), 150, 1000
    )
    readings = {"encoding/json, plain structs": plain, "sdksmith": ours}
    verdicts = go_values.budgets("Go 1.26.1", "decode", readings, 1.6)
    assert [(verdict.ratio, verdict.met) for verdict in verdicts] == [(2.0, True), (1.5, False)]
    assert [verdict.limit for verdict in go_values.budgets("Go 1.27.0", "decode", readings, 0.9)] == [0.9]


def test_generators_of_go_come_by_exact_versions(tmp_path: Path) -> None:
    environments = Environments(tmp_path, PEERS, lambda text: None)
    assert all("@v" in environments.module(name) for name in ("oapi-codegen", "ogen"))
