"""Results of the commands -> standard output and standard error, in each format.

What a program is to read goes to standard output, alone. What a person is to read beside it goes to standard error.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

import click

from sdksmith.diagnostics import Diagnostic, Locator, Severity
from sdksmith.report import StageTime, as_json, as_sarif, findings, github_commands, print_diagnostics, visible
from sdksmith.words import counted

if TYPE_CHECKING:
    from sdksmith.pipeline import Drift, GenerateOutcome, TargetOutcome

#: Differing files that are named in the text output; JSON names them all.
_SHOWN_DRIFT = 20
#: The same of files that a run changed.
_SHOWN_CHANGES = 10
#: The same of what is only partly supported.
_SHOWN_DEGRADED = 10

Format = Literal["text", "json", "github", "sarif"]
#: What ``generate`` does with the files: it writes, compares or only tries them.
Mode = Literal["write", "check", "try"]


class Presenter:
    """Shows what a command found and did.

    Parameters
    ----------
    format_
        ``text`` is for people: diagnostics go to standard error, results to standard output. ``json`` and ``sarif``
        print one JSON value, ``github`` a workflow command for each diagnostic. With ``sarif`` people get the text on
        standard error all the same, because the log goes to a service; with ``github`` they get the results there.
    quiet
        People get errors only.
    """

    def __init__(self, format_: Format, *, quiet: bool = False) -> None:
        self._format: Format = format_
        self._quiet = quiet

    def show(
        self,
        code: int,
        diagnostics: Iterable[Diagnostic],
        locate: Locator | None,
        *,
        values: Callable[[], dict[str, Any]] = dict,
        lines: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """Show the end of a command.

        Parameters
        ----------
        code
            The exit code.
        diagnostics, locate
            What was found, and what places it.
        values
            The results, for JSON.
        lines
            The results, for people.
        """
        match self._format:
            case "json":
                _print_json({"exit_code": code, **values(), "diagnostics": as_json(diagnostics, locate)})
                return
            case "sarif":
                _print_json(as_sarif(diagnostics, locate, exit_code=code))
            case "github":
                for command in github_commands(diagnostics, locate):
                    click.echo(command)
            case "text":
                pass
        if self._format != "github":
            # Notes are for programs: of what is only partly supported the first are in the lines, and all in inspect.
            minimum = Severity.ERROR if self._quiet else Severity.WARNING
            print_diagnostics(diagnostics, locate, minimum=minimum)
        if not self._quiet or code:
            for line in lines():
                click.echo(line, err=self._format != "text")


def outcome_json(outcome: GenerateOutcome, times: Iterable[StageTime]) -> dict[str, Any]:
    """Return what a run of ``generate`` did, as JSON values."""
    return {
        "reused": outcome.reused,
        "targets": [_target_json(target) for target in outcome.targets],
        "timings": [{"stage": each.stage, "seconds": each.seconds} for each in times],
    }


def _target_json(outcome: TargetOutcome) -> dict[str, Any]:
    report = outcome.report
    return {
        "target": outcome.target,
        "output": str(outcome.output),
        "operations": outcome.operations,
        "types": outcome.types,
        "files": outcome.files,
        "degraded": outcome.degraded,
        "written": list(report.written),
        "added": list(report.added),
        "merged": list(report.merged),
        "unchanged": len(report.unchanged),
        "removed": list(report.pruned),
        "drift": [
            {
                "path": drift.path,
                "kind": drift.kind,
                **({"refused": drift.refused} if drift.refused else {}),
                **({"diff": list(drift.difference)} if drift.difference else {}),
            }
            for drift in report.drift
        ],
        "next": outcome.next_step,
    }


def outcome_lines(outcome: GenerateOutcome, *, mode: Mode, verbose: bool, times: Iterable[StageTime] = ()) -> list[str]:
    """Return what a run of ``generate`` did, as lines for a person, safe to print.

    Parameters
    ----------
    mode
        Whether files were written, compared (``--check``), or a run was only tried (``--dry-run``).
    verbose
        Name every file that changed, and the time of each stage.
    """
    lines = [line for target in outcome.targets for line in _target_lines(target, mode, verbose)]
    lines += _degraded_lines(outcome)
    if verbose:
        lines += _time_lines(list(times))
    # Whoever has the library already knows what to do with it.
    steps = [each.next_step for each in outcome.targets if each.report.added and len(each.report.added) == each.files]
    return [*lines, *(f"next: {visible(step)}" for step in steps if step)]


def _time_lines(times: list[StageTime]) -> list[str]:
    rows = [*times, StageTime("in all", sum(each.seconds for each in times))]
    width = max(len(each.stage) for each in rows)
    return [f"{each.stage:<{width}}  {each.seconds:7.3f} s" for each in rows]


def _degraded_lines(outcome: GenerateOutcome) -> list[str]:
    """Return what of the document is only partly supported: the first of it, and how much more there is."""
    notes = [found for found in outcome.diagnostics if found.code in ("degraded", "rejected")]
    if not notes:
        return []
    found = findings(notes[:_SHOWN_DEGRADED], outcome.locate)
    verb = "is" if len(notes) == 1 else "are"
    lines = [f"{counted(len(notes), 'part')} of the document {verb} only partly supported:"]
    # The line above has said it already.
    lines += [
        f"  {visible(str(finding.location))}: {visible(finding.message.replace(' is only partly supported:', ':', 1))}"
        for finding in found
    ]
    if len(notes) > _SHOWN_DEGRADED:
        lines.append(f"  ... and {len(notes) - _SHOWN_DEGRADED:,} more: see sdksmith inspect --only degraded")
    return lines


def _target_lines(outcome: TargetOutcome, mode: Mode, verbose: bool) -> list[str]:
    report, output = outcome.report, visible(str(outcome.output))
    lines = [visible(line) for drift in report.drift for line in drift.difference]
    if report.drift and mode == "try":
        lines += _trial_lines(report.drift, output, verbose)
    elif report.drift:
        shown = [f"{drift.kind:<8} {visible(drift.path)}{_reason(drift)}" for drift in report.drift]
        lines += _first(shown, _SHOWN_DRIFT, verbose)
        verb = "differs" if len(report.drift) == 1 else "differ"
        lines.append(f"{output} is out of date: {counted(len(report.drift), 'file')} {verb}")
    elif mode != "write":
        lines.append(f"{output} is up to date ({counted(outcome.files, 'file')})")
    else:
        lines.append(
            f"generated {counted(outcome.operations, 'operation')}, {counted(outcome.types, 'type')} -> {output} "
            f"({counted(outcome.files, 'file')}: {len(report.written):,} written, {len(report.unchanged):,} unchanged, "
            f"{len(report.pruned):,} removed)"
        )
        # Of a library that is new all files are.
        if verbose or len(report.added) < outcome.files:
            lines += _first(_changed_lines(outcome), _SHOWN_CHANGES, verbose)
    return lines


_ACTIONS: Final[Mapping[Literal["missing", "differs", "stale"], str]] = {
    "missing": "add",
    "differs": "change",
    "stale": "remove",
}
_REASONS: Final = {"edited-file": "edited by hand", "foreign-file": "not written by sdksmith"}


def _reason(drift: Drift) -> str:
    return f" ({_REASONS[drift.refused]})" if drift.refused else ""


def _trial_lines(drift: tuple[Drift, ...], output: str, verbose: bool) -> list[str]:
    """Return what a run would do, what it would refuse first."""
    ordered = sorted(drift, key=lambda each: not each.refused)
    shown = [
        f"would {'refuse' if each.refused else _ACTIONS[each.kind]:<6}  {visible(each.path)}{_reason(each)}"
        for each in ordered
    ]
    refused = sum(bool(each.refused) for each in drift)
    if refused:
        verb = "is" if refused == 1 else "are"
        last = f"{output}: nothing would be written, as {counted(refused, 'file')} {verb} not to be overwritten without --force"
    else:
        kinds = Counter(each.kind for each in drift)
        parts = [f"{action} {counted(kinds[kind], 'file')}" for kind, action in _ACTIONS.items() if kinds[kind]]
        last = f"{output}: a run would {', '.join(parts)}"
    return [*_first(shown, _SHOWN_DRIFT, verbose), last]


def _changed_lines(outcome: TargetOutcome) -> list[str]:
    report = outcome.report
    added = set(report.added)
    kinds = {path: "added" if path in added else "changed" for path in report.written}
    kinds |= {path: "merged" for path in report.merged if path in kinds}
    kinds |= dict.fromkeys(report.pruned, "removed")
    return [f"  {kind:<8} {visible(path)}" for path, kind in sorted(kinds.items())]


def _first(lines: list[str], limit: int, all_: bool) -> list[str]:
    """Return the first of some lines, and one that says how many more there are."""
    if all_ or len(lines) <= limit:
        return lines
    indent = " " * (len(lines[0]) - len(lines[0].lstrip()))
    return [*lines[:limit], f"{indent}... and {len(lines) - limit:,} more"]


def _print_json(value: dict[str, Any]) -> None:
    # Escaped to ASCII: it can be printed everywhere, and holds nothing that a terminal would act on.
    click.echo(json.dumps(value, indent=2))
