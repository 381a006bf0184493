"""Fields of structs: their types, tags and comments."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from sdksmith.model import (
    Declaration,
    Enum,
    Literal_,
    Nullable,
    Parameter,
    Primitive,
    Property,
    Reference,
    Type,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.documentation.facts import limits_in_english, limits_of, stage_of
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import LINE_LENGTH, wrap
from sdksmith.targets.go.layout.declarations import Row
from sdksmith.targets.go.types.expressions import TypePrinter

#: Whose values are masked when a struct is printed for people.
_SECRET: Final = re.compile(
    r"(?:^|[_\-.]|(?<=[a-z]))(?:[sS]ecrets?|[pP]assword|[aA]pi_?[kK]ey|[pP]rivate_?[kK]ey|[aA]ccess_?[tT]oken|[rR]efresh_?[tT]oken)$"
)
#: Names that the tag of encoding/json can have.
_TAG_NAME: Final = re.compile(r"[\w!#$%&()*+\-./:;<=>?@\[\]^{|}~ ]+", re.ASCII)


def property_row(
    entry: Property,
    name: str,
    printer: TypePrinter,
    declarations: Mapping[Symbol, Declaration],
    *,
    kind: Type | None = None,
) -> Row:
    """Return a field for a property of an object."""
    given = entry.type if kind is None else kind
    needed = entry.required and not entry.read_only
    typed = printer.field(given, optional=not entry.required)
    tag = json_tag(entry.name, required=needed, nullable=printer.is_nullable(given))
    constant = constant_of(given, declarations)
    if constant is not None and entry.required:
        tag["const"] = constant
    if is_secret(entry):
        tag["secret"] = "true"
    return Row((name, typed, literals.tag(tag)), tuple(about(entry)))


def json_tag(name: str, *, required: bool, nullable: bool) -> dict[str, str]:
    """Return the tag of a member; a name that encoding/json could not read from it stands in one of its own."""
    options = "" if required else ",omitzero"
    # Not an option of the first tag: checkers look there for those that encoding/json has.
    null = {"null": "true"} if nullable else {}
    if _TAG_NAME.fullmatch(name) and name != "-":
        return {"json": name + options, **null}
    return {"wire": literals.string(name) + options, **null}


def constant_of(kind: Type, declarations: Mapping[Symbol, Declaration]) -> str | None:
    """Return the one value that something can have, as JSON; ``None`` where it may have another."""
    inner = resolve(kind, declarations)
    if isinstance(inner, Literal_) and inner.value is not None:
        return json.dumps(inner.value, ensure_ascii=False)
    declared = declarations.get(inner.symbol) if isinstance(inner, Reference) else None
    if isinstance(declared, Enum) and len(declared.values) == 1:
        return json.dumps(declared.values[0], ensure_ascii=False)
    return None


def is_secret(entry: Property) -> bool:
    """Whether a value should not be shown."""
    inner = entry.type.inner if isinstance(entry.type, Nullable) else entry.type
    return (isinstance(inner, Primitive) and inner.format == "password") or _SECRET.search(entry.name) is not None


def about(entry: Property | Parameter) -> list[str]:
    """Return the lines of a comment."""
    width = LINE_LENGTH - 7
    lines = wrap(entry.description, width)
    further = facts(entry)
    if further:
        lines += [*([""] if lines else []), *wrap(further, width)]
    if stage_of(entry) == "deprecated":
        lines += [*([""] if lines else []), "Deprecated: the API says so."]
    return lines


def facts(entry: Property | Parameter) -> str:
    """Return what is to be said beside the description, as a sentence."""
    found: list[str] = []
    stage = stage_of(entry)
    if stage and stage != "deprecated":
        found.append(f"release stage: {stage}")
    if isinstance(entry, Property):
        found += ["read-only"] if entry.read_only else []
        found += ["write-only"] if entry.write_only else []
    found += limits_in_english(limits_of(entry.constraints), lambda value: json.dumps(value, ensure_ascii=False))
    if entry.default:
        found.append(f"the server's default is {json.dumps(entry.default[0], ensure_ascii=False)}")
    text = "; ".join(found)
    return f"{text[0].upper()}{text[1:]}." if text else ""
