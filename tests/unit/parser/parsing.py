"""Inline documents in, models out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import Document, load
from sdksmith.model import (
    Alias,
    Api,
    Declaration,
    Disposition,
    Enum,
    Ledger,
    Object,
    Operation,
    Reference,
    Type,
    Union_,
)
from sdksmith.parser import parse

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Parsed:
    """A document, and what the parser made of it."""

    document: Document
    api: Api
    ledger: Ledger
    diagnostics: Diagnostics

    def declared(self, name: str) -> Declaration:
        """Return the declaration of a component."""
        return self.api.declarations["components", "schemas", name]

    def object(self, name: str) -> Object:
        """Return a component that must be an object."""
        found = self.declared(name)
        assert isinstance(found, Object), found
        return found

    def alias(self, name: str) -> Type:
        """Return what a component is another name for."""
        found = self.declared(name)
        assert isinstance(found, Alias), found
        return found.target

    def enum(self, name: str) -> Enum:
        """Return a component that must be an enum."""
        found = self.declared(name)
        assert isinstance(found, Enum), found
        return found

    def union(self, name: str) -> Union_:
        """Return a component that must be a union."""
        found = self.declared(name)
        assert isinstance(found, Union_), found
        return found

    def follow(self, kind: Type) -> Declaration:
        """Return what a type refers to."""
        assert isinstance(kind, Reference), kind
        return self.api.declarations[kind.symbol]

    def types(self, name: str) -> dict[str, Type]:
        """Return the types of an object's own properties."""
        return {entry.name: entry.type for entry in self.object(name).properties}

    def operation(self, name: str) -> Operation:
        """Return the operation of a name."""
        (found,) = (operation for operation in self.api.operations() if operation.name == name)
        return found

    def reasons(self, keyword: str, outcome: Disposition = Disposition.DEGRADED) -> list[str]:
        """Return why a keyword did not come through."""
        return [entry.reason for entry in self.ledger.entries if (entry.name, entry.outcome) == (keyword, outcome)]


def reference(name: str) -> Reference:
    """Return the expression for a component."""
    return Reference(("components", "schemas", name))


def ref(name: str) -> dict[str, str]:
    """Return a ``$ref`` to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def parse_document(document: Json, config: Config | None = None) -> Parsed:
    """Parse a whole document; ``openapi`` and ``info`` are filled in where they are missing."""
    whole = {"openapi": "3.1.0", "info": {"title": "Test", "version": "1"}, "paths": {}, **document}
    config = config or Config()
    diagnostics, ledger = Diagnostics(), Ledger()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openapi.json")
        path.write_text(json.dumps(whole), encoding="utf-8")
        loaded = load(str(path), config.input, diagnostics)
        api = parse(loaded, config, diagnostics, ledger)
    return Parsed(loaded, api, ledger, diagnostics)


def parse_schemas(**schemas: Any) -> Parsed:
    """Parse a document of these component schemas and nothing else."""
    return parse_document({"components": {"schemas": schemas}})


def parse_operation(operation: Json, path: str = "/things", method: str = "get", **schemas: Any) -> Operation:
    """Parse a document of one operation."""
    whole = {"responses": {"200": {"description": ""}}, **operation}
    parsed = parse_document({"paths": {path: {method: whole}}, "components": {"schemas": schemas}})
    (found,) = parsed.api.operations()
    return found
