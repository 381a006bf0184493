"""The checkout alone: in a folder of the name that cloning gives, with none of the shared material beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.e2e.support import HUNG

#: What is made in a checkout, and never part of one.
MADE = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis", "node_modules"
)
#: Those that need shared material in part or in whole, and what counts lines by where a file lies.
CONCERNED = (
    "tests/corpus",
    "tests/e2e/test_growth.py",
    "tests/e2e/documents/test_hostile.py",
    "tests/e2e/documents/test_real_documents.py",
    "tests/e2e/documents/test_reports.py",
    "tests/wire/test_management.py",
)


@pytest.fixture(scope="module")
def checkout(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, as a newcomer has it."""
    folder = tmp_path_factory.mktemp("clone") / "sdksmith"
    shutil.copytree(repository, folder, ignore=MADE)
    return folder


def run_pytest(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a checkout, whatever the environment says of shared material."""
    environment = {key: value for key, value in os.environ.items() if key != "SDKSMITH_SHARED" and "PYTEST" not in key}
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=HUNG, check=False
    )


def test_every_test_is_found(checkout: Path) -> None:
    process = run_pytest(checkout, "--collect-only")
    assert process.returncode == 0, process.stdout + process.stderr


def test_what_needs_shared_material_is_skipped_and_says_so(checkout: Path) -> None:
    process = run_pytest(checkout, "-m", "not slow", "-k", "not teaching", *CONCERNED)
    assert process.returncode == 0, process.stdout + process.stderr
    assert "name the folder in SDKSMITH_SHARED" in process.stdout
    assert " error" not in process.stdout.splitlines()[-1]
    assert " skipped" in process.stdout.splitlines()[-1]
    assert " passed" in process.stdout.splitlines()[-1]
