"""Edits of a tree by overlay actions: what is merged, removed and copied, and where each node is written.

Trees share nodes (YAML aliases, copies, one update for many targets), so no node is changed that was there before: a
container on the way to an edit is copied, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sdksmith.diagnostics import Location, Pointer
from sdksmith.document.overlay.provenance import Place
from sdksmith.document.pointers import is_array, is_container, is_object
from sdksmith.document.syntax.source import SourceFile

#: Keys and indices from the root of a tree on.
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that is not of the kind of what it is merged into.

    Attributes
    ----------
    old, new
        What stands there, and what was to be merged.
    pointer
        Where the new value stands in the overlay.
    place
        Where the old one is written.
    is_root
        The old value is the whole document.
    """

    old: Any
    new: Any
    pointer: Pointer
    place: Location
    is_root: bool = False


@dataclass(frozen=True, slots=True)
class _Merging:
    """One merge: where its value is written, and what happens where kinds differ."""

    overlay: SourceFile
    origin: Pointer
    is_copy: bool
    strict: bool
    conflicts: list[Conflict]

    def pointer(self, below: Pointer) -> Pointer:
        """Return where a part of the value is written; all of a copy counts as written in the action."""
        return self.origin if self.is_copy else (*self.origin, *below)


class Editor:
    """Edits a document's tree.

    Attributes
    ----------
    tree
        As edited so far.
    places
        Where its nodes are written.
    """

    def __init__(self, root: SourceFile) -> None:
        self.tree: Any = root.tree
        self.places = Place(root, ())
        #: Containers that nothing else holds, by identity; kept alive here, so that no other gets the same.
        self._owned: dict[int, Any] = {}

    def snapshot(self, path: Path) -> Any:
        """Return a node, which no later edit changes."""
        node = self.tree
        for token in path:
            node = node[token]
        self._owned.clear()
        return node

    def remove(self, paths: Sequence[Path], overlay: SourceFile, pointer: Pointer) -> None:
        """Remove nodes; none of them is the root.

        Parameters
        ----------
        overlay, pointer
            The action that says so: what is missing now is missing because of it.
        """
        by_holder: dict[Path, list[str | int]] = {}
        for path in paths:
            by_holder.setdefault(path[:-1], []).append(path[-1])
        # Inner ones first: their own places hold until something around them goes.
        for path in sorted(by_holder, key=len, reverse=True):
            holder, place = self._open(path)
            tokens = by_holder[path]
            if is_array(holder):
                indices = {token for token in tokens if isinstance(token, int)}
                place.remove_elements(indices, len(holder))
                holder[:] = [element for index, element in enumerate(holder) if index not in indices]
            else:
                for token in tokens:
                    del holder[token]
                    place.child(str(token)).move(overlay, pointer)

    def merge(
        self, path: Path, value: Any, overlay: SourceFile, origin: Pointer, *, is_copy: bool, strict: bool
    ) -> list[Conflict]:
        """Merge a value into a node: objects are merged, arrays grow, other values are replaced.

        Parameters
        ----------
        path
            The node. Where an earlier merge of the same action has replaced it, nothing happens.
        value
            What is merged. An array takes anything else as one more element.
        overlay, origin
            Where the value is written.
        is_copy
            The value is a part of the document, and `origin` is where the overlay says so.
        strict
            Where kinds differ (an object and a text), leave the old value, instead of replacing it.

        Returns
        -------
        list of Conflict
            Where kinds differ.
        """
        merging = _Merging(overlay, origin, is_copy, strict, [])
        try:
            holder, place = self._open(path[:-1])
            old = holder[path[-1]] if path else self.tree
        except (KeyError, IndexError, TypeError):
            return []
        here = place.child(str(path[-1])) if path else place
        if not path and not is_object(value):
            return [Conflict(old, value, merging.pointer(()), _location(here), is_root=True)]
        new: Any
        if is_array(old) and not is_array(value):
            new = self._own(old)
            here.child(str(len(new))).move(overlay, origin)
            new.append(value)
        else:
            new = self._merged(old, value, here, merging, ())
        if path:
            holder[path[-1]] = new
        else:
            self.tree = new
        return merging.conflicts

    def _merged(self, old: Any, value: Any, place: Place, merging: _Merging, below: Pointer) -> Any:
        if is_object(old) and is_object(value):
            new = self._own(old)
            for key, member in value.items():
                if key in new:
                    new[key] = self._merged(new[key], member, place.child(key), merging, (*below, key))
                else:
                    new[key] = member
                    place.child(key).move(merging.overlay, merging.pointer((*below, key)))
            return new
        if is_array(old) and is_array(value):
            return self._extended(old, value, place, merging, below)
        if is_container(old) or is_container(value):
            merging.conflicts.append(Conflict(old, value, merging.pointer(below), _location(place)))
            if merging.strict:
                return old
        place.move(merging.overlay, merging.pointer(below))
        return value

    def _extended(self, old: list[Any], more: list[Any], place: Place, merging: _Merging, below: Pointer) -> list[Any]:
        new: list[Any] = self._own(old)
        for index, element in enumerate(more):
            place.child(str(len(new))).move(merging.overlay, merging.pointer((*below, str(index))))
            new.append(element)
        return new

    def _open(self, path: Path) -> tuple[Any, Place]:
        """Return a container that may be changed, and its place.

        Raises
        ------
        KeyError, IndexError, TypeError
            It is no longer there.
        """
        node = self.tree = self._own(self.tree)
        place = self.places
        for token in path:
            child = node[token]
            if not is_container(child):
                raise KeyError(token)
            node[token] = child = self._own(child)
            node, place = child, place.child(str(token))
        return node, place

    def _own(self, node: Any) -> Any:
        """Return a container that nothing else holds."""
        if id(node) in self._owned:
            return node
        copied = dict(node) if is_object(node) else list(node)
        self._owned[id(copied)] = copied
        return copied


def _location(place: Place) -> Location:
    return place.source.locate_written(place.pointer)
