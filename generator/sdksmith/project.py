"""A project: the document, the configuration and the folder that a command is about."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location

if TYPE_CHECKING:
    from sdksmith.config import Config
    from sdksmith.config.places import Places

CONFIG_NAME = "sdksmith.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """Document, configuration and targets of a run.

    Attributes
    ----------
    source
        Path or URL of the document, or ``-`` for standard input.
    folder
        Relative paths of the configuration start here: the config file's folder.
    """

    source: str
    config: Config
    folder: Path

    def targets(self) -> tuple[str, ...]:
        """Return the names of the targets that the configuration has a table for; the default where it has none."""
        from sdksmith.targets.registry import target_names

        return tuple(name for name in target_names() if name in self.config.targets) or target_names()[:1]

    def output(self, target: str) -> Path:
        """Return the output folder of a target: as configured, else its default."""
        from sdksmith.targets.registry import find_target

        options = self.config.targets.get(target) or find_target(target).options()
        # Without "..", because the folder is shown to people.
        return Path(os.path.normpath(self.folder / options.output))


class ConfigFailure(Failure):
    """The configuration, not the document, is at fault."""


def open_project(
    source: str | None,
    config_file: Path | None,
    overrides: tuple[str, ...] = (),
    overlays: tuple[str, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Project:
    """Find the configuration and the document that a command is about.

    Parameters
    ----------
    source
        As given on the command line; else the config's ``spec``, relative to the config file.
    config_file
        As given on the command line; else ``sdksmith.toml`` in the current folder, where there is one.
    overrides
        ``key=value`` settings that beat the file.
    overlays
        Overlays to apply after those of the config.
    headers
        Headers to send, after those of the config, to the server of the document.

    Raises
    ------
    ConfigFailure
        The configuration is not valid, or nobody says which document is meant.
    """
    config_file = find_config(config_file)
    config = read_config(config_file, overrides)
    folder = config_file.parent if config_file else Path()
    if source is None and config.spec is not None:
        source = config.spec if _is_url(config.spec) else str(folder / config.spec)
    if source is None:
        diagnostics = Diagnostics()
        near = documents_in(Path())
        hint = f"name one on the command line, or as `spec` in {config_file or CONFIG_NAME}"
        if len(near) > 1:
            hint = f"this folder has {named(near)}; {hint}"
        elif near and config_file is not None:
            hint = f'this folder has {near[0]}: set spec = "{near[0]}" in {config_file}'
        elif near:
            hint = f"this folder has {near[0]}: run sdksmith init {near[0]}, then sdksmith generate"
        diagnostics.error(
            "no-document",
            "no OpenAPI document was given",
            location=Location(str(config_file) if config_file else "<command line>"),
            hint=hint,
        )
        raise ConfigFailure(diagnostics)
    config = with_headers(_anchored(config, folder, overlays), source, headers or {})
    diagnostics = Diagnostics()
    for options in config.targets.values():
        options.texts(diagnostics)
    if diagnostics.has_errors:
        raise ConfigFailure(diagnostics)
    return Project(source, config, folder)


def find_config(given: Path | None) -> Path | None:
    """Return the config file: as given, else that of the current folder, where there is one."""
    return Path(CONFIG_NAME) if given is None and Path(CONFIG_NAME).is_file() else given


def read_config(file: Path | None, overrides: tuple[str, ...]) -> Config:
    """Read a config file, with settings that beat it.

    Raises
    ------
    ConfigFailure
        It is not valid.
    """
    from sdksmith.config import load_config
    from sdksmith.targets.registry import options_of, target_names

    try:
        return load_config(file, overrides, options_of=options_of, known=target_names)
    except Failure as failure:
        raise ConfigFailure(failure.diagnostics) from failure


def read_anchored(config_file: Path | None, overrides: tuple[str, ...]) -> Config:
    """Read the configuration, with paths that start from the working directory, for what needs no document.

    Raises
    ------
    ConfigFailure
        It is not valid.
    """
    file = find_config(config_file)
    return _anchored(read_config(file, overrides), file.parent if file else Path(), ())


def is_document(text: str, config_file: Path | None) -> bool:
    """Whether an argument names a document, where it might name a part of one.

    It does unless the configuration has a document, and the text is neither a file nor looks like one.
    """
    if text == "-" or "://" in text or text.endswith((".yaml", ".yml", ".json")) or Path(text).exists():
        return True
    return config_file is None and not Path(CONFIG_NAME).is_file()


def documents_in(folder: Path) -> list[str]:
    """Return the files of a folder that look like OpenAPI documents, by name."""
    found: list[str] = []
    for file in sorted(folder.glob("*")):
        if file.suffix in (".yaml", ".yml", ".json") and file.is_file():
            try:
                with file.open("rb") as stream:
                    beginning = stream.read(4096)
            except OSError:
                continue
            if re.search(rb"""(?m)^\s*\{?\s*["']?openapi["']?\s*:""", beginning):
                found.append(file.name)
    return found


def named(files: list[str]) -> str:
    """Return the first of some names as a text, and how many more there are."""
    more = f" and {len(files) - 5} more" if len(files) > 5 else ""
    return f"{', '.join(files[:5])}{more}"


def with_headers(config: Config, source: str, given: Mapping[str, str]) -> Config:
    """Return a configuration that has the headers to send for a document.

    Those of the config are for the server of its own `spec`: a document that is named on the command line may be anywhere.

    Parameters
    ----------
    given
        As on the command line, where a dollar is a dollar.
    """
    import msgspec

    own = config.input.headers if _origin(source) == _origin(config.spec or "") else {}
    # Names of headers are the same whatever their case (RFC 9110 section 5.1).
    replaced = {name.lower() for name in given}
    headers = {name: value for name, value in own.items() if name.lower() not in replaced}
    headers |= {name: value.replace("$", "$$") for name, value in given.items()}
    if headers == config.input.headers:
        return config
    return msgspec.structs.replace(config, input=msgspec.structs.replace(config.input, headers=headers))


def _origin(url: str) -> tuple[str, str]:
    """Return the scheme, and the host with its port; empty for a path."""
    from urllib.parse import urlsplit

    if not _is_url(url):
        return "", ""
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower()


def _is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def _anchored(config: Config, folder: Path, overlays: tuple[str, ...]) -> Config:
    """Let the configured paths be relative to the config file, whatever the current folder is."""
    import msgspec

    replace = msgspec.structs.replace
    if config.input.allowed_roots:
        roots = tuple(str(folder / root) for root in config.input.allowed_roots)
        config = replace(config, input=replace(config.input, allowed_roots=roots))
    if config.overlays or overlays:
        config = replace(config, overlays=(*(str(folder / overlay) for overlay in config.overlays), *overlays))
    if config.templates is not None:
        config = replace(config, templates=os.path.normpath(folder / config.templates))
    targets = {name: options.anchored(folder) for name, options in config.targets.items()}
    return replace(config, targets=targets)


def place_in_config(failure: Failure, file: Path | None, overrides: Sequence[str] = ()) -> Failure:
    """Return a failure whose findings about the configuration say where they stand in it.

    Parameters
    ----------
    failure
        Some of its locations, or of the related ones, may be ``<config>``, with a key as their pointer.
    file
        The config file that was read.
    overrides
        Settings that beat it.
    """
    if not any(_is_of_config(found) for found in failure.diagnostics):
        return failure
    from sdksmith.config.places import places_of

    given = {one.partition("=")[0].strip() for one in overrides}
    places = places_of(str(file), file.read_text(encoding="utf-8-sig")) if file is not None else {}
    diagnostics = Diagnostics()
    for found in failure.diagnostics:
        if found.location is not None:
            found = replace(found, location=_placed(found.location, places, given))
        related = tuple(
            (what, _placed(where, places, given) if isinstance(where, Location) else where)
            for what, where in found.related
        )
        diagnostics.add(replace(found, related=related))
    return ConfigFailure(diagnostics, failure.locate)


def _placed(location: Location, places: Places, given: Set[str]) -> Location:
    """Return where a key of the configuration stands; any other location as it is."""
    from sdksmith.config.places import nearest

    if location.file != "<config>":
        return location
    key = tuple(map(str, location.pointer or ()))
    typed = any(".".join(key[:end]) in given for end in range(1, len(key) + 1))
    return Location("<command line>") if typed else nearest(places, key, location)


def _is_of_config(found: Diagnostic) -> bool:
    named = (found.location, *(where for _, where in found.related))
    return any(isinstance(each, Location) and each.file == "<config>" for each in named)
