"""The runtime of generated Go, as it stands among the templates."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.go.toolchain import NEWEST, RUNTIME, environment, find_staticcheck, gofmt, has_newest, run_go

from sdksmith.targets.go.package.runtime import RUNTIME as COPIED
from sdksmith.targets.go.package.runtime import TEST_RUNTIME


def test_it_is_as_gofmt_and_vet_want_it() -> None:
    formatted = subprocess.run([gofmt(), "-l", "."], cwd=RUNTIME, capture_output=True, text=True, check=False)
    vetted = run_go("vet", "./...", cwd=RUNTIME)
    assert formatted.stdout + formatted.stderr + vetted.stdout + vetted.stderr == ""


def test_its_own_tests_pass_and_find_no_race() -> None:
    # The race detector needs a C compiler.
    race = ["-race"] if shutil.which("gcc") or shutil.which("cc") else []
    process = run_go("test", *race, "./...", cwd=RUNTIME)
    assert process.returncode == 0, process.stdout + process.stderr


def test_no_input_makes_the_decoder_panic_within_a_bounded_search() -> None:
    process = run_go("test", "-run", "^$", "-fuzz", "Fuzz", "-fuzztime", "2000x", "./internal/codec", cwd=RUNTIME)
    assert process.returncode == 0, process.stdout + process.stderr


def test_staticcheck_has_nothing_to_say(repository: Path) -> None:
    staticcheck = find_staticcheck()
    if staticcheck is None:
        pytest.skip("needs the sources of staticcheck: run make setup")
    for module in (RUNTIME, repository / "generated" / "go"):
        process = subprocess.run(
            [staticcheck, "./..."], cwd=module, env=environment(), capture_output=True, text=True, check=False
        )
        assert process.stdout + process.stderr == ""


def test_the_newest_go_has_nothing_to_say_either(repository: Path) -> None:
    if not has_newest():
        pytest.skip(f"needs {NEWEST}: run .venv/bin/python -m tests.go.toolchain --newest")
    for module in (RUNTIME, repository / "generated" / "go"):
        process = run_go("test", "-vet=all", "./...", cwd=module, toolchain=NEWEST)
        assert process.returncode == 0, process.stdout + process.stderr
        # What it has in its standard library, it takes from there.
        required = run_go("list", "-deps", "./...", cwd=module, toolchain=NEWEST)
        assert "encoding/json/jsontext" in required.stdout
        assert "go-json-experiment" not in required.stdout


def test_all_of_it_is_copied() -> None:
    sources = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.go")}
    assert {path for path in sources if not path.endswith("_test.go")} == {*COPIED, *TEST_RUNTIME}
