"""An inspection as JSON values, for programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import format_pointer
from sdksmith.inspection.details import method_facts, type_facts
from sdksmith.inspection.ledger import counts
from sdksmith.inspection.tree import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sdksmith.diagnostics import Pointer
    from sdksmith.inspection.lookup import Subject
    from sdksmith.model import Group
    from sdksmith.model.types import Symbol
    from sdksmith.pipeline import Inspection


def inspection_json(inspection: Inspection, subjects: Sequence[Subject] = ()) -> dict[str, Any]:
    """Return an inspection as JSON values; docs/diagnostics.md describes them to users.

    Parameters
    ----------
    subjects
        Parts of the library, where only these are wanted: then ``document`` and ``library`` alone.
    """
    api, ledger = inspection.api, inspection.ledger
    document = {"source": inspection.source, "title": api.info.title, "version": api.info.version}
    if subjects:
        return {"document": document, "library": _library(inspection, subjects)}
    return {
        "document": document,
        "operations": len(api.operations()),
        "groups": _group(api.root),
        "types": _types(inspection),
        "library": _library(inspection, subjects),
        "credentials": [{"name": each.name, "type": each.type} for each in api.security_schemes],
        "servers": list(dict.fromkeys(server.url for server in inspection.sdk.servers.environments)),
        "ledger": {
            "counts": [
                {"kind": kind, "name": name, "outcome": outcome, "count": count}
                for kind, name, outcome, count in counts(inspection)
            ],
            "degraded": [
                {
                    "kind": entry.kind,
                    "name": entry.name,
                    "outcome": entry.outcome.value,
                    "reason": entry.reason,
                    "target": entry.target,
                    **_place(inspection, entry.pointer),
                }
                for entry in ledger.degraded()
            ],
            "unaccounted": [{"pointer": format_pointer(pointer), "name": name} for pointer, name in ledger.unaccounted],
        },
    }


def _types(inspection: Inspection) -> dict[str, int]:
    return dict(sorted(Counter(map(kind_of, inspection.api.declarations.values())).items()))


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.path[-1] if group.path else "",
        "operations": [
            {"name": operation.name, "method": operation.method.upper(), "path": operation.path}
            for operation in group.operations
        ],
        "groups": [_group(child) for child in group.groups],
    }


def _library(inspection: Inspection, subjects: Sequence[Subject]) -> dict[str, Any]:
    outline = inspection.outline
    methods = [subject.key for subject in subjects if subject.kind == "method"]
    groups = [subject.key for subject in subjects if subject.kind == "group"]
    chosen = {symbol for symbol, method in inspection.sdk.methods.items() if method.group in groups} | set(methods)
    types = [subject.key for subject in subjects if subject.kind == "type"]
    return {
        "target": outline.target,
        "construction": outline.construction,
        "methods": [
            _method(inspection, each, whole=bool(subjects))
            for each in outline.methods
            if not subjects or each in chosen
        ],
        "types": [
            _type(inspection, each, whole=bool(subjects)) for each in outline.types if not subjects or each in types
        ],
    }


def _method(inspection: Inspection, symbol: Symbol, *, whole: bool) -> dict[str, Any]:
    outlined, method = inspection.outline.methods[symbol], inspection.sdk.methods[symbol]
    operation = method.operation
    return {
        "name": outlined.path,
        "arguments": list(outlined.arguments),
        "returns": outlined.returns,
        "method": operation.method.upper(),
        "path": operation.path,
        "operation_id": operation.operation_id,
        "paging": method.paging.kind if method.paging is not None else None,
        "result": method.result.kind,
        "deprecated": operation.deprecated,
        "lifecycle": operation.lifecycle,
        "errors": [error.status for error in method.errors],
        "written_to": outlined.file,
        **({"facts": _facts(method_facts(inspection, symbol))} if whole else {}),
        **_place(inspection, symbol),
    }


def _facts(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in found]


def _type(inspection: Inspection, symbol: Symbol, *, whole: bool) -> dict[str, Any]:
    outlined = inspection.outline.types[symbol]
    return {
        "name": outlined.name,
        "kind": kind_of(inspection.api.declarations[symbol]),
        "written_to": outlined.file,
        **(
            {
                "declaration": list(inspection.outline.declaration(symbol)),
                "facts": _facts(type_facts(inspection, symbol)),
            }
            if whole
            else {}
        ),
        **_place(inspection, symbol),
    }


def _place(inspection: Inspection, pointer: Pointer) -> dict[str, Any]:
    place = inspection.locate(pointer)
    return {"pointer": format_pointer(pointer), "file": place.file, "line": place.line, "column": place.column}
