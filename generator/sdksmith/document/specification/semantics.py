"""Checks beyond the grammar: path templates against parameters, and things that are given twice.

All of it is warnings. A document with such faults still says enough to generate from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sdksmith.diagnostics import Diagnostic, Diagnostics, Pointer, Severity, format_pointer
from sdksmith.document.pointers import fragment_pointers, is_array, is_object, lookup, reference_of
from sdksmith.document.specification.grammar import METHODS

#: The name in a template, without the operators of RFC 6570 that OpenAPI does not know but some documents use.
_TEMPLATE = re.compile(r"\{[+#./;?&]?([^{}]*?)\*?\}")
#: What a name of a header is made of (RFC 9110 section 5.6.2).
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MOST_HOPS = 20


def check_semantics(tree: dict[str, Any], diagnostics: Diagnostics) -> None:
    """Check the operations of a bundled tree whose types are right."""
    paths = tree.get("paths")
    operation_ids: dict[str, Pointer] = {}
    schemes = _schemes(tree)
    _check_security(tree, (), schemes, diagnostics)
    for path, item in paths.items() if is_object(paths) else ():
        if path.startswith("x-") or not is_object(item):
            continue
        if not path.startswith("/"):
            message = f"the path {path[:200]!r} does not begin with '/'"
            hint = f"write {'/' + path[:80]!r}"
            diagnostics.warning("path-without-slash", message, pointer=("paths", path), hint=hint)
        shared = _parameters(tree, item, ("paths", path), diagnostics)
        undeclared: dict[str, list[Pointer]] = {}
        for place, operation in operations_of(item):
            pointer = ("paths", path, *place)
            _check_operation_id(operation, pointer, operation_ids, diagnostics)
            _check_security(operation, pointer, schemes, diagnostics)
            own = _parameters(tree, operation, pointer, diagnostics)
            declared = {name: place for (name, where), place in {**shared, **own}.items() if where == "path"}
            for name in _check_template(path, declared, diagnostics):
                undeclared.setdefault(name, []).append(pointer)
        _report_undeclared(path, undeclared, diagnostics)


def _schemes(tree: dict[str, Any]) -> set[str]:
    components = tree.get("components")
    schemes = components.get("securitySchemes") if is_object(components) else None
    return set(schemes) if is_object(schemes) else set()


def _check_security(holder: dict[str, Any], pointer: Pointer, schemes: set[str], diagnostics: Diagnostics) -> None:
    """Check that each security requirement names a scheme (OpenAPI 3.1 section 4.8.30)."""
    requirements = holder.get("security")
    for index, requirement in enumerate(requirements if is_array(requirements) else ()):
        for name in requirement if is_object(requirement) else ():
            if name not in schemes:
                message = f"the security requirement names {name[:200]!r}, which is no security scheme; it is ignored"
                hint = "add it under /components/securitySchemes"
                place = (*pointer, "security", str(index), name)
                diagnostics.warning("unknown-security-scheme", message, pointer=place, hint=hint)


def operations_of(item: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Yield the operations of a path item with their pointers in it, 3.2's ``additionalOperations`` included."""
    for method in METHODS:
        operation = item.get(method)
        if is_object(operation):
            yield (method,), operation
    additional = item.get("additionalOperations")
    for method, operation in additional.items() if is_object(additional) else ():
        if is_object(operation):
            yield ("additionalOperations", method), operation


def _check_operation_id(
    operation: dict[str, Any], pointer: Pointer, known: dict[str, Pointer], diagnostics: Diagnostics
) -> None:
    name = operation.get("operationId")
    if not isinstance(name, str):
        return
    first = known.setdefault(name, pointer)
    if first != pointer:
        message = (
            f"duplicate operationId {name[:200]!r}: used by {format_pointer(first)} and by {format_pointer(pointer)}"
        )
        diagnostics.add(
            Diagnostic(
                "duplicate-operation-id",
                Severity.WARNING,
                message,
                "give each operation an operationId of its own",
                (*pointer, "operationId"),
                related=(("first used here", (*first, "operationId")),),
            )
        )


def _parameters(
    tree: dict[str, Any], holder: dict[str, Any], pointer: Pointer, diagnostics: Diagnostics
) -> dict[tuple[str, str], Pointer]:
    """Return (name, in) -> where, for the parameters of a path item or an operation."""
    found: dict[tuple[str, str], Pointer] = {}
    listed = holder.get("parameters")
    for index, entry in enumerate(listed if is_array(listed) else ()):
        place = (*pointer, "parameters", str(index))
        parameter, own_place = _follow(tree, entry, place)
        if parameter is None:
            continue
        name, where = parameter.get("name"), parameter.get("in")
        if not isinstance(name, str) or not isinstance(where, str):
            continue
        if where == "body":
            message = f"the parameter {name[:200]!r} is in the body, where OpenAPI 3 has no parameters; it is left out"
            hint = "describe the body under requestBody"
            diagnostics.warning("body-parameter", message, pointer=own_place, hint=hint)
        if where == "header" and not _TOKEN.fullmatch(name):
            message = f"no header can be called {name[:200]!r}"
            hint = "use letters, digits and hyphens (RFC 9110 section 5.6.2)"
            diagnostics.warning("header-name", message, pointer=own_place, hint=hint)
        if "schema" not in parameter and "content" not in parameter:
            message = f"the parameter {name[:200]!r} has neither schema nor content; any value is taken"
            hint = "say what it takes: schema: {type: string}"
            diagnostics.warning("parameter-without-schema", message, pointer=own_place, hint=hint)
        if (name, where) in found:
            message = f"the {where} parameter {name[:200]!r} is declared twice"
            diagnostics.add(
                Diagnostic(
                    "duplicate-parameter",
                    Severity.WARNING,
                    message,
                    "keep one of them",
                    place,
                    related=(("first declared here", found[name, where]),),
                )
            )
        found.setdefault((name, where), place)
    return found


def _follow(tree: dict[str, Any], node: Any, pointer: Pointer) -> tuple[dict[str, Any] | None, Pointer]:
    for _ in range(_MOST_HOPS):
        text = reference_of(node)
        if text is None:
            return (node, pointer) if is_object(node) else (None, pointer)
        for candidate in fragment_pointers(text[1:]) if text.startswith("#/") else ():
            try:
                node, pointer = lookup(tree, candidate), candidate
                break
            except KeyError:
                continue
        else:
            return None, pointer
    return None, pointer


def _check_template(path: str, declared: dict[str, Pointer], diagnostics: Diagnostics) -> list[str]:
    """Hold the path parameters of an operation against its path; return those that only the path has."""
    used = dict.fromkeys(_TEMPLATE.findall(path))
    for name, place in declared.items():
        if name not in used:
            message = f"the parameter {name[:200]} is not in the path template {path[:200]}"
            hint = f"put {{{name[:80]}}} into the path, or remove the parameter"
            diagnostics.warning("unused-path-parameter", message, pointer=place, hint=hint)
    return [name for name in used if name not in declared]


def _report_undeclared(path: str, undeclared: dict[str, list[Pointer]], diagnostics: Diagnostics) -> None:
    """Report each at the path, which all its operations share, with the operations that lack it."""
    for name, operations in undeclared.items():
        message = f"the path uses {{{name[:200]}}} but no parameter declares it: {path[:200]}"
        hint = f"declare it: {{name: {name[:80]}, in: path, required: true, schema: {{type: string}}}}"
        related = tuple(("an operation that lacks it", place) for place in operations)
        diagnostics.add(
            Diagnostic("undeclared-path-parameter", Severity.WARNING, message, hint, ("paths", path), related=related)
        )
