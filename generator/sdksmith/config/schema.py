"""The JSON Schema of the configuration, for editors (JSON Schema 2020-12)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

import msgspec

from sdksmith.config.tables import Config, TargetOptions

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(options: Mapping[str, type[TargetOptions]]) -> dict[str, Any]:
    """Return the schema of a file.

    Parameters
    ----------
    options
        Name of each target -> its table.
    """
    (_, *tables), definitions = msgspec.json.schema_components(
        [Config, *options.values()], ref_template="#/$defs/{name}"
    )
    root: dict[str, Any] = definitions.pop("Config")
    definitions.pop("TargetOptions", None)
    root["properties"]["targets"] = {
        "description": "the libraries to make, by target",
        "type": "object",
        "properties": dict(zip(options, tables, strict=True)),
        "additionalProperties": False,
    }
    whole = {"$schema": DIALECT, **root, "title": "sdksmith.toml", "$defs": dict(sorted(definitions.items()))}
    _remove_links(whole)
    return whole


def _remove_links(value: object) -> None:
    """Leave of links in descriptions their texts, since an editor has no page to lead to, and of their marks those of Markdown."""
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        for key, each in table.items():
            if key == "description" and isinstance(each, str):
                table[key] = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", each).replace("``", "`")
            _remove_links(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            _remove_links(each)
