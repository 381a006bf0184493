"""OpenAPI Overlays: changes to a document that somebody else owns.

Overlay Specification 1.0.0 and 1.1.0. Overlays change the root document as its author wrote it, before any reference is
followed: targets are written against that text, and what an overlay puts in may hold references of its own, relative to
the root document. Nothing is read but the overlay files that the user names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Pointer, Severity
from sdksmith.document.expansion import expanded_size, is_deeper
from sdksmith.document.overlay.overlay_edits import Conflict, Editor
from sdksmith.document.pointers import is_array, is_object
from sdksmith.document.specification.wording import describe
from sdksmith.document.syntax.reading import InputProblem, read_file
from sdksmith.document.syntax.source import SourceFile, parse_source

_VERSION = re.compile(r"1\.([01])\.\d+\Z", re.ASCII)
_FIELDS = frozenset(("overlay", "info", "extends", "actions"))
_ACTION_FIELDS = frozenset(("target", "description", "update", "remove"))
#: New in 1.1.
_COPY = "copy"


def read_overlays(names: Sequence[str], limits: LoadConfig, base: Path, diagnostics: Diagnostics) -> list[SourceFile]:
    """Read overlay files and check that they are overlays.

    Parameters
    ----------
    names
        Paths, in the order in which they are to be applied.
    limits
        How large and how deep each may be.
    base
        What relative paths start from.
    diagnostics
        Gets everything that is wrong with any of them.
    """
    overlays: list[SourceFile] = []
    for name in names:
        path = base / name
        try:
            content = read_file(path, limits.max_bytes, regular_only=True)
            overlay = parse_source(
                content,
                identity=os.path.realpath(path),
                name=name,
                folder=None,
                path=name,
                limits=limits,
            )
        except InputProblem as problem:
            for found in problem.all():
                location = found.location or Location(name)
                related: tuple[tuple[str, Pointer | Location], ...] = found.related
                diagnostics.add(
                    Diagnostic(found.code, Severity.ERROR, found.message, found.hint, None, location, related)
                )
            continue
        _Checks(overlay, diagnostics).run()
        overlays.append(overlay)
    return overlays


def apply_overlays(root: SourceFile, overlays: Sequence[SourceFile], diagnostics: Diagnostics) -> None:
    """Change a document's tree as overlays that were checked say, and note where its nodes come from.

    Parameters
    ----------
    root
        The root document. Its tree is replaced by another, which may share parts with the overlays' trees.
    overlays
        In order; each sees what the ones before it made.
    diagnostics
        Gets what is wrong, located in the overlays.

    Raises
    ------
    Failure
        The document has grown beyond its limits.
    """
    editor = Editor(root)
    for overlay in overlays:
        strict = not str(overlay.tree["overlay"]).startswith("1.0")
        for index, action in enumerate(overlay.tree["actions"]):
            _apply(editor, overlay, ("actions", str(index)), action, strict, diagnostics)
            if _COPY in action:
                # Copies of copies double the document each time.
                _check_size(editor.tree, root, overlay, ("actions", str(index)), diagnostics)
        _check_size(editor.tree, root, overlay, (), diagnostics)
    root.take_over(editor.tree, editor.places.find, tuple(overlays))


def _apply(
    editor: Editor,
    overlay: SourceFile,
    pointer: Pointer,
    action: dict[str, Any],
    strict: bool,
    diagnostics: Diagnostics,
) -> None:
    locations = _select(editor, overlay, (*pointer, "target"), action["target"], diagnostics)
    if not locations:
        return
    if action.get("remove") is True:
        if () in locations:
            diagnostics.error(
                "overlay-conflict",
                "the document itself can't be removed",
                location=overlay.locate((*pointer, "target")),
                hint="select something inside it",
            )
            return
        editor.remove(locations, overlay, (*pointer, "remove"))
        return
    if "update" in action:
        value, origin = action["update"], (*pointer, "update")
    else:
        origin = (*pointer, _COPY)
        sources = _select(editor, overlay, origin, action[_COPY], diagnostics)
        if not sources:
            return
        if len(sources) > 1:
            diagnostics.error(
                "overlay-conflict",
                f"copy must select one node, and selects {len(sources):,}",
                location=overlay.locate(origin),
                hint="name one of them",
            )
            return
        value = editor.snapshot(sources[0])
    for location in locations:
        for conflict in editor.merge(location, value, overlay, origin, is_copy="update" not in action, strict=strict):
            _report(conflict, overlay, strict, diagnostics)


def _report(conflict: Conflict, overlay: SourceFile, strict: bool, diagnostics: Diagnostics) -> None:
    found, new = describe(conflict.old), describe(conflict.new)
    if conflict.is_root:
        message, hint = f"the document must stay an object, and the update is {new}", "update something inside it"
    elif strict:
        message = f"{new} can't be merged into {found}"
        hint = "Overlay 1.1 merges like into like only: remove the old value with an action before this one"
    else:
        message = f"{found} is replaced by {new}"
        hint = "remove the old value with an action before this one, so that no reader of overlays can differ"
    severity = Severity.ERROR if strict or conflict.is_root else Severity.WARNING
    diagnostics.add(
        Diagnostic(
            "overlay-conflict",
            severity,
            message,
            hint,
            location=overlay.locate(conflict.pointer),
            related=(("what stands there", conflict.place),),
        )
    )


def _select(
    editor: Editor, overlay: SourceFile, pointer: Pointer, query: str, diagnostics: Diagnostics
) -> list[tuple[str | int, ...]]:
    # Imported here because only overlays need it.
    from sdksmith.document.overlay.jsonpath import QueryError, QueryTooComplex, find

    shown = query if len(query) <= 200 else query[:197] + "..."
    try:
        found = find(query, editor.tree)
    except QueryError as error:
        message = f"{shown!r} is not a JSONPath: {str(error)[:200]}"
        hint = "names with more than letters, digits and '_' go into brackets: $.paths['/users'].get['x-name']"
        diagnostics.error("overlay-invalid", message, location=overlay.locate(pointer), hint=hint)
        return []
    except QueryTooComplex as error:
        message = f"{shown!r} takes too long to evaluate: {error}"
        hint = "use fewer '..' and wildcards, and simpler patterns"
        diagnostics.error("overlay-too-complex", message, location=overlay.locate(pointer), hint=hint)
        return []
    if not found:
        message = f"{shown!r} selects nothing in the document, so the action does nothing"
        hint = "correct it, or remove the action if the document no longer needs it"
        diagnostics.warning("overlay-no-match", message, location=overlay.locate(pointer), hint=hint)
    return found


def _check_size(tree: Any, root: SourceFile, overlay: SourceFile, pointer: Pointer, diagnostics: Diagnostics) -> None:
    limits = root.limits
    if expanded_size(tree) > limits.max_nodes:
        code, message = "too-many-nodes", f"the overlay lets the document grow beyond {limits.max_nodes:,} nodes"
    elif is_deeper(tree, limits.max_depth):
        code, message = "too-deep", f"the overlay lets the document nest too deeply (limit {limits.max_depth})"
    else:
        return
    hint = "raise the limit under [input] in the configuration if the document is meant to be so"
    diagnostics.error(code, message, location=overlay.locate(pointer), hint=hint)
    raise Failure(diagnostics, root.locate)


class _Checks:
    """Holds a file against the Overlay Specification."""

    def __init__(self, overlay: SourceFile, diagnostics: Diagnostics) -> None:
        self._overlay = overlay
        self._diagnostics = diagnostics

    def run(self) -> None:
        tree = self._overlay.tree
        if not is_object(tree):
            self._invalid((), f"an overlay must be an object, found {describe(tree)}")
            return
        if "overlay" not in tree:
            hint = "is this an overlay? It must say, for example, overlay: 1.1.0"
            self._invalid((), "missing required field overlay", hint)
            return
        version = tree["overlay"]
        found = _VERSION.match(version) if isinstance(version, str) else None
        if found is None:
            self._diagnostics.error(
                "unsupported-version",
                f"unsupported Overlay version {str(version)[:40]}; supported: 1.0.0, 1.1.0",
                location=self._overlay.locate(("overlay",)),
            )
            return
        self._check_info(tree)
        self._unknown((), tree, _FIELDS)
        actions = tree.get("actions")
        if "actions" not in tree:
            self._invalid((), "missing required field actions", "list at least one action")
        elif not is_array(actions):
            self._invalid(("actions",), f"actions must be an array, found {describe(actions)}")
        elif not actions:
            self._invalid(("actions",), "actions is empty", "list at least one action")
        else:
            fields = _ACTION_FIELDS | {_COPY} if found.group(1) == "1" else _ACTION_FIELDS
            for index, action in enumerate(actions):
                self._check_action(("actions", str(index)), action, fields)

    def _check_info(self, tree: dict[str, Any]) -> None:
        info = tree.get("info")
        missing = [name for name in ("title", "version") if not is_object(info) or not isinstance(info.get(name), str)]
        if missing:
            # Nothing depends on it.
            message = f"the overlay's info lacks {' and '.join(missing)}, which the Overlay Specification requires"
            where = self._overlay.locate(("info",) if "info" in tree else ())
            self._diagnostics.warning("missing-field", message, location=where, hint="add a text for each")

    def _check_action(self, pointer: Pointer, action: Any, fields: frozenset[str]) -> None:
        if not is_object(action):
            self._invalid(pointer, f"an action must be an object, found {describe(action)}")
            return
        self._unknown(pointer, action, fields)
        if not isinstance(action.get("target"), str):
            found = f"must be a string, found {describe(action['target'])}" if "target" in action else "is missing"
            self._invalid(
                (*pointer, "target") if "target" in action else pointer,
                f"the target of an action {found}",
                "write a JSONPath, for example: $.paths['/users'].get",
            )
        remove = action.get("remove")
        if remove is not None and not isinstance(remove, bool):
            self._invalid((*pointer, "remove"), f"remove must be true or false, found {describe(remove)}")
        elif _COPY in fields and _COPY in action and not isinstance(action[_COPY], str):
            self._invalid((*pointer, _COPY), f"copy must be a JSONPath, found {describe(action[_COPY])}")
        elif remove is not True and not {"update", *fields & {_COPY}} & action.keys():
            ways = "update, copy or remove: true" if _COPY in fields else "update or remove: true"
            self._invalid(pointer, "the action does nothing", f"give it {ways}")

    def _unknown(self, pointer: Pointer, node: dict[str, Any], fields: frozenset[str]) -> None:
        for key in node:
            if key not in fields and not key.startswith("x-"):
                hint = "one of: " + ", ".join(sorted(fields))
                if key == _COPY:
                    hint = "copy is new in Overlay 1.1: write overlay: 1.1.0"
                self._invalid((*pointer, key), f"{key[:80]!r} is not a field of an overlay's {_kind(pointer)}", hint)

    def _invalid(self, pointer: Pointer, message: str, hint: str = "") -> None:
        self._diagnostics.error("overlay-invalid", message, location=self._overlay.locate(pointer), hint=hint)


def _kind(pointer: Pointer) -> str:
    return "action" if pointer else "top level"
