"""Small documents in, trees and findings out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Severity
from sdksmith.document import Document, load

INFO = {"title": "Test", "version": "1"}


@dataclass
class Disposition:
    """What a load came to."""

    document: Document | None
    diagnostics: Diagnostics
    locate: Any

    @property
    def tree(self) -> dict[str, Any]:
        assert self.document is not None, [found.message for found in self.diagnostics]
        return self.document.tree

    def found(self, code: str) -> list[Diagnostic]:
        return [found for found in self.diagnostics if found.code == code]

    def only(self, code: str, severity: Severity = Severity.ERROR) -> Diagnostic:
        assert [(found.code, found.severity) for found in self.diagnostics] == [(code, severity)]
        return next(iter(self.diagnostics))

    def place(self, found: Diagnostic) -> tuple[int, int]:
        location: Location = found.location or self.locate(found.pointer)
        return location.line, location.column


Loader = Callable[..., Disposition]


@pytest.fixture
def load_files(tmp_path: Path) -> Loader:
    """Write files and load the first of them; a dict is written as JSON."""

    def run(files: Mapping[str, object], **limits: Any) -> Disposition:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        diagnostics = Diagnostics()
        try:
            document = load(next(iter(files)), LoadConfig(**limits), diagnostics, base_folder=tmp_path)
        except Failure as failure:
            assert failure.diagnostics is diagnostics
            assert diagnostics.has_errors
            return Disposition(None, diagnostics, failure.locate)
        return Disposition(document, diagnostics, document.locate)

    return run


@pytest.fixture
def load_parts(load_files: Loader) -> Loader:
    """Load a document of one file, given its top-level fields beside ``openapi`` and ``info``."""

    def run(version: str = "3.1.0", **fields: Any) -> Disposition:
        return load_files({"openapi.json": {"openapi": version, "info": INFO, "paths": {}, **fields}})

    return run


@pytest.fixture
def load_schemas(load_parts: Loader) -> Loader:
    """Load a document that has nothing but these component schemas."""

    def run(version: str = "3.1.0", **schemas: Any) -> Disposition:
        return load_parts(version, components={"schemas": schemas})

    return run
