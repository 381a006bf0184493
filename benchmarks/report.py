"""All that was measured, for a terminal and for benchmarks/RESULTS.md."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import table
from benchmarks.environments import Environment, Missing
from benchmarks.results import VERDICT_COLUMNS, Section

#: Versions that matter to a reader, in this order.
_NAMED = (
    "openapi-python-client",
    "openapi-generator-cli",
    "datamodel-code-generator",
    "auth0-python",
    "httpx2",
    "httpx",
    "pydantic",
    "msgspec",
)


def terminal(sections: Sequence[Section]) -> str:
    """Return everything as aligned text, the budget table at the end."""
    parts: list[str] = []
    for section in sections:
        parts.append(f"{section.title}\n{'=' * len(section.title)}")
        for one in section.tables:
            parts.append(f"{one.title}\n\n{table.plain(one.columns, one.rows)}")
        parts += section.notes
    return "\n\n".join(
        [*parts, f"Budgets\n=======\n\n{table.plain(VERDICT_COLUMNS, _verdicts(sections), left=len(VERDICT_COLUMNS))}"]
    )


def markdown(sections: Sequence[Section], machine: Sequence[str]) -> str:
    """Return everything as Markdown, the budget table first."""
    parts = [
        "# Results of `make bench`",
        "Written by `make bench`. Medians; `spread` is the distance from the lowest to the highest. "
        "Ratios count: the programs of a table ran in turn, on the same machine.",
        "\n".join(f"- {line}" for line in machine),
        "## Budgets",
        table.markdown(VERDICT_COLUMNS, _verdicts(sections), left=len(VERDICT_COLUMNS)),
    ]
    for section in sections:
        parts.append(f"## {section.title}")
        for one in section.tables:
            parts += [f"### {one.title}", table.markdown(one.columns, one.rows)]
        parts += section.notes
    return "\n\n".join(parts) + "\n"


def _verdicts(sections: Sequence[Section]) -> list[list[str]]:
    return [verdict.cells() for section in sections for verdict in section.verdicts]


def machine(found: dict[str, Environment | Missing], rounds: int) -> list[str]:
    """Return what the figures depend on: date, machine, versions."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    lines = [
        f"{today}, {rounds} round{'s' if rounds != 1 else ''}",
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors: {_processor()}; "
        f"load when it ended: {os.getloadavg()[0]:.1f}",
        f"Python {platform.python_version()}",
    ]
    for name, environment in found.items():
        if isinstance(environment, Missing):
            lines.append(f"{name}: {environment.why}")
        else:
            versions = environment.versions
            shown = ", ".join(f"{package} {versions[package]}" for package in _NAMED if package in versions)
            lines.append(f"{name}: {shown}")
    return lines


def _processor(read: Callable[[], str] = lambda: Path("/proc/cpuinfo").read_text(encoding="utf-8")) -> str:
    try:
        lines = read().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
