"""Checks that a path may be written.

A plan's paths come, by way of names, from the document, and those of a manifest from a file that anybody may edit. So
both are checked before the file system sees them.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sdksmith.words import folded

#: What every file system takes, as nearly all paths are: no part begins or ends with a dot.
_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*")


def refusal(path: str) -> str:
    """Return why a path may not be written, or ``""`` when it may.

    A good path is relative, uses forward slashes, stays below the folder, and means the same on every system: no
    drive letters, no backslashes, no control characters.
    """
    if len(path) <= 255 and _PLAIN.fullmatch(path):
        return ""
    if not path:
        return "it is empty"
    if path.startswith("/"):
        return "it is absolute"
    if any(character in '\\:*?"<>|' or unicodedata.category(character) in ("Cc", "Cs") for character in path):
        return "it has a character that not every file system takes"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "it has an empty, '.' or '..' part"
        if part.endswith((".", " ")):
            return "a part ends with a dot or a space, which Windows drops"
        if len(os.fsencode(part)) > 255:
            return "a part is longer than 255 bytes"
    return ""


def collisions(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Find the pairs that can't stand side by side on every file system.

    Two spellings that differ only in case (or in Unicode normalization), of files or of the folders above them, and a
    file where another path needs a folder.

    Returns
    -------
    list of (str, str)
        The path, and the earlier one that it collides with; in sorted order.
    """
    found: list[tuple[str, str]] = []
    #: Folded spelling -> (spelling, whether it is a folder, the path that brought it).
    known: dict[str, tuple[str, bool, str]] = {}
    for path in sorted(paths):
        parts = path.split("/")
        for length in range(1, len(parts) + 1):
            spelling = "/".join(parts[:length])
            is_folder = length < len(parts)
            first = known.setdefault(folded(spelling), (spelling, is_folder, path))
            if (spelling, is_folder) != first[:2]:
                found.append((path, first[2]))
                break
    return found


class Surroundings:
    """Contents of the output folder, looked up once for each folder.

    Nothing below the output folder may be reached through a symbolic link: it could lead anywhere. The output folder
    itself may be one, because its owner chose it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = os.fspath(folder)
        self._problems: dict[str, str] = {"": ""}
        #: Folders that are not there: nothing below them needs a look.
        self._absent = set[str]() if os.path.lexists(self._folder) else {""}

    def problem(self, path: str) -> str:
        """Return what on disk is in the way of a file at `path`, or ``""``."""
        parent, _, _ = path.rpartition("/")
        return self._folder_problem(parent) or self._file_problem(path)

    def may_hold(self, path: str) -> bool:
        """Return whether there may be a file at `path`: its folder is there."""
        parent, _, _ = path.rpartition("/")
        self._folder_problem(parent)
        return parent not in self._absent

    def _folder_problem(self, path: str) -> str:
        known = self._problems.get(path)
        if known is not None:
            return known
        parent, _, _ = path.rpartition("/")
        problem = self._folder_problem(parent)
        if parent in self._absent:
            self._absent.add(path)
        elif not problem:
            mode = self._mode(path)
            if mode is None:
                self._absent.add(path)
            elif stat.S_ISLNK(mode):
                problem = f"{path} is a symbolic link"
            elif not stat.S_ISDIR(mode):
                problem = f"{path} is not a folder"
        self._problems[path] = problem
        return problem

    def _file_problem(self, path: str) -> str:
        mode = None if path.rpartition("/")[0] in self._absent else self._mode(path)
        if mode is None or stat.S_ISREG(mode):
            return ""
        if stat.S_ISLNK(mode):
            return f"{path} is a symbolic link"
        return f"{path} is a folder" if stat.S_ISDIR(mode) else f"{path} is not a regular file"

    def _mode(self, path: str) -> int | None:
        try:
            return os.lstat(f"{self._folder}/{path}").st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
