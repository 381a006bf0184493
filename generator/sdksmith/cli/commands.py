"""The group of all commands."""

from __future__ import annotations

import os
from typing import Any, Final

import click

from sdksmith.cli.exits import EXIT_CODES
from sdksmith.cli.grouping import LoadingGroup
from sdksmith.cli.running import quiet_broken_pipe
from sdksmith.version import __version__

#: Name -> module, and what ``sdksmith --help`` says.
_PLACES: Final = {
    "completion": ("sdksmith.cli.starting", "Print the script that completes commands in a shell."),
    "config": ("sdksmith.cli.configuring", "Show the configuration in effect, or its JSON Schema."),
    "diff": ("sdksmith.cli.changing", "Show what changes for users of the library."),
    "edits": ("sdksmith.cli.editing", "Show, drop and keep edits of generated files."),
    "explain": ("sdksmith.cli.starting", "Explain the code of a diagnostic."),
    "generate": ("sdksmith.cli.generating", "Generate the libraries."),
    "init": ("sdksmith.cli.starting", "Write a first sdksmith.toml."),
    "inspect": ("sdksmith.cli.reading", "Show the library that would be made."),
    "release": ("sdksmith.cli.changing", "Write what a new version needs."),
    "serve": ("sdksmith.cli.serving", "Show the API reference on this machine."),
    "templates": ("sdksmith.cli.templating", "Show, copy and check templates."),
    "validate": ("sdksmith.cli.reading", "Validate a document against the specification."),
    "vectors": ("sdksmith.cli.reading", "Print what each operation sends and receives."),
    "watch": ("sdksmith.cli.serving", "Generate again whenever the document changes."),
    "where": ("sdksmith.cli.tracing", "Show what a part of the document became."),
    "why": ("sdksmith.cli.tracing", "Show what a line of a library comes from, and why."),
}


class _Commands(LoadingGroup):
    # Broken pipes are caught here because click would otherwise end the process itself, with the exit code of drift.

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            raise click.exceptions.Exit(quiet_broken_pipe()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(quiet_broken_pipe()) from None


@click.group(
    cls=_Commands,
    places=_PLACES,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="sdksmith", message="%(prog)s %(version)s")
@click.option("--traceback", is_flag=True, help="Show the traceback of a bug in sdksmith (or SDKSMITH_TRACEBACK=1).")
def commands(traceback: bool) -> None:
    """Turn an OpenAPI document into typed client libraries and an API reference.

    \b
    Begin with:  sdksmith init openapi.yaml && sdksmith generate
    """
    if traceback:
        os.environ["SDKSMITH_TRACEBACK"] = "1"
