"""Templates of the user's own, which take the place of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.words import similar

#: What a template of the user's own puts before the name of one of ours to build on it.
BUILTIN = "builtin"
_ENDING = ".j2"
_STAMP = re.compile(r"\{# sdksmith [\w./-]+, contract (\d+), sha256 ([0-9a-f]+) #\}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """First line of a copied template, which names its source.

    Attributes
    ----------
    number
        That of the contract.
    digest
        Of the text that was copied.
    """

    number: int
    digest: str


def stamp_of(text: str) -> Stamp | None:
    """Return the stamp that a template begins with; ``None`` for one that was written from nothing."""
    found = _STAMP.match(text)
    return None if found is None else Stamp(int(found[1]), found[2])


class TemplateFailure(Failure):
    """A template of the user's own, not the document, is at fault."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Templates of the user's own for one target, as they were when they were read.

    Attributes
    ----------
    folder
        Of the target, as the user would name it.
    texts
        Name of a template, as below ``templates/<target>/`` -> its text.
    """

    folder: Path
    texts: Mapping[str, str]

    def file(self, name: str) -> str:
        """Return the path of a template, as the user would name it."""
        return str(self.folder / name)

    def location(self, name: str, line: int, word: str = "") -> Location:
        """Return a place in a template: that of a word in a line, or the beginning of the line."""
        lines = self.texts[name].splitlines()
        if not 0 < line <= len(lines):
            return Location(self.file(name))
        text = lines[line - 1]
        found = text.find(word) if word else -1
        column = (found if found >= 0 else len(text) - len(text.lstrip())) + 1
        return Location(self.file(name), line, column, excerpt=text)


def read_overrides(folder: Path, target: str, diagnostics: Diagnostics) -> Overrides:
    """Read the templates that a folder has for a target; files with other endings than ``.j2`` are none.

    Parameters
    ----------
    folder
        What ``templates`` names in the configuration.
    diagnostics
        Gets an error for each that can't be read.
    """
    texts: dict[str, str] = {}
    if not folder.is_dir():
        diagnostics.error(
            "template-unreadable",
            "`templates` names a folder that does not exist",
            location=Location(str(folder)),
            hint="the path is relative to the config file",
        )
    for file in sorted((folder / target).rglob(f"*{_ENDING}")):
        name = file.relative_to(folder / target).as_posix()
        try:
            texts[name] = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = (error.strerror or "unknown error").lower() if isinstance(error, OSError) else "it is not UTF-8"
            diagnostics.error(
                "template-unreadable",
                f"the template can't be read: {reason}",
                location=Location(str(file)),
                hint="save it as UTF-8, or remove it",
            )
    return Overrides(folder / target, texts)


def report_misplaced(folder: Path, targets: Iterable[str], diagnostics: Diagnostics) -> None:
    """Report templates that stand where none is looked for: beside the folders of the targets."""
    known = tuple(targets)
    for file in sorted(folder.rglob(f"*{_ENDING}")):
        first, *more = file.relative_to(folder).parts
        if more and first in known:
            continue
        near = similar(first, known) if more else ""
        diagnostics.error(
            "template-unknown",
            f"there is no target {first!r}" if more else "the template is in no folder of a target",
            location=Location(str(file)),
            hint=(
                f"did you mean {near!r}?" if near else f"move it to one of: {', '.join(f'{name}/' for name in known)}"
            ),
        )
