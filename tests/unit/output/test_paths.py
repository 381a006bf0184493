"""What stands in the output folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdksmith.output.paths import Surroundings


def test_nothing_below_a_folder_that_is_not_there_is_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    surroundings = Surroundings(tmp_path)
    asked: list[str] = []
    lstat = os.lstat

    def noted(path: str) -> os.stat_result:
        asked.append(os.path.relpath(path, tmp_path))
        return lstat(path)

    monkeypatch.setattr(os, "lstat", noted)

    assert [surroundings.problem(path) for path in ("a/b/c.py", "a/b/d.py", "a/e.py", "here/f.py")] == [""] * 4
    assert [surroundings.may_hold(path) for path in ("a/b/c.py", "a/e.py", "g/h.py", "here/f.py", "i.py")] == [
        False,
        False,
        False,
        True,
        True,
    ]
    assert asked == ["a", "here", "here/f.py", "g"]


def test_an_output_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    surroundings = Surroundings(tmp_path / "new")

    assert surroundings.problem("a/b.py") == ""
    assert not surroundings.may_hold("b.py")
