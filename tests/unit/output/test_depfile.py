"""Dependency files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sdksmith.output.depfile import depfile, write_depfile


def test_each_source_stands_once_on_a_line_of_its_own() -> None:
    assert depfile("client.stamp", ["openapi.yaml", "parts/a b.yaml", "openapi.yaml", "c#$.yaml"]) == (
        "client.stamp: \\\n  openapi.yaml \\\n  parts/a\\ b.yaml \\\n  c\\#$$.yaml \\\n\n"
        "openapi.yaml:\nparts/a\\ b.yaml:\nc\\#$$.yaml:\n"
    )


def test_absolute_paths_start_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert depfile("x", [str(tmp_path / "api" / "a.yaml")]) == "x: \\\n  api/a.yaml \\\n\napi/a.yaml:\n"


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_runs_a_step_again_when_a_source_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["openapi.yaml", "a b.yaml", "c#$.yaml"]
    for name in names:
        Path(name).write_text("")
    write_depfile(Path("client.stamp.d"), names)
    Path("Makefile").write_text("client.stamp:\n\t@echo made\n\t@touch client.stamp\n-include client.stamp.d\n")

    def make() -> str:
        return subprocess.run(["make"], capture_output=True, text=True, check=True).stdout.splitlines()[0]

    assert make() == "made"
    for name in names:
        Path("client.stamp").touch()
        assert "up to date" in make()
        subprocess.run(["touch", "-d", "now + 5 seconds", name], check=True)
        assert make() == "made", name
        subprocess.run(["touch", "-d", "now - 5 seconds", name], check=True)
    Path("client.stamp").touch()
    Path("a b.yaml").unlink()
    assert make() == "made"
