"""Resolution of a ``$ref``: the file, the pointer in it, and the node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sdksmith.diagnostics import Pointer, format_pointer
from sdksmith.document.pointers import fragment_pointers, is_array, is_object, reference_of, step
from sdksmith.document.references.files import Library
from sdksmith.document.syntax.reading import InputProblem
from sdksmith.document.syntax.source import SourceFile

#: How many references one pointer may pass through on its way.
_MOST_HOPS = 50
#: Below these keys stands data, where ``$id`` has no meaning.
_DATA_KEYS = frozenset(("example", "examples", "default", "enum", "const"))


@dataclass(frozen=True, slots=True)
class Referent:
    """Target of a reference.

    Attributes
    ----------
    source, pointer, node
        The file, the place in its tree, and what stands there.
    direct
        The pointer is the one written, not one found by an anchor or through another reference.
    """

    source: SourceFile
    pointer: Pointer
    node: Any
    direct: bool = True

    @property
    def key(self) -> tuple[str, Pointer]:
        """The same for every spelling of a reference to this place."""
        return self.source.identity, self.pointer


def describe_place(source: SourceFile, pointer: Pointer, root: SourceFile) -> str:
    """Return how messages name a place: its pointer, with the file before it unless that is the root document."""
    text = format_pointer(pointer)
    if source is root:
        return text or "the whole document"
    return f"{source.name}#{text}" if text else source.name


class Resolver:
    """Resolves references, each spelling once.

    Parameters
    ----------
    root
        The root document.
    library
        Opens the others.
    """

    def __init__(self, root: SourceFile, library: Library) -> None:
        self._root = root
        self._library = library
        self._found: dict[tuple[str, str], Referent | InputProblem] = {}
        #: Of each reference that was passed through, where the way from it ends.
        self._ends: dict[tuple[str, Pointer], Referent | InputProblem] = {}
        self._hops = 0
        self._anchors: dict[str, tuple[dict[str, Pointer], dict[str, Pointer]]] = {}

    def resolve(self, text: str, source: SourceFile) -> Referent:
        """Return where a reference leads, one hop.

        Parameters
        ----------
        text
            The value of ``$ref``: a URI reference (RFC 3986) with a JSON pointer or an anchor for a fragment.
        source
            The file that it stands in.

        Raises
        ------
        InputProblem
            It leads nowhere, or to where nothing may be read.
        """
        spelling = (source.identity, text)
        found = self._found.get(spelling)
        if found is None:
            try:
                found = self._resolve(text, source)
            except InputProblem as problem:
                found = problem
            self._found[spelling] = found
        if isinstance(found, InputProblem):
            raise found
        return found

    def end(self, target: Referent) -> Referent:
        """Return the first target on the way from one that is no reference itself; in a circle always the same member.

        No way is gone twice, so that long ways with many entries cost no more than their length.

        Raises
        ------
        InputProblem
            A reference on the way leads nowhere.
        """
        passed: set[tuple[str, Pointer]] = set()
        found: Referent | InputProblem = target
        try:
            while (text := reference_of(target.node)) is not None:
                known = self._ends.get(target.key)
                found = known or target
                if known is not None or target.key in passed:
                    break
                passed.add(target.key)
                found = target = self.resolve(text, target.source)
        except InputProblem as problem:
            found = problem
        self._ends.update(dict.fromkeys(passed, found))
        if isinstance(found, InputProblem):
            raise found
        return found

    def circle(self, member: Referent) -> list[Referent]:
        """Return the targets of a circle, each once, from one of its members on."""
        found = [member]
        while (text := reference_of(found[-1].node)) is not None:
            following = self.resolve(text, found[-1].source)
            if following.key == member.key:
                break
            found.append(following)
        return found

    def resolve_below(self, text: str, source: SourceFile, place: Pointer) -> Referent | None:
        """Return where a reference leads when it is relative to an ``$id`` of a schema around it; ``None``: nowhere.

        By JSON Schema 2020-12 section 8.2.1 that comes first. In OpenAPI documents it comes second: authors who give a schema
        an ``$id`` go on to write ``#/components/schemas/...``, which then strictly leads nowhere.

        Parameters
        ----------
        place
            Of the schema with the reference.
        """
        from urllib.parse import urljoin

        ids = self._index(source)[0]
        location, _, fragment = text.partition("#")
        around = [entry for entry in ids.items() if place[: len(entry[1])] == entry[1]]
        for base, pointer in sorted(around, key=lambda entry: -len(entry[1])):
            start = ids.get(urljoin(base, location)) if location else pointer
            for below in fragment_pointers(fragment) if start is not None else ():
                try:
                    target = self._descend(source, (*(start or ()), *below), text)
                except InputProblem:
                    continue
                return Referent(target.source, target.pointer, target.node, direct=False)
        return None

    def _resolve(self, text: str, source: SourceFile) -> Referent:
        location, _, fragment = text.partition("#")
        start: Pointer = ()
        if location:
            named = any('$id"' in text or "$id:" in text for text in source.texts)
            by_id = self._index(source)[0].get(location) if named else None
            if by_id is not None:
                start = by_id
            else:
                source = self._library.open(location, source)
        if fragment and not fragment.startswith("/"):
            pointer = self._index(source)[1].get(fragment)
            if pointer is None:
                raise self._nowhere(text, f"no schema has the anchor {fragment[:80]!r}")
            return Referent(source, pointer, self._descend(source, pointer, text).node, direct=False)
        problem: InputProblem | None = None
        for pointer in fragment_pointers(fragment):
            try:
                target = self._descend(source, start + pointer, text)
            except InputProblem as found:
                problem = problem or found
            else:
                return target if not start else Referent(target.source, target.pointer, target.node, direct=False)
        raise problem or self._nowhere(text, "it is empty")

    def _descend(self, source: SourceFile, pointer: Pointer, text: str) -> Referent:
        node = source.tree
        reached: Pointer = ()
        direct = True
        for token in pointer:
            try:
                node = step(node, token)
            except KeyError:
                onward = reference_of(node)
                if onward is None or self._hops >= _MOST_HOPS:
                    raise self._missing(text, source, reached, node, token) from None
                # Strictly, a pointer does not pass through a $ref; documents that were split by tools rely on it.
                self._hops += 1
                try:
                    target = self.end(self.resolve(onward, source))
                finally:
                    self._hops -= 1
                source, reached, node, direct = target.source, target.pointer, target.node, False
                try:
                    node = step(node, token)
                except KeyError:
                    raise self._missing(text, source, reached, node, token) from None
            reached = (*reached, token)
        return Referent(source, reached, node, direct)

    def _missing(self, text: str, source: SourceFile, reached: Pointer, node: Any, token: str) -> InputProblem:
        place = describe_place(source, reached, self._root)
        hint = ""
        if is_object(node):
            # Imported here because only a document with a fault needs it.
            import difflib

            close = difflib.get_close_matches(token[:200], list(node)[:5_000], n=1)
            hint = f"did you mean {close[0]!r}?" if close else ""
        return self._nowhere(text, f"there is no {token[:200]!r} in {place}", hint)

    def _nowhere(self, text: str, reason: str, hint: str = "") -> InputProblem:
        shown = text if len(text) <= 200 else text[:197] + "..."
        return InputProblem("unresolvable-reference", f"the reference {shown!r} leads nowhere: {reason}", hint)

    def _index(self, source: SourceFile) -> tuple[dict[str, Pointer], dict[str, Pointer]]:
        """Return what the schemas of a file call themselves: ``$id`` -> pointer, and anchor -> pointer."""
        found = self._anchors.get(source.identity)
        if found is not None:
            return found
        ids: dict[str, Pointer] = {}
        anchors: dict[str, Pointer] = {}
        seen: set[int] = set()
        level: list[tuple[Any, Pointer]] = [(source.tree, ())]
        while level:
            following: list[tuple[Any, Pointer]] = []
            for node, pointer in level:
                if id(node) in seen:
                    continue
                seen.add(id(node))
                if is_object(node):
                    for keyword, names in (("$id", ids), ("$anchor", anchors), ("$dynamicAnchor", anchors)):
                        name = node.get(keyword)
                        if isinstance(name, str):
                            names.setdefault(name.removesuffix("#"), pointer)
                    following += [
                        (child, (*pointer, key))
                        for key, child in node.items()
                        if key not in _DATA_KEYS and isinstance(child, (dict, list))
                    ]
                elif is_array(node):
                    following += [
                        (child, (*pointer, str(index)))
                        for index, child in enumerate(node)
                        if isinstance(child, (dict, list))
                    ]
            level = following
        self._anchors[source.identity] = (ids, anchors)
        return ids, anchors
