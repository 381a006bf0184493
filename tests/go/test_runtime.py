"""The runtime of generated Go, as it stands among the templates."""

from __future__ import annotations

import shutil
import subprocess

from tests.go.toolchain import RUNTIME, gofmt, run_go

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


def test_all_of_it_is_copied() -> None:
    sources = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.go")}
    assert {path for path in sources if not path.endswith("_test.go")} == {*COPIED, *TEST_RUNTIME}
