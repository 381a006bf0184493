"""Contents of a reference: groups, calls and types, whatever its form.

Computed from the design of a library; the texts are the document's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdksmith.model import Operation, symbols_of
from sdksmith.model.types import Symbol
from sdksmith.sdk.directions import reachable
from sdksmith.sdk.documentation.text import sentence
from sdksmith.sdk.library import Method, MethodGroup, Sdk


def sections(group: MethodGroup) -> Iterator[MethodGroup]:
    """Yield the groups below one that have methods, each before its sub-groups."""
    for child in group.groups:
        if child.methods:
            yield child
        yield from sections(child)


def description_of(operation: Operation) -> str:
    """Return what the description of an operation says beside its summary; ``""`` for nothing."""
    return operation.description if operation.description.strip() not in ("", operation.summary.strip()) else ""


def success_texts(operation: Operation) -> list[str]:
    """Return the descriptions of the responses of a call that goes well, without repetitions."""
    texts = [text for response in operation.responses if response.is_success for text in response.descriptions[:1]]
    return list(dict.fromkeys(texts))


def returns_text(operation: Operation) -> str:
    """Return what comes back, as sentences."""
    return " ".join(sentence(text) for text in success_texts(operation) if text.strip())


def success_headers(operation: Operation) -> list[str]:
    """Return the names of the headers that a successful response is documented to have, sorted."""
    responses = (response for response in operation.responses if response.is_success)
    names = {header.name.casefold(): header.name for response in responses for header in response.headers}
    return [names[key] for key in sorted(names)]


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeUses:
    """Calls and types that use a type.

    Attributes
    ----------
    sent_by, received_by
        Operations whose calls send or get it, directly or in something else.
    """

    sent_by: tuple[Symbol, ...]
    received_by: tuple[Symbol, ...]


def find_uses(sdk: Sdk) -> dict[Symbol, TypeUses]:
    """Return where each type is used that is used by calls."""
    sent: dict[Symbol, list[Symbol]] = {}
    received: dict[Symbol, list[Symbol]] = {}
    reach: dict[Symbol, set[Symbol]] = {}
    for method in sdk.methods.values():
        for found, start in ((sent, _sent(method)), (received, _received(method))):
            symbols: set[Symbol] = set()
            for symbol in start:
                if symbol not in reach:
                    reach[symbol] = reachable(sdk.api.declarations, (symbol,))
                symbols |= reach[symbol]
            for symbol in symbols:
                found.setdefault(symbol, []).append(method.symbol)
    return {
        symbol: TypeUses(sent_by=tuple(sent.get(symbol, ())), received_by=tuple(received.get(symbol, ())))
        for symbol in sdk.types
        if symbol in sent or symbol in received
    }


def _sent(method: Method) -> set[Symbol]:
    return {symbol for argument in method.arguments for symbol in symbols_of(argument.type)}


def _received(method: Method) -> set[Symbol]:
    contents = (media for response in method.operation.responses for media in response.alternatives)
    return {symbol for media in contents for symbol in symbols_of(media.type)}
