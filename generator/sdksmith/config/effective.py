"""The effective values of the configuration, and where each is from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sdksmith.config.keys import is_secret, is_table, meta_of, table_of, toml
from sdksmith.config.places import Places, places_of
from sdksmith.config.tables import Config, TargetOptions


@dataclass(frozen=True, kw_only=True, slots=True)
class EffectiveValue:
    """The value of a key.

    Attributes
    ----------
    value
        ``None`` where the key is not given and has no default.
    origin
        A place in the file, ``--set``, ``default``, or what holds without the key, in words.
    """

    key: str
    value: Any
    origin: str

    def line(self) -> str:
        """Return it as a line of TOML; a comment where there is no value."""
        return f"# {self.key}" if self.value is None else f"{self.key} = {toml(msgspec.to_builtins(self.value))}"


def effective_values(
    config: Config, targets: Mapping[str, TargetOptions], file: Path | None, overrides: tuple[str, ...]
) -> Iterator[EffectiveValue]:
    """Yield the value of every key.

    Parameters
    ----------
    targets
        Name -> the table, of those that would be made.
    file
        The config file, where there is one.
    overrides
        As they were given on the command line.
    """
    places = places_of(str(file), file.read_text(encoding="utf-8")) if file is not None else {}
    typed = {override.partition("=")[0].strip() for override in overrides}
    yield from _values(config, (), places, typed, skipped=("targets",))
    for name, options in targets.items():
        yield from _values(options, ("targets", name), places, typed)


def _values(
    table: msgspec.Struct, path: tuple[str, ...], places: Places, typed: set[str], skipped: tuple[str, ...] = ()
) -> Iterator[EffectiveValue]:
    for field in msgspec.structs.fields(table):
        value = getattr(table, field.name)
        key = (*path, field.encode_name)
        if field.encode_name in skipped:
            continue
        if is_table(type(value)):
            yield from _values(value, key, places, typed)
            continue
        inner = table_of(field.type)
        meaning = "not given" if inner is not None else (meta_of(field.type).extra or {}).get("default", "")
        shown = hidden(value) if is_secret(field.type) else value
        yield EffectiveValue(
            key=".".join(key), value=shown, origin=_origin(key, places, typed) or _default(value, meaning)
        )


def hidden(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers without what is secret in them: all that is not a variable of the environment."""
    return {name: value if re.fullmatch(r"([A-Za-z]+ )?\$\{\w+\}", value) else "***" for name, value in headers.items()}


def _default(value: Any, meaning: str) -> str:
    return "default" if value is not None else meaning or "not given"


def _origin(key: tuple[str, ...], places: Places, typed: set[str]) -> str:
    """Return where a key is given; ``""`` where it isn't."""
    depths = range(len(key), 0, -1)
    if any(".".join(key[:depth]) in typed for depth in depths) or any(
        name.startswith(f"{'.'.join(key)}.") for name in typed
    ):
        return "--set"
    if key in places:
        return f"{places[key].file}:{places[key].line}"
    return ""
