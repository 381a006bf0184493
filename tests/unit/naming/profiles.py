"""Profiles of two kinds of languages: Python's own, and one with capitals and one name space a package."""

from __future__ import annotations

import keyword

from sdksmith.naming import CAMEL, CAPITALIZED, PASCAL, SNAKE, NamingProfile, Role
from sdksmith.targets.python.package.profile import CASES, is_identifier

PYTHON = NamingProfile(
    words="compact",
    cases=CASES,
    is_identifier=is_identifier,
    keywords=frozenset(keyword.kwlist),
    reserved_types=frozenset(("Any", "List", "Model")),
    reserved_fields=frozenset(("json", "copy")),
    reserved_parameters=frozenset(("request", "request_options")),
    reserved_methods=frozenset(("with_raw_response",)),
    reserved_groups=frozenset(("types", "core")),
    fields_hide_types=True,
    plain_endings=("Dict", "AsDict"),
)


def is_exported(name: str, role: Role) -> bool:
    """Whether a name is an identifier, and one that others see unless it is that of a parameter."""
    letters = name.replace("_", "a")
    return letters.isalnum() and (name[0].islower() if role == "parameter" else name[0].isupper())


PACKAGED = NamingProfile(
    words="lodash",
    cases={
        "type": PASCAL,
        "field": PASCAL,
        "parameter": CAMEL,
        "method": CAPITALIZED,
        "group": CAPITALIZED,
        "module": SNAKE,
        "constant": PASCAL,
    },
    is_identifier=lambda name, role: role == "module" or is_exported(name, role),
    keywords=frozenset(("type", "range", "func")),
    reserved_types=frozenset(("String", "NotFoundError")),
    reserved_fields=frozenset(("ExtraProperties",)),
    reserved_parameters=frozenset(("ctx", "request")),
    request_types=True,
    enum_constants=True,
)
