"""What the tests of commands share."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.changes.cases import edited

from sdksmith.cli import main

Edits = Iterable[tuple[Sequence[str | int], Any]]


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run sdksmith, and return its exit code and what it printed."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out = capsys.readouterr()
    return int(str(ended.value.code)), out.out, out.err


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def written(file: Path, edits: Edits = ()) -> Path:
    """Write the small document, edited, to a file."""
    file.write_text(json.dumps(edited(edits), indent=1), encoding="utf-8")
    return file
