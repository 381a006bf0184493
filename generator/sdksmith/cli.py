"""The commands: options in, a call of the pipeline, results out. No logic of its own.

Everything but click is imported inside the commands, so that ``--help`` and shell completion answer at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

import click
from click.shell_completion import CompletionItem

from sdksmith import __version__
from sdksmith.targets.registry import target_names

if TYPE_CHECKING:
    from sdksmith.diagnostics import Failure
    from sdksmith.gate import FailOn
    from sdksmith.presentation import Format, Presenter
    from sdksmith.stages import Progress

EXIT_OK = 0
EXIT_DRIFT = 1
EXIT_INPUT = 2
EXIT_USAGE = 3
#: EX_SOFTWARE of sysexits.h: the program itself is at fault.
EXIT_BUG = 70
#: 128 + the signal's number, as shells report it.
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141

_EXIT_CODES = """\b
Exit codes:
  0    it went well
  1    --check found files that differ
  2    the document, or an overlay, has errors
  3    wrong usage or configuration, or the output folder can't be written
  70   a bug in sdksmith
  130  interrupted
"""

_Command = TypeVar("_Command", bound=Callable[..., Any])

_fail_on = click.option(
    "--fail-on",
    type=click.Choice(["warning", "degraded"]),
    help="Make errors of warnings and degradations, or of degradations alone.",
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; ends the process with one of the exit codes of ``sdksmith --help``.

    Parameters
    ----------
    arguments
        Without the program's name; ``sys.argv`` by default.
    """
    # A character that the terminal's encoding lacks is not worth dying for.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    # What a run makes lives to its end: looking for garbage in it would take a tenth of the time, and find nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
    finally:
        if collecting:
            gc.enable()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from sdksmith.diagnostics import Failure

    try:
        code = commands.main(arguments, prog_name="sdksmith", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except Failure as failure:
        return _show_failure(failure)
    except BrokenPipeError:
        return _quiet_broken_pipe()
    except Exception as error:  # noqa: BLE001 - the last resort, which turns every bug into a report
        return _show_bug(error)
    return code if isinstance(code, int) else EXIT_OK


class _TargetName(click.ParamType[str]):
    """A name in the table of targets, looked up when it is used."""

    name = "target"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        known = target_names()
        if value not in known:
            self.fail(f"there is no target {value!r}; there are: {', '.join(known)}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in target_names() if name.startswith(incomplete)]


class _Commands(click.Group):
    # Broken pipes are caught here because click would otherwise end the process itself, with the exit code of drift.

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            raise click.exceptions.Exit(_quiet_broken_pipe()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(_quiet_broken_pipe()) from None


@click.group(
    cls=_Commands,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sdksmith", message="%(prog)s %(version)s")
@click.option("--traceback", is_flag=True, help="Show the traceback of a bug in sdksmith (or SDKSMITH_TRACEBACK=1).")
def commands(traceback: bool) -> None:
    """Turn an OpenAPI document into a typed client library."""
    if traceback:
        os.environ["SDKSMITH_TRACEBACK"] = "1"


def _project_options(command: _Command) -> _Command:
    for option in (
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", "json", "github", "sarif"]),
            default="text",
            show_default=True,
            help="How findings are shown; all but text are for programs.",
        ),
        click.option(
            "--overlay",
            "overlays",
            multiple=True,
            type=click.Path(),
            help="Apply an OpenAPI Overlay, after those of the config; may be repeated.",
        ),
        click.option("--set", "overrides", multiple=True, metavar="KEY=VALUE", help="Override a key of the config."),
        click.option(
            "--config",
            "config_file",
            type=click.Path(path_type=Path),
            help="The config file; sdksmith.toml of the current folder when there is one.",
        ),
        click.argument("spec", required=False),
    ):
        command = option(command)
    return command


@commands.command(epilog=_EXIT_CODES)
@_project_options
@click.option(
    "--target",
    "targets",
    type=_TargetName(),
    multiple=True,
    help="Make this; may be repeated. Default: all that the config has a table for, else the first.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write here, not where the config says.")
@click.option("--check", is_flag=True, help="Write nothing; fail when a run would change something.")
@click.option("--validate", is_flag=True, help="Hold the document against the OpenAPI specification first.")
@_fail_on
@click.option("--strict", is_flag=True, help="Short for --fail-on degraded.")
@click.option("--force", is_flag=True, help="Overwrite files that are not ours, or were edited by hand.")
@click.option("--no-cache", is_flag=True, help="Neither look for an earlier run of the same input, nor keep this one.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def generate(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    targets: tuple[str, ...],
    output: Path | None,
    check: bool,
    validate: bool,
    fail_on: FailOn | None,
    strict: bool,
    force: bool,
    no_cache: bool,
    quiet: bool,
    format_: Format,
) -> int:
    """Generate a client library from SPEC: a path, a URL, or - for standard input.

    Without SPEC, the document that the config names is used.
    """
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter, outcome_json, outcome_lines
    from sdksmith.project import open_project
    from sdksmith.reuse import open_cache

    presenter = Presenter(format_, quiet=quiet)
    try:
        project = open_project(spec, config_file, overrides, overlays)
        chosen = dict.fromkeys(targets or project.targets())
        if output is not None and len(chosen) > 1:
            raise click.UsageError(f"--output is for one target: say which with --target ({', '.join(chosen)})")
        with _progress(shown=not quiet and format_ == "text") as progress:
            outcome = pipeline.generate(
                project.source,
                project.config,
                outputs={name: output or project.output(name) for name in chosen},
                check=check,
                validate=validate,
                fail_on=fail_on or ("degraded" if strict else None),
                force=force,
                cache=None if no_cache else open_cache(),
                progress=progress,
            )
    except Failure as failure:
        return _show_failure(failure, presenter)
    code = EXIT_DRIFT if any(target.report.drift for target in outcome.targets) else EXIT_OK
    presenter.show(
        code,
        outcome.diagnostics,
        outcome.locate,
        values=lambda: outcome_json(outcome),
        lines=lambda: outcome_lines(outcome, check),
    )
    return code


@commands.command(epilog=_EXIT_CODES)
@_project_options
@_fail_on
def inspect(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    fail_on: FailOn | None,
    format_: Format,
) -> int:
    """Show what sdksmith reads in SPEC: groups, operations, types, and the ledger.

    The ledger accounts for every operation and keyword: generated, documented, degraded or rejected, and why.
    """
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.inspection import inspection_json, inspection_lines
    from sdksmith.presentation import Presenter
    from sdksmith.project import open_project

    presenter = Presenter(format_)
    try:
        project = open_project(spec, config_file, overrides, overlays)
        inspection = pipeline.inspect(project.source, project.config, targets=project.targets(), fail_on=fail_on)
    except Failure as failure:
        return _show_failure(failure, presenter)
    presenter.show(
        EXIT_OK,
        inspection.diagnostics,
        inspection.locate,
        values=lambda: inspection_json(inspection),
        lines=lambda: inspection_lines(inspection),
    )
    return EXIT_OK


@commands.command(epilog=_EXIT_CODES)
@_project_options
@click.option("--fail-on", type=click.Choice(["warning"]), help="Make errors of warnings.")
def validate(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    fail_on: Literal["warning"] | None,
    format_: Format,
) -> int:
    """Hold SPEC against the OpenAPI specification, generating nothing."""
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import open_project
    from sdksmith.report import visible

    presenter = Presenter(format_)
    try:
        project = open_project(spec, config_file, overrides, overlays)
        diagnostics, locate = pipeline.validate(project.source, project.config, fail_on=fail_on)
    except Failure as failure:
        return _show_failure(failure, presenter)
    presenter.show(EXIT_OK, diagnostics, locate, values=dict, lines=lambda: [f"{visible(project.source)} is valid"])
    return EXIT_OK


@commands.command(epilog=_EXIT_CODES)
@_project_options
def vectors(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    format_: Format,
) -> int:
    """Print what each operation of SPEC sends and receives on the wire, as JSON, for tests in any language."""
    import json

    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import open_project

    presenter = Presenter(format_)
    try:
        project = open_project(spec, config_file, overrides, overlays)
        found = pipeline.vectors(project.source, project.config)
    except Failure as failure:
        return _show_failure(failure, presenter)
    presenter.show(
        EXIT_OK,
        found.diagnostics,
        found.locate,
        values=lambda: found.values,
        lines=lambda: [json.dumps(found.values, indent=2)],
    )
    return EXIT_OK


@commands.command(epilog=_EXIT_CODES)
@click.argument("spec", required=False)
def init(spec: str | None) -> int:
    """Write a commented sdksmith.toml, guessed from SPEC, into the current folder."""
    from sdksmith import pipeline
    from sdksmith.config import Config
    from sdksmith.project import CONFIG_NAME
    from sdksmith.starter import starter_config

    file = Path(CONFIG_NAME)
    if file.exists():
        raise click.UsageError(f"{file} is there already; it was not touched")
    text = starter_config(spec, pipeline.title(spec, Config()) if spec else "")
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} can't be written: {error.strerror}") from error
    click.echo(f"wrote {file}; next: sdksmith generate")
    return EXIT_OK


@commands.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that completes sdksmith's commands in SHELL.

    \b
    bash:  eval "$(sdksmith completion bash)"      in ~/.bashrc
    zsh:   eval "$(sdksmith completion zsh)"       in ~/.zshrc
    fish:  sdksmith completion fish | source       in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(script(commands, {}, "sdksmith", "_SDKSMITH_COMPLETE").source())
    return EXIT_OK


def _progress(*, shown: bool) -> AbstractContextManager[Progress | None]:
    if not shown or not sys.stderr.isatty():
        return nullcontext()
    from sdksmith.report import ProgressBar

    return ProgressBar()


def _show_failure(failure: Failure, presenter: Presenter | None = None) -> int:
    from sdksmith.pipeline import is_usage_failure
    from sdksmith.presentation import Presenter

    code = EXIT_USAGE if is_usage_failure(failure) else EXIT_INPUT
    (presenter or Presenter("text")).show(code, failure.diagnostics, failure.locate)
    return code


def _quiet_broken_pipe() -> int:
    # Whoever read us has gone, as `| head` does. Python flushes once more on its way out, so give it somewhere to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_BROKEN_PIPE


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
