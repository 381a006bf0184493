"""Declarations that can be reached from operations or other declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdksmith.model import Declaration, IncomingRequest, Object, Operation, Type, Union_, mentions, symbols_of
from sdksmith.model.types import Symbol


def needs(declared: Declaration) -> list[Symbol]:
    """Return the symbols that a declaration needs: those it mentions, and those that decide about its values."""
    found = mentions(declared)
    if isinstance(declared, Object):
        if declared.additional is not None:
            found += symbols_of(declared.additional)
        if declared.subtypes is not None:
            found += (symbol for _, symbol in declared.subtypes.mapping)
    elif isinstance(declared, Union_) and declared.discriminator is not None:
        found += (symbol for _, symbol in declared.discriminator.mapping)
    return found


def types_of_request(request: Operation | IncomingRequest) -> Iterator[Type]:
    """Yield the types that the parameters and the body of a request mention."""
    for parameter in request.parameters:
        yield parameter.type
    if request.body is not None:
        for media in request.body.alternatives:
            yield media.type


def types_of_operation(operation: Operation) -> Iterator[Type]:
    """Yield the types an operation mentions."""
    yield from types_of_request(operation)
    for callback in operation.callbacks:
        yield from types_of_request(callback)
    for response in operation.responses:
        for media in response.alternatives:
            yield media.type


def reachable(
    operations: Iterable[Operation], declarations: Mapping[Symbol, Declaration], also: Iterable[Symbol]
) -> set[Symbol]:
    """Return the symbols reachable from operations and from the given symbols, which are included."""
    pending = [
        symbol for operation in operations for kind in types_of_operation(operation) for symbol in symbols_of(kind)
    ]
    pending.extend(also)
    found: set[Symbol] = set()
    while pending:
        symbol = pending.pop()
        if symbol in found:
            continue
        found.add(symbol)
        declared = declarations.get(symbol)
        if declared is not None:
            pending.extend(needs(declared))
    return found
