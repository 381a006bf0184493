"""Runs a command and notes what it took: ``launch.py REPORT COMMAND...``; the report is one line of JSON.

A small process between the benchmark and what it measures: on Linux a program inherits the largest resident set of the
process that starts it (``setmax_mm_hiwater_rss`` in fs/exec.c), and the benchmark may have read large documents.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time


def main(report: str, *command: str) -> None:
    """Run it."""
    started = time.perf_counter()
    process = subprocess.Popen(command)
    # wait4 instead of wait: it tells the resources of this child, and of those that it waited for.
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    # Kibibytes on Linux, bytes on macOS (getrusage(2)).
    mebibytes = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    with open(report, "w", encoding="ascii") as file:
        file.write(f"[{process.returncode}, {seconds}, {used.ru_utime + used.ru_stime}, {mebibytes}]")


if __name__ == "__main__":
    main(*sys.argv[1:])
