"""``init``, ``explain`` and ``completion``: what helps to begin."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.options import Choice, TargetName, header_option, tables
from sdksmith.targets.registry import target_names


@click.command(epilog=EXIT_CODES)
@click.argument("spec", required=False, type=click.Path())
@click.option(
    "-o",
    "--output",
    "-c",
    "--config",
    "output",
    type=click.Path(path_type=Path),
    help="The file to write. Default: sdksmith.toml.",
)
@click.option(
    "--target",
    "targets",
    type=TargetName(),
    multiple=True,
    help=f"What the config is to make: {', '.join(target_names())}; may be repeated. Default: {target_names()[0]}.",
)
@header_option
@click.option("--force", is_flag=True, help="Overwrite the file.")
def init(
    spec: str | None, output: Path | None, targets: tuple[str, ...], headers: tuple[tuple[str, str], ...], force: bool
) -> int:
    """Write a commented sdksmith.toml, guessed from SPEC, into the current folder.

    Without SPEC, the document of the folder is used, where there is just one.
    """
    from sdksmith import pipeline
    from sdksmith.config import Config
    from sdksmith.config.keys import keys_of
    from sdksmith.project import CONFIG_NAME, documents_in, named, with_headers
    from sdksmith.starter import starter_config

    if spec == "-":
        raise click.UsageError("a config names a document that is read again and again: give a path or a URL, not -")
    file = output or Path(CONFIG_NAME)
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there already; it was not touched. --force overwrites it")
    given = spec is not None
    found: list[str] = []
    if spec is None:
        found = documents_in(file.parent)
        spec = found[0] if len(found) == 1 else None
    # Paths in a config start from its folder.
    written = spec
    if spec is not None and "://" not in spec:
        written = Path(os.path.relpath(spec if given else file.parent / spec, file.parent)).as_posix()
        spec = spec if given else str(file.parent / spec)
    title = pipeline.title(spec, with_headers(Config(), spec, dict(headers))) if spec else ""
    chosen = {name: table for name, table in tables().items() if name in (targets or target_names()[:1])}
    suggested = {name: {"output": table().output, **table.suggested(title)} for name, table in chosen.items()}
    text = starter_config(written, keys_of(chosen), suggested)
    try:
        with file.open("w" if force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} can't be written: {(error.strerror or 'unknown error').lower()}") from error
    config = "" if file == Path(CONFIG_NAME) else f" --config {file}"
    following = f"sdksmith generate{config}" if spec else f"set `spec` in {file}, then sdksmith generate{config}"
    if found and not spec:
        following += f" (documents here: {named(found)})"
    click.echo(f"wrote {file}; next: {following}")
    return EXIT_OK


@click.command()
@click.argument("shell", type=Choice(["bash", "zsh", "fish"]))
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


def _codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the codes that begin so."""
    from sdksmith.report.catalogue import SECTIONS

    return sorted(code for entries in SECTIONS.values() for code in entries if code.startswith(incomplete))


@click.command()
@click.argument("code", required=False, shell_complete=_codes)
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
