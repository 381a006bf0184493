"""Which declarations are emitted: all, but for those that no longer stand for anything (SDK.md section 8)."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.model import Api, Ledger, Object, Outcome, all_properties, mentions, object_at, symbols_of
from sdksmith.model.types import Symbol
from sdksmith.sdk.bodies import Body


def emitted(api: Api, bodies: Mapping[Symbol, Body], ledger: Ledger) -> set[Symbol]:
    """Return the symbols of the declarations to emit.

    A body whose properties became parameters is left out, unless something else refers to it or is read as it.
    """
    flattened = {body.flattened for body in bodies.values() if body.flattened is not None}
    used: set[Symbol] = set()
    for operation in api.operations():
        body = bodies.get(operation.symbol)
        if body is not None and body.flattened is None:
            used.update(symbols_of(body.media.type))
        elif body is not None and body.flattened is not None:
            # The types of its parameters: among them may be what is the flattened body of another operation.
            for entry in all_properties(object_at(body.flattened, api.declarations), api.declarations):
                used.update(symbols_of(entry.type))
        for response in operation.responses:
            for media in response.alternatives:
                used.update(symbols_of(media.type))
        for parameter in operation.parameters:
            used.update(symbols_of(parameter.type))
    for request in api.incoming():
        for media in request.body.alternatives if request.body is not None else ():
            used.update(symbols_of(media.type))
    for symbol, declared in api.declarations.items():
        if symbol not in flattened:
            used.update(mentions(declared))
        if isinstance(declared, Object) and declared.subtypes is not None:
            used.update(subtype for _, subtype in declared.subtypes.mapping)
    # What a body that stays refers to stays as well, another flattened body included.
    pending = list(flattened & used)
    while pending:
        for symbol in mentions(api.declarations[pending.pop()]):
            if symbol in flattened and symbol not in used:
                used.add(symbol)
                pending.append(symbol)
    for symbol in sorted(flattened - used):
        ledger.record(symbol, "type", symbol[-1], Outcome.GENERATED, "its properties are parameters of the method")
    return {symbol for symbol in api.declarations if symbol not in flattened or symbol in used}
