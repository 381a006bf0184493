"""Rules for the next version number (docs/changes.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sdksmith.changes.entries import Entry
from sdksmith.config import VersioningConfig
from sdksmith.surface import Bump


def bump_of(entries: Iterable[Entry], versioning: VersioningConfig | None = None) -> Bump | None:
    """Return how the version moves; ``None`` where it does not.

    Parameters
    ----------
    versioning
        Says which breaks count as breaking; what does not is a minor matter.
    """
    counted = set((versioning or VersioningConfig()).count)
    bumps: set[Bump] = {
        "minor" if entry.bump == "breaking" and not entry.breaks & counted else entry.bump for entry in entries
    }
    ordered: tuple[Bump, ...] = ("breaking", "minor", "patch")
    return next((bump for bump in ordered if bump in bumps), None)


def next_version(version: str, bump: Bump | None, versioning: VersioningConfig) -> str:
    """Return the version after one: below 1.0 a breaking change moves the minor version (Semantic Versioning 2.0, rule 4).

    Raises
    ------
    ValueError
        It is not of three numbers.
    """
    match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    if match is None:
        raise ValueError(f"{version!r} is not of three numbers, as 1.2.3: name the next version with --version")
    major, minor, patch = map(int, match.groups())
    if bump == "breaking" and versioning.breaking == "major" and major:
        return f"{major + 1}.0.0"
    if bump in ("breaking", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if bump == "patch" else version
