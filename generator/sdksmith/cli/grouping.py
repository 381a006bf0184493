"""Groups of commands that suggest what a misspelt name may mean."""

from __future__ import annotations

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
                raise click.UsageError(f"no such command {args[0]!r}; did you mean {near!r}?", ctx) from error
            raise
