"""``config``: what holds, and the schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.grouping import SuggestingGroup
from sdksmith.cli.options import Choice, config_option, set_option
from sdksmith.cli.running import show_failure


@click.group(cls=SuggestingGroup)
def config() -> None:
    """Show the configuration in effect, or its JSON Schema."""


@config.command(epilog=EXIT_CODES)
@config_option
@set_option
@click.option(
    "--format", "format_", type=Choice(["text", "json"]), default="text", show_default=True, help="Output format."
)
def show(config_file: Path | None, overrides: tuple[str, ...], format_: Literal["text", "json"]) -> int:
    """Print the value of every key, as TOML, and where it is from."""
    import json

    import msgspec

    from sdksmith.config.effective import effective_values
    from sdksmith.diagnostics import Failure
    from sdksmith.project import find_config, read_config
    from sdksmith.report import visible
    from sdksmith.targets.registry import find_target, target_names

    file = find_config(config_file)
    try:
        found = read_config(file, overrides)
    except Failure as failure:
        return show_failure(failure)
    chosen = [name for name in target_names() if name in found.targets] or target_names()[:1]
    targets = {name: found.targets.get(name) or find_target(name).options() for name in chosen}
    values = list(effective_values(found, targets, file, overrides))
    if format_ == "json":
        rows = {each.key: {"value": msgspec.to_builtins(each.value), "from": each.origin} for each in values}
        click.echo(json.dumps(rows, indent=2))
        return EXIT_OK
    width = min(max(len(each.line()) for each in values), 60)
    for each in values:
        click.echo(visible(f"{each.line():<{width}}  # {each.origin}"))
    return EXIT_OK


@config.command(epilog=EXIT_CODES)
def schema() -> int:
    """Print the JSON Schema of sdksmith.toml, for editors.

    \b
    With Taplo or Even Better TOML, save it and begin the config with:
      #:schema ./sdksmith.schema.json
    """
    import json

    from sdksmith.cli.options import tables
    from sdksmith.config.schema import schema_of

    click.echo(json.dumps(schema_of(tables()), indent=2))
    return EXIT_OK
