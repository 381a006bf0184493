"""Diagnostics -> what a person, or a machine, reads.

Everything printed may come from the document, which may be hostile: no control character, escape sequence or text
direction mark of it reaches the terminal, and square brackets are never markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import Diagnostic, Location, Locator, Pointer, Severity, format_pointer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Diagnostics printed in full; the rest are counted. JSON has them all.
DEFAULT_LIMIT = 50

#: Longest part of a source line that is shown.
_EXCERPT_WIDTH = 100

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

#: Categories that a terminal acts on instead of showing: controls, formats (text direction, zero width), surrogates,
#: private use, line and paragraph separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    """Write out what a terminal would act on: an escape becomes ``\\x1b``, a line end ``\\n``.

    Spaces, letters, marks and symbols of every script stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _escape(character) if unicodedata.category(character) in _INVISIBLE else character for character in text
    )


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def place(diagnostic: Diagnostic, locate: Locator | None) -> Location:
    """Return where a diagnostic is, computing it from the pointer where need be."""
    if diagnostic.location is not None:
        return diagnostic.location
    return _resolve(diagnostic.pointer or (), locate)


def _resolve(where: Pointer | Location, locate: Locator | None) -> Location:
    if isinstance(where, Location):
        return where
    return locate(where) if locate is not None else Location("<document>", pointer=where)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many diagnostics there are of each severity."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Counts:
        """Count."""
        severities = [diagnostic.severity for diagnostic in diagnostics]
        return cls(
            severities.count(Severity.ERROR), severities.count(Severity.WARNING), severities.count(Severity.NOTE)
        )

    def __str__(self) -> str:
        """Say it: ``2 errors, 1 warning``; ``no findings`` for none."""
        parts = [
            f"{count:,} {word}{'' if count == 1 else 's'}"
            for count, word in ((self.errors, "error"), (self.warnings, "warning"), (self.notes, "note"))
            if count
        ]
        return ", ".join(parts) or "no findings"


def as_json(diagnostics: Iterable[Diagnostic], locate: Locator | None = None) -> list[dict[str, Any]]:
    """Return the diagnostics as JSON values, in the order they were found.

    Each has ``code``, ``severity``, ``message``, ``hint``, ``file``, ``line`` and ``column`` (from 1; 0 when unknown),
    ``pointer`` (RFC 6901, into the file) and ``related`` (a list of the same places, each with a ``message``).
    """
    return [
        {
            "code": diagnostic.code,
            "severity": _WORDS[diagnostic.severity],
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            **_location_json(place(diagnostic, locate)),
            "related": [
                {"message": message, **_location_json(_resolve(where, locate))} for message, where in diagnostic.related
            ],
        }
        for diagnostic in diagnostics
    ]


def _location_json(location: Location) -> dict[str, Any]:
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "pointer": format_pointer(location.pointer),
    }


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    locate: Locator | None = None,
    *,
    console: Console | None = None,
    limit: int = DEFAULT_LIMIT,
    minimum: Severity = Severity.NOTE,
) -> None:
    """Print diagnostics for a person, errors first, then a line that counts them.

    Parameters
    ----------
    locate
        Turns their pointers into places.
    console
        Where to; standard error by default, in colour on a terminal only.
    limit
        How many are printed.
    minimum
        Milder ones are left out, of the count too.
    """
    chosen = sorted(
        (diagnostic for diagnostic in diagnostics if diagnostic.severity >= minimum),
        key=lambda diagnostic: -diagnostic.severity,
    )
    if not chosen:
        return
    from rich.text import Text

    out = console or stderr_console()
    for diagnostic in chosen[:limit]:
        for line in _lines(diagnostic, locate):
            # soft_wrap: a place must stay on one line, whatever the width, for editors to find it.
            out.print(line, soft_wrap=True)
    if len(chosen) > limit:
        out.print(Text(f"... and {len(chosen) - limit:,} more; --format json lists them all"), soft_wrap=True)
    out.print(Text(str(Counts.of(chosen)), style="bold"), soft_wrap=True)


def stderr_console() -> Console:
    """Return a console on standard error that takes text as it is: no markup, emoji or highlighting."""
    from rich.console import Console

    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def _lines(diagnostic: Diagnostic, locate: Locator | None) -> list[Text]:
    from rich.text import Text

    location = place(diagnostic, locate)
    style = _STYLES[diagnostic.severity]
    heading = Text.assemble(
        (visible(f"{_where(location)}: "), "bold"),
        (f"{_WORDS[diagnostic.severity]}[{visible(diagnostic.code)}]", style),
        f": {visible(diagnostic.message)}",
    )
    lines = [heading, *_excerpt(location, style)]
    if diagnostic.hint:
        lines.append(Text.assemble("  ", ("hint", "bold green"), f": {visible(diagnostic.hint)}"))
    for message, where in diagnostic.related:
        other = _resolve(where, locate)
        lines.append(Text.assemble("  ", (visible(f"{_where(other)}: "), "bold"), visible(message)))
        lines.extend(_excerpt(other, "cyan"))
    return lines


def _where(location: Location) -> str:
    """Say where: with the pointer where there is no line to go to."""
    if location.line or not location.pointer:
        return str(location)
    return f"{location}#{format_pointer(location.pointer)}"


def _excerpt(location: Location, style: str) -> list[Text]:
    from rich.cells import cell_len
    from rich.text import Text

    if not location.excerpt or not location.line:
        return []
    before, after = _cut(location.excerpt, max(location.column - 1, 0))
    number = str(location.line)
    lines = [Text.assemble((f" {number} | ", "dim"), before + after)]
    if location.column:
        lines.append(Text.assemble((f" {' ' * len(number)} | ", "dim"), " " * cell_len(before), ("^", style)))
    return lines


def _cut(excerpt: str, offset: int) -> tuple[str, str]:
    """Cut a line around the place that matters: minified documents are one line of megabytes.

    Returns
    -------
    tuple of (str, str)
        What is shown before the place, and from it on; printable, with ``...`` for what was left out.
    """
    offset = min(offset, len(excerpt))
    start = max(0, offset - _EXCERPT_WIDTH * 2 // 5)
    if len(excerpt) <= _EXCERPT_WIDTH:
        start = 0
    end = start + _EXCERPT_WIDTH
    before = visible(excerpt[start:offset].replace("\t", " "))
    after = visible(excerpt[offset:end].replace("\t", " "))
    if start == 0:
        before = before.lstrip() if after else before
    else:
        before = "..." + before
    return before, after + ("..." if end < len(excerpt) else "")


class ProgressBar:
    """A line on standard error that says how far a run is; use it as a context manager, on terminals only."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            console=stderr_console(),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> ProgressBar:
        """Show the line."""
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the line."""
        self._bar.stop()

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage, of `total` steps where that is known."""
        self._bar.reset(self._task, description=name, total=total)

    def advance(self) -> None:
        """Count one step of the stage."""
        self._bar.advance(self._task)
