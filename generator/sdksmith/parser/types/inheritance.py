"""Sub-types: objects that extend one whose ``discriminator`` tells them, without a ``oneOf`` that lists them.

This is how 3.0 writes inheritance (OpenAPI 3.1 section 4.8.25.3): the sub-types are those that have the schema in their
``allOf``, directly or not. Their tags are their names, unless the mapping has others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import replace
from typing import Any

from sdksmith.document import Document, is_object
from sdksmith.model import Declaration, Discriminator, Object, Reference, resolve
from sdksmith.model.types import Symbol
from sdksmith.parser.nodes import is_component
from sdksmith.parser.types.schemas import SchemaParser


def find_subtypes(document: Document, schemas: SchemaParser) -> None:
    """Give each object that has a discriminator its sub-types; all components are declared by then."""
    declarations = schemas.declarations
    children = _children(declarations)
    for symbol in sorted(children):
        node: Any = document.at(symbol)
        declared = declarations.get(symbol)
        if not isinstance(declared, Object) or not is_object(node) or "oneOf" in node or "anyOf" in node:
            continue
        discriminator = node.get("discriminator")
        if is_object(discriminator) and isinstance(discriminator.get("propertyName"), str):
            _tell(declared, discriminator, sorted(set(_descendants(symbol, children))), schemas, declarations)


def _tell(
    base: Object,
    discriminator: Mapping[str, Any],
    descendants: list[Symbol],
    schemas: SchemaParser,
    declarations: MutableMapping[Symbol, Declaration],
) -> None:
    mapping: list[tuple[str, Symbol]] = []
    named = discriminator.get("mapping")
    for tag, value in named.items() if is_object(named) else ():
        symbol = _behind(schemas.mapped(str(value)), declarations)
        if symbol in descendants:
            mapping.append((str(tag), symbol))
        elif symbol != base.symbol:
            reason = (
                f"{str(tag)[:80]!r} leads to no object that has this one in its allOf: values of it are of this type"
            )
            schemas.degrade(base.symbol, "discriminator", reason)
    known = {symbol for _, symbol in mapping}
    tags = {tag for tag, _ in mapping}
    mapping += [(found[-1], found) for found in descendants if found not in known and found[-1] not in tags]
    declarations[base.symbol] = replace(
        base, subtypes=Discriminator(discriminator["propertyName"], tuple(sorted(mapping)))
    )


def _behind(symbol: Symbol | None, declarations: Mapping[Symbol, Declaration]) -> Symbol | None:
    """Look through names for other types: what extends a schema and adds nothing is one."""
    kind = None if symbol is None else resolve(Reference(symbol), declarations)
    return kind.symbol if isinstance(kind, Reference) else symbol


def _children(declarations: Mapping[Symbol, Declaration]) -> dict[Symbol, list[Symbol]]:
    found: dict[Symbol, list[Symbol]] = {}
    for symbol, declared in declarations.items():
        for base in declared.bases if isinstance(declared, Object) and is_component(symbol) else ():
            found.setdefault(base, []).append(symbol)
    return found


def _descendants(symbol: Symbol, children: Mapping[Symbol, list[Symbol]]) -> Iterator[Symbol]:
    for child in children.get(symbol, ()):
        yield child
        yield from _descendants(child, children)
