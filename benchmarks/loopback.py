"""A server on loopback, in a process of its own, that always answers the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

from benchmarks.documents import answer
from benchmarks.processes import environment
from benchmarks.subjects import PROGRAMS


@contextmanager
def server() -> Generator[int]:
    """Serve the answer of the create-action operation; gives the port."""
    command = [sys.executable, str(PROGRAMS / "server.py"), str(answer())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()
