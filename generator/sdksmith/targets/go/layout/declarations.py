"""Fields and constants in columns, as gofmt sets them.

Columns go on over lines that follow each other directly; a comment on a line of its own, or an empty line, ends them
(package text/tabwriter, which gofmt uses).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdksmith.targets.go.layout.comments import comment

#: gofmt counts characters, whatever their width on a screen.
width = len


@dataclass(frozen=True, slots=True)
class Row:
    """A line of columns, and the comment above it."""

    cells: tuple[str, ...]
    about: tuple[str, ...] = ()


def columns(rows: Iterable[Row], indent: str = "\t") -> list[str]:
    """Return rows as lines."""
    lines: list[str] = []
    run: list[tuple[str, ...]] = []

    def flush() -> None:
        lines.extend(_aligned(run, indent))
        run.clear()

    for row in rows:
        if row.about:
            flush()
            lines.extend(comment(list(row.about), indent))
        run.append(row.cells)
    flush()
    return lines


def _aligned(run: Sequence[tuple[str, ...]], indent: str) -> list[str]:
    lines = [""] * len(run)
    texts: list[list[str]] = [list(cells) for cells in run]
    # A column is as wide as its widest cell among lines that follow each other and have a cell behind it.
    depth = max((len(cells) for cells in run), default=0)
    for column in range(depth - 1):
        start = 0
        while start < len(texts):
            end = start
            while end < len(texts) and len(texts[end]) > column + 1:
                end += 1
            if end > start:
                widest = max(width(texts[index][column]) for index in range(start, end))
                for index in range(start, end):
                    cell = texts[index][column]
                    texts[index][column] = cell + " " * (widest - width(cell) + 1)
            start = max(end, start + 1)
    for index, cells in enumerate(texts):
        lines[index] = indent + "".join(cells)
    return lines
