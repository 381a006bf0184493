"""Tables as text: aligned for a terminal, or as Markdown.

A row of two cells in a wider table is a remark: why there are no figures. It does not widen the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest


def plain(columns: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Return a table with aligned columns; the first `left` of them at the left, the others at the right."""
    lines = [list(columns), *map(list, rows)]
    measured = [line[:1] if _is_remark(line, columns) else line for line in lines]
    widths = [max(map(len, cells)) for cells in zip_longest(*measured, fillvalue="")]
    return "\n".join(_line(line, widths, len(line) if _is_remark(line, columns) else left) for line in lines)


def _is_remark(cells: Sequence[str], columns: Sequence[str]) -> bool:
    return len(cells) == 2 < len(columns)


def _line(cells: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = (
        cell.ljust(width) if number < left else cell.rjust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=False))
    )
    return "  ".join(padded).rstrip()


def markdown(columns: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Return a table of Markdown (GitHub's), aligned likewise."""
    rules = ["---" if number < left else "--:" for number in range(len(columns))]
    padded = ([*cells, *[""] * (len(columns) - len(cells))] for cells in rows)
    return "\n".join(_row(cells) for cells in [columns, rules, *padded])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
