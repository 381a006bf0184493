"""The first ``sdksmith.toml``: every key with what it means, guessed from a document where that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from textwrap import wrap
from typing import Any

from sdksmith.config.keys import Key, toml

_HEAD = """\
# What sdksmith makes of an OpenAPI document. Every key is optional; what is commented out shows the default, or an example.
# Paths are relative to this file. `sdksmith config show` prints what is in effect, `sdksmith config schema` a schema for editors.
"""


def starter_config(source: str | None, keys: Iterable[Key], suggested: Mapping[str, Mapping[str, Any]]) -> str:
    """Write a commented config file.

    Parameters
    ----------
    source
        Path or URL of the document; ``None`` leaves it to be filled in.
    keys
        All that there are, those of targets that are not wanted left out.
    suggested
        Name of a target -> what its table is to set, by key.

    Returns
    -------
    str
        Valid TOML.
    """
    given = {"spec": source} if source else {}
    for name, values in suggested.items():
        given |= {f"targets.{name}.{key}": value for key, value in values.items()}
    blocks = [_HEAD]
    for table, members in groupby(sorted(keys, key=_order), key=_table):
        blocks.append("\n".join(_block(table, list(members), given)) + "\n")
    return "\n".join(blocks)


def _table(key: Key) -> str:
    return key.name.rpartition(".")[0]


def _order(key: Key) -> tuple[int, str]:
    """The root first, which TOML wants there; then targets, which people change; then the rest."""
    table = _table(key)
    return (0 if not table else 1 if table.startswith("targets.") else 2, table)


def _block(table: str, members: list[Key], given: Mapping[str, Any]) -> Iterator[str]:
    # A table that makes something of itself, or is one of a list, is commented out as a whole.
    optional = members[0].is_listed or (table.startswith("targets.") and table.count(".") > 1)
    if table:
        header = f"[[{table}]]" if members[0].is_listed else f"[{table}]"
        yield f"# {header}" if optional else header
    for index, key in enumerate(members):
        if index and not table:
            yield ""
        yield from (f"# {line}" for line in wrap(_sentence(key), 116, break_long_words=False, break_on_hyphens=False))
        name = key.name.rpartition(".")[2]
        if key.name in given:
            yield f"{name} = {toml(given[key.name])}"
        else:
            shown = key.default if key.has_value and key.default not in ("[]", "{}") else toml(key.example)
            yield f"# {name} = {shown}"


def _sentence(key: Key) -> str:
    text = key.plain_meaning
    default = f" Default: {key.default}." if key.default and not key.has_value and not key.required else ""
    return f"{text[0].upper()}{text[1:]}.{default}"
