"""Random configurations: they load, or all that is wrong is said in our words; and the JSON Schema agrees."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from sdksmith.config import load_config
from sdksmith.config.keys import keys_of, toml
from sdksmith.config.schema import schema_of
from sdksmith.diagnostics import Failure
from sdksmith.targets.registry import find_target, options_of, target_names

TABLES = {name: find_target(name).options for name in target_names()}
KEYS = list(keys_of(TABLES))
VALIDATOR = jsonschema.Draft202012Validator(schema_of(TABLES))
#: What the schema does not repeat: names that a language or a library takes for itself.
BEYOND_SCHEMA = re.compile(r"can't (be|begin with|have) '")

scalars = st.one_of(
    st.booleans(),
    st.integers(-5, 3_000),
    # To JSON Schema 1.0 is an integer; to TOML it is none, and to us neither.
    st.floats(-1e6, 1e6, width=32).filter(lambda value: not value.is_integer()),
    st.sampled_from(
        ["", "acme", "a.class", "json", "main", "func", "x y", "1.0", "../up", "#12ab3f", "https://a.example"]
    ),
    st.text('ab1_.-"\\\\é\n', max_size=5),
)
values = st.one_of(
    scalars,
    st.lists(scalars, max_size=2),
    st.dictionaries(st.sampled_from(["url", "text", "users.list", "X-Key", "not this"]), scalars, max_size=2),
)


@st.composite
def configurations(draw: st.DrawFn) -> dict[str, Any]:
    """A few keys, most of them known, with right and wrong values."""
    tree: dict[str, Any] = {}
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=4, unique_by=lambda key: key.name)):
        right = (
            st.just(key.example)
            if not key.choices or not isinstance(key.example, str)
            else st.sampled_from(key.choices)
        )
        path = key.name.split(".")
        if draw(st.integers(0, 9)) == 0:
            path[-1] += "x"
        table = tree
        for part in path[:-1]:
            table = table.setdefault(part, {})
        table[path[-1]] = draw(st.one_of(right, values))
        if key.is_listed:
            parent = tree
            for part in path[:-2]:
                parent = parent[part]
            if draw(st.booleans()):
                parent[path[-2]] = [parent[path[-2]]]
                break
    return tree


def refused(tree: dict[str, Any]) -> list[str]:
    """Return what the program says."""
    lines = [f"{toml(name)} = {toml(value)}\n" for name, value in tree.items()]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sdksmith.toml"
        file.write_text("".join(lines), encoding="utf-8")
        try:
            load_config(file, (), options_of=options_of, known=target_names)
        except Failure as failure:
            for found in failure.diagnostics:
                assert found.code == "config-invalid"
                assert found.location is not None
                assert found.location.line > 0, found
            return [found.message for found in failure.diagnostics]
    return []


@given(configurations())
def test_the_program_and_the_schema_agree_and_the_program_speaks_of_keys(tree: dict[str, Any]) -> None:
    messages = refused(tree)
    for message in messages:
        assert "Expected" not in message
        assert "$." not in message
        assert "the configuration is not valid" not in message
    beyond = [message for message in messages if BEYOND_SCHEMA.search(message)]
    if not beyond:
        assert (messages == []) == VALIDATOR.is_valid(tree)
