"""YAML text -> plain tree.

libyaml parses; the tree is made here from its events, because PyYAML's own construction follows YAML 1.1, keeps the
last of two equal keys in silence, turns keys into numbers and dates, and recurses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from sdksmith.diagnostics import Location, Pointer
from sdksmith.document.pointers import is_array, is_object, step
from sdksmith.document.syntax.json_loading import duplicate_key, too_deep
from sdksmith.document.syntax.positions import location_at
from sdksmith.document.syntax.reading import InputProblem, joined
from sdksmith.document.syntax.yaml_scalars import plain_value, tagged_value

_CORE = "tag:yaml.org,2002:"
#: Characters that YAML does not allow in a stream (YAML 1.2.2 section 5.1).
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Parser(Protocol):
    def get_event(self) -> Any: ...


@dataclass(slots=True)
class _Frame:
    """A container that is still open."""

    node: Any
    start: int
    anchor: str | None
    #: Nodes in here once every alias is followed.
    size: int = 1
    key: str | None = None
    key_offset: int = 0
    #: Key -> offset; of this mapping's own keys only, not of merged ones.
    seen: dict[str, int] = field(default_factory=dict[str, int])
    #: ``<<``: what is to be merged, and where that was asked for.
    merge: Any = None
    merging: bool = False


class YamlPositions:
    """Finds the nodes of a YAML text, from one more parse that notes where each node begins."""

    def __init__(self, text: str, max_depth: int, max_nodes: int) -> None:
        builder = _Builder(text, "", max_depth, max_nodes, keep_positions=True)
        self._tree = builder.build()
        self._offsets = builder.offsets
        self._start = builder.start

    def find(self, pointer: Pointer) -> tuple[int, int]:
        """Return the offset of a node and how many tokens of the pointer exist, as `JsonPositions.find` does."""
        node, shown = self._tree, self._start
        for depth, token in enumerate(pointer):
            offset = self._offsets.get(id(node), {}).get(token)
            try:
                node = step(node, token)
            except KeyError:
                return shown, depth
            shown = shown if offset is None else offset
        return shown, len(pointer)


def load_yaml(text: str, name: str, max_depth: int, max_nodes: int) -> Any:
    """Read a YAML text of one document.

    Parameters
    ----------
    text
        The whole file.
    name
        The file's name, for messages.
    max_depth
        The deepest nesting of mappings and sequences allowed.
    max_nodes
        The most nodes allowed, counting what an alias stands for at each of its uses. Aliases are never copied: the
        tree shares the object.

    Returns
    -------
    Any
        Dicts with string keys (as the author wrote them), lists, strings, numbers, booleans and None.

    Raises
    ------
    InputProblem
        The text is no YAML, holds more than one document, duplicate keys, unknown tags, or passes a limit.
    """
    return _Builder(text, name, max_depth, max_nodes).build()


class _Builder:
    def __init__(self, text: str, name: str, max_depth: int, max_nodes: int, *, keep_positions: bool = False) -> None:
        self._text = text
        self._name = name
        self._max_depth = max_depth
        self._max_nodes = max_nodes
        self._keep_positions = keep_positions
        self._frames: list[_Frame] = []
        self._root: Any = None
        self._root_size = 1
        self._merged = 0
        self._duplicates: list[InputProblem] = []
        #: Anchor -> node and its size; ``None`` while the node is still open.
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        #: Container -> child -> offset, by identity; the tree keeps the containers alive.
        self.offsets: dict[int, dict[str, int]] = {}
        self.start = 0

    def build(self) -> Any:
        try:
            parser: _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self._text)
            self._read(parser)
        except yaml.MarkedYAMLError as error:
            raise self._syntax_problem(error) from error
        except yaml.YAMLError as error:
            found = _NOT_PRINTABLE.search(self._text)
            if found is None:
                raise InputProblem("yaml-syntax", "not valid YAML", location=Location(self._name)) from error
            message = f"not valid YAML: the character U+{ord(found.group()):04X} is not allowed"
            raise InputProblem("yaml-syntax", message, location=self._at(found.start())) from error
        if self._duplicates:
            raise joined(self._duplicates)
        if self._root_size > self._max_nodes:
            raise self._too_many(0)
        return self._root

    def _read(self, parser: _Parser) -> None:
        scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
        mapping, sequence = yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = 0
        # Most keys and many values come again and again; one object for each saves memory and time.
        known: dict[str, Any] = {}
        while (event := parser.get_event()) is not None:
            kind = event.__class__
            if kind is scalar:
                frame = self._frames[-1] if self._frames else None
                text = event.value
                if frame is not None and frame.key is None and type(frame.node) is dict:
                    self._begin_member(frame, text, event)
                    continue
                if event.implicit[0] and event.tag is None and len(text) < 40:
                    if text in known:
                        value = known[text]
                    else:
                        value = known[text] = self._scalar(event)
                else:
                    value = text if event.tag is None and not event.implicit[0] else self._scalar(event)
                if event.anchor:
                    self._anchors[event.anchor] = (value, 1)
                self._add(value, 1, event.start_mark.index)
            elif kind is mapping or kind is sequence:
                self._open({} if kind is mapping else [], event)
            elif kind in ends:
                self._close()
            elif kind is alias:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise InputProblem(
                        "multiple-documents",
                        f"the file holds more than one YAML document: another begins on line {event.start_mark.line + 1}",
                        "keep a single document in the file",
                        self._at(event.start_mark.index),
                    )

    def _begin_member(self, frame: _Frame, key: str, event: Any) -> None:
        offset: int = event.start_mark.index
        if event.tag not in (None, "!", _CORE + "str"):
            self._scalar(event)
        if key == "<<" and event.tag is None and event.implicit[0]:
            frame.merging = True
        elif key in frame.seen:
            self._duplicates.append(duplicate_key(key, self._at(offset), self._at(frame.seen[key])))
        else:
            frame.seen[key] = offset
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        frame.key = key
        frame.key_offset = offset

    def _open(self, node: Any, event: Any) -> None:
        offset: int = event.start_mark.index
        if event.tag not in (None, "!", _CORE + ("map" if type(node) is dict else "seq")):
            raise self._unknown_tag(event.tag, offset)
        if self._frames:
            frame = self._frames[-1]
            if frame.key is None and type(frame.node) is dict:
                raise InputProblem("yaml-key", "a key must be a plain text", location=self._at(offset))
            if len(self._frames) >= self._max_depth:
                raise too_deep(self._name, self._text, offset, self._max_depth)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._frames.append(_Frame(node, offset, event.anchor))

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.merge is not None:
            self._merge(frame)
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.node, frame.size)
        self._add(frame.node, frame.size, frame.start)

    def _alias(self, event: Any) -> None:
        offset: int = event.start_mark.index
        if event.anchor not in self._anchors:
            message = f"the alias *{event.anchor} stands for nothing: no anchor of that name comes before it"
            raise InputProblem("yaml-alias", message, location=self._at(offset))
        found = self._anchors[event.anchor]
        if found is None:
            message = f"the alias *{event.anchor} stands inside the node it stands for: a recursive alias"
            raise InputProblem("yaml-alias", message, location=self._at(offset))
        node, size = found
        frame = self._frames[-1]
        if frame.key is None and type(frame.node) is dict:
            if not isinstance(node, str):
                raise InputProblem("yaml-key", "a key must be a plain text", location=self._at(offset))
            if node in frame.seen:
                self._duplicates.append(duplicate_key(node, self._at(offset), self._at(frame.seen[node])))
            frame.seen[node] = offset
            frame.key, frame.key_offset = node, offset
            return
        self._add(node, size, offset)
        if self._frames[-1].size > self._max_nodes:
            raise self._too_many(offset)

    def _add(self, node: Any, size: int, offset: int) -> None:
        if not self._frames:
            self._root, self._root_size, self.start = node, size, offset
            return
        frame = self._frames[-1]
        frame.size += size
        container = frame.node
        if is_array(container):
            if self._keep_positions:
                self.offsets.setdefault(id(container), {})[str(len(container))] = offset
            container.append(node)
        elif frame.merging:
            frame.merge = (frame.merge or []) + [(node, offset)]
            frame.merging = False
            frame.key = None
        else:
            if self._keep_positions:
                self.offsets.setdefault(id(container), {})[frame.key or ""] = frame.key_offset
            container[frame.key] = node
            frame.key = None

    def _merge(self, frame: _Frame) -> None:
        """Put the merged members first, as an author who writes ``<<`` at the top expects; own members win."""
        merged: dict[str, Any] = {}
        for node, offset in frame.merge:
            sources: list[Any] = node if is_array(node) else [node]
            for source in sources:
                if not is_object(source):
                    raise InputProblem("yaml-merge", "'<<' merges mappings only", location=self._at(offset))
                self._merged += len(source)
                if self._merged > self._max_nodes:
                    raise self._too_many(offset)
                for key, value in source.items():
                    merged.setdefault(key, value)
                if self._keep_positions:
                    offsets = self.offsets.setdefault(id(frame.node), {})
                    for key, place in self.offsets.get(id(source), {}).items():
                        offsets.setdefault(key, place)
        merged.update(frame.node)
        frame.node.clear()
        frame.node.update(merged)

    def _scalar(self, event: Any) -> Any:
        tag: str = event.tag or ""
        offset: int = event.start_mark.index
        try:
            if not tag and event.implicit[0]:
                return plain_value(event.value)
            if tag in ("", "!"):
                return event.value
            if tag.startswith(_CORE):
                return tagged_value(tag[len(_CORE) :], event.value)
        except LookupError:
            pass
        except ValueError as error:
            message = str(error)
            if "digits" in message:
                message = f"the number has too many digits ({len(event.value)})"
            raise InputProblem("number", message, location=self._at(offset)) from error
        raise self._unknown_tag(tag, offset)

    def _unknown_tag(self, tag: str, offset: int) -> InputProblem:
        shown = "!!" + tag[len(_CORE) :] if tag.startswith(_CORE) else tag
        return InputProblem(
            "yaml-tag", f"the YAML tag {shown[:80]!r} is not supported", "use plain values", self._at(offset)
        )

    def _too_many(self, offset: int) -> InputProblem:
        return InputProblem(
            "too-many-nodes",
            f"the document has too many nodes once its aliases are followed (limit {self._max_nodes})",
            "raise max_nodes under [input] in the configuration if the document is meant to be so large",
            self._at(offset),
        )

    def _at(self, offset: int) -> Location:
        return location_at(self._name, self._text, offset)

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> InputProblem:
        mark = error.problem_mark or error.context_mark
        if mark is None:
            return InputProblem("yaml-syntax", "not valid YAML", location=Location(self._name))
        location = self._at(mark.index)
        line_start = mark.index - (location.column - 1)
        indentation = self._text[line_start : mark.index + 1]
        if "\t" in indentation and not indentation.strip():
            tab = line_start + indentation.index("\t")
            return InputProblem(
                "yaml-tab",
                "not valid YAML: a tab is used for indentation",
                "indent with spaces",
                self._at(tab),
            )
        message = f"not valid YAML: {error.problem}"
        if error.context and error.context_mark is not None:
            message += f" ({error.context} that begins on line {error.context_mark.line + 1})"
        return InputProblem("yaml-syntax", message, location=location)
