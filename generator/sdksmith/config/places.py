"""Positions of the keys in a TOML file, which `tomllib` does not keep."""

from __future__ import annotations

import re
from typing import Final

from sdksmith.diagnostics import Location

_PART: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED: Final = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_ASSIGNMENT: Final = re.compile(rf"\s*({_DOTTED})\s*=")

Places = dict[tuple[str, ...], Location]


def places_of(file: str, text: str) -> Places:
    """Return where each key and each table of a file begins; the first of those that are there twice."""
    found: Places = {}
    table: tuple[str, ...] = ()
    quotes = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quotes:
            quotes = "" if quotes in line else quotes
            continue
        header = _HEADER.match(line)
        if header is not None:
            table = _parts(header[2])
            found.setdefault(table, _place(file, number, header.start(1), line))
            continue
        assignment = _ASSIGNMENT.match(line)
        if assignment is not None:
            parts = _parts(assignment[1])
            for depth in range(1, len(parts) + 1):
                key = (*table, *parts[:depth])
                found.setdefault(key, _place(file, number, assignment.start(1), line))
        quotes = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
    return found


def nearest(places: Places, key: tuple[str, ...], otherwise: Location) -> Location:
    """Return where a key stands, or else the table that it is in."""
    for end in range(len(key), 0, -1):
        if key[:end] in places:
            return places[key[:end]]
    return otherwise


def _place(file: str, line: int, start: int, text: str) -> Location:
    return Location(file, line, start + 1, excerpt=text)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
