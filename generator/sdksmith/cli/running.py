"""A run of the command line: its ends, good and bad."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NoReturn

import click

from sdksmith.cli.exits import (
    EXIT_BROKEN_PIPE,
    EXIT_BUG,
    EXIT_CONFLICT,
    EXIT_INPUT,
    EXIT_INTERRUPTED,
    EXIT_OK,
    EXIT_OUTPUT,
    EXIT_USAGE,
)
from sdksmith.version import __version__

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from typing_extensions import Buffer

    from sdksmith.diagnostics import Failure
    from sdksmith.pipeline.stages import Progress
    from sdksmith.presentation import Presenter

#: Of writing to a standard stream: it is full, closed, or its device is broken.
_OUTPUT_ERRORS = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EDQUOT)


def run(commands: click.Command, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; ends the process with one of the exit codes of ``sdksmith --help``.

    Parameters
    ----------
    commands
        The group of all of them.
    arguments
        Without the program's name; ``sys.argv`` by default.
    """
    if sys.stdout is None:
        # Closed by whoever started us: there is nobody to print to.
        if sys.stderr is not None:
            sys.stderr.write("sdksmith: standard output is closed\n")
        os._exit(EXIT_OUTPUT)
    sys.stderr = _standard_error()
    # A character that the terminal's encoding lacks is not worth dying for.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    # What a run makes lives to its end: looking for garbage in it would take a tenth of the time, and find nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        code = _run(commands, list(sys.argv[1:] if arguments is None else arguments))
    finally:
        if collecting:
            gc.enable()
    sys.exit(code)


class _Lossy(io.FileIO):
    """Standard error that nothing fails on: what it can't take is lost."""

    def write(self, text: Buffer) -> int:
        try:
            return super().write(text) or 0
        except OSError:
            return memoryview(text).nbytes


def _standard_error() -> TextIO:
    """Return standard error so that results and exit codes hold where it is full, closed, or read by nobody."""
    given: TextIO | None = sys.stderr
    if given is None:
        return open(os.devnull, "w", encoding="utf-8")
    # A terminal is never full; and what a test put there is its own.
    replaced = given is not sys.__stderr__
    if replaced or given.isatty():
        return given
    raw = io.BufferedWriter(_Lossy(given.fileno(), "wb", closefd=False))
    return io.TextIOWrapper(raw, encoding=given.encoding, errors="backslashreplace", write_through=True)


def _run(commands: click.Command, arguments: list[str]) -> int:
    try:
        code = commands.main(arguments, prog_name="sdksmith", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        _in_our_words(error).show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt) as interrupt:
        return _show_interrupt(interrupt)
    except BrokenPipeError:
        return quiet_broken_pipe()
    except OSError as error:
        return _show_unwritable(error) if error.errno in _OUTPUT_ERRORS and error.filename is None else _show_bug(error)
    except Exception as error:  # noqa: BLE001 - the last resort, which turns every bug into a report
        return _show_exception(error)
    return code if isinstance(code, int) else EXIT_OK


def _in_our_words(error: click.ClickException) -> click.ClickException:
    if isinstance(error, click.NoSuchOption) and error.option_name in ("--spec", "--input", "-i"):
        # Other generators have such an option.
        return click.UsageError(
            f"there is no option {error.option_name!r}: name the document by itself, as in sdksmith generate openapi.yaml",
            error.ctx,
        )
    return error


def progress_bar(*, shown: bool) -> AbstractContextManager[Progress | None]:
    if not shown or not sys.stderr.isatty():
        return nullcontext()
    from sdksmith.report import ProgressBar

    return ProgressBar()


def show_failure(
    failure: Failure,
    presenter: Presenter | None = None,
    config_file: Path | None = None,
    overrides: Sequence[str] = (),
) -> int:
    from sdksmith.pipeline import conflicts_of, is_usage_failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import find_config, place_in_config
    from sdksmith.report import visible

    failure = place_in_config(failure, find_config(config_file), overrides)
    code = EXIT_USAGE if is_usage_failure(failure) else EXIT_INPUT
    conflicts = conflicts_of(failure)
    shown = presenter or Presenter("text")
    if conflicts is None:
        shown.show(code, failure.diagnostics, failure.locate)
        return code
    code = EXIT_CONFLICT
    shown.show(
        code,
        failure.diagnostics,
        failure.locate,
        values=lambda: {"conflicts": list(conflicts)},
        lines=lambda: [visible(line) for conflict in conflicts for line in conflict.split("\n")],
    )
    return code


def quiet_broken_pipe() -> int:
    # Whoever read us has gone, as `| head` does. Python flushes once more on its way out, so give it somewhere to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_BROKEN_PIPE


def _show_unwritable(error: OSError) -> int:
    # Python flushes once more on its way out, and would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    click.echo(f"sdksmith: standard output can't be written: {(error.strerror or 'unknown error').lower()}", err=True)
    return EXIT_OUTPUT


def _show_interrupt(interrupt: BaseException) -> int:
    from sdksmith.pipeline import interrupted_at
    from sdksmith.report import visible

    # Click turns what it catches into its own.
    done = interrupted_at(interrupt.__cause__ if isinstance(interrupt, click.Abort) else interrupt)
    if done:
        click.echo(f"sdksmith: interrupted {visible(done)}; the next run finishes", err=True)
    return EXIT_INTERRUPTED


def _show_exception(error: Exception) -> int:
    # Imported here because most runs don't fail so, and the shortest should not wait for it.
    from sdksmith.diagnostics import Failure

    return show_failure(error) if isinstance(error, Failure) else _show_bug(error)


def _show_bug(error: Exception) -> int:
    from sdksmith.report import visible

    if os.environ.get("SDKSMITH_TRACEBACK") not in (None, "", "0"):
        import traceback

        click.echo("\n".join(map(visible, "".join(traceback.format_exception(error)).splitlines())), err=True)
    click.echo(
        f"sdksmith {__version__}: this is a bug in sdksmith, please report it: "
        f"{type(error).__name__}: {visible(str(error))}\n"
        "Run `sdksmith --traceback ...` for the details.",
        err=True,
    )
    return EXIT_BUG
