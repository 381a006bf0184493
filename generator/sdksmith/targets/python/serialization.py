"""How a value is written: which helper of the runtime a parameter or a field of a form needs.

What needs none is written in the usual way of its place (``core/parameters.py``); the others are in ``core/styles.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sdksmith.media_types import FORM, essence, is_json
from sdksmith.model import Array, Declaration, Enum, Literal_, Nullable, Parameter, Primitive, Reference, Type
from sdksmith.model.types import Symbol
from sdksmith.targets.python import literals
from sdksmith.targets.python.expressions import resolve_alias
from sdksmith.targets.python.layout import Brackets, Expression

_DELIMITED: Final = {"spaceDelimited": "space_separated", "pipeDelimited": "pipe_separated"}


@dataclass(frozen=True)
class Written:
    """An entry of a request's parts, and the helper it needs.

    Attributes
    ----------
    part
        The keyword of the runtime: ``path_parameters``, ``query``, ...
    entry
        ``"name": value``, or ``**several``; for ``query_string`` the value alone.
    helper
        To be imported; ``""``: none.
    """

    part: str
    entry: Expression
    helper: str = ""


def parameter(source: Parameter, name: str, declarations: Mapping[Symbol, Declaration]) -> Written:
    """Write a parameter (OpenAPI 3.1 section 4.8.12.6).

    Parameters
    ----------
    name
        Of the Python variable.
    """
    part = _PARTS[source.location]
    wire = literals.string(source.name)
    if source.location == "querystring":
        return _query_string(source, name, wire)
    if source.content_type is not None:
        helper = ("json_header" if part == "header_parameters" else "json_encoded") if _is_json(source) else ""
        return _written(part, wire, name, helper)
    if source.location == "query":
        style = Style(source.style, source.explode, source.allow_reserved)
        return field("query", wire, name, style, source.type, declarations)
    helper, options = "", _explode(source)
    if source.location == "path" and source.style == "matrix":
        return _written(part, wire, name, "matrix", (wire, name, *options))
    if source.location == "path" and source.style == "label":
        return _written(part, wire, name, "label", (name, *options))
    if source.location == "cookie" and source.style == "cookie":
        helper = "unencoded"
    elif source.location == "cookie" and not source.explode and not is_scalar(source.type, declarations):
        helper = "comma_separated"
    elif source.location in ("path", "header") and source.explode and may_be_object(source.type, declarations):
        helper = "exploded" if source.location == "path" else "exploded_header"
    return _written(part, wire, name, helper)


@dataclass(frozen=True)
class Style:
    """The style of a query parameter, or of a field of a form."""

    name: str = "form"
    explode: bool = True
    allow_reserved: bool = False


def field(
    part: str, wire: str, name: str, style: Style, kind: Type, declarations: Mapping[Symbol, Declaration]
) -> Written:
    """Write a query parameter or a field of a form in a style."""
    options = ("allow_reserved=True",) if style.allow_reserved else ()
    if style.name == "deepObject":
        # One entry for each property of the object.
        return Written(part, Brackets("**deep_object(", (wire, name, *options), ")"), "deep_object")
    if style.explode or is_scalar(kind, declarations):
        return _written(part, wire, name, "reserved" if style.allow_reserved else "")
    return _written(part, wire, name, _DELIMITED.get(style.name, "comma_separated"), (name, *options))


def _written(part: str, wire: str, name: str, helper: str, arguments: tuple[str, ...] = ()) -> Written:
    if not helper:
        return Written(part, f"{wire}: {name}")
    return Written(part, Brackets(f"{wire}: {helper}(", arguments or (name,), ")"), helper)


def _query_string(source: Parameter, name: str, wire: str) -> Written:
    """Write a whole query (OpenAPI 3.2 section 4.12.2): a form's fields are parameters, anything else is one text."""
    if essence(source.content_type or FORM) == FORM:
        # An object among query parameters is one parameter for each of its properties.
        return Written("query", f"{wire}: {name}")
    if _is_json(source):
        return Written("query_string", Brackets("json_encoded(", (name,), ")"), "json_encoded")
    return Written("query_string", name)


def _is_json(source: Parameter) -> bool:
    return is_json(source.content_type or "")


def _explode(source: Parameter) -> tuple[str, ...]:
    return ("explode=True",) if source.explode else ()


def is_scalar(kind: Type, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether a value is neither an array nor an object."""
    resolved = resolve_alias(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    if isinstance(resolved, Reference):
        return isinstance(declarations.get(resolved.symbol), Enum)
    return isinstance(resolved, Primitive | Literal_)


def may_be_object(kind: Type, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether a value may have properties."""
    resolved = resolve_alias(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    return not isinstance(resolved, Array) and not is_scalar(kind, declarations)


_PARTS: Final = {
    "path": "path_parameters",
    "query": "query",
    "querystring": "query_string",
    "header": "header_parameters",
    "cookie": "cookies",
}
