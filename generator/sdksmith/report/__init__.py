"""Diagnostics -> what a person, or a program, reads."""

from sdksmith.diagnostics import Finding
from sdksmith.report.findings import Counts, findings, place
from sdksmith.report.github import github_commands
from sdksmith.report.json_format import as_json
from sdksmith.report.printable import visible
from sdksmith.report.sarif import as_sarif
from sdksmith.report.terminal import ProgressBar, print_diagnostics, stderr_console
from sdksmith.report.timing import StageTime, Stopwatch

__all__ = [
    "Counts",
    "Finding",
    "ProgressBar",
    "StageTime",
    "Stopwatch",
    "as_json",
    "as_sarif",
    "findings",
    "github_commands",
    "place",
    "print_diagnostics",
    "stderr_console",
    "visible",
]
