"""``inspect``, ``validate`` and ``vectors``: what is in a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.options import Choice, TargetName, fail_on_option, project_options
from sdksmith.cli.running import show_failure

if TYPE_CHECKING:
    from sdksmith.pipeline.gate import FailOn
    from sdksmith.presentation import Format


@click.command(epilog=EXIT_CODES)
@project_options
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "--target", type=TargetName(), help="The library to show; the first that the config has a table for by default."
)
@click.option("--ledger", "whole_ledger", is_flag=True, help="Show what became of every part of the document.")
@click.option("--only", type=Choice(["degraded"]), help="Show no more than what is only partly supported.")
@fail_on_option
def inspect(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    headers: tuple[tuple[str, str], ...],
    names: tuple[str, ...],
    target: str | None,
    whole_ledger: bool,
    only: str | None,
    fail_on: FailOn | None,
    format_: Format,
) -> int:
    """Show the library that would be made from SPEC: its groups, their methods, and what is only partly supported.

    With NAME, show this method, type or group: its declaration, where it comes from, and the reasons for its name and place.
    A method may also be named as "GET /pets", or by its operationId. Where the config names the document, SPEC may be left out.

    \b
    For example:  sdksmith inspect openapi.yaml pets.list_pets
    """
    from shutil import get_terminal_size

    from sdksmith import inspection as shown
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import is_document, open_project

    if spec is not None and not is_document(spec, config_file):
        names, spec = (spec, *names), None
    presenter = Presenter(format_)
    try:
        project = open_project(spec, config_file, overrides, overlays, dict(headers))
        targets = (target,) if target is not None else project.targets()
        found = pipeline.inspect(project.source, project.config, targets=targets, fail_on=fail_on)
    except Failure as failure:
        return show_failure(failure, presenter, config_file, overrides)
    try:
        subjects = [subject for name in names for subject in shown.find(found, name)]
    except LookupError as error:
        raise click.UsageError(error.args[0]) from error
    width = get_terminal_size((100, 24)).columns
    if only is not None:
        lines = shown.partial_lines(found)
    elif whole_ledger:
        lines = shown.ledger_lines(found)
    elif subjects:
        lines = shown.all_lines([shown.detail_lines(found, subject, width) for subject in subjects])
    else:
        lines = shown.tree_lines(found, width)
    presenter.show(
        EXIT_OK,
        found.diagnostics,
        found.locate,
        values=lambda: shown.inspection_json(found, subjects),
        lines=lambda: lines,
    )
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@project_options
@click.option("--fail-on", type=Choice(["warning"]), help="Treat warnings as errors.")
def validate(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    headers: tuple[tuple[str, str], ...],
    fail_on: Literal["warning"] | None,
    format_: Format,
) -> int:
    """Validate SPEC against the OpenAPI specification, generating nothing."""
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import open_project
    from sdksmith.report import visible

    presenter = Presenter(format_)
    try:
        project = open_project(spec, config_file, overrides, overlays, dict(headers))
        diagnostics, locate = pipeline.validate(project.source, project.config, fail_on=fail_on)
    except Failure as failure:
        return show_failure(failure, presenter, config_file, overrides)
    presenter.show(EXIT_OK, diagnostics, locate, values=dict, lines=lambda: [f"{visible(project.source)} is valid"])
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@project_options
def vectors(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
    headers: tuple[tuple[str, str], ...],
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
        project = open_project(spec, config_file, overrides, overlays, dict(headers))
        found = pipeline.vectors(project.source, project.config)
    except Failure as failure:
        return show_failure(failure, presenter, config_file, overrides)
    presenter.show(
        EXIT_OK,
        found.diagnostics,
        found.locate,
        values=lambda: found.values,
        lines=lambda: [json.dumps(found.values, indent=2)],
    )
    return EXIT_OK
