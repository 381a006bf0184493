"""Links of responses: which operation may follow, and with what (OpenAPI 3.1 section 4.8.20)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sdksmith.diagnostics import Pointer
from sdksmith.document import Document, is_object
from sdksmith.model import Link, Operation, Response
from sdksmith.parser.calls.operations import OperationParser


class LinkParser:
    """Parses links, once all operations are known.

    Parameters
    ----------
    operations
        All of the document's.
    """

    def __init__(self, parser: OperationParser, document: Document, operations: Iterable[Operation]) -> None:
        self._parser = parser
        self._document = document
        known = list(operations)
        self._by_id: dict[str, list[Pointer]] = {}
        for operation in known:
            if operation.operation_id:
                self._by_id.setdefault(operation.operation_id, []).append(operation.symbol)
        self._symbols = {operation.symbol for operation in known}

    def with_links(self, operation: Operation) -> Operation:
        """Return an operation whose responses have their links, sorted by name."""
        written = self._parser.node(operation).get("responses")
        if not is_object(written):
            return operation
        responses = tuple(self._with_links(response, written) for response in operation.responses)
        return operation if responses == operation.responses else replace(operation, responses=responses)

    def _with_links(self, response: Response, written: Mapping[str, Any]) -> Response:
        links = self._parser.deref(written.get(response.status)).get("links")
        return replace(response, links=tuple(self._links(links))) if is_object(links) else response

    def _links(self, links: Mapping[str, Any]) -> Iterator[Link]:
        for name in sorted(name for name in links if not name.startswith("x-")):
            node = self._parser.deref(links[name])
            given = node.get("parameters")
            parameters = tuple(
                (key, value if isinstance(value, str) else json.dumps(value, sort_keys=True))
                for key, value in (given if is_object(given) else {}).items()
            )
            yield Link(name, self._target(node), parameters, str(node.get("description") or ""))

    def _target(self, node: Mapping[str, Any]) -> Pointer:
        """Return the operation that a link names; an ``operationRef`` into another document stays unknown."""
        symbols = self._by_id.get(str(node.get("operationId")), [])
        if len(symbols) == 1:
            return symbols[0]
        reference = node.get("operationRef")
        if isinstance(reference, str) and reference.startswith("#/"):
            with suppress(KeyError):
                pointer = self._document.resolve(reference)[0]
                return pointer if pointer in self._symbols else ()
        return ()
