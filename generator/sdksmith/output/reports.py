"""What writing a tree did, would do, or why it can't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdksmith.diagnostics import Diagnostics, Failure

#: Why a file is not overwritten: the code of the diagnostic.
Refusal: TypeAlias = Literal["edited-file", "foreign-file"]


class OutputRefused(Failure):
    """The output folder can't take the tree; nothing was written, or (where the disk failed) not all of it."""


class EditConflict(OutputRefused):
    """Edits of generated files can't be kept in what is generated now; nothing was written.

    Attributes
    ----------
    conflicts
        Text of each conflict, below a line that says where it is.
    """

    def __init__(self, diagnostics: Diagnostics, conflicts: tuple[str, ...]) -> None:
        super().__init__(diagnostics)
        self.conflicts = conflicts


@dataclass(frozen=True, slots=True)
class Drift:
    """A file that is not as a run would leave it.

    Attributes
    ----------
    difference
        Lines of a unified diff from what is there to what a run would leave; empty unless it was asked for.
    refused
        Code of the diagnostic with which a run would refuse to overwrite it; ``""`` where it would not.
    """

    path: str
    kind: Literal["missing", "differs", "stale"]
    difference: tuple[str, ...] = ()
    refused: Refusal | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """Files written, removed and left; paths are relative to the folder, and sorted.

    Attributes
    ----------
    written
        New and changed files. Empty when only checking.
    added
        Those of them that are new.
    merged
        Files with edits that were kept, written or not.
    unchanged
        Files that were right already; their modification time is kept.
    pruned
        Files of an earlier run that no longer belong, now removed. Empty when only checking.
    drift
        When only checking: what a run would have changed.
    manifest
        SHA-256 of the manifest of the tree, in hexadecimal.
    """

    written: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    drift: tuple[Drift, ...] = ()
    manifest: str = ""
