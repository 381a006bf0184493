"""Diagnostics -> what a person reads. Square brackets of a document are never markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import Diagnostic, Finding, Location, Locator, Severity, format_pointer
from sdksmith.report.findings import WORDS, Counts, findings
from sdksmith.report.printable import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Diagnostics printed in full; the rest are counted. The formats for programs have them all.
DEFAULT_LIMIT = 50

#: Longest part of a source line that is shown.
_EXCERPT_WIDTH = 100

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


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
    # Chosen first, because working out a place takes time.
    wanted = [diagnostic for diagnostic in diagnostics if diagnostic.severity >= minimum]
    chosen = sorted(findings(wanted, locate), key=lambda found: -found.severity)
    if not chosen:
        return
    from rich.text import Text

    out = console or stderr_console()
    for found in chosen[:limit]:
        for line in _lines(found):
            # soft_wrap: a place must stay on one line, whatever the width, for editors to find it.
            out.print(line, soft_wrap=True)
    if len(chosen) > limit:
        out.print(Text(f"... and {len(chosen) - limit:,} more; --format json lists them all"), soft_wrap=True)
    out.print(Text(str(Counts.of(chosen)), style="bold"), soft_wrap=True)


def stderr_console() -> Console:
    """Return a console on standard error that takes text as it is: no markup, emoji or highlighting."""
    from rich.console import Console

    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def _lines(found: Finding) -> list[Text]:
    from rich.text import Text

    style = _STYLES[found.severity]
    heading = Text.assemble(
        (visible(f"{_where(found.location)}: "), "bold"),
        (f"{WORDS[found.severity]}[{visible(found.code)}]", style),
        f": {visible(found.message)}",
    )
    lines = [heading, *_excerpt(found.location, style)]
    if found.hint:
        lines.append(Text.assemble("  ", ("hint", "bold green"), f": {visible(found.hint)}"))
    for message, other in found.related:
        lines.append(Text.assemble("  ", (visible(f"{_where(other)}: "), "bold"), visible(message)))
        lines.extend(_excerpt(other, "cyan"))
    return lines


def _where(location: Location) -> str:
    """Return the position as text: with the pointer where there is no line to go to."""
    if location.line or not location.pointer:
        return str(location)
    return f"{location}#{format_pointer(location.pointer)}"


def _excerpt(location: Location, style: str) -> list[Text]:
    from rich.cells import cell_len
    from rich.text import Text

    if not location.excerpt or not location.line:
        return []
    offset = max(location.column - location.excerpt_column, 0)
    before, after = _cut(location.excerpt, offset, starts_line=location.excerpt_column == 1)
    number = str(location.line)
    lines = [Text.assemble((f" {number} | ", "dim"), before + after)]
    if location.column:
        lines.append(Text.assemble((f" {' ' * len(number)} | ", "dim"), " " * cell_len(before), ("^", style)))
    return lines


def _cut(excerpt: str, offset: int, *, starts_line: bool) -> tuple[str, str]:
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
    if start == 0 and starts_line:
        before = before.lstrip() if after else before
    else:
        before = "..." + before
    return before, after + ("..." if end < len(excerpt) else "")


class ProgressBar:
    """A line on standard error that says how far a run is, with a bar where that is known; use it as a context manager, on terminals only."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, Task, TextColumn
        from rich.text import Text

        class Bar(BarColumn):
            def render(self, task: Task) -> Any:
                return Text() if task.total is None else super().render(task)

        class Steps(MofNCompleteColumn):
            def render(self, task: Task) -> Text:
                return Text() if task.total is None else super().render(task)

        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            Bar(bar_width=30),
            Steps(),
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
        # Another task, as one that had a total keeps it.
        self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total)

    def advance(self) -> None:
        """Count one step of the stage."""
        self._bar.advance(self._task)
