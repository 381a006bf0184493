"""The command line: options in, a call of the pipeline, results out. No logic of its own.

Everything but click is imported inside the commands, so that ``--help`` and shell completion answer at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from sdksmith.cli.commands import commands
from sdksmith.cli.running import run


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; see :func:`sdksmith.cli.running.run`."""
    run(commands, arguments)


__all__ = ["main"]
