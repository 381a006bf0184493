"""What was generated of a file that was edited since: from the cache, or from the history that git has."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdksmith.cache import RunCache


def base_finder(folder: Path, cache: RunCache | None) -> Callable[[str, Collection[str]], bytes | None]:
    """Return what looks for the text of a file of an output folder: by its path, and by the SHA-256 digests that it may have."""
    from sdksmith.output import digest

    tree: Mapping[str, bytes] | None = None

    def find(path: str, wanted: Collection[str]) -> bytes | None:
        nonlocal tree
        if tree is None:
            tree = _cached(folder, cache)
        text = tree.get(path)
        if text is not None and digest(text) in wanted:
            return text
        return next((found for found in _versions(folder, path) if digest(found) in wanted), None)

    return find


def _cached(folder: Path, cache: RunCache | None) -> Mapping[str, bytes]:
    """Return what the run made whose manifest an output folder has."""
    from sdksmith.output import Manifest, ManifestError, digest, read_manifest

    if cache is None:
        return {}
    try:
        files = read_manifest(folder).files
    except (OSError, ManifestError):
        return {}
    # As it was before a run that was cut off.
    return cache.made(digest(Manifest(files).encode()))


def _versions(folder: Path, path: str) -> Iterator[bytes]:
    """Yield every text that a file had in a commit of any branch, the newest first, and in the index."""
    import shutil

    if shutil.which("git") is None or not folder.is_dir():
        return
    listed = _git(folder, "ls-files", "--stage", "-z", "--", path).split(b"\0")
    names = [entry.split()[1] for entry in listed if entry]
    log = ("log", "--all", "--full-history", "--no-renames", "--raw", "--no-abbrev", "-m", "--format=", "-z")
    for entry in _git(folder, *log, "--", path).split(b"\0"):
        # :mode mode name name status
        if entry.startswith(b":"):
            names += entry.split()[3:1:-1]
    for name in dict.fromkeys(names):
        if name.strip(b"0"):
            yield _git(folder, "cat-file", "blob", name.decode("ascii"))


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git prints; nothing where it can't say, as outside of a repository."""
    import subprocess

    # Offline: a clone without some of its objects is not completed.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    process = subprocess.run(  # noqa: S603
        ["git", "--literal-pathspecs", *arguments],  # noqa: S607
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    return process.stdout if process.returncode == 0 else b""
