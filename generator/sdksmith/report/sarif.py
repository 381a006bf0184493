"""Diagnostics -> a SARIF log, for code-scanning services and editors.

SARIF is the OASIS "Static Analysis Results Interchange Format", here in version 2.1.0; sections below are its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from sdksmith.diagnostics import Diagnostic, Finding, Location, Locator, format_pointer
from sdksmith.report.catalogue import CATALOGUE
from sdksmith.report.files import source_file
from sdksmith.report.findings import WORDS, findings
from sdksmith.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(
    diagnostics: Iterable[Diagnostic], locate: Locator | None = None, *, exit_code: int | None = None
) -> dict[str, Any]:
    """Return a SARIF log of one run.

    Rules are the codes of the diagnostics; lines and columns count from 1, columns in Unicode code points; URIs are
    relative to the current folder.

    Parameters
    ----------
    locate
        Turns pointers into places.
    exit_code
        Of the command.
    """
    found = findings(diagnostics, locate)
    codes = sorted({each.code for each in found})
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "sdksmith", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in found],
    }
    if exit_code is not None:
        # Drift and findings are results; that they exist does not make the run a failed one (section 3.20.14).
        run["invocations"] = [{"executionSuccessful": True, "exitCode": exit_code}]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    entry = CATALOGUE.get(code)
    if entry is not None:
        rule["shortDescription"] = {"text": f"{entry.meaning}."}
        rule["help"] = {"text": f"{entry.remedy}."}
    return rule


def _result(found: Finding, index: int) -> dict[str, Any]:
    text = f"{found.message}\n{found.hint}" if found.hint else found.message
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": WORDS[found.severity],
        "message": {"text": text},
        "locations": [_location(found.location)],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": message}, **_location(where)}
            for number, (message, where) in enumerate(found.related, 1)
        ]
    return result


def _location(location: Location) -> dict[str, Any]:
    where: dict[str, Any] = {}
    file = source_file(location)
    if file is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": quote(file, errors="replace")}}
        if location.line:
            region: dict[str, Any] = {"startLine": location.line}
            if location.column:
                region["startColumn"] = location.column
            if location.excerpt:
                region["snippet"] = {"text": location.excerpt}
            physical["region"] = region
        where["physicalLocation"] = physical
    if location.pointer or file is None:
        name = format_pointer(location.pointer)
        where["logicalLocations"] = [{"fullyQualifiedName": name if file is not None else f"{location.file}#{name}"}]
    return where
