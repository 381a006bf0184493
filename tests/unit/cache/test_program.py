"""The digest of the program changes with whatever its output may depend on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sdksmith.cache.program import program_digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    program = tmp_path / "program"
    (program / "templates").mkdir(parents=True)
    (program / "a.py").write_text("1")
    (program / "b.py").write_text("2")
    (program / "templates" / "t.j2").write_text("{{ t }}")
    return program


def edit_keeping_size_and_time(folder: Path) -> None:
    file = folder / "templates" / "t.j2"
    before = file.stat()
    file.write_text("{{ u }}")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def move_a_line(folder: Path) -> None:
    (folder / "a.py").write_text("12")
    (folder / "b.py").write_text("")


@pytest.mark.parametrize(
    "change",
    [
        edit_keeping_size_and_time,
        move_a_line,
        lambda folder: (folder / "c.py").write_text(""),
        lambda folder: (folder / "a.py").unlink(),
        lambda folder: (folder / "a.py").rename(folder / "z.py"),
    ],
)
def test_a_change_of_the_sources_changes_it(folder: Path, change: Callable[[Path], object]) -> None:
    before = program_digest([folder])
    change(folder)

    assert program_digest([folder]) != before


def test_what_python_leaves_behind_does_not(folder: Path) -> None:
    before = program_digest([folder])
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_bytes(b"x")

    assert program_digest([folder]) == before


def test_the_place_does_not(folder: Path, tmp_path: Path) -> None:
    before = program_digest([folder])

    assert program_digest([folder.rename(tmp_path / "elsewhere")]) == before


def test_another_version_of_a_library_changes_it(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "packages"
    (packages / "jinja2-3.1.6.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(packages), str(tmp_path / "missing")])
    before = program_digest([folder])
    (packages / "jinja2-3.1.6.dist-info").rename(packages / "jinja2-3.1.7.dist-info")

    assert program_digest([folder]) != before


def test_another_python_changes_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program_digest([folder])
    monkeypatch.setattr(sys, "version", "3.99.0")

    assert program_digest([folder]) != before
