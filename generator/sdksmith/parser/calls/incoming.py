"""Requests that the API sends: webhooks, and the callbacks of operations (OpenAPI 3.1 sections 4.8.1 and 4.8.18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sdksmith.config import Config
from sdksmith.diagnostics import Pointer
from sdksmith.document import is_object
from sdksmith.model import Disposition, IncomingRequest, Ledger, Operation, PayloadOf
from sdksmith.parser.calls.operations import OperationParser, methods_of
from sdksmith.parser.nodes import lifecycle_of

#: 3.1's keyword, and the extension by which 3.0 documents say the same.
WEBHOOKS: Final = ("webhooks", "x-webhooks")


class IncomingParser:
    """Parses webhooks and callbacks with the help of an :class:`OperationParser`."""

    def __init__(self, operations: OperationParser, tree: Mapping[str, Any], config: Config, ledger: Ledger) -> None:
        self._operations = operations
        self._tree = tree
        self._excluded = {lifecycle.casefold() for lifecycle in config.exclude_lifecycle}
        self._ledger = ledger

    def webhooks(self) -> Iterator[IncomingRequest]:
        """Yield the webhooks of the document, sorted by name, then method."""
        for keyword in WEBHOOKS:
            table = self._tree.get(keyword)
            entries: Mapping[str, Any] = table if is_object(table) else {}
            for name in sorted(entries):
                # In 3.1 the names of webhooks are free; an extension may hold extensions.
                if keyword == "webhooks" or not name.startswith("x-"):
                    yield from self._requests(entries[name], (keyword, name), name)

    def with_callbacks(self, operation: Operation) -> Operation:
        """Return an operation with its callbacks, sorted by name, expression and method."""
        callbacks = self._operations.node(operation).get("callbacks")
        if not is_object(callbacks):
            return operation
        found: list[IncomingRequest] = []
        for name in sorted(callbacks):
            callback = self._operations.deref(callbacks[name])
            for expression in sorted(key for key in callback if not key.startswith("x-")):
                place = (*operation.symbol, "callbacks", name, expression)
                sent = self._requests(callback[expression], place, name)
                found.extend(replace(request, operation=operation.symbol, expression=expression) for request in sent)
        return replace(operation, callbacks=tuple(found))

    def _requests(self, item: Any, pointer: Pointer, name: str) -> Iterator[IncomingRequest]:
        item = self._operations.deref(item)
        kind = "webhook" if pointer[0] in WEBHOOKS else "callback"
        for method, place, node in methods_of(item, pointer):
            lifecycle = lifecycle_of(node)
            if (lifecycle or "").casefold() in self._excluded:
                reason = f"its lifecycle is {lifecycle!r}, which the configuration leaves out"
                self._ledger.record(place, kind, name, Disposition.EXCLUDED, reason)
                continue
            self._ledger.count(kind, kind, Disposition.GENERATED)
            parameters, body = self._operations.request(node, item, place, PayloadOf(place))
            yield IncomingRequest(
                symbol=place,
                name=name,
                method=method.upper(),
                summary=str(node.get("summary") or item.get("summary") or ""),
                description=str(node.get("description") or item.get("description") or ""),
                deprecated=node.get("deprecated") is True,
                lifecycle=lifecycle,
                parameters=parameters,
                body=body,
            )
