"""Entries: what comes back, what does not, and what is never worth a crash."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sdksmith.cache import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "runs"


def test_what_was_written_is_read(folder: Path) -> None:
    Store(folder).write("a", b"content")

    assert Store(folder).read("a") == b"content"
    assert Store(folder).read("b") is None


def test_the_folder_is_private(folder: Path) -> None:
    Store(folder).write("a", b"content")

    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "foreign", "longer"])
def test_a_damaged_entry_is_absent(folder: Path, damage: str) -> None:
    store = Store(folder)
    store.write("a", b"content")
    data = (folder / "a").read_bytes()
    damaged = {
        "cut": data[:-1],
        "flipped": data[:-1] + bytes([data[-1] ^ 1]),
        "emptied": b"",
        "foreign": b"content",
        "longer": data + b"!",
    }
    (folder / "a").write_bytes(damaged[damage])

    assert store.read("a") is None
    store.write("a", b"again")
    assert store.read("a") == b"again"


def test_an_entry_that_is_a_folder_is_absent(folder: Path) -> None:
    store = Store(folder)
    store.write("a", b"content")
    (folder / "b").mkdir()

    assert store.read("b") is None
    store.write("b", b"content")
    assert store.read("b") is None
    assert sorted(os.listdir(folder)) == ["a", "b"], "the temporary file was left"


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777])
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path, mode: int) -> None:
    store = Store(folder)
    store.write("a", b"content")
    folder.chmod(mode)

    assert store.read("a") is None
    store.write("b", b"content")
    assert sorted(os.listdir(folder)) == ["a"]


def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(folder)
    store.write("a", b"content")
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)

    assert store.read("a") is None


def test_a_link_in_place_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    Store(folder).write("a", b"content")
    elsewhere = tmp_path / "link"
    elsewhere.symlink_to(folder)

    assert Store(elsewhere).read("a") is None


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    store = Store(file / "cache")

    store.write("a", b"content")

    assert store.read("a") is None


def test_a_full_disk_leaves_no_half_of_an_entry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(folder)
    store.write("a", b"former")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    store.write("a", b"new")

    assert store.read("a") == b"former"
    assert os.listdir(folder) == ["a"]


def test_what_was_not_used_for_longest_goes_first(folder: Path) -> None:
    store = Store(folder, limit=1_000)
    for number, name in enumerate("abc"):
        store.write(name, bytes(250))
        os.utime(folder / name, (number, number))
    assert store.read("a") is not None, "reading makes it the latest"

    store.write("d", bytes(250))

    assert sorted(os.listdir(folder)) == ["a", "c", "d"]


def test_an_entry_larger_than_the_limit_is_not_kept(folder: Path) -> None:
    store = Store(folder, limit=100)
    store.write("a", bytes(1_000))

    assert os.listdir(folder) == []


def test_many_writers_and_readers_see_whole_entries_only(folder: Path) -> None:
    contents = [bytes([number]) * 100_000 for number in range(8)]

    def work(content: bytes) -> bytes | None:
        store = Store(folder)
        store.write("a", content)
        return store.read("a")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, contents * 4))

    assert set(found) <= set(contents)
    assert os.listdir(folder) == ["a"]
