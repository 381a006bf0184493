"""``diff``: what a change of the document means to users of a library."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_DRIFT, EXIT_OK, EXIT_USAGE
from sdksmith.cli.options import TargetName, config_option, set_option
from sdksmith.cli.running import show_failure


@click.command(epilog=EXIT_CODES)
@click.argument("old", required=False)
@click.argument("new", required=False)
@config_option
@click.option("--old-config", type=click.Path(path_type=Path), help="That of OLD, where it is another one.")
@set_option
@click.option("--target", type=TargetName(), help="The library that is meant; the first by default.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown", "commit"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "types", "run", "wire", "minor"]),
    help="Exit with 1 when there is such a change.",
)
@click.option(
    "--witness",
    "witness_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a program for each breaking entry there: it passes with OLD, and fails with NEW.",
)
@click.option("--details", is_flag=True, help="Name what only changed in its documentation, too.")
def diff(
    old: str | None,
    new: str | None,
    config_file: Path | None,
    old_config: Path | None,
    overrides: tuple[str, ...],
    target: str | None,
    format_: Literal["text", "json", "markdown", "commit"],
    fail_on: Literal["breaking", "types", "run", "wire", "minor"] | None,
    witness_folder: Path | None,
    details: bool,
) -> int:
    """Show what changes for users of the library from OLD to NEW, and how its version moves.

    OLD and NEW are documents: a path, a URL, git:REF, or git:REF:PATH. Without NEW, the document that the config names is meant, and without
    OLD its last commit.
    """
    import json

    from sdksmith import pipeline
    from sdksmith.changes import compare, entries_of
    from sdksmith.changes.reports import commit_lines, json_value, markdown_lines, text_lines
    from sdksmith.changes.sources import opened
    from sdksmith.changes.witnesses import witnesses_of, write_witnesses
    from sdksmith.diagnostics import Failure
    from sdksmith.project import open_project, with_headers
    from sdksmith.report import visible
    from sdksmith.targets.registry import target_names

    chosen = target or target_names()[0]
    try:
        project = open_project(new, config_file, overrides)
        before = open_project(new, old_config, overrides) if old_config is not None else project
        old = old or "git:HEAD"
        with ExitStack() as stack:
            first = stack.enter_context(opened(old, project.source))
            second = stack.enter_context(opened(project.source, project.source))
            one, _ = pipeline.surface(first, with_headers(before.config, first, {}), chosen)
            other, locate = pipeline.surface(second, project.config, chosen)
    except Failure as failure:
        return show_failure(failure)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    entries = entries_of(compare(one, other))
    if witness_folder is not None:
        try:
            write_witnesses(witnesses_of(entries, one, other), witness_folder)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        except OSError as error:
            click.echo(visible(f"error: {witness_folder} can't be written: {error.strerror or error}"), err=True)
            return EXIT_USAGE
    match format_:
        case "json":
            lines = [json.dumps(json_value(entries, locate), indent=2, ensure_ascii=False)]
        case "markdown":
            lines = markdown_lines(entries)
        case "commit":
            lines = commit_lines(entries)
        case _:
            lines = text_lines(entries, old, project.source, details=details)
    for line in lines:
        click.echo(line if format_ == "json" else visible(line))
    met = any(
        fail_on in (entry.bump, *entry.breaks) or (fail_on == "minor" and entry.bump == "breaking") for entry in entries
    )
    return EXIT_DRIFT if fail_on and met else EXIT_OK
