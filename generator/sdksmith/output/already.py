"""Whether a folder holds a tree already, told by the manifest's digest alone."""

from __future__ import annotations

import os
from pathlib import Path

from sdksmith.output.committing import leftovers
from sdksmith.output.edits import BASE_FOLDER
from sdksmith.output.manifest import MANIFEST_NAME, ManifestError, digest, parse_manifest
from sdksmith.output.paths import Surroundings


def already_there(folder: Path, manifest: str) -> tuple[str, ...] | None:
    """Return whether :func:`~sdksmith.output.write.write` would find nothing to do.

    Every file is read. Sizes and times would tell faster, but not an edit within one tick of the file system's clock,
    and reading two thousand small files takes a few hundredths of a second.

    Parameters
    ----------
    folder
        The output folder.
    manifest
        SHA-256 of the manifest that belongs to the tree.

    Returns
    -------
    tuple of str, or None
        The paths, sorted, when the folder holds this manifest and all the files that it names, each as it should be and
        none behind a link, no edits that are kept, and no temporary folder of a run that was killed; else ``None``, and `write` will
        tell what is wrong.
    """
    surroundings = Surroundings(folder)
    root = os.fspath(folder)
    try:
        if surroundings.problem(MANIFEST_NAME) or leftovers(folder) or os.path.lexists(f"{root}/{BASE_FOLDER}"):
            return None
        text = _content(f"{root}/{MANIFEST_NAME}")
        if digest(text) != manifest:
            return None
        files = parse_manifest(text).files
        for path, wanted in files.items():
            if surroundings.problem(path) or digest(_content(f"{root}/{path}")) != wanted:
                return None
    except (OSError, ManifestError):
        return None
    return tuple(sorted(files))


def _content(file: str) -> bytes:
    with open(file, "rb", buffering=0) as stream:
        return stream.read()
