"""Diagnostics -> JSON values; docs/diagnostics.md describes them to users."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sdksmith.diagnostics import Diagnostic, Location, Locator, format_pointer
from sdksmith.report.findings import WORDS, findings


def as_json(diagnostics: Iterable[Diagnostic], locate: Locator | None = None) -> list[dict[str, Any]]:
    """Return the diagnostics as JSON values, in the order they were found.

    Each has ``code``, ``severity``, ``message``, ``hint``, ``file``, ``line`` and ``column`` (from 1; 0 when unknown),
    ``pointer`` (RFC 6901, into the file) and ``related`` (a list of the same places, each with a ``message``).
    """
    return [
        {
            "code": found.code,
            "severity": WORDS[found.severity],
            "message": found.message,
            "hint": found.hint,
            **_location_json(found.location),
            "related": [{"message": message, **_location_json(where)} for message, where in found.related],
        }
        for found in findings(diagnostics, locate)
    ]


def _location_json(location: Location) -> dict[str, Any]:
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "pointer": format_pointer(location.pointer),
    }
