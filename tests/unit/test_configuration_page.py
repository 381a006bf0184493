"""docs/configuration.md describes every key, with its default, and no other; and the README leads there."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from msgspec import UNSET, Struct
from msgspec.structs import FieldInfo, fields

from sdksmith.config import Config, to_config
from sdksmith.config.keys import keys_of, markdown_rows
from sdksmith.targets.registry import options_of, target_names

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([\w.]+)` \| (.*?) \|", PAGE, re.MULTILINE))


def keys(struct: type[Struct], prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every key of the configuration, dotted."""
    for field in fields(struct):
        inner = [
            each for each in (field.type, *get_args(field.type)) if isinstance(each, type) and issubclass(each, Struct)
        ]
        if inner:
            yield from keys(inner[0], f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.encode_name}", field


KEYS = {key: field for key, field in keys(Config) if not key.startswith("targets")}
for name in target_names():
    table = options_of(name)
    assert table is not None
    KEYS |= dict(keys(table, f"targets.{name}."))


def test_every_key_has_its_row_and_there_is_no_other() -> None:
    assert len(KEYS) > 15
    assert sorted(ROWS) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_the_default_is_the_real_one(key: str) -> None:
    default: Any = KEYS[key].default
    if default is UNSET or default is msgspec.NODEFAULT:
        factory = KEYS[key].default_factory
        default = None if factory is msgspec.NODEFAULT else factory()
    shown = ROWS[key].strip("`")

    if default is None:
        assert not shown or not ROWS[key].startswith("`")
    else:
        assert json.loads(shown.replace("_", "") if shown[0].isdigit() else shown) == json.loads(
            msgspec.json.encode(default)
        )


def test_the_rows_are_those_of_the_table_of_keys(rewrite_goldens: bool) -> None:
    tables = {name: options for name in target_names() if (options := options_of(name)) is not None}
    made = sorted(markdown_rows(keys_of(tables)))
    if rewrite_goldens:
        rows = {row.split("`")[1]: row for row in made}
        page = re.sub(r"^\| `([\w.]+)` \| .*$", lambda row: rows.get(row[1], row[0]), PAGE, flags=re.MULTILINE)
        (ROOT / "docs" / "configuration.md").write_text(page, encoding="utf-8")
        return

    assert sorted(re.findall(r"^\| `[\w.]+` \| .*$", PAGE, re.MULTILINE)) == made


def test_each_key_has_an_example_that_is_valid() -> None:
    tables = {name: options for name in target_names() if (options := options_of(name)) is not None}

    for key in keys_of(tables):
        assert key.example is not None, key.name
        assert key.meaning, key.name
        assert not key.meaning.endswith("."), key.name


def test_each_example_is_a_valid_configuration() -> None:
    examples = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    assert len(examples) == 13
    for example in examples:
        to_config(tomllib.loads(example), options_of)


def test_the_first_pages_lead_there() -> None:
    assert "(docs/configuration.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "(configuration.md)" in (ROOT / "docs" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/README.md", "docs/configuration.md"])
def test_links_of_the_documentation_lead_somewhere(page: str) -> None:
    file = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target
