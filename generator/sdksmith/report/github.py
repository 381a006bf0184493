"""Diagnostics -> workflow commands, which GitHub Actions shows beside the lines of a change.

The format is that of GitHub's "Workflow commands for GitHub Actions"; its toolkit defines what must be escaped.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdksmith.diagnostics import Diagnostic, Finding, Location, Locator, Severity, format_pointer
from sdksmith.report.files import source_file
from sdksmith.report.findings import findings
from sdksmith.report.printable import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_commands(diagnostics: Iterable[Diagnostic], locate: Locator | None = None) -> list[str]:
    """Return a workflow command, one line, for each diagnostic, errors first: GitHub shows but the first ten of a kind."""
    ordered = sorted(findings(diagnostics, locate), key=lambda found: -found.severity)
    return [_command(found) for found in ordered]


def _command(found: Finding) -> str:
    properties: list[str] = []
    file = source_file(found.location)
    if file is not None:
        properties.append(f"file={_property(file)}")
        if found.location.line:
            properties.append(f"line={found.location.line}")
        if found.location.column:
            properties.append(f"col={found.location.column}")
    properties.append(f"title={_property(found.code)}")
    lines = [found.message if file is not None else f"{_name(found.location)}: {found.message}"]
    if found.hint:
        lines.append(f"hint: {found.hint}")
    lines += [f"{_name(where)}: {message}" for message, where in found.related]
    text = "\n".join(map(visible, lines))
    return f"::{_COMMANDS[found.severity]} {','.join(properties)}::{_data(text)}"


def _name(location: Location) -> str:
    return str(location) if location.line else f"{location}#{format_pointer(location.pointer)}".removesuffix("#")


def _data(text: str) -> str:
    # A line that begins with "::" would be a command of its own, so no line end of a document may come through.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
