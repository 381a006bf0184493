"""Which types a caller may give as plain data: those that calls send, directly or inside of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdksmith.model import (
    Alias,
    Any_,
    Api,
    Declaration,
    Enum,
    Object,
    Union_,
    all_properties,
    mentions,
    object_at,
    symbols_of,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.bodies import Body
from sdksmith.targets.python.expressions import PlainForm


def find_plain_forms(api: Api, bodies: Mapping[Symbol, Body], names: Names) -> dict[Symbol, PlainForm]:
    """Return the plain form of each type that has one.

    An object has one when something that is sent can hold it. So has a union or an alias of such a type. What only comes back
    has none: nobody writes it.
    """
    sent = _reachable(api.declarations, _sent(api, bodies))
    found = {symbol for symbol in sent if isinstance(api.declarations[symbol], Object)}
    users: dict[Symbol, list[Symbol]] = {}
    for symbol in sent:
        declared = api.declarations[symbol]
        if not isinstance(declared, Object | Enum) and not _is_anything(declared):
            for mentioned in mentions(declared):
                users.setdefault(mentioned, []).append(symbol)
    pending = list(found)
    while pending:
        for user in users.get(pending.pop(), ()):
            if user not in found:
                found.add(user)
                pending.append(user)
    return {symbol: PlainForm(names.plain[symbol], _is_open(api.declarations[symbol])) for symbol in sorted(found)}


def _sent(api: Api, bodies: Mapping[Symbol, Body]) -> Iterator[Symbol]:
    """Yield what the parameters of methods refer to."""
    for operation in api.operations():
        for parameter in operation.parameters:
            yield from symbols_of(parameter.type)
        body = bodies.get(operation.symbol)
        if body is None:
            continue
        if body.flattened is None:
            yield from symbols_of(body.media.type)
        else:
            for entry in all_properties(object_at(body.flattened, api.declarations), api.declarations):
                yield from symbols_of(entry.type)


def _reachable(declarations: Mapping[Symbol, Declaration], start: Iterator[Symbol]) -> set[Symbol]:
    pending = list(start)
    found: set[Symbol] = set()
    while pending:
        symbol = pending.pop()
        if symbol not in found and symbol in declarations:
            found.add(symbol)
            declared = declarations[symbol]
            pending.extend(mentions(declared))
            if isinstance(declared, Union_) and declared.discriminator is not None:
                pending.extend(target for _, target in declared.discriminator.mapping)
            elif isinstance(declared, Object) and declared.subtypes is not None:
                pending.extend(target for _, target in declared.subtypes.mapping)
    return found


def _is_anything(declared: Declaration) -> bool:
    if isinstance(declared, Union_):
        return any(isinstance(variant, Any_) for variant in declared.variants)
    return isinstance(declared, Alias) and isinstance(declared.target, Any_)


def _is_open(declared: Declaration) -> bool:
    """Whether the document says what further properties are, which no ``TypedDict`` can.

    A plain ``additionalProperties: true`` names none; it is what a schema says anyway, and keys are checked all the same.
    """
    return isinstance(declared, Object) and not isinstance(declared.additional, Any_ | None)
