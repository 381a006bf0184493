"""The manifest: which files of an output folder are ours, and what we wrote into them.

It tells a stale file of an earlier run from one that somebody put there, and a file as generated from one edited by
hand. It holds paths and SHA-256 digests, sorted, and nothing that changes from run to run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from sdksmith.output.paths import refusal

MANIFEST_NAME = ".sdksmith-manifest.json"

#: Raised when the meaning of the manifest changes; not the program's version, which would be drift at every release.
MANIFEST_FORMAT = 1


class ManifestError(Exception):
    """The manifest is there and can't be understood."""


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Files that an earlier run wrote.

    Attributes
    ----------
    files
        Path -> digest of what was written there.
    replacing
        Path -> digest of what was about to be written, when that run was cut off before its end; normally empty.
    """

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    replacing: Mapping[str, str] = field(default_factory=dict[str, str])

    def paths(self) -> set[str]:
        """Return every path that is ours."""
        return {*self.files, *self.replacing}

    def wrote(self, path: str, content: bytes) -> bool:
        """Whether `content` is what we left at `path`, so that nobody has edited it since."""
        found = digest(content)
        return found in (self.files.get(path), self.replacing.get(path))

    def encode(self) -> bytes:
        """Return the manifest's own content."""
        tree: dict[str, Any] = {"format": MANIFEST_FORMAT, "files": dict(sorted(self.files.items()))}
        if self.replacing:
            tree["replacing"] = dict(sorted(self.replacing.items()))
        return (json.dumps(tree, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of an output folder; an empty one where there is none.

    Raises
    ------
    ManifestError
        See :func:`parse_manifest`.
    """
    try:
        text = (folder / MANIFEST_NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    return parse_manifest(text)


def parse_manifest(text: bytes) -> Manifest:
    """Read the content of a manifest.

    Entries whose path could not have been ours (absolute, or leaving the folder) are dropped: nothing may be deleted
    on their word.

    Raises
    ------
    ManifestError
        It is not the JSON that we write, or it comes from a newer sdksmith.
    """
    try:
        tree: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ManifestError("it is not valid JSON") from error
    if not isinstance(tree, dict):
        raise ManifestError("it is not a JSON object")
    table = cast("dict[str, object]", tree)
    if table.get("format") != MANIFEST_FORMAT:
        raise ManifestError(f"its format is not {MANIFEST_FORMAT}; a newer sdksmith may have written it")
    return Manifest(_digests(table.get("files")), _digests(table.get("replacing", {})))


def _digests(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ManifestError("it has no table of files")
    entries = cast("dict[str, object]", value)
    return {path: found for path, found in entries.items() if isinstance(found, str) and not refusal(path)}
