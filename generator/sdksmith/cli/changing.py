"""``diff`` and ``release``: what a change of the document means to users of a library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_DRIFT, EXIT_OK, EXIT_USAGE
from sdksmith.cli.options import Choice, TargetName, config_option, set_option
from sdksmith.cli.running import show_failure

if TYPE_CHECKING:
    from sdksmith.pipeline.comparison import Comparison
    from sdksmith.project import Project

_Format: TypeAlias = Literal["text", "json", "markdown", "changelog", "commit", "github", "sarif"]
_old_config_option = click.option(
    "--old-config", type=click.Path(path_type=Path), help="The config of OLD, where it is not the same."
)
_target_option = click.option("--target", type=TargetName(), help="The library to compare; the first by default.")


def _compared(
    old: str | None,
    new: str | None,
    config_file: Path | None,
    old_config: Path | None,
    overrides: tuple[str, ...],
    target: str | None,
) -> tuple[Project, Comparison]:
    """Open both states, and compare them.

    Raises
    ------
    Failure
        A state can't be read, or the configuration accepts what does not happen.
    click.UsageError
        The target has nothing that could be compared.
    """
    from sdksmith.pipeline.comparison import compare_states
    from sdksmith.project import open_project

    project = open_project(new, config_file, overrides)
    before = open_project(new, old_config, overrides) if old_config is not None else None
    try:
        return project, compare_states(old, project, before=before, target=target)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@click.command(short_help="Show what changes for users of the library.", epilog=EXIT_CODES)
@click.argument("old", required=False)
@click.argument("new", required=False)
@config_option
@_old_config_option
@set_option
@_target_option
@click.option(
    "--format",
    "format_",
    type=Choice(["text", "json", "markdown", "changelog", "commit", "github", "sarif"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.option(
    "--fail-on",
    type=Choice(["breaking", "types", "run", "wire", "minor"]),
    help="Exit with 1 when there is such a change.",
)
@click.option(
    "--witness",
    "witness_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a program for each breaking entry there: it passes with OLD, and fails with NEW.",
)
@click.option("--details", is_flag=True, help="Name what changed only in its documentation, too.")
def diff(
    old: str | None,
    new: str | None,
    config_file: Path | None,
    old_config: Path | None,
    overrides: tuple[str, ...],
    target: str | None,
    format_: _Format,
    fail_on: Literal["breaking", "types", "run", "wire", "minor"] | None,
    witness_folder: Path | None,
    details: bool,
) -> int:
    """Show what changes for users of the library from OLD to NEW, and how its version moves.

    OLD and NEW are documents: a path, a URL, git:REF, or git:REF:PATH; or generated folders, of which git:REF:FOLDER/ is one
    as git keeps it. Without NEW, the document that the config names is meant, and without OLD its last commit.
    """
    from sdksmith.changes.witnesses import witnesses_of, write_witnesses
    from sdksmith.diagnostics import Failure
    from sdksmith.report import visible

    try:
        _, found = _compared(old, new, config_file, old_config, overrides, target)
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    if witness_folder is not None:
        try:
            write_witnesses(witnesses_of(found.entries, *found.surfaces), witness_folder)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        except OSError as error:
            click.echo(visible(f"error: {witness_folder} can't be written: {error.strerror or error}"), err=True)
            return EXIT_USAGE
    met = any(
        fail_on in (entry.bump, *entry.breaks) or (fail_on == "minor" and entry.bump == "breaking")
        for entry in found.entries
    )
    code = EXIT_DRIFT if fail_on and met else EXIT_OK
    for line in _lines(found, format_, code, details=details):
        click.echo(line)
    return code


def _lines(found: Comparison, format_: _Format, code: int, *, details: bool) -> list[str]:
    import json

    from sdksmith.changes.annotations import annotations_of
    from sdksmith.changes.changelog import changelog_lines
    from sdksmith.changes.reports import commit_lines, markdown_lines, text_lines
    from sdksmith.report import as_sarif, github_commands, visible

    match format_:
        case "json":
            return [json.dumps(found.json(), indent=2, ensure_ascii=False)]
        case "sarif":
            log = as_sarif(annotations_of(found.entries), found.locate, exit_code=code)
            return [json.dumps(log, indent=2, ensure_ascii=False)]
        case "github":
            return github_commands(annotations_of(found.entries), found.locate)
        case "markdown":
            lines = markdown_lines(found.entries, found.accepted)
        case "changelog":
            lines = changelog_lines(found.entries, "[Unreleased]", found.usage)
        case "commit":
            lines = commit_lines(found.entries, found.bump)
        case _:
            lines = text_lines(found.entries, found.accepted, *found.names, found.bump, details=details)
    return [visible(line) for line in lines]


@click.command(short_help="Write what a new version needs: changelog, migration page, version.", epilog=EXIT_CODES)
@click.argument("old", required=False)
@click.argument("new", required=False)
@config_option
@_old_config_option
@set_option
@_target_option
@click.option("--version", "version", help="Of the release; by default it follows from the changes.")
def release(
    old: str | None,
    new: str | None,
    config_file: Path | None,
    old_config: Path | None,
    overrides: tuple[str, ...],
    target: str | None,
    version: str | None,
) -> int:
    """Write what a new version needs, by what changes from OLD to NEW.

    A section goes into CHANGELOG.md beside the config, a page into migrating/, and the version into the config.
    OLD and NEW are what they are to diff: without them, the configured document at the last commit and now.
    """
    from sdksmith.changes.releasing import prepare
    from sdksmith.diagnostics import Failure
    from sdksmith.project import CONFIG_NAME
    from sdksmith.report import visible

    try:
        project, found = _compared(old, new, config_file, old_config, overrides, target)
        file = config_file or Path(CONFIG_NAME)
        made = prepare(found.entries, found.bump, project.config, found.target, file, version, found.usage)
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    try:
        for written in made.write():
            click.echo(visible(f"wrote {written}"))
    except OSError as error:
        click.echo(visible(f"error: {error.filename or file} can't be written: {error.strerror or error}"), err=True)
        return EXIT_USAGE
    click.echo(visible(f"{made.before} -> {made.version}: {found.bump or 'no change'}; next: sdksmith generate"))
    return EXIT_OK
