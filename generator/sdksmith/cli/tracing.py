"""``why`` and ``where``: from a line of a library to the document, and back."""

from __future__ import annotations

from pathlib import Path

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_DRIFT, EXIT_OK
from sdksmith.cli.options import config_option, set_option
from sdksmith.cli.running import show_failure


@click.command(epilog=EXIT_CODES)
@click.argument("place", metavar="FILE:LINE")
@config_option
@set_option
def why(place: str, config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Show which part of the document a line of a generated library comes from, and why it is as it is."""
    from shutil import get_terminal_size

    from sdksmith import inspection as shown
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.project import open_project

    file, line = _file_and_line(place)
    try:
        project = open_project(None, config_file, overrides)
        outputs = {name: project.output(name) for name in project.targets()}
        target = next((name for name, output in outputs.items() if output.resolve() in file.resolve().parents), None)
        if target is None:
            folders = ", ".join(map(str, outputs.values()))
            raise click.UsageError(f"{file} is in no folder that is generated: {folders}")
        found = pipeline.inspect(project.source, project.config, targets=(target,))
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    width = get_terminal_size((100, 24)).columns
    try:
        lines = list(shown.why_lines(found, outputs[target], file, line, width))
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error
    for each in lines:
        click.echo(each)
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@click.argument("place", metavar="POINTER|SPEC:LINE")
@config_option
@set_option
def where(place: str, config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Show what a part of the document became, in every library of the config.

    POINTER is a JSON pointer, such as /components/schemas/Pet. Exit code 1 says that nothing was made of it.
    """
    from sdksmith import inspection as shown
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.project import open_project

    try:
        project = open_project(None, config_file, overrides)
        found = {name: pipeline.inspect(project.source, project.config, targets=(name,)) for name in project.targets()}
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    first = next(iter(found.values()))
    try:
        if place.startswith(("/", "#/")):
            pointer = tuple(part.replace("~1", "/").replace("~0", "~") for part in place.lstrip("#").split("/")[1:])
            first.node(pointer)
        else:
            file, number = _file_and_line(place)
            pointer = shown.pointer_at(first, str(file), number)
    except KeyError as error:
        raise click.UsageError(f"the document has nothing at {place}") from error
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error
    click.echo(shown.heading(first, pointer))
    lines = [
        line
        for name, each in found.items()
        if each.outline.target
        for line in shown.where_lines(each, project.output(name), pointer)
    ]
    for line in lines or ["  nothing was made of it"]:
        click.echo(line)
    return EXIT_OK if lines else EXIT_DRIFT


def _file_and_line(place: str) -> tuple[Path, int]:
    file, colon, line = place.rpartition(":")
    if not colon or not file or not line.isascii() or not line.isdigit():
        raise click.UsageError(f"{place!r} is not FILE:LINE")
    return Path(file), int(line)
