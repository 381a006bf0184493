"""Places in a document that refer to something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sdksmith.document.pointers import Cells
from sdksmith.document.specification.grammar import Rule
from sdksmith.document.syntax.source import SourceFile


@dataclass(slots=True, eq=False)
class ReferenceSite:
    """A place where a ``$ref`` stands.

    Attributes
    ----------
    node
        The object that holds it.
    parent, key
        The container of that object, and its key or index there; ``None`` for the root of a file.
    rule
        What the place wants.
    cells, source
        Where it is.
    data
        It stands inside an example, a default or an extension, where ``$ref`` may be plain data.
    in_paths
        It stands for an entry of the Paths Object.
    """

    node: dict[str, Any]
    parent: Any
    key: Any
    rule: Rule
    cells: Cells
    source: SourceFile
    data: bool = False
    in_paths: bool = False

    @property
    def text(self) -> str:
        """The reference as written."""
        return str(self.node["$ref"])


@dataclass(slots=True, eq=False)
class MappingSite:
    """A discriminator's mapping, whose values name schemas by reference or by name."""

    mapping: dict[str, Any]
    cells: Cells
    source: SourceFile
