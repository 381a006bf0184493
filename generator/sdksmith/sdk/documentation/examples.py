"""Example calls for documentation: short, of the right type, with the document's own examples where it has some.

Computed from the methods (:mod:`sdksmith.sdk.library`), credentials and servers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Enum,
    File,
    Literal_,
    Map,
    Nullable,
    Object,
    Primitive,
    Property,
    Reference,
    ServerVariable,
    Type,
    Union_,
    all_properties,
    object_at,
    size_limits,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.credentials import BASIC, TOKEN, Credential
from sdksmith.sdk.documentation.conforming import conforming
from sdksmith.sdk.library import Method, Sdk
from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import GivenArgument
from sdksmith.words import snake

_DEEPEST: Final = 3
#: The moment that examples name; languages write it without a time.
MOMENT: Final = "2026-01-31T00:00:00Z"
_TEXTS: Final = {
    "uuid": "910b1053-577f-4d81-a8c8-020e7319a38a",
    "email": "user@example.com",
    "uri": "https://example.com",
    "url": "https://example.com",
    "date": "2026-01-31",
    "date-time": MOMENT,
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}


class Examples:
    """Makes examples."""

    def __init__(self, declarations: Mapping[Symbol, Declaration]) -> None:
        self._declarations = declarations

    def arguments(self, method: Method) -> tuple[GivenArgument, ...]:
        """Return what a call requires."""
        return tuple(self.argument(argument) for argument in method.arguments if argument.is_required)

    def call(self, method: Method) -> tuple[GivenArgument, ...]:
        """Return what a call is given so that the document lets it pass.

        Beside what the call requires, that is each parameter and property that must be there and may be null, and as many
        properties as the body must have. A whole body that may be null is left out.
        """
        given = [
            argument
            for argument in method.arguments
            if argument.is_required or (argument.presence == "nullable" and argument.source is not None)
        ]
        given += self._more(method, given)
        return tuple(self.argument(argument) for argument in method.arguments if argument in given)

    def _more(self, method: Method, given: Sequence[Argument]) -> Iterator[Argument]:
        """Yield the first properties of a body that it must have in number, and not by name."""
        body = method.body
        if body is None or body.flattened is None or not body.required:
            return
        least = size_limits(object_at(body.flattened, self._declarations), self._declarations).get("minProperties", 0)
        missing = least - sum(argument.is_field for argument in given) if isinstance(least, int) else 0
        for argument in method.arguments:
            can_be_sent = isinstance(argument.source, Property) and not argument.source.read_only
            if missing > 0 and can_be_sent and argument not in given:
                missing -= 1
                yield argument

    def argument(self, argument: Argument) -> GivenArgument:
        """Return an example for an argument, within the limits of the document where these can be kept."""
        given = self._made(argument)
        value = conforming(given.value, given.type, argument.source, self._declarations, self._of_property)
        return GivenArgument(argument, given.type, value)

    def _of_property(self, entry: Property) -> Any:
        if entry.read_only:
            raise NoValueError
        return self.value(entry.type, entry.name)

    def _made(self, argument: Argument) -> GivenArgument:
        kind = argument.type
        if argument.source is None:
            return GivenArgument(argument, kind, self.value(kind, "request"))
        kind = kind.inner if isinstance(kind, Nullable) else kind
        if isinstance(kind, Primitive):
            for known in (*argument.source.examples, *argument.source.default):
                if _fits(known, kind):
                    return GivenArgument(argument, kind, known)
        return GivenArgument(argument, kind, self.value(kind, argument.wire_name))

    def value(self, kind: Type, name: str, depth: int = 0) -> Any:
        """Return an example of a type: of a union the first variant, of an object what must be there and is not null.

        It is null where a type has no end.

        Parameters
        ----------
        name
            What a text is made of.
        """
        match kind:
            case Nullable(inner):
                return self.value(inner, name, depth)
            case Primitive(scalar, form):
                return _scalar(scalar, form, name)
            case Literal_(value):
                return value
            case Array(item):
                return [] if depth >= _DEEPEST else [self.value(item, name, depth + 1)]
            case Map(value):
                return {} if depth >= _DEEPEST else {"key": self.value(value, "value", depth + 1)}
            case Any_():
                return {"key": "value"}
            case File():
                return "content"
            case Reference(symbol):
                return self._named(symbol, name, depth)

    def _named(self, symbol: Symbol, name: str, depth: int) -> Any:
        declared = self._declarations.get(symbol)
        if isinstance(declared, Enum):
            return declared.values[0]
        if depth >= 2 * _DEEPEST:
            return None
        match declared:
            case Alias(target=target):
                return self.value(target, name, depth + 1)
            case Union_(variants=variants):
                return self.value(variants[0], name, depth + 1)
            case Object():
                return {
                    entry.name: self.value(entry.type, entry.name, depth + 1)
                    for entry in shown_properties(declared, self._declarations)
                }
            case _:
                return None


def shown_properties(declared: Object, declarations: Mapping[Symbol, Declaration]) -> list[Property]:
    """Return the properties that examples of an object have."""
    return [entry for entry in all_properties(declared, declarations) if entry.required and not entry.nullable]


def _scalar(scalar: str, form: str | None, name: str) -> Any:
    if scalar == "string":
        return _TEXTS.get(form or "") or re.sub(r"\W+", "_", snake(name, "compact")).strip("_") or "text"
    return {"integer": 1, "number": 1.5, "boolean": True}.get(scalar)


def _fits(value: Any, kind: Primitive) -> bool:
    if kind.name == "string":
        plain = isinstance(value, str) and kind.format != "date-time" and 0 < len(value) <= 40
        return plain and value.isprintable() and value.isascii()
    if kind.name == "boolean":
        return isinstance(value, bool)
    if kind.name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return kind.name == "number" and isinstance(value, int | float) and not isinstance(value, bool)


# -- how a client is made -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class ExampleClient:
    """Arguments that examples construct a client with.

    Attributes
    ----------
    credential
        The first way of proving who is calling that the API knows.
    variable, value
        The server variable that has to be given, because its default is no value, and an example of one.
    needs_base_url
        Whether the document does not say where the API is.
    """

    credential: Credential | None
    variable: ServerVariable | None
    value: str
    needs_base_url: bool


def example_client(sdk: Sdk) -> ExampleClient:
    """Return what examples construct a client with."""
    credentials, servers = sdk.credentials, sdk.servers
    credential = TOKEN if credentials.token else None
    if credential is None and credentials.keys:
        credential = Credential("key", credentials.keys[0].name)
    elif credential is None and credentials.basic:
        credential = BASIC
    first = servers.variables[0] if servers.variables else None
    open_ended = first is not None and "{" in first.default
    return ExampleClient(
        credential=credential,
        variable=first if open_ended else None,
        value=re.sub(r"\{(\w*)\}", r"YOUR_\1", first.default) if first is not None and open_ended else "",
        needs_base_url=not open_ended and not (sdk.api.servers and sdk.api.servers[0].url.startswith("http")),
    )
