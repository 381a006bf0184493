"""One walk along the grammar: every node is checked for its type, and what the later stages need is gathered.

The walk is breadth first, so it never recurses, and visits a shared object once. A wrong type that leaves the meaning
clear (a number where a text belongs, nothing where an object belongs) is put right, with a warning.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from sdksmith.diagnostics import Diagnostic, Diagnostics, Pointer, Severity, format_pointer
from sdksmith.document.pointers import (
    Cells,
    is_array,
    is_container,
    is_object,
    lookup,
    reference_of,
    to_cells,
    to_pointer,
)
from sdksmith.document.specification.grammar import KINDS, SCHEMA, Kind, Rule
from sdksmith.document.specification.grammar import rule as grammar_rule
from sdksmith.document.specification.oddities import KEYWORDS, oddities_of
from sdksmith.document.specification.repairs import put_right
from sdksmith.document.specification.sites import MappingSite, ReferenceSite
from sdksmith.document.specification.trail import Trail
from sdksmith.document.specification.wording import describe, wanted
from sdksmith.document.syntax.source import SourceFile

_SCHEMA_KIND = KINDS["schema"]
_MEDIA_TYPE_KIND = KINDS["media-type"]
_DISCRIMINATOR_KIND = KINDS["discriminator"]
_PATH_ITEM_KIND = KINDS["path-item"]
_PATHS_KIND = KINDS["paths"]
#: A keyword of a schema, or the schema's own name, and what was made of it instead.
Fault = tuple[str, str]
_TYPES = frozenset(("string", "number", "integer", "boolean", "object", "array", "null"))


class Walker:
    """Checks trees against the grammar.

    Attributes
    ----------
    references, mappings
        What was found on the way, in order.
    schemas
        Every schema object, once.
    contents
        Every map from media type to media-type object.
    faults
        Schema, by identity -> what of it can't be read, and what was done about that.
    """

    def __init__(self, diagnostics: Diagnostics, root: SourceFile, trail: Trail, *, mending: bool = True) -> None:
        self._diagnostics = diagnostics
        self._root = root
        self._trail = trail
        self._mending = mending
        self._visited: dict[int, set[int]] = {}
        #: Keeps visited nodes alive, so that no other object gets the same identity.
        self._alive: list[Any] = []
        self.references: list[ReferenceSite] = []
        self.mappings: list[MappingSite] = []
        self.schemas: list[dict[str, Any]] = []
        self.contents: list[dict[str, Any]] = []
        self.faults: dict[int, list[Fault]] = {}

    def report(
        self, severity: Severity, code: str, message: str, source: SourceFile, pointer: Pointer, hint: str = ""
    ) -> None:
        """Add a finding about a node of any of the files."""
        if source is self._root:
            self._diagnostics.add(Diagnostic(code, severity, message, hint, pointer))
        else:
            location = self._trail.locate(source, pointer)
            self._diagnostics.add(Diagnostic(code, severity, message, hint, location=location))

    def walk(self, node: Any, rule: Rule, pointer: Pointer, source: SourceFile, *, scan_data: bool) -> None:
        """Check a node and everything below it.

        Parameters
        ----------
        node, rule
            The node, and what it must be; its own type is taken as checked.
        pointer, source
            Where it stands in its file.
        scan_data
            Also look for references in examples, defaults and extensions.
        """
        queue: deque[tuple[Any, Rule, Cells]] = deque(((node, rule, to_cells(pointer)),))
        while queue:
            node, rule, cells = queue.popleft()
            # A reference may lead to a boolean schema, or into the middle of something else.
            container = node.__class__
            if container is not rule.container:
                continue
            key_of_kind = id(rule.kind or rule)
            seen = self._visited.get(id(node))
            if seen is None:
                self._visited[id(node)] = {key_of_kind}
                self._alive.append(node)
            elif key_of_kind in seen:
                continue
            else:
                seen.add(key_of_kind)
            if rule.kind is not None:
                self._object(node, rule.kind, cells, source, queue, scan_data)
            elif is_array(node):
                self._elements(node, rule, cells, source, queue, scan_data)
            else:
                self._members(node, rule, cells, source, queue, scan_data)

    def _object(
        self,
        node: dict[str, Any],
        kind: Kind,
        cells: Cells,
        source: SourceFile,
        queue: deque[tuple[Any, Rule, Cells]],
        scan_data: bool,
    ) -> None:
        if "$ref" in node and type(node["$ref"]) is str:
            # Other kinds allow only texts beside a $ref (OpenAPI 3.1 section 4.8.23).
            if kind is not _SCHEMA_KIND and kind is not _PATH_ITEM_KIND:
                return
        elif kind.required or kind.expected:
            self._required(node, kind, cells, source)
        if kind is _SCHEMA_KIND:
            self.schemas.append(node)
            if not KEYWORDS.isdisjoint(node):
                for odd in oddities_of(node):
                    place = (*to_pointer(cells), odd.keyword)
                    self.report(Severity.WARNING, odd.code, odd.message, source, place, odd.hint)
            if type(node.get("$dynamicRef")) is str and "$ref" not in node:
                # Without a dialect that overrides the anchor, a dynamic reference leads where a plain one would
                # (JSON Schema 2020-12 core, section 8.2.3.2).
                node["$ref"] = node.pop("$dynamicRef")
                self._reference(node, None, None, SCHEMA, cells, source)
        fields, others = kind.fields, kind.others
        wrong: list[tuple[str, Rule]] | None = None
        for key, value in node.items():
            child = fields.get(key)
            if child is None:
                if key[:2] == "x-" or others is None:
                    if scan_data and (type(value) is dict or type(value) is list):
                        self._data(value, node, key, (cells, key), source)
                    continue
                child = others
            value_type = value.__class__
            if value_type in child.types:
                continue
            if value_type is child.container:
                if value_type is dict and "$ref" in value:
                    self._reference(value, node, key, child, (cells, key), source, kind is _PATHS_KIND)
                queue.append((value, child, (cells, key)))
            elif child.data:
                if scan_data:
                    self._data(value, node, key, (cells, key), source)
            else:
                wrong = wrong or []
                wrong.append((key, child))
        if wrong:
            for key, child in wrong:
                self._wrong(node, key, child, cells, source, queue)
        if kind is _SCHEMA_KIND and "type" in node:
            self._check_type_names(node, cells, source)
        elif kind is _DISCRIMINATOR_KIND and type(node.get("mapping")) is dict:
            self.mappings.append(MappingSite(node["mapping"], (cells, "mapping"), source))

    def _elements(
        self,
        node: list[Any],
        rule: Rule,
        cells: Cells,
        source: SourceFile,
        queue: deque[tuple[Any, Rule, Cells]],
        scan_data: bool,
    ) -> None:
        child = rule.item
        if child is None or (child.data and not scan_data):
            return
        for index, value in enumerate(node):
            value_type = value.__class__
            if value_type in child.types:
                continue
            place: Cells = (cells, str(index))
            if value_type is child.container:
                if value_type is dict and "$ref" in value:
                    self._reference(value, node, index, child, place, source)
                queue.append((value, child, place))
            elif child.data:
                self._data(value, node, index, place, source)
            else:
                self._wrong(node, index, child, cells, source, queue, is_field=False)

    def _members(
        self,
        node: dict[str, Any],
        rule: Rule,
        cells: Cells,
        source: SourceFile,
        queue: deque[tuple[Any, Rule, Cells]],
        scan_data: bool,
    ) -> None:
        child = rule.item
        if child is None or (child.data and not scan_data):
            return
        if reference_of(node) is not None and "string" not in child.text:
            # Handled where the map was met: the whole map is somewhere else.
            return
        if child.kind is _MEDIA_TYPE_KIND:
            self.contents.append(node)
        for key in list(node):
            value = node[key]
            value_type = value.__class__
            if value_type in child.types:
                continue
            if value_type is child.container:
                if value_type is dict and "$ref" in value:
                    self._reference(value, node, key, child, (cells, key), source)
                queue.append((value, child, (cells, key)))
            elif child.data:
                self._data(value, node, key, (cells, key), source)
            else:
                self._wrong(node, key, child, cells, source, queue, is_field=False)

    def _reference(
        self,
        node: dict[str, Any],
        parent: Any,
        key: Any,
        rule: Rule,
        cells: Cells,
        source: SourceFile,
        in_paths: bool = False,
    ) -> None:
        # In an object with free names, "$ref" may be one of them, unless a text has no business there.
        free_name = rule.kind is None and rule.item is not None and str in rule.item.types
        if type(node["$ref"]) is str and not free_name:
            self.references.append(ReferenceSite(node, parent, key, rule, cells, source, in_paths=in_paths))

    def is_other(self, node: Any, rule: Rule) -> bool:
        """Whether a node was walked before, and only as something else than a rule wants."""
        seen = self._visited.get(id(node), set()) - {0}
        return bool(seen) and id(rule.kind or rule) not in seen

    def is_part_of_api(self, node: Any) -> bool:
        """Whether an object was met as one that OpenAPI defines, and is more than data."""
        return bool(self._visited.get(id(node), set()) - {0})

    def scan(self, value: Any, parent: Any, key: Any, pointer: Pointer, source: SourceFile) -> None:
        """Look for references in free data that a reference led to."""
        self._data(value, parent, key, to_cells(pointer), source)

    def _data(self, value: Any, parent: Any, key: Any, cells: Cells, source: SourceFile) -> None:
        """Note the references inside free data; they are followed where that is possible, and left alone otherwise."""
        queue: deque[tuple[Any, Any, Any, Cells]] = deque(((value, parent, key, cells),))
        while queue:
            node, holder, place, path = queue.popleft()
            seen = self._visited.setdefault(id(node), set())
            if seen:
                # Met as data before; or as a part of the API, whose references are no data.
                continue
            seen.add(0)
            self._alive.append(node)
            if is_object(node):
                if len(node) == 1 and reference_of(node) is not None:
                    rule = Rule("data", data=True)
                    self.references.append(ReferenceSite(node, holder, place, rule, path, source, data=True))
                    continue
                for name, child in node.items():
                    if is_container(child):
                        queue.append((child, node, name, (path, name)))
            elif is_array(node):
                for index, child in enumerate(node):
                    if is_container(child):
                        queue.append((child, node, index, (path, str(index))))

    def _required(self, node: dict[str, Any], kind: Kind, cells: Cells, source: SourceFile) -> None:
        for names, severity in ((kind.required, Severity.ERROR), (kind.expected, Severity.WARNING)):
            for name in names:
                if name not in node:
                    place = to_pointer(cells)
                    where = format_pointer(place) or "the document"
                    message = f"{where} has no {name!r}, which the specification requires"
                    self.report(severity, "missing-field", message, source, place)

    def _check_type_names(self, node: dict[str, Any], cells: Cells, source: SourceFile) -> None:
        value = node["type"]
        names: list[Any] = value if is_array(value) else [value]
        for index, name in enumerate(names):
            if isinstance(name, str) and name not in _TYPES:
                if name.lower() in _TYPES and self._mending:
                    if is_array(value):
                        value[index] = name.lower()
                    else:
                        node["type"] = name.lower()
                pointer = (*to_pointer(cells), "type")
                message = f"{format_pointer(pointer)} names {name[:40]!r}, which is not a JSON Schema type"
                hint = "one of: " + ", ".join(sorted(_TYPES))
                self.report(Severity.WARNING, "unknown-type", message, source, pointer, hint)

    def _wrong(
        self,
        parent: Any,
        key: Any,
        rule: Rule,
        cells: Cells,
        source: SourceFile,
        queue: deque[tuple[Any, Rule, Cells]],
        *,
        is_field: bool = True,
    ) -> None:
        """Deal with a value of the wrong type: put it right where its meaning is clear, else report an error.

        `is_field` tells a field of an object that OpenAPI defines from a member with a free name.
        """
        value = parent[key]
        place: Cells = (cells, str(key))
        if is_object(value) and reference_of(value) is not None:
            # No such place allows a $ref, but authors who split files use it there, and what they mean is clear.
            self.references.append(ReferenceSite(value, parent, key, rule, place, source))
            return
        if not self._mending:
            return
        if not is_field and rule is not SCHEMA and str(key).startswith("x-"):
            # Names are free here, so OpenAPI allows no extensions; authors who add one all the same mean one. Among
            # schemas the name may be a property's.
            del parent[key]
            return
        pointer = to_pointer(place)
        shown = format_pointer(pointer)
        right = wanted(rule)
        if value is None and is_object(parent):
            if rule.container is dict and not (is_field and key in ("properties", "items")):
                self.report(
                    Severity.WARNING, "null-value", f"{shown} is null; it counts as an empty object", source, pointer
                )
                parent[key] = {}
                if rule is SCHEMA:
                    self.schemas.append(parent[key])
            else:
                self.report(Severity.WARNING, "null-value", f"{shown} is null; it counts as absent", source, pointer)
                del parent[key]
            return
        message = f"{shown} must be {right}, found {describe(value)}"
        repair = put_right(parent, key, rule, is_field=is_field)
        if repair is None:
            if self._leave_out(parent, key, rule, pointer, source, is_field=is_field):
                hint = f"write {right}; until then nothing is made of it, and the schema allows any value there"
                self.report(Severity.WARNING, "wrong-type", message, source, pointer, hint)
            else:
                self.report(Severity.ERROR, "wrong-type", message, source, pointer, f"write {right}")
            return
        self.report(Severity.WARNING, "wrong-type", message, source, pointer, repair)
        if is_field and key == "items" and "prefixItems" in parent:
            queue.append((parent["prefixItems"], grammar_rule("[schema]"), place))

    def _leave_out(
        self, parent: Any, key: Any, rule: Rule, pointer: Pointer, source: SourceFile, *, is_field: bool
    ) -> bool:
        """Take a wrong value out where only a schema suffers, which then allows more; false where there is none."""
        if rule is SCHEMA:
            parent[key] = {}
            self.schemas.append(parent[key])
            self.faults[id(parent[key])] = [(str(key), "it is no schema; any value is taken")]
            return True
        if is_field:
            schema, keyword = parent, str(key)
        else:
            # A part of the keyword's value, such as an entry of "required".
            try:
                schema, keyword = lookup(source.tree, pointer[:-2]), pointer[-2]
            except (KeyError, IndexError):
                return False
        if id(_SCHEMA_KIND) not in self._visited.get(id(schema), ()):
            return False
        schema.pop(keyword, None)
        fault = (keyword, "its value is of the wrong type; the schema is typed without it")
        self.faults.setdefault(id(schema), []).append(fault)
        return True
