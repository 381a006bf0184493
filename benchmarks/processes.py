"""Runs programs and tells what they took."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_LAUNCH = Path(__file__).with_name("programs") / "launch.py"


@dataclass(frozen=True)
class Usage:
    """What a run took.

    Attributes
    ----------
    seconds
        By the clock on the wall.
    processor
        Seconds of the processor, user and system, of the process and of the children that it waited for.
    mebibytes
        Largest resident set of any one of them.
    output
        What it printed.
    """

    seconds: float
    processor: float
    mebibytes: float
    output: str


class RunFailed(Exception):
    """A program failed, or took too long; the message says how, in one line."""


def run(
    command: Sequence[str],
    *,
    python_path: Path | None = None,
    folder: Path | None = None,
    extra: Mapping[str, str] | None = None,
    timeout: float = 600,
    accepted: Container[int] = (0,),
) -> Usage:
    """Run a program to its end.

    Parameters
    ----------
    python_path
        What ``PYTHONPATH`` is to be.
    folder
        Where to run it.
    extra
        More variables of the environment.
    accepted
        Exit codes that are no failure.

    Raises
    ------
    RunFailed
        It is not installed, failed, or was stopped after `timeout` seconds.
    """
    if shutil.which(command[0]) is None:
        raise RunFailed(f"{Path(command[0]).name} is not installed")
    with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        report = Path(kept) / "report"
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_LAUNCH), str(report), *command],
            cwd=folder,
            env={**environment(python_path), **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired as error:
            _stop(process)
            raise RunFailed(f"stopped after {timeout:.0f} s") from error
        except BaseException:
            _stop(process)
            raise
        if process.returncode:
            raise RunFailed(_last_line(_text(errors)))
        code, seconds, processor, mebibytes = json.loads(report.read_text(encoding="ascii"))
        if code not in accepted:
            raise RunFailed(f"failed ({code}): {_last_line(_text(errors)) or _last_line(_text(output))}")
        return Usage(seconds, processor, mebibytes, _text(output))


def environment(python_path: Path | None = None) -> dict[str, str]:
    """Return an environment in which Python starts as it does for users, whatever this one is set to."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SDKSMITH_"))}
    return ours if python_path is None else {**ours, "PYTHONPATH": str(python_path)}


def alternate(rounds: int, tasks: Mapping[str, Callable[[], Usage]]) -> tuple[dict[str, list[Usage]], dict[str, str]]:
    """Run each task once in every round, in turn, so that a slow moment of the machine hits all of them.

    Returns
    -------
    tuple
        The usages by the name of the task, and the reasons of those that failed; these are not run again.
    """
    usages: dict[str, list[Usage]] = {}
    failures: dict[str, str] = {}
    for _ in range(rounds):
        for name, task in tasks.items():
            if name in failures:
                continue
            try:
                usages.setdefault(name, []).append(task())
            except RunFailed as failure:
                usages.pop(name, None)
                failures[name] = str(failure)
    return usages, failures


def _stop(process: subprocess.Popen[bytes]) -> None:
    # Whatever it started with it: it leads a session of its own.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:160] if lines else ""
