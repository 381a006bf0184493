from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sdksmith.diagnostics import Diagnostics
from sdksmith.output import Drift, OutputRefused, write
from sdksmith.output.manifest import MANIFEST_NAME

LONG_AGO = 1_000_000_000


def contents(folder: Path) -> dict[str, bytes]:
    """What is on disk, the manifest left out."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != MANIFEST_NAME
    }


def codes(refused: pytest.ExceptionInfo[OutputRefused]) -> list[str]:
    return [diagnostic.code for diagnostic in refused.value.diagnostics]


def test_a_new_tree_is_written_whole(tmp_path: Path) -> None:
    tree = {"a.py": b"1\n", "deep/er/b.py": b"2\r\n"}

    report = write(tree, tmp_path / "new" / "out")

    assert contents(tmp_path / "new" / "out") == tree
    assert report.written == ("a.py", "deep/er/b.py")
    assert (report.unchanged, report.pruned, report.drift) == ((), (), ())


def test_nothing_is_left_beside_the_tree(tmp_path: Path) -> None:
    write({"a.py": b"1"}, tmp_path)

    assert sorted(file.name for file in tmp_path.iterdir()) == [MANIFEST_NAME, "a.py"]


def test_an_unchanged_file_keeps_its_time_and_a_changed_one_does_not(tmp_path: Path) -> None:
    write({"same": b"1", "other": b"1"}, tmp_path)
    for name in ("same", "other", MANIFEST_NAME):
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))

    report = write({"same": b"1", "other": b"2"}, tmp_path)

    assert (report.written, report.unchanged) == (("other",), ("same",))
    assert (tmp_path / "same").stat().st_mtime == LONG_AGO
    assert (tmp_path / "other").stat().st_mtime != LONG_AGO


def test_a_second_run_touches_not_even_the_manifest(tmp_path: Path) -> None:
    write({"a": b"1"}, tmp_path)
    os.utime(tmp_path / MANIFEST_NAME, (LONG_AGO, LONG_AGO))

    write({"a": b"1"}, tmp_path)

    assert (tmp_path / MANIFEST_NAME).stat().st_mtime == LONG_AGO


def test_stale_files_go_and_so_do_the_folders_they_leave_empty(tmp_path: Path) -> None:
    write({"keep/a": b"1", "keep/b": b"1", "gone/deep/c": b"1"}, tmp_path)

    report = write({"keep/a": b"1"}, tmp_path)

    assert report.pruned == ("gone/deep/c", "keep/b")
    assert contents(tmp_path) == {"keep/a": b"1"}
    assert not (tmp_path / "gone").exists()


def test_what_is_not_ours_is_never_removed(tmp_path: Path) -> None:
    write({"folder/a": b"1"}, tmp_path)
    (tmp_path / "folder" / "mine").write_bytes(b"by hand")

    write({"other": b"1"}, tmp_path)

    assert contents(tmp_path) == {"other": b"1", "folder/mine": b"by hand"}


def test_a_stale_file_edited_by_hand_is_kept_with_one_warning(tmp_path: Path) -> None:
    write({"a": b"1", "b": b"1"}, tmp_path)
    (tmp_path / "b").write_bytes(b"edited")
    first, second = Diagnostics(), Diagnostics()

    report = write({"a": b"1"}, tmp_path, diagnostics=first)
    write({"a": b"1"}, tmp_path, diagnostics=second)

    assert report.pruned == ()
    assert (tmp_path / "b").read_bytes() == b"edited"
    assert [diagnostic.code for diagnostic in first] == ["stale-file-kept"]
    assert not list(second)


def test_a_file_that_is_not_ours_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"somebody else's")

    with pytest.raises(OutputRefused) as refused:
        write({"a": b"1", "b": b"1"}, tmp_path)

    assert codes(refused) == ["foreign-file"]
    assert contents(tmp_path) == {"b": b"somebody else's"}


def test_a_file_edited_since_stops_everything(tmp_path: Path) -> None:
    write({"a": b"1", "b": b"1"}, tmp_path)
    (tmp_path / "b").write_bytes(b"edited")

    with pytest.raises(OutputRefused) as refused:
        write({"a": b"2", "b": b"2"}, tmp_path)

    assert codes(refused) == ["edited-file"]
    assert contents(tmp_path) == {"a": b"1", "b": b"edited"}


def test_a_file_that_is_not_ours_but_right_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")

    assert write({"a": b"1"}, tmp_path).unchanged == ("a",)
    assert write({}, tmp_path).pruned == ("a",)


def test_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"somebody else's")

    assert write({"a": b"1"}, tmp_path, force=True).written == ("a",)
    assert contents(tmp_path) == {"a": b"1"}


def test_check_reports_and_writes_nothing(tmp_path: Path) -> None:
    write({"same": b"1", "differs": b"1", "stale": b"1"}, tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    report = write({"same": b"1", "differs": b"2", "missing": b"1"}, tmp_path, check=True)

    assert report.drift == (
        Drift(MANIFEST_NAME, "differs"),
        Drift("differs", "differs"),
        Drift("missing", "missing"),
        Drift("stale", "stale"),
    )
    assert (report.written, report.pruned) == ((), ())
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_check_of_a_folder_that_is_not_there_makes_none(tmp_path: Path) -> None:
    report = write({"a": b"1"}, tmp_path / "out", check=True)

    assert Drift("a", "missing") in report.drift
    assert not (tmp_path / "out").exists()


def test_check_sees_an_edit_by_hand(tmp_path: Path) -> None:
    write({"a": b"1"}, tmp_path)
    (tmp_path / "a").write_bytes(b"edited")

    assert write({"a": b"1"}, tmp_path, check=True).drift == (Drift("a", "differs", refused="edited-file"),)


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../out",
        "a/../../b",
        "a//b",
        "./a",
        "",
        "a\\b",
        "C:x",
        "a\nb",
        "a/\x1b[2J",
        "dot.",
        "a\ud800",
        "x" * 256,
    ],
)
def test_unsafe_paths_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputRefused) as refused:
        write({"good": b"1", path: b"1"}, tmp_path / "out")

    assert codes(refused) == ["output-path"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", [MANIFEST_NAME, MANIFEST_NAME.upper()])
def test_the_manifests_name_is_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputRefused) as refused:
        write({name: b"1"}, tmp_path)

    assert codes(refused) == ["output-path"]


@pytest.mark.parametrize(
    "pair",
    [("User.py", "user.py"), ("a/b", "A/c"), ("a", "a/b"), ("\u00e9", "e\u0301"), ("stra\u00dfe", "STRASSE")],
)
def test_names_that_some_file_systems_confuse_are_refused(tmp_path: Path, pair: tuple[str, str]) -> None:
    with pytest.raises(OutputRefused) as refused:
        write(dict.fromkeys(pair, b"1"), tmp_path)

    assert codes(refused) == ["output-collision"]
    assert contents(tmp_path) == {}


def test_no_link_is_followed_inside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a").write_bytes(b"precious")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    (folder / "file").symlink_to(outside / "a")

    with pytest.raises(OutputRefused) as refused:
        write({"link/a": b"1", "file": b"1"}, folder, force=True)

    assert codes(refused) == ["output-blocked", "output-blocked"]
    assert (outside / "a").read_bytes() == b"precious"


def test_pruning_follows_no_link_either(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write({"sub/a": b"1"}, folder)
    (folder / "sub").rename(tmp_path / "outside")
    (folder / "sub").symlink_to(tmp_path / "outside")
    diagnostics = Diagnostics()

    write({}, folder, diagnostics=diagnostics)

    assert (tmp_path / "outside" / "a").read_bytes() == b"1"
    assert [diagnostic.code for diagnostic in diagnostics] == ["stale-file-kept"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write({"a": b"1"}, tmp_path / "link")

    assert contents(tmp_path / "real") == {"a": b"1"}


def test_a_manifest_can_not_make_us_delete_elsewhere(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"1")
    folder = tmp_path / "out"
    write({"a": b"1"}, folder)
    manifest = json.loads((folder / MANIFEST_NAME).read_text())
    digest = manifest["files"]["a"]
    manifest["files"] |= {"../victim": digest, str(victim): digest}
    (folder / MANIFEST_NAME).write_text(json.dumps(manifest))

    write({}, folder)

    assert victim.exists()


@pytest.mark.parametrize(
    "text", ["<<<<<<< ours", "[]", "{}", '{"format": 1}', '{"format": 99, "files": {}}', "[" * 100_000, "\xff"]
)
def test_a_broken_manifest_is_an_error_that_force_overcomes(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(text.encode("latin-1"))

    with pytest.raises(OutputRefused) as refused:
        write({"a": b"1"}, tmp_path)
    assert codes(refused) == ["output-manifest"]

    assert write({"a": b"1"}, tmp_path, force=True).written == ("a",)


def test_a_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    with pytest.raises(OutputRefused) as refused:
        write({"a": b"1"}, tmp_path)

    assert codes(refused) == ["output-blocked"]


def test_a_file_where_the_output_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputRefused) as refused:
        write({"a": b"1"}, tmp_path / "out")

    assert codes(refused) == ["output-blocked"]


def test_the_manifest_says_the_same_for_the_same_tree(tmp_path: Path) -> None:
    write({"b": b"1", "a": b"2"}, tmp_path / "one")
    write({"a": b"2", "b": b"1"}, tmp_path / "two")

    one = (tmp_path / "one" / MANIFEST_NAME).read_bytes()
    assert one == (tmp_path / "two" / MANIFEST_NAME).read_bytes()
    assert list(json.loads(one)["files"]) == ["a", "b"]


def test_a_disk_that_fails_half_way_leaves_whole_files_and_a_next_run_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a": b"1", "b": b"1", "c": b"1"}, tmp_path)
    replace = os.replace

    def failing(source: str, destination: str) -> None:
        if Path(destination).name == "b":
            raise OSError(28, "No space left on device")
        replace(source, destination)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        with pytest.raises(OutputRefused) as refused:
            write({"a": b"2", "b": b"2", "new": b"2"}, tmp_path)

    assert codes(refused) == ["output-unwritable"]
    assert contents(tmp_path) == {"a": b"2", "b": b"1"}
    # The next run knows both the old and the new content as its own, so it needs no --force.
    write({"a": b"3", "b": b"3", "new": b"3"}, tmp_path)
    assert contents(tmp_path) == {"a": b"3", "b": b"3", "new": b"3"}
    assert "replacing" not in json.loads((tmp_path / MANIFEST_NAME).read_text())


def test_a_disk_that_fails_before_the_first_file_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a": b"1"}, tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def failing(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", failing)
        with pytest.raises(OutputRefused):
            write({"a": b"2"}, tmp_path)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
