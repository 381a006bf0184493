"""``generate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_DRIFT, EXIT_OK
from sdksmith.cli.options import TargetName, fail_on_option, project_options
from sdksmith.cli.running import progress_bar, show_failure
from sdksmith.targets.registry import target_names

if TYPE_CHECKING:
    from sdksmith.pipeline.gate import FailOn
    from sdksmith.presentation import Format, Mode


@click.command(epilog=EXIT_CODES)
@project_options
@click.option(
    "--target",
    "targets",
    type=TargetName(),
    multiple=True,
    help=f"What to make: {', '.join(target_names())}; may be repeated. Default: all that the config has a table for, else {target_names()[0]}.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not where the config says.")
@click.option("--check", is_flag=True, help="Write nothing; fail when a run would change something.")
@click.option("--dry-run", is_flag=True, help="Write nothing, and say what a run would do.")
@click.option("--diff", "differences", is_flag=True, help="With --check or --dry-run: print how each file differs.")
@click.option("--validate", is_flag=True, help="Validate the document against the OpenAPI specification first.")
@fail_on_option
@click.option("--strict", is_flag=True, help="Short for --fail-on degraded.")
@click.option("--force", is_flag=True, help="Overwrite files that are not ours, or were edited by hand.")
@click.option(
    "--conflicts",
    type=click.Choice(["fail", "markers"]),
    default="fail",
    help="Where an edit can't be kept: write nothing, or both texts into the file, between markers.",
)
@click.option("--no-cache", is_flag=True, help="Neither look for an earlier run of the same input, nor keep this one.")
@click.option(
    "--depfile",
    type=click.Path(path_type=Path),
    help="Write what X was made of into X.d, for make and ninja; X is what the build makes of this step.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print the time of each stage, and every file that changed.")
def generate(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    headers: tuple[tuple[str, str], ...],
    targets: tuple[str, ...],
    output: Path | None,
    check: bool,
    dry_run: bool,
    differences: bool,
    validate: bool,
    fail_on: FailOn | None,
    strict: bool,
    force: bool,
    conflicts: str,
    no_cache: bool,
    depfile: Path | None,
    quiet: bool,
    verbose: bool,
    format_: Format,
) -> int:
    """Generate libraries from SPEC: a path, a URL, or - for standard input.

    Without SPEC, the document that the config names is used.

    \b
    For example:  sdksmith generate openapi.yaml --target python --output client
    """
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.pipeline.reuse import open_cache
    from sdksmith.presentation import Presenter, outcome_json, outcome_lines
    from sdksmith.project import find_config, open_project
    from sdksmith.report import Stopwatch

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    if differences and not (check or dry_run):
        raise click.UsageError("--diff goes with --check or --dry-run")
    presenter = Presenter(format_, quiet=quiet)
    try:
        project = open_project(spec, config_file, overrides, overlays, dict(headers))
        chosen = dict.fromkeys(targets or project.targets())
        if output is not None and len(chosen) > 1:
            raise click.UsageError(f"--output is for one target: say which with --target ({', '.join(chosen)})")
        with progress_bar(shown=not quiet and format_ == "text") as shown:
            stopwatch = Stopwatch(shown)
            outcome = pipeline.generate(
                project.source,
                project.config,
                outputs={name: output or project.output(name) for name in chosen},
                check=check or dry_run,
                differences=differences,
                validate=validate,
                fail_on=fail_on or ("degraded" if strict else None),
                force=force,
                markers=conflicts == "markers",
                cache=None if no_cache else open_cache(),
                progress=stopwatch,
            )
            times = stopwatch.times()
        if depfile is not None and not (check or dry_run):
            pipeline.write_depfile(depfile, outcome, project.config, find_config(config_file))
    except Failure as failure:
        return show_failure(failure, presenter, config_file, overrides)
    differs = any(target.report.drift for target in outcome.targets)
    code = EXIT_DRIFT if differs and not dry_run else EXIT_OK
    mode: Mode = "try" if dry_run else "check" if check else "write"
    presenter.show(
        code,
        outcome.diagnostics,
        outcome.locate,
        values=lambda: outcome_json(outcome, times),
        lines=lambda: outcome_lines(outcome, mode=mode, verbose=verbose, times=times),
    )
    return code
