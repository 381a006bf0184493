"""Tables as plain text, for a terminal, a pipe or a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def aligned(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table: a heading, a rule, and the rows; columns of numbers stand at the right."""
    cells = [tuple(headings), *map(tuple, rows)]
    columns = list(zip(*cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    numeric = [all(_is_number(cell) for cell in column[1:]) and len(column) > 1 for column in columns]
    for row in (cells[0], tuple("-" * width for width in widths), *cells[1:]):
        padded = (
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        )
        yield "  ".join(padded).rstrip()


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdecimal()
