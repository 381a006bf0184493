"""Chain of references that leads from the root document to a position in another file."""

from __future__ import annotations

from dataclasses import replace

from sdksmith.diagnostics import Location, Pointer
from sdksmith.document.pointers import Cells, to_pointer
from sdksmith.document.syntax.source import SourceFile


class Trail:
    """Remembers the first reference to each place in a file other than the root.

    Parameters
    ----------
    root
        The root document.
    """

    def __init__(self, root: SourceFile) -> None:
        self._root = root
        self._count = 0
        #: File -> place that a reference led to -> which one in the order of discovery it is, and where it stands.
        self._entries: dict[str, dict[Pointer, tuple[int, SourceFile, Cells]]] = {}

    def note(self, target: SourceFile, pointer: Pointer, source: SourceFile, cells: Cells) -> None:
        """Remember that a reference leads to a place.

        Parameters
        ----------
        target, pointer
            The place.
        source, cells
            Where the object that holds the reference stands.
        """
        if target is not self._root:
            self._count += 1
            self._entries.setdefault(target.identity, {}).setdefault(pointer, (self._count, source, cells))

    def locate(self, source: SourceFile, pointer: Pointer) -> Location:
        """Return the place of a node, with the references that lead to it."""
        location = source.locate(pointer)
        return location if source is self._root else replace(location, via=self._via(source, pointer))

    def _via(self, source: SourceFile, pointer: Pointer) -> tuple[Location, ...]:
        hops: list[Location] = []
        while source is not self._root:
            entries = self._entries.get(source.identity, {})
            above = [entries[pointer[:depth]] for depth in range(len(pointer) + 1) if pointer[:depth] in entries]
            if not above:
                break
            # The first that was found: what it stands in was found earlier still, so this comes to an end.
            _, source, cells = min(above, key=lambda entry: entry[0])
            pointer = to_pointer(cells)
            hops.append(source.locate((*pointer, "$ref")))
        return tuple(reversed(hops))
