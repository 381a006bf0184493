"""``edits``: which generated files were edited, how, and what is to become of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.grouping import SuggestingGroup
from sdksmith.cli.options import config_option, set_option
from sdksmith.cli.running import show_failure

if TYPE_CHECKING:
    from sdksmith.pipeline.editing import Edit

_files = click.argument("files", type=click.Path(path_type=Path), nargs=-1)


@click.group(cls=SuggestingGroup)
def edits() -> None:
    """Show, drop and keep edits of generated files."""


@edits.command("list", epilog=EXIT_CODES)
@config_option
@set_option
def list_(config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """List the generated files that were edited."""
    return _for_each((), config_file, overrides, lambda edit: [f"{edit.file}  ({_state(edit)})"])


@edits.command(epilog=EXIT_CODES)
@_files
@config_option
@set_option
def show(files: tuple[Path, ...], config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Show what edits change, of FILES or of all."""
    return _for_each(files, config_file, overrides, lambda edit: edit.difference())


@edits.command(epilog=EXIT_CODES)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@config_option
@set_option
def drop(files: tuple[Path, ...], config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Write what was generated over the edits of FILES."""
    from sdksmith.pipeline.editing import drop as dropped

    def step(edit: Edit) -> list[str]:
        dropped(edit)
        return [f"as it was generated: {edit.file}"]

    return _for_each(files, config_file, overrides, step)


@edits.command(epilog=EXIT_CODES)
@_files
@config_option
@set_option
def adopt(files: tuple[Path, ...], config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Keep beside the files what was generated of FILES, or of all that were edited: commit it with them."""
    from sdksmith.pipeline.editing import adopt as adopted

    def step(edit: Edit) -> list[str]:
        adopted(edit)
        return [f"kept: {edit.base_file}"]

    return _for_each(files, config_file, overrides, step)


def _for_each(
    files: tuple[Path, ...],
    config_file: Path | None,
    overrides: tuple[str, ...],
    step: Callable[[Edit], list[str]],
) -> int:
    """Take a step for each edit, and print what it returns."""
    from sdksmith.diagnostics import Failure
    from sdksmith.pipeline.editing import chosen, edits
    from sdksmith.project import Project, find_config, read_anchored
    from sdksmith.report import visible

    try:
        file = find_config(config_file)
        project = Project("", read_anchored(config_file, overrides), file.parent if file else Path())
        for edit in chosen(list(edits([project.output(name) for name in project.targets()])), files):
            for line in step(edit):
                click.echo(visible(line))
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    return EXIT_OK


def _state(edit: Edit) -> str:
    if edit.base is None:
        return "what was generated is nowhere to be found"
    return "what was generated is kept" if edit.is_kept else "what was generated is in the cache or in git"
