"""The keys of the configuration as one table, for documentation and for whoever shows or completes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeGuard, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo

from sdksmith.config.tables import Config, TargetOptions


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A key of the configuration.

    Attributes
    ----------
    name
        With the tables that it is in: ``input.max_depth``.
    kind
        What its value is, in words: ``true or false``.
    choices
        The values that it can have, where these are known.
    default
        Its default as TOML, or in words; ``""`` where nothing holds without it.
    has_value
        Whether the default is a value.
    is_listed
        Its table is one of a list: ``[[...]]``.
    meaning
        A clause, as Markdown.
    """

    name: str
    kind: str
    choices: tuple[str, ...]
    default: str
    has_value: bool
    required: bool
    is_listed: bool
    example: Any
    meaning: str

    @property
    def plain_meaning(self) -> str:
        """Description without Markdown markup."""
        return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", self.meaning).replace("`", "")


def keys_of(options: Mapping[str, type[TargetOptions]]) -> Iterator[Key]:
    """Yield every key.

    Parameters
    ----------
    options
        Name of each target -> its table.
    """
    yield from _keys(Config, "", skipped=("targets",))
    for name, table in options.items():
        yield from _keys(table, f"targets.{name}.")


def _keys(table: type[Struct], prefix: str, *, skipped: tuple[str, ...] = (), listed: bool = False) -> Iterator[Key]:
    for field in msgspec.structs.fields(table):
        name = field.encode_name
        inner = table_of(field.type)
        if name in skipped:
            continue
        if inner is not None:
            yield from _keys(inner, f"{prefix}{name}.", listed=not is_table(bare(field.type)))
        else:
            yield _key(f"{prefix}{name}", field, listed)


def _key(name: str, field: FieldInfo, listed: bool) -> Key:
    about = meta_of(field.type)
    value = default_of(field)
    given = value is not None and value is not NODEFAULT
    extra = about.extra or {}
    return Key(
        name=name,
        kind=kind_of(field.type),
        choices=choices_of(field.type),
        default=toml(value) if given else "required" if value is NODEFAULT else extra.get("default", ""),
        has_value=given,
        required=value is NODEFAULT,
        is_listed=listed,
        example=(about.examples or [None])[0],
        meaning=about.description or "",
    )


def default_of(field: FieldInfo) -> Any:
    """Return what a key has without being given; ``NODEFAULT`` where it must be."""
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return field.default


def meta_of(kind: Any) -> Meta:
    """Return what is said of a key with such a type; limits may stand further in."""
    found: dict[str, Any] = {}
    for meta in _metas(kind):
        for name in ("description", "examples", "ge", "le", "gt", "pattern"):
            found.setdefault(name, getattr(meta, name)) if getattr(meta, name) is not None else None
        found["extra"] = {**(meta.extra or {}), **found.get("extra", {})}
    return Meta(**{name: value for name, value in found.items() if value is not None})


def _metas(kind: Any) -> Iterator[Meta]:
    if get_origin(kind) is Annotated:
        inner, *given = get_args(kind)
        # What is said last is said of the whole.
        yield from (each for each in reversed(given) if isinstance(each, Meta))
        yield from _metas(inner)
    elif get_origin(kind) in (Union, UnionType):
        for part in get_args(kind):
            yield from _metas(part)


def bare(kind: Any) -> Any:
    """Return a type without what is said of it, and without ``None``."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
        return bare(kind)
    return kind


def table_of(kind: Any) -> type[Struct] | None:
    """Return the table that a key is, or that it is a list of; ``None`` for any other."""
    inner = bare(kind)
    if get_origin(inner) is tuple:
        inner = bare(get_args(inner)[0])
    return inner if is_table(inner) else None


def is_table(kind: Any) -> TypeGuard[type[Struct]]:
    """Whether a type is a table."""
    return isinstance(kind, type) and issubclass(kind, Struct)


def choices_of(kind: Any) -> tuple[str, ...]:
    """Return the texts that a value, or an item of one, can be; empty where these are not known."""
    inner = bare(kind)
    if get_origin(inner) is Literal:
        return get_args(inner)
    if get_origin(inner) is tuple:
        return choices_of(get_args(inner)[0])
    if get_origin(inner) is dict:
        return choices_of(get_args(inner)[1])
    return ("true", "false") if inner is bool else ()


def kind_of(kind: Any) -> str:
    """Return what a value has to be, in words."""
    inner, about = bare(kind), meta_of(kind)
    narrower = (about.extra or {}).get("kind", "")
    if get_origin(inner) is tuple:
        items = choices_of(inner)
        return f"a list of {_alternatives(items) if items else narrower or 'strings'}"
    if get_origin(inner) is dict:
        choices = choices_of(inner)
        return f"a table of operations, each with {_alternatives(choices)}" if choices else narrower
    if get_origin(inner) is Literal:
        return _alternatives(get_args(inner))
    if inner is bool:
        return "true or false"
    if inner in (int, float):
        word = "a whole number" if inner is int else "a number"
        return f"{word}{_limits(about)}"
    return narrower or "a string"


def _limits(about: Meta) -> str:
    parts = [
        f"{words} {limit:,}"
        for words, limit in (("at least", about.ge), ("above", about.gt), ("at most", about.le))
        if limit is not None
    ]
    return f", {' and '.join(parts)}" if parts else ""


def _alternatives(values: tuple[str, ...]) -> str:
    shown = [json.dumps(value) for value in values]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def is_secret(kind: Any) -> bool:
    """Whether a value must not be printed."""
    return bool((meta_of(kind).extra or {}).get("secret"))


def holds_secret(path: tuple[str, ...]) -> bool:
    """Whether a key outside of the targets, by its tables and its name, is one whose value must not be printed."""
    table: type[Struct] | None = Config
    for name in path:
        field = (
            next((each for each in msgspec.structs.fields(table) if each.encode_name == name), None) if table else None
        )
        if field is None:
            return False
        if is_secret(field.type):
            return True
        table = table_of(field.type)
    return False


def toml(value: Any) -> str:
    """Return a value as TOML, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:_}" if value >= 10_000 else str(value)
    if _is_mapping(value):
        return f"{{{', '.join(f'{_quoted(name)} = {toml(each)}' for name, each in value.items())}}}"
    if _is_sequence(value):
        return f"[{', '.join(map(toml, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, list | tuple)


def _quoted(value: str) -> str:
    """Return a TOML basic string (TOML 1.0, "String")."""
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if ord(character) < 0x20 or ord(character) == 0x7F:
        return f"\\u{ord(character):04x}"
    return character


def markdown_rows(keys: Iterator[Key]) -> Iterator[str]:
    """Yield the rows of a table in Markdown: the key, its default, what it means."""
    for key in keys:
        default = f"`{key.default}`" if key.has_value else key.default
        yield f"| `{key.name}` | {default} | {key.meaning} |".replace("|  |", "| |")
