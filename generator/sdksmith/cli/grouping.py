"""Groups of commands: one suggests what a misspelt name may mean, another loads a command when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class SuggestingGroup(click.Group):
    """A group whose error for an unknown command names the nearest one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that arguments begin with.

        Raises
        ------
        click.UsageError
            There is none of that name.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            # Most runs misspell nothing.
            from sdksmith.words import similar

            near = similar(args[0], self.list_commands(ctx)) if args else ""
            if near:
                raise click.UsageError(f"there is no command {args[0]!r}; did you mean {near!r}?", ctx) from error
            if args and args[0] in ("help", "version") and ctx.parent is None:
                raise click.UsageError(
                    f"there is no command {args[0]!r}; did you mean {'--' + args[0]!r}?", ctx
                ) from error
            if args and not args[0].startswith("-"):
                names = ", ".join(self.list_commands(ctx))
                raise click.UsageError(f"there is no command {args[0]!r}; there are: {names}", ctx) from error
            raise


class LoadingGroup(SuggestingGroup):
    """A group that knows its commands by name, and loads the module of one when it is used.

    Parameters
    ----------
    places
        Name of a command -> the module that has it under that name, and the line that the group's help shows.
    """

    def __init__(self, *args: Any, places: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; ``None`` where there is none of that name."""
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, help_line = place
        command: click.Command = getattr(import_module(module), cmd_name)
        command.short_help = help_line
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, of which none has to be loaded for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._places[name][1]) for name in self.list_commands(ctx)])
