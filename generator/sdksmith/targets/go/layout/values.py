"""Composite literals of Go, laid out as gofmt would."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from sdksmith.targets.go.layout.declarations import Row, columns


@dataclass(frozen=True, slots=True)
class FunctionValue:
    """A function as a value: its header, and the statements of its body."""

    header: str
    statements: tuple[str, ...]


def composite(head: str, entries: Sequence[tuple[str, str | FunctionValue]], indent: str = "") -> list[str]:
    """Return ``head{`` with an entry a line; functions take several, and end the column of those before."""
    if not entries:
        return [f"{indent}{head}{{}}"]
    inner = f"{indent}\t"
    lines: list[str] = []
    rows: list[Row] = []
    for key, value in entries:
        if isinstance(value, str):
            rows.append(Row((f"{key}:", f"{value},")))
            continue
        lines += [*_keyed(rows, inner), f"{inner}{key}: {value.header} {{"]
        rows = []
        lines += [*(f"{inner}\t{statement}" for statement in value.statements), f"{inner}}},"]
    return [f"{indent}{head}{{", *lines, *_keyed(rows, inner), f"{indent}}}"]


_SHORT: Final = 60


@dataclass(frozen=True, slots=True)
class Composite:
    """A composite literal: its type, and entries with a key, or ``""`` in a list."""

    head: str
    entries: tuple[tuple[str, Value], ...]

    def flat(self) -> str | None:
        """Return it on one line if it is a short list of plain values, or empty."""
        if not self.entries:
            return f"{self.head}{{}}"
        if any(key or not isinstance(value, str) for key, value in self.entries):
            return None
        text = f"{self.head}{{{', '.join(str(value) for _, value in self.entries)}}}"
        return text if len(text) <= _SHORT else None


#: An expression: source text, or a literal that may take several lines.
Value: TypeAlias = str | Composite


def lines_of(value: Value, indent: str) -> list[str]:
    """Return the lines of an expression, the first without its indent."""
    if isinstance(value, str):
        return [value]
    flat = value.flat()
    if flat is not None:
        return [flat]
    inner = f"{indent}\t"
    lines = [f"{value.head}{{"]
    rows: list[Row] = []
    for key, entry in value.entries:
        text = lines_of(entry, inner)
        if len(text) == 1:
            rows.append(Row((f"{key}:", f"{text[0]},") if key else (f"{text[0]},",)))
            continue
        lines += _keyed(rows, inner)
        rows = []
        start = f"{key}: " if key else ""
        lines += [f"{inner}{start}{text[0]}", *text[1:-1], f"{text[-1]},"]
    return [*lines, *_keyed(rows, inner), f"{indent}}}"]


#: Keys up to here stand in one column whatever their lengths; beyond, one this many times as long or as short as those
#: before begins a new one (go/printer, "exprList").
_SMALL: Final = 40
_RATIO: Final = 2.5


def _keyed(rows: Sequence[Row], indent: str) -> list[str]:
    """Return entries with keys, in the columns that gofmt makes of them."""
    lines: list[str] = []
    run: list[Row] = []
    logarithms = 0.0
    before = 0
    for row in rows:
        size = len(row.cells[0]) - 1 if len(row.cells) > 1 else 0
        if run and size and not (before <= _SMALL and size <= _SMALL):
            ratio = size / math.exp(logarithms / len(run))
            if ratio * _RATIO <= 1 or ratio >= _RATIO:
                lines += columns(run, indent)
                run, logarithms = [], 0.0
        run.append(row)
        logarithms += math.log(max(size, 1))
        before = size
    return [*lines, *columns(run, indent)]
