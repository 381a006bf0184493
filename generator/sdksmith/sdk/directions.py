"""Directions of types: in requests, in responses, or both.

Computed from the arguments of calls (:mod:`sdksmith.sdk.arguments`) and from the responses of operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdksmith.model import Api, Declaration, Object, Union_, mentions, symbols_of
from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import Argument


def find_sent(arguments: Iterable[Argument], declarations: Mapping[Symbol, Declaration]) -> set[Symbol]:
    """Return the types that arguments are of, or have in them."""
    return reachable(declarations, (symbol for argument in arguments for symbol in symbols_of(argument.type)))


def find_received(api: Api) -> set[Symbol]:
    """Return the types that responses, successful or not, and requests of the API are of, or have in them."""
    return reachable(api.declarations, _received(api))


def _received(api: Api) -> Iterator[Symbol]:
    for operation in api.operations():
        for response in operation.responses:
            for media in response.alternatives:
                yield from symbols_of(media.type)
        if operation.pagination is not None:
            yield from symbols_of(operation.pagination.item)
    for request in api.incoming():
        for media in request.body.alternatives if request.body is not None else ():
            yield from symbols_of(media.type)


def reachable(declarations: Mapping[Symbol, Declaration], start: Iterable[Symbol]) -> set[Symbol]:
    """Return some types, and all that stand in them."""
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
