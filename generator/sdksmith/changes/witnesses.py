"""Witnesses: for each breaking entry a program that passes with the old library, and fails with the new one as it says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sdksmith.changes.entries import Entry
from sdksmith.changes.reports import marks, sentence
from sdksmith.surface import Surface


def witnesses_of(entries: Sequence[Entry], old: Surface, new: Surface) -> dict[str, str]:
    """Return the programs of breaking entries: name of the file -> text.

    Raises
    ------
    ValueError
        The target writes none.
    """
    if old.witnesses is None or new.witnesses is None:
        raise ValueError(
            f"there are no witnesses for the target {old.target!r} yet, nor for folders: compare documents"
        )
    writer, newer = old.witnesses(), new.witnesses()
    found: dict[str, str] = {}
    for number, entry in enumerate((entry for entry in entries if entry.bump == "breaking"), 1):
        told = f"{sentence(entry)} ({marks(entry)})"
        text = writer.program([each for each in entry.changes if each.member not in entry.mirrors], told, newer)
        if text is not None:
            found[f"{number:02}_{entry.code.replace('-', '_')}{old.suffix}"] = text
    return found


def write_witnesses(programs: dict[str, str], folder: Path) -> None:
    """Write programs to a folder, which is made where it is not there.

    Raises
    ------
    OSError
        It can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in programs.items():
        (folder / name).write_text(text, encoding="utf-8")
