"""Origin of the nodes of a tree that overlays have changed.

A tree knows nothing of text, so this stands beside it: only what was changed has an entry, and everything below an entry
without entries of its own lies in the same file as written there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sdksmith.diagnostics import Pointer
from sdksmith.document.syntax.source import SourceFile


@dataclass(slots=True, eq=False)
class Place:
    """Position at which a node is written.

    Attributes
    ----------
    source, pointer
        The file, and the place in it as it was read.
    children
        Those that are not simply below this one.
    """

    source: SourceFile
    pointer: Pointer
    children: dict[str, Place] = field(default_factory=dict[str, "Place"])

    def child(self, token: str) -> Place:
        """Return the place of a child, as an entry that may be changed."""
        found = self.children.get(token)
        if found is None:
            found = self.children[token] = Place(self.source, (*self.pointer, token))
        return found

    def move(self, source: SourceFile, pointer: Pointer) -> None:
        """Record that the node and all below it is written elsewhere now."""
        self.source, self.pointer, self.children = source, pointer, {}

    def remove_elements(self, indices: set[int], length: int) -> None:
        """Take away elements of an array that had `length` of them; the rest move up."""
        kept = [self.child(str(index)) for index in range(length) if index not in indices]
        self.children = {str(index): place for index, place in enumerate(kept)}

    def find(self, pointer: Pointer) -> tuple[SourceFile, Pointer]:
        """Return the file that a node below this one is written in, and its pointer there."""
        place = self
        for depth, token in enumerate(pointer):
            further = place.children.get(token)
            if further is None:
                return place.source, (*place.pointer, *pointer[depth:])
            place = further
        return place.source, place.pointer
