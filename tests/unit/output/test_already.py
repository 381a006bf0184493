"""A folder holds a tree already exactly when writing it would do nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sdksmith.output import already_there, write
from sdksmith.output.manifest import MANIFEST_NAME

TREE = {"a.py": b"A = 1\n", "deep/er/b.py": b"B = 1\n"}


def edit_keeping_size_and_time(folder: Path) -> None:
    before = (folder / "a.py").stat()
    (folder / "a.py").write_bytes(b"A = 2\n")
    os.utime(folder / "a.py", ns=(before.st_atime_ns, before.st_mtime_ns))


def put_behind_a_link(folder: Path) -> None:
    (folder / "a.py").rename(folder / "elsewhere.py")
    (folder / "a.py").symlink_to("elsewhere.py")


def put_folder_behind_a_link(folder: Path) -> None:
    (folder / "deep").rename(folder / "shallow")
    (folder / "deep").symlink_to("shallow")


def make_a_pipe(folder: Path) -> None:
    (folder / "a.py").unlink()
    os.mkfifo(folder / "a.py")


def test_it_is_there(tmp_path: Path) -> None:
    report = write(TREE, tmp_path)

    assert already_there(tmp_path, report.manifest) == ("a.py", "deep/er/b.py")
    assert already_there(tmp_path, report.manifest) == write(TREE, tmp_path).unchanged


def test_files_beside_it_do_not_matter(tmp_path: Path) -> None:
    report = write(TREE, tmp_path)
    (tmp_path / "mine.py").write_text("")

    assert already_there(tmp_path, report.manifest)


@pytest.mark.parametrize(
    "change",
    [
        edit_keeping_size_and_time,
        put_behind_a_link,
        put_folder_behind_a_link,
        make_a_pipe,
        lambda folder: (folder / "a.py").unlink(),
        lambda folder: (folder / MANIFEST_NAME).unlink(),
        lambda folder: (folder / MANIFEST_NAME).write_bytes(b"{}"),
        lambda folder: (folder / "deep").rename(folder / "gone"),
    ],
)
def test_it_is_not_there_as_it_was(tmp_path: Path, change: Callable[[Path], object]) -> None:
    report = write(TREE, tmp_path)
    change(tmp_path)

    assert already_there(tmp_path, report.manifest) is None


def test_an_earlier_tree_is_not_this_one(tmp_path: Path) -> None:
    former = write(TREE, tmp_path)
    write({**TREE, "a.py": b""}, tmp_path)

    assert already_there(tmp_path, former.manifest) is None


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    manifest = write(TREE, tmp_path, check=True).manifest

    assert already_there(tmp_path / "missing", manifest) is None
