"""Parts of a document, parsed when they are asked for: what a run needs that knows the rest from an earlier one.

Each part comes out as :func:`~sdksmith.parser.api.parse` makes it, but for documents in which the order of parsing
matters; whoever uses this has to find that out (see :mod:`sdksmith.edits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics, Pointer
from sdksmith.document import Document, is_object
from sdksmith.model import Api, Declaration, Group, Ledger, Operation
from sdksmith.model.types import Symbol
from sdksmith.parser.api import api_without_types, table
from sdksmith.parser.audit import audit_node
from sdksmith.parser.operations import OperationParser
from sdksmith.parser.pagination import PaginationAnalysis
from sdksmith.parser.schemas import SchemaParser
from sdksmith.parser.tags import Tags


class NotInExcerptError(Exception):
    """A declaration is there, and nobody can tell from its symbol which part of the document declares it."""


@dataclass(frozen=True)
class ParsedPath:
    """A path item: its operations, those left out by the configuration, and the page shapes that it does not use."""

    operations: tuple[Operation, ...]
    excluded: tuple[Operation, ...]
    unchosen: frozenset[Symbol]


@dataclass(frozen=True)
class GroupOutline:
    """A group without its operations, which are told by their symbols."""

    path: tuple[str, ...]
    description: str
    operations: tuple[Symbol, ...] = field(default=())


def outline_groups(api: Api) -> list[GroupOutline]:
    """Return the groups of an API, each before its sub-groups."""
    return [
        GroupOutline(group.path, group.description, tuple(operation.symbol for operation in group.operations))
        for group in api.groups()
    ]


class Excerpt:
    """Parses parts of a document.

    Parameters
    ----------
    symbols
        The declarations that the whole document has; others count as absent.

    Attributes
    ----------
    ledger, diagnostics
        What was found in the parts that were parsed.
    """

    def __init__(self, document: Document, config: Config, symbols: Iterable[Symbol]) -> None:
        self.ledger = Ledger()
        self.diagnostics = Diagnostics()
        self._document = document
        self._schemas = SchemaParser(document, self.ledger, self.diagnostics)
        tags = Tags(document.tree)
        self._parser = OperationParser(document, self._schemas, tags, config, self.ledger, self.diagnostics)
        self._paging = PaginationAnalysis(_Every(self), self._schemas.composer, config.pagination, config.words)
        self._paths: dict[str, ParsedPath] = {}
        self.declarations = _Known(self, frozenset(symbols))

    def component(self, name: str) -> None:
        """Parse a schema of the components with everything inside of it, and account for all of its keywords."""
        symbol = ("components", "schemas", name)
        schema = self._document.at(symbol)
        if is_object(schema) and "discriminator" in schema and not ("oneOf" in schema or "anyOf" in schema):
            # Its sub-types are those that refer to it, wherever they are.
            raise NotInExcerptError(symbol)
        self._schemas.ensure(symbol)
        audit_node(symbol, "schema", schema, self._schemas, self.ledger)

    def path(self, path: str) -> ParsedPath:
        """Parse the operations of a path."""
        found = self._paths.get(path)
        if found is None:
            item = table(self._document.tree, "paths")[path]
            before = len(self._parser.excluded)
            operations = list(self._parser.operations({path: item}))
            paged = [self._paging.analyse(operation) for operation in operations]
            found = self._paths[path] = ParsedPath(
                tuple(entry.operation for entry in paged),
                tuple(self._parser.excluded[before:]),
                frozenset(symbol for entry in paged for symbol in entry.unchosen),
            )
        return found

    def declared(self) -> Mapping[Symbol, Declaration]:
        """Return every declaration that was met so far."""
        return self._schemas.declarations

    def declaration(self, symbol: Symbol) -> Declaration:
        """Return a declaration.

        Raises
        ------
        NotInExcerptError
            Nobody can tell from its symbol what declares it.
        """
        found = self._schemas.declarations.get(symbol)
        if found is not None:
            return found
        if symbol[:2] == ("components", "schemas"):
            self._schemas.ensure(symbol[:3])
        elif symbol[:1] == ("paths",):
            self.path(symbol[1])
        found = self._schemas.declarations.get(symbol)
        if found is None:
            raise NotInExcerptError(symbol)
        return found

    def api(self, groups: Iterable[GroupOutline], wanted: Iterable[tuple[str, ...]]) -> Api:
        """Return an API whose declarations are parsed when they are looked at.

        Parameters
        ----------
        groups
            All of the document's.
        wanted
            The paths of those that get their operations.
        """
        outlines = list(groups)
        children: dict[tuple[str, ...], list[GroupOutline]] = {}
        for outline in outlines[1:]:
            children.setdefault(outline.path[:-1], []).append(outline)
        chosen = set(wanted)

        def build(outline: GroupOutline) -> Group:
            operations = tuple(map(self._operation, outline.operations)) if outline.path in chosen else ()
            inner = tuple(map(build, children.get(outline.path, ())))
            return Group(outline.path, operations, inner, outline.description)

        return replace(api_without_types(self._document, build(outlines[0])), declarations=self.declarations)

    def _operation(self, symbol: Symbol) -> Operation:
        for operation in self.path(symbol[1]).operations:
            if operation.symbol == symbol:
                return operation
        raise NotInExcerptError(symbol)


class _Every(Mapping[Symbol, Declaration]):
    """All declarations of the document, to be looked up only: the parser has no list of them."""

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt

    def __getitem__(self, symbol: Symbol) -> Declaration:
        return self._excerpt.declaration(symbol)

    def __iter__(self) -> Iterator[Symbol]:
        raise NotInExcerptError("all declarations")

    def __len__(self) -> int:
        raise NotInExcerptError("all declarations")


class _Known(Mapping[Symbol, Declaration]):
    """The declarations that an API of the whole document has."""

    def __init__(self, excerpt: Excerpt, symbols: frozenset[Symbol]) -> None:
        self._excerpt = excerpt
        self._symbols = symbols

    def __getitem__(self, symbol: Symbol) -> Declaration:
        if symbol not in self._symbols:
            raise KeyError(symbol)
        return self._excerpt.declaration(symbol)

    def __iter__(self) -> Iterator[Symbol]:
        return iter(self._symbols)

    def __len__(self) -> int:
        return len(self._symbols)


@dataclass(frozen=True)
class References:
    """Who refers to whom in a document.

    Attributes
    ----------
    users
        Place -> the places that refer to it, each ``("components", section, name)`` or ``("paths", path)``; anything else
        by a place of its own.
    entered
        Schemas of the components to whose inside a reference leads.
    """

    users: list[tuple[Pointer, list[Pointer]]]
    entered: list[str]

    def users_of(self, names: Iterable[str]) -> set[Pointer]:
        """Return the places that refer to schemas of the components, or to what does."""
        users = dict(self.users)
        found: set[Pointer] = set()
        pending: list[Pointer] = [("components", "schemas", name) for name in names]
        while pending:
            for user in users.get(pending.pop(), ()):
                if user not in found:
                    found.add(user)
                    pending.append(user)
        return found


def find_references(document: Document) -> References:
    """Return who refers to whom; in a document that is as it was written."""
    users: dict[Pointer, dict[Pointer, None]] = {}
    entered: dict[str, None] = {}
    for place, text in document.references():
        plain = text.startswith("#/components/") and "%" not in text and "~" not in text
        target = tuple(text[2:].split("/")) if plain else document.resolve(text)[0]
        users.setdefault(_part(target), {})[_part(place)] = None
        if target[:2] == ("components", "schemas") and len(target) > 3:
            entered[target[2]] = None
    return References([(target, list(found)) for target, found in users.items()], list(entered))


def _part(pointer: Pointer) -> Pointer:
    return pointer[: 2 if pointer[:1] == ("paths",) else 3]
