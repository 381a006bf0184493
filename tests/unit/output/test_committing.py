"""Runs that are cut off while they write: what they leave, what they say, and what the next one makes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sdksmith.output import MovesInterrupted, OutputRefused, already_there, write
from sdksmith.output.manifest import MANIFEST_NAME

TREE = {f"{name}.txt": name.encode() for name in ("a", "b", "c")}

#: Writes 2 files, and is killed with a temporary folder that has the third.
KILLED = """
import os, signal, sys
from pathlib import Path
from sdksmith.output import write

replace = os.replace

def killing(source, destination):
    if Path(destination).name == "c.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, destination)

os.replace = killing
write({f"{name}.txt": name.encode() for name in ("a", "b", "c")}, Path(sys.argv[1]))
"""
#: Holds the lock of a folder until its standard input ends.
HOLDING = """
import sys
from pathlib import Path
from sdksmith.output.committing import _alone

with _alone(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    sys.stdin.read()
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def interrupt_at(name: str, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    replace = os.replace

    def failing(source: str, destination: str) -> None:
        if Path(destination).name == name:
            raise error
        replace(source, destination)

    monkeypatch.setattr(os, "replace", failing)


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals and locks of POSIX")
def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    assert killed.returncode == -9
    assert len([name for name in names(out) if name.startswith(".sdksmith-") and name != MANIFEST_NAME]) == 1
    assert not (out / "c.txt").exists()

    report = write(TREE, out)

    assert report.written == ("c.txt",)
    assert names(out) == [MANIFEST_NAME, *TREE]


@pytest.mark.skipif(sys.platform == "win32", reason="needs the locks of POSIX")
def test_it_is_removed_where_all_files_are_right_too(tmp_path: Path) -> None:
    manifest = write(TREE, tmp_path).manifest
    assert already_there(tmp_path, manifest) == tuple(TREE)
    (tmp_path / ".sdksmith-abc_d3fg").mkdir()
    (tmp_path / ".sdksmith-abc_d3fg" / "12").write_bytes(b"x")

    assert already_there(tmp_path, manifest) is None
    assert write(TREE, tmp_path, check=True).drift == ()
    assert write(TREE, tmp_path).written == ()
    assert names(tmp_path) == [MANIFEST_NAME, *TREE]


def test_folders_of_somebody_else_are_kept(tmp_path: Path) -> None:
    (tmp_path / ".sdksmith-templates").mkdir()
    (tmp_path / ".sdksmith-holidays").mkdir()
    (tmp_path / ".sdksmith-holidays" / "photo.jpg").write_bytes(b"x")
    (tmp_path / ".sdksmith-file_123").write_bytes(b"x")

    write(TREE, tmp_path)

    assert names(tmp_path) == sorted(
        [".sdksmith-file_123", ".sdksmith-holidays", ".sdksmith-templates", MANIFEST_NAME, *TREE]
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs the locks of POSIX")
def test_a_run_waits_for_the_one_that_is_writing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "True\n"
        staging = tmp_path / ".sdksmith-abcd1234"
        staging.mkdir()
        code = "import sys; from pathlib import Path; from sdksmith.output import write; write({'a': b'1'}, Path(sys.argv[1]))"
        with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) as waiting:
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(0.5)
            assert names(tmp_path) == [staging.name]
            other.stdin.close()
            assert waiting.wait(60) == 0
    assert names(tmp_path) == [MANIFEST_NAME, "a"]


def test_an_interrupted_run_says_how_far_it_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        interrupt_at("c.txt", patched, KeyboardInterrupt())
        with pytest.raises(MovesInterrupted) as interrupted:
            write(TREE, tmp_path / "out")

    assert (interrupted.value.moved, interrupted.value.total) == (2, 3)
    assert str(interrupted.value) == f"after 2 of 3 files in {tmp_path / 'out'}"
    assert write(TREE, tmp_path / "out").written == ("c.txt",)
    assert names(tmp_path / "out") == [MANIFEST_NAME, *TREE]


def test_a_disk_that_fails_half_way_says_how_far_it_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt_at("b.txt", monkeypatch, OSError(5, "Input/output error"))

    with pytest.raises(OutputRefused) as refused:
        write(TREE, tmp_path)

    (found,) = refused.value.diagnostics
    assert found.message == (
        "the output can't be written: input/output error (after 1 of 3 files; the next run finishes)"
    )


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_first_run_that_fails_leaves_no_folder(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Path, __: bytes) -> int:
        raise error

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises((OutputRefused, KeyboardInterrupt)):
        write(TREE, tmp_path / "made" / "for" / "it")

    assert names(tmp_path) == []


def test_a_folder_that_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(OutputRefused):
        write(TREE, tmp_path / "out")

    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == []
