"""Naming rules of Go."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from sdksmith.config import Config
from sdksmith.naming import CAMEL, CAPITALIZED, PASCAL, SNAKE, Case, NamingProfile, Role
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package import reserved

CASES: Final[Mapping[Role, Case]] = {
    "type": PASCAL,
    "field": PASCAL,
    "parameter": CAMEL,
    "method": CAPITALIZED,
    "group": CAPITALIZED,
    "module": SNAKE,
    "constant": PASCAL,
}


def is_identifier(name: str, role: Role) -> bool:
    """Whether a name is an identifier (Go specification, "Identifiers"), and exported unless it is that of a parameter."""
    if role == "module":
        return bool(name) and name.isascii() and name.replace("_", "").isalnum()
    categories = [unicodedata.category(character) for character in name]
    fits = all(category[0] == "L" or category == "Nd" or name[at] == "_" for at, category in enumerate(categories))
    if not name or not fits or categories[0] == "Nd":
        return False
    return categories[0] != "Lu" if role == "parameter" else categories[0] == "Lu"


def naming_profile(config: Config, options: GoOptions) -> NamingProfile:
    """Return what names look like in Go, and those that the module takes for itself."""
    return NamingProfile(
        words=config.words,
        cases=CASES,
        is_identifier=is_identifier,
        keywords=reserved.KEYWORDS,
        reserved_types=reserved.TYPES,
        reserved_fields=reserved.FIELDS,
        reserved_parameters=reserved.PARAMETERS,
        reserved_methods=reserved.METHODS,
        reserved_groups=reserved.METHODS,
        request_types=True,
        enum_constants=True,
        pins=options.names,
        pins_key=("targets", "go", "names"),
    )
