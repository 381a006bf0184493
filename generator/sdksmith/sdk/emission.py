"""Declarations that are emitted: all, but for those that no longer stand for anything.

Computed from the calls: a body whose properties became arguments needs no type of its own, unless something else refers to
it or is read as it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdksmith.model import Api, Disposition, Ledger, Object, mentions, symbols_of
from sdksmith.model.types import Symbol
from sdksmith.sdk.library import Method


def find_emitted(api: Api, methods: Iterable[Method], ledger: Ledger) -> set[Symbol]:
    """Return the symbols of the declarations to emit.

    Parameters
    ----------
    ledger
        Receives those that are not, and why.
    """
    flattened: set[Symbol] = set()
    used: set[Symbol] = set()
    for method in methods:
        if method.body is not None and method.body.flattened is not None:
            flattened.add(method.body.flattened)
        # The types of arguments: among them may be what is the flattened body of another operation.
        for argument in method.arguments:
            used.update(symbols_of(argument.type))
        for response in method.operation.responses:
            for media in response.alternatives:
                used.update(symbols_of(media.type))
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
        ledger.record(symbol, "type", symbol[-1], Disposition.GENERATED, "its properties are parameters of the method")
    return {symbol for symbol in api.declarations if symbol not in flattened or symbol in used}
