"""Options that commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from sdksmith.targets.registry import target_names

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from sdksmith.config import TargetOptions

Command = TypeVar("Command", bound=Callable[..., Any])


class Choice(click.Choice[str]):
    """One of some words; the error for another names the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return what is wrong, and what may be meant."""
        from sdksmith.words import similar

        near = similar(str(value), self.choices)
        hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(self.choices)}"
        return f"there is no {value!r}; {hint}"


fail_on_option = click.option(
    "--fail-on",
    type=Choice(["warning", "degraded"]),
    help="Treat these as errors: degraded is what is only partly supported, warning that and all warnings.",
)


class TargetName(click.ParamType[str]):
    """A name in the table of targets, looked up when it is used."""

    name = "target"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        known = target_names()
        if value not in known:
            from sdksmith.words import similar

            near = similar(str(value), known)
            hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(known)}"
            self.fail(f"there is no target {value!r}; {hint}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in target_names() if name.startswith(incomplete)]


def tables() -> dict[str, type[TargetOptions]]:
    """Return the table of the config that each target has."""
    from sdksmith.targets.registry import find_target

    return {name: find_target(name).options for name in target_names()}


class Setting(click.ParamType[str]):
    """A key of the config and its value."""

    name = "KEY=VALUE"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the keys that begin so; behind the equals sign, the values that there are."""
        from click.shell_completion import CompletionItem

        from sdksmith.config.keys import keys_of

        name, equals, value = incomplete.partition("=")
        keys = list(keys_of(tables()))
        if equals:
            choices = next((key.choices for key in keys if key.name == name), ())
            return [CompletionItem(f"{name}={choice}") for choice in choices if choice.startswith(value)]
        return [CompletionItem(f"{key.name}=", help=key.plain_meaning) for key in keys if key.name.startswith(name)]


set_option = click.option("--set", "overrides", multiple=True, type=Setting(), help="Override a key of the config.")
config_option = click.option(
    "-c",
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="The config file; sdksmith.toml of the current folder when there is one.",
)


class HeaderText(click.ParamType[tuple[str, str]]):
    """A header of a request: its name, a colon, its value."""

    name = "NAME:VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return name and value; what is wrong is said without the value, which may be a secret."""
        if isinstance(value, tuple):
            return cast("tuple[str, str]", value)
        name, colon, text = str(value).partition(":")
        if not colon or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name.strip()):
            self.fail("write it as 'Name: value'", param, ctx)
        return name.strip(), text.strip()


header_option = click.option(
    "--header",
    "headers",
    multiple=True,
    type=HeaderText(),
    help="Send this to the server of the document; may be repeated. In the config: input.headers.",
)


def project_options(command: Command) -> Command:
    """Add the document, the config, and the form of what is printed."""
    for option in (
        click.option(
            "--format",
            "format_",
            type=Choice(["text", "json", "github", "sarif"]),
            default="text",
            show_default=True,
            help="The form of what is printed; all but text are for programs.",
        ),
        click.option(
            "--overlay",
            "overlays",
            multiple=True,
            type=click.Path(),
            help="Apply an OpenAPI Overlay, after those of the config; may be repeated.",
        ),
        header_option,
        set_option,
        config_option,
        click.argument("spec", required=False, type=click.Path(allow_dash=True)),
    ):
        command = option(command)
    return command
