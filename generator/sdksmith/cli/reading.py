"""``inspect``, ``validate`` and ``vectors``: what is in a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.options import fail_on_option, project_options
from sdksmith.cli.running import show_failure

if TYPE_CHECKING:
    from sdksmith.gate import FailOn
    from sdksmith.presentation import Format


@click.command(epilog=EXIT_CODES)
@project_options
@fail_on_option
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
        return show_failure(failure, presenter)
    presenter.show(
        EXIT_OK,
        inspection.diagnostics,
        inspection.locate,
        values=lambda: inspection_json(inspection),
        lines=lambda: inspection_lines(inspection),
    )
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@project_options
@click.option("--fail-on", type=click.Choice(["warning"]), help="Treat warnings as errors.")
def validate(
    spec: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    overlays: tuple[str, ...],
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
        project = open_project(spec, config_file, overrides, overlays)
        diagnostics, locate = pipeline.validate(project.source, project.config, fail_on=fail_on)
    except Failure as failure:
        return show_failure(failure, presenter)
    presenter.show(EXIT_OK, diagnostics, locate, values=dict, lines=lambda: [f"{visible(project.source)} is valid"])
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@project_options
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
        return show_failure(failure, presenter)
    presenter.show(
        EXIT_OK,
        found.diagnostics,
        found.locate,
        values=lambda: found.values,
        lines=lambda: [json.dumps(found.values, indent=2)],
    )
    return EXIT_OK
