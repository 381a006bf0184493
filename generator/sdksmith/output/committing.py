"""Prepared files -> their places in the folder, so that a run which is cut off leaves no file half written."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sdksmith.output.manifest import MANIFEST_NAME, Manifest, digest

#: As :func:`tempfile.mkdtemp` makes them of our prefix.
_PREFIX: Final = ".sdksmith-"
_STAGING: Final = re.compile(r"\.sdksmith-[a-z0-9_]{8}")
_STAGED: Final = re.compile(r"[0-9]+|manifest")


class MovesInterrupted(KeyboardInterrupt):
    """The user interrupted a run while files were moved into place.

    Attributes
    ----------
    folder
        The output folder.
    moved, total
        How many files are in place, of how many.
    """

    def __init__(self, folder: Path, moved: int, total: int) -> None:
        super().__init__(f"after {moved:,} of {total:,} files in {folder}")
        self.folder = folder
        self.moved = moved
        self.total = total


def commit(
    tree: Mapping[str, bytes],
    folder: Path,
    written: list[str],
    stale: list[str],
    earlier: Manifest,
    manifest: bytes,
    generated: Mapping[str, bytes],
) -> None:
    """Write files and remove others.

    Parameters
    ----------
    tree
        Path -> content.
    generated
        The same without edits that are kept, for the manifest.
    folder
        Made where it is not there; removed again when nothing could be put into it.
    written, stale
        Paths to write, and to remove.
    earlier, manifest
        What an earlier run left, and the text of the new manifest.

    Raises
    ------
    OSError
        The file system fails. Its message says how many files are in place when some are.
    MovesInterrupted
        The user interrupts it half-way.
    """
    made = _make(folder)
    try:
        with _alone(folder) as alone:
            if alone:
                _remove_leftovers(folder)
            _stage_and_move(tree, folder, written, stale, earlier, manifest, generated)
    except BaseException:
        for each in made:
            # Whatever it holds by now is what the next run goes on with.
            with suppress(OSError):
                each.rmdir()
        raise


def leftovers(folder: Path) -> list[Path]:
    """Return the temporary folders of other runs, as the names go; one of them may be under way."""
    try:
        with os.scandir(folder) as entries:
            return [
                Path(entry.path)
                for entry in entries
                if entry.name.startswith(_PREFIX)
                and _STAGING.fullmatch(entry.name)
                and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _make(folder: Path) -> list[Path]:
    """Make a folder, and return those that were made for it, the innermost first."""
    made: list[Path] = []
    for each in (folder, *folder.parents):
        if each.exists():
            break
        made.append(each)
    folder.mkdir(parents=True, exist_ok=True)
    return made


@contextmanager
def _alone(folder: Path) -> Generator[bool]:
    """Wait for other runs that write into a folder; gives whether these can be known of.

    The lock goes with its process, so that none stays when that is killed.
    """
    try:
        import fcntl
    except ImportError:  # not on this system
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # not on this file system
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def _remove_leftovers(folder: Path) -> None:
    """Remove the temporary folders of runs that were killed: who holds the lock knows that nobody works in them."""
    import shutil

    for each in leftovers(folder):
        with suppress(OSError):
            if all(_STAGED.fullmatch(name) for name in os.listdir(each)):
                shutil.rmtree(each)


def _stage_and_move(
    tree: Mapping[str, bytes],
    folder: Path,
    written: list[str],
    stale: list[str],
    earlier: Manifest,
    manifest: bytes,
    generated: Mapping[str, bytes],
) -> None:
    # Imported here because most runs find nothing to write.
    import shutil
    import tempfile

    # Inside the folder, because only there a move is sure not to cross a file system.
    staging = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    try:
        staged = [(f"{staging}/{number}", path) for number, path in enumerate(written)]
        for file, path in staged:
            with open(file, "wb") as stream:
                stream.write(tree[path])
        if written or stale:
            # Should this run be cut off half-way, the next one must know both what was there and what was coming,
            # or it would take our own files for edited ones.
            digests = {path: digest(generated[path]) for path in written if path in generated}
            coming = Manifest(earlier.files, {**earlier.replacing, **digests})
            _replace_manifest(staging, folder, coming.encode())
        for path in stale:
            # A run that was waited for may have removed it.
            (folder / path).unlink(missing_ok=True)
        _remove_empty_folders(folder, stale)
        _move(staged, folder)
        _replace_manifest(staging, folder, manifest)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _move(staged: list[tuple[str, str]], folder: Path) -> None:
    made: set[str] = set()
    moved = 0
    try:
        for file, path in staged:
            parent, _, _ = path.rpartition("/")
            if parent not in made:
                (folder / parent).mkdir(parents=True, exist_ok=True)
                made.add(parent)
            os.replace(file, f"{folder}/{path}")
            moved += 1
    except KeyboardInterrupt as interrupt:
        raise MovesInterrupted(folder, moved, len(staged)) from interrupt
    except OSError as error:
        if not moved:
            raise
        reason = f"{error.strerror or error} (after {moved:,} of {len(staged):,} files; the next run finishes)"
        raise OSError(error.errno or errno.EIO, reason, error.filename2 or error.filename) from error


def _replace_manifest(staging: Path, folder: Path, text: bytes) -> None:
    file = staging / "manifest"
    file.write_bytes(text)
    file.replace(folder / MANIFEST_NAME)


def _remove_empty_folders(folder: Path, removed: Iterable[str]) -> None:
    parents = {parent for path in removed for parent in Path(path).parents if parent != Path()}
    for parent in sorted(parents, key=lambda path: len(path.parts), reverse=True):
        try:
            (folder / parent).rmdir()
        except OSError:
            continue  # not empty: something there is not ours
