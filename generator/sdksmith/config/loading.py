"""The file and the command line -> :class:`~sdksmith.config.Config`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard

import msgspec

from sdksmith.config.tables import Config, TargetOptions
from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.words import similar

#: Name of a target -> the type of its table.
OptionsOf: TypeAlias = Callable[[str], type[TargetOptions] | None]


def to_config(tree: Mapping[str, Any], options_of: OptionsOf) -> Config:
    """Make a configuration of the parsed file.

    Parameters
    ----------
    options_of
        As for :func:`load_config`.

    Raises
    ------
    msgspec.ValidationError
        A key is unknown, or a value is not of its type.
    """
    targets = tree.get("targets", {})
    config = msgspec.convert({key: value for key, value in tree.items() if key != "targets"}, Config)
    if not _is_table(targets):
        raise msgspec.ValidationError("Expected `object` - at `$.targets`")
    found: dict[str, TargetOptions] = {}
    for name, table in targets.items():
        kind = options_of(name)
        if kind is None:
            raise msgspec.ValidationError(f"Object contains unknown field `{name}` - at `$.targets`")
        found[name] = msgspec.convert(table, kind)
    return msgspec.structs.replace(config, targets=found)


def load_config(
    path: Path | None,
    overrides: tuple[str, ...] = (),
    *,
    options_of: OptionsOf,
    known: Callable[[], Sequence[str]] = tuple,
) -> Config:
    """Read a config file and apply ``key=value`` overrides.

    Parameters
    ----------
    path
        The file, or ``None`` for the defaults.
    overrides
        ``"input.max_depth=20"``: a dotted key, and a TOML value or, where that does not parse, a plain string.
    options_of, known
        The table of a target, and the names of all: what is misspelt gets a suggestion.

    Raises
    ------
    Failure
        The file can't be read, is not TOML, or holds an unknown key or a wrong type.
    """
    diagnostics = Diagnostics()
    name = str(path) if path else "<config>"
    text = ""
    tree: dict[str, Any] = {}
    if path is not None:
        try:
            text = path.read_text(encoding="utf-8")
            tree = tomllib.loads(text)
        except IsADirectoryError as error:
            message = "the config file is a folder"
            hint = "name the file in it, such as sdksmith.toml"
            diagnostics.error("config-unreadable", message, location=Location(name), hint=hint)
            raise Failure(diagnostics) from error
        except FileNotFoundError as error:
            message = "the config file does not exist"
            hint = _nearest_config(path)
            diagnostics.error("config-unreadable", message, location=Location(name), hint=hint)
            raise Failure(diagnostics) from error
        except OSError as error:
            message = f"the config file can't be read: {(error.strerror or 'unknown error').lower()}"
            diagnostics.error("config-unreadable", message, location=Location(name))
            raise Failure(diagnostics) from error
        except UnicodeDecodeError as error:
            message = "the config file is not valid UTF-8"
            diagnostics.error("config-syntax", message, location=Location(name), hint="save the file as UTF-8")
            raise Failure(diagnostics) from error
        except tomllib.TOMLDecodeError as error:
            reason, _, _ = str(error).partition(" (at ")
            message = f"the config file is not valid TOML: {reason[:1].lower()}{reason[1:]}"
            diagnostics.error("config-syntax", message, location=_syntax_place(name, text, str(error)))
            raise Failure(diagnostics) from error
    for override in overrides:
        _apply_override(tree, override, diagnostics)
    if diagnostics.has_errors:
        raise Failure(diagnostics)
    try:
        config = to_config(tree, options_of)
    except msgspec.ValidationError as error:
        return _corrected(tree, name, text, overrides, options_of, known, error)
    return config


def _nearest_config(path: Path) -> str:
    """Return a hint that names the config file that may be meant."""
    near = similar(path.name, [each.name for each in path.parent.glob("*.toml")])
    return f"did you mean {near!r}?" if near else "check its name; sdksmith init writes a first one"


def _corrected(
    tree: dict[str, Any],
    name: str,
    text: str,
    overrides: tuple[str, ...],
    options_of: OptionsOf,
    known: Callable[[], Sequence[str]],
    error: msgspec.ValidationError,
) -> Config:
    """Return the configuration where only the types of typed values were wrong.

    Raises
    ------
    Failure
        Something else is wrong: all of it is told.
    """
    # Loaded when something is wrong, which is seldom.
    from sdksmith.config.keys import holds_secret
    from sdksmith.config.places import nearest, places_of
    from sdksmith.config.validation import Validator

    typed = {key.strip(): value for key, _, value in (one.partition("=") for one in overrides)}
    places = places_of(name, text)
    diagnostics = Diagnostics()
    faults: list[tuple[Location, str, str]] = []

    def complain(key: tuple[str, ...], message: str, hint: str) -> None:
        given = any(".".join(key[:end]) in typed for end in range(1, len(key) + 1))
        place = Location("<command line>") if given else nearest(places, key, Location(name))
        if holds_secret(key):
            place = replace(place, excerpt="")
        faults.append((place, message, hint))

    Validator(complain, typed).validate(tree, options_of, known)
    for place, message, hint in sorted(faults, key=lambda fault: fault[0].line):
        diagnostics.error("config-invalid", message, location=place, hint=hint)
    if not diagnostics.has_errors:
        try:
            return to_config(tree, options_of)
        except msgspec.ValidationError as last:
            error = last
            diagnostics.error("config-invalid", f"the configuration is not valid: {error}", location=Location(name))
    raise Failure(diagnostics) from error


def _syntax_place(name: str, text: str, message: str) -> Location:
    """Return the place that tomllib's message ends with: its errors have no attributes before Python 3.14."""
    lines = text.split("\n")
    found = re.search(r"\(at line (\d+), column (\d+)\)\Z", message)
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return Location(name, line, column, excerpt=lines[line - 1] if line <= len(lines) else "")


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _apply_override(tree: dict[str, Any], override: str, diagnostics: Diagnostics) -> None:
    key, separator, text = override.partition("=")
    parts = key.strip().split(".")
    if not separator or not all(parts):
        diagnostics.error(
            "config-override", f"--set takes key=value, found {override!r}", location=Location("<command line>")
        )
        return
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        value = text
    table = tree
    for part in parts[:-1]:
        child: object = table.setdefault(part, {})
        if not _is_table(child):
            diagnostics.error(
                "config-override", f"--set {key}: {part!r} is not a table", location=Location("<command line>")
            )
            return
        table = child
    table[parts[-1]] = value
