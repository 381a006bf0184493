"""Named entries in a folder, safe under runs at the same time and against whatever happened to the files."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

#: All entries together, in bytes. A run of a large document leaves about 5 MB.
LIMIT = 256 * 1024 * 1024

#: Begins every entry; raised when the form of entries changes.
_MAGIC = b"sdksmith cache 1\n"
_DIGEST_LENGTH = hashlib.sha256().digest_size


class Store:
    """Reads and writes entries.

    An entry is a file: a mark, the SHA-256 of the content, the content. So one that was cut off or damaged is known for
    what it is, and counts as absent. The digest does not stop somebody who means harm; that is why the folder must belong
    to the user alone, and entries hold data only, nothing that could run.

    Parameters
    ----------
    folder
        Made when something is first written. One that others can write to is not used at all.
    limit
        In bytes: how much all entries together may take. Beyond it those go first that were not used for longest.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit

    def read(self, name: str) -> bytes | None:
        """Return the content of an entry, ``None`` when there is none that can be trusted."""
        file = self._folder / name
        try:
            if not _is_private(self._folder):
                return None
            data = file.read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + _DIGEST_LENGTH
        content = data[start:]
        if data[:start] != _MAGIC + hashlib.sha256(content).digest():
            return None
        # Its time tells what may go first. In a folder that can only be read it doesn't matter.
        with contextlib.suppress(OSError):
            os.utime(file)
        return content

    def names(self, ending: str) -> list[str]:
        """Return the names of the entries that end so, the last used first; none of a folder that can't be trusted."""
        try:
            if not _is_private(self._folder):
                return []
            with os.scandir(self._folder) as listing:
                found = [(entry.stat().st_mtime_ns, entry.name) for entry in listing if entry.name.endswith(ending)]
        except OSError:
            return []
        return [name for _, name in sorted(found, reverse=True)]

    def write(self, name: str, content: bytes) -> None:
        """Put an entry, over an earlier one of that name; where that fails, there is no entry, and no harm done."""
        temporary = ""
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if not _is_private(self._folder):
                return
            # Imported here because reading needs it not.
            import tempfile

            # Moved into place when it is whole: others see the former entry or this one, and nothing in between.
            handle, temporary = tempfile.mkstemp(prefix=".", dir=self._folder)
            with open(handle, "wb") as stream:
                stream.write(_MAGIC + hashlib.sha256(content).digest())
                stream.write(content)
            os.replace(temporary, self._folder / name)
            self._prune()
        except OSError:
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)

    def _prune(self) -> None:
        entries: list[tuple[int, int, str]] = []
        with os.scandir(self._folder) as listing:
            for entry in listing:
                # Another run may prune at the same time.
                with contextlib.suppress(FileNotFoundError):
                    found = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(found.st_mode):
                        entries.append((found.st_mtime_ns, found.st_size, entry.path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self._limit:
                break
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
            total -= size


def _is_private(folder: Path) -> bool:
    """Whether a folder is one, and nobody but the user can change what it holds.

    Where there are no owners (Windows) the user's own cache folder is private anyway.
    """
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
