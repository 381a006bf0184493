"""``init``, ``explain`` and ``completion``: what helps to begin."""

from __future__ import annotations

from pathlib import Path

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK


@click.command(epilog=EXIT_CODES)
@click.argument("spec", required=False)
def init(spec: str | None) -> int:
    """Write a commented sdksmith.toml, guessed from SPEC, into the current folder."""
    from sdksmith import pipeline
    from sdksmith.config import Config
    from sdksmith.project import CONFIG_NAME
    from sdksmith.starter import starter_config

    file = Path(CONFIG_NAME)
    if file.exists():
        raise click.UsageError(f"{file} is there already; it was not touched")
    text = starter_config(spec, pipeline.title(spec, Config()) if spec else "")
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} can't be written: {error.strerror}") from error
    click.echo(f"wrote {file}; next: sdksmith generate")
    return EXIT_OK


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that completes sdksmith's commands in SHELL.

    \b
    bash:  eval "$(sdksmith completion bash)"      in ~/.bashrc
    zsh:   eval "$(sdksmith completion zsh)"       in ~/.zshrc
    fish:  sdksmith completion fish | source       in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"there is no completion for {shell}")
    commands = click.get_current_context().find_root().command
    click.echo(script(commands, {}, "sdksmith", "_SDKSMITH_COMPLETE").source())
    return EXIT_OK


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain CODE, the name in brackets behind "error" or "warning"; without it, list them all."""
    from sdksmith.report.catalogue import SECTIONS
    from sdksmith.words import similar

    known = {name: entry for entries in SECTIONS.values() for name, entry in entries.items()}
    if code is None:
        for name, entry in sorted(known.items()):
            click.echo(f"{name}: {entry.meaning}")
        return EXIT_OK
    if code not in known:
        near = similar(code, known)
        raise click.UsageError(f"there is no diagnostic {code!r}{f'; did you mean {near!r}?' if near else ''}")
    click.echo(f"{code}\n  {known[code].meaning}.\n  {known[code].remedy}.")
    return EXIT_OK
