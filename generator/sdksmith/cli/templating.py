"""``templates``: which there are, what each may use, a copy, and a check of those of the user's own."""

from __future__ import annotations

from pathlib import Path

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.grouping import SuggestingGroup
from sdksmith.cli.options import config_option, set_option
from sdksmith.cli.running import show_failure


class _TemplateName(click.ParamType[str]):
    name = "NAME"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from sdksmith.templating import names
        from sdksmith.words import similar

        known = names()
        if value not in known:
            near = similar(str(value), known)
            hint = f"did you mean {near!r}?" if near else "`sdksmith templates list` has the names"
            self.fail(f"there is no template {value!r}; {hint}", param, ctx)
        return str(value)


@click.group(cls=SuggestingGroup)
def templates() -> None:
    """Show, copy and check templates."""


@templates.command("list", epilog=EXIT_CODES)
@config_option
@set_option
def list_(config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """List the templates; those that the config has one of its own for are marked."""
    from sdksmith.diagnostics import Failure
    from sdksmith.project import read_anchored
    from sdksmith.templating import listed

    try:
        lines = list(listed(read_anchored(config_file, overrides)))
    except Failure as failure:
        return show_failure(failure)
    width = max(len(line.name) for line in lines)
    for line in lines:
        mark = "*" if line.is_overridden else " "
        click.echo(f"{mark} {line.name:<{width}}  {line.about}".rstrip())
    return EXIT_OK


@templates.command(epilog=EXIT_CODES)
@click.argument("name", type=_TemplateName())
def show(name: str) -> int:
    """Show the blocks of a template, and what it may use."""
    from sdksmith.templating import described

    for line in described(name):
        click.echo(line)
    return EXIT_OK


@templates.command(epilog=EXIT_CODES)
@click.argument("name", type=_TemplateName())
@config_option
@set_option
@click.option("--extend", is_flag=True, help="Build on ours, with its blocks to be filled, in place of a whole copy.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
def copy(name: str, config_file: Path | None, overrides: tuple[str, ...], extend: bool, force: bool) -> int:
    """Copy a template into the folder that the config names, to be changed."""
    from sdksmith.diagnostics import Failure
    from sdksmith.project import read_anchored
    from sdksmith.report import visible
    from sdksmith.templating import copied, folder_of

    try:
        config = read_anchored(config_file, overrides)
    except Failure as failure:
        return show_failure(failure)
    file = folder_of(config) / name
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there already; it was not touched. --force overwrites it")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(copied(name, extends=extend).encode("utf-8"))
    except OSError as error:
        raise click.UsageError(f"{file} can't be written: {(error.strerror or 'unknown error').lower()}") from error
    following = "" if config.templates else f'; next: set `templates = "{folder_of(config)}"` in the config'
    click.echo(visible(f"wrote {file}{following}"))
    return EXIT_OK


@templates.command(epilog=EXIT_CODES)
@config_option
@set_option
def check(config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Check the templates that the config has, without a document."""
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import Presenter
    from sdksmith.project import read_anchored
    from sdksmith.templating import checked
    from sdksmith.words import counted

    try:
        count, warnings = checked(read_anchored(config_file, overrides))
    except Failure as failure:
        return show_failure(failure)
    Presenter("text").show(EXIT_OK, warnings, None, lines=lambda: [f"checked {counted(count, 'template')}"])
    return EXIT_OK
