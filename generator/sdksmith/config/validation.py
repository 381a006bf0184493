"""Messages for what is wrong with a configuration, key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard

import msgspec
from msgspec import NODEFAULT, Struct

from sdksmith.config.keys import (
    bare,
    choices_of,
    default_of,
    is_secret,
    is_table,
    keys_of,
    kind_of,
    meta_of,
    table_of,
    toml,
)
from sdksmith.config.tables import Config, TargetOptions
from sdksmith.words import similar

#: Takes a key, what is wrong with it, and what to do.
Complain = Callable[[tuple[str, ...], str, str], None]


def _tables(
    options_of: Callable[[str], type[TargetOptions] | None], names: Iterable[str]
) -> dict[str, type[TargetOptions]]:
    found = {name: options_of(name) for name in names}
    return {name: table for name, table in found.items() if table is not None}


class Validator:
    """Finds everything that is wrong with a configuration.

    Parameters
    ----------
    complain
        Receives each finding.
    typed
        Dotted key -> its value as it was typed on the command line: where a text is wanted, it is one, though TOML would read
        ``1.0`` as a number.
    """

    def __init__(self, complain: Complain, typed: Mapping[str, str]) -> None:
        self._complain = complain
        self._typed = typed
        self._names: Callable[[], list[str]] = list

    def validate(
        self,
        tree: dict[str, Any],
        options_of: Callable[[str], type[TargetOptions] | None],
        known: Callable[[], Sequence[str]],
    ) -> None:
        """Validate the parsed file; texts that were typed on the command line are put into it as such."""
        # All keys that there are, for whoever puts one into the wrong table.
        self._names = lambda: [key.name for key in keys_of(_tables(options_of, known()))]
        self._table((), {key: value for key, value in tree.items() if key != "targets"}, Config, into=tree)
        targets = tree.get("targets", {})
        if not _is_mapping(targets):
            self._complain(
                ("targets",),
                "`targets` must be a table, with one for each target",
                "write, for example: [targets.python]",
            )
            return
        for name, table in targets.items():
            options = options_of(name)
            if options is None:
                near = similar(name, known())
                hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(known())}"
                self._complain(("targets", name), f"there is no target {name!r}", hint)
            elif _is_mapping(table):
                self._table(("targets", name), table, options, into=table)
            else:
                self._complain(
                    ("targets", name), f"`targets.{name}` must be a table", f"write [targets.{name}] above its keys"
                )

    def _table(self, path: tuple[str, ...], table: Mapping[str, Any], kind: type[Struct], into: dict[str, Any]) -> None:
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        sound: dict[str, Any] = {}
        for name, value in table.items():
            field = fields.get(name)
            if field is None:
                self._unknown(path, name, list(fields))
            elif self._value((*path, name), value, field.type, into) and table_of(field.type) is None:
                sound[name] = into[name]
        for name, field in fields.items():
            if name not in table and default_of(field) is NODEFAULT:
                about = meta_of(field.type)
                hint = f"write, for example: {name} = {toml((about.examples or [''])[0])}"
                self._complain(
                    (*path, name), f"`{_dotted((*path, name))}` is missing: it is {kind_of(field.type)}", hint
                )
        self._whole(path, sound, kind)

    def _unknown(self, path: tuple[str, ...], name: str, known: Sequence[str]) -> None:
        near = similar(name, known) or self._elsewhere(name)
        where = f"[{_dotted(path)}]" if path else "the configuration"
        hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(known)}"
        self._complain((*path, name), f"there is no key `{name}` in {where}", hint)

    def _elsewhere(self, name: str) -> str:
        """Return the dotted key whose last part is nearest to a name that its table does not have."""
        by_name: dict[str, str] = {}
        for key in self._names():
            by_name.setdefault(key.rpartition(".")[2], key)
        return by_name.get(similar(name, by_name), "")

    def _value(self, path: tuple[str, ...], value: Any, kind: Any, into: dict[str, Any]) -> bool:
        """Whether a value is right; what is wrong with it is told."""
        inner = table_of(kind)
        if inner is not None:
            return self._tables(path, value, kind, inner)
        if bare(kind) is str and isinstance(value, bool | int | float) and _dotted(path) in self._typed:
            value = into[path[-1]] = self._typed[_dotted(path)]
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError:
            pass
        else:
            return True
        for at, message, hint in _faults(path, value, kind):
            self._complain(at, message, hint)
        return False

    def _tables(self, path: tuple[str, ...], value: Any, kind: Any, inner: type[Struct]) -> bool:
        several = not is_table(bare(kind))
        if several and _is_list(value) and all(map(_is_mapping, value)):
            for each in value:
                self._table(path, each, inner, into=each)
            return True
        if not several and _is_mapping(value):
            self._table(path, value, inner, into=value)
            return True
        header = f"[[{_dotted(path)}]]" if several else f"[{_dotted(path)}]"
        article = "a list of tables" if several else "a table"
        self._complain(
            path, f"`{_dotted(path)}` must be {article}, not {_found(value)}", f"write {header} above its keys"
        )
        return False

    def _whole(self, path: tuple[str, ...], table: dict[str, Any], kind: type[Struct]) -> None:
        """Let the table itself say what is wrong with its values, which each by itself are right: the first of it, again and again."""
        while True:
            try:
                msgspec.convert(table, kind)
            except msgspec.ValidationError as error:
                text = str(error)
            else:
                return
            found = re.match(r"`(\w+)`", text)
            if found is None or found[1] not in table:
                return
            key = (*path, found[1])
            self._complain(key, text.replace(found[0], f"`{_dotted(key)}`", 1), "choose another name")
            del table[found[1]]


def _faults(path: tuple[str, ...], value: Any, kind: Any) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield what is wrong with a value: its items, where only these are."""
    choices = () if bare(kind) is bool else choices_of(kind)
    items: list[tuple[tuple[str, ...], Any]] = []
    if choices and _is_list(value):
        items = [(path, each) for each in value]
    elif choices and _is_mapping(value):
        items = [((*path, name), each) for name, each in value.items()]
    elif choices and isinstance(value, str):
        items = [(path, value)]
    wrong = [(at, each) for at, each in items if each not in choices]
    for at, each in wrong:
        near = similar(each, choices) if isinstance(each, str) else ""
        hint = f"did you mean {toml(near)}?" if near else f"there are: {', '.join(map(toml, choices))}"
        yield at, f"`{_dotted(at)}` can't be {_found(each)}", hint
    if not wrong:
        example = (meta_of(kind).examples or [None])[0]
        hint = "" if example is None else f"write, for example: {path[-1]} = {toml(example)}"
        if bare(kind) is str and isinstance(value, int | float) and not isinstance(value, bool):
            hint = f'put it in quotes: {path[-1]} = "{value}"'
        but = "" if is_secret(kind) else f", not {_found(value)}"
        yield path, f"`{_dotted(path)}` must be {kind_of(kind)}{but}", hint


def _found(value: Any) -> str:
    text = toml(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _dotted(path: tuple[str, ...]) -> str:
    return ".".join(part if re.fullmatch(r"[\w-]+", part) else f'"{part}"' for part in path)


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
