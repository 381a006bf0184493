"""One method, type or group: what it is, where it comes from, and why it is as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sdksmith.inspection.facts import marks, naming, origin, paging
from sdksmith.inspection.ledger import place_of
from sdksmith.inspection.tree import columns, group_lines, kind_of
from sdksmith.model import symbols_of
from sdksmith.report import visible

if TYPE_CHECKING:
    from sdksmith.diagnostics import Pointer
    from sdksmith.inspection.lookup import Subject
    from sdksmith.model.types import Symbol
    from sdksmith.pipeline import Inspection
    from sdksmith.sdk import Method

#: Methods that are named as users of a type.
_SHOWN: Final = 8


def detail_lines(inspection: Inspection, subject: Subject, width: int) -> Iterator[str]:
    """Yield everything about a part of the library, as lines for a person, safe to print."""
    yield from map(visible, _lines(inspection, subject, width))


def _lines(inspection: Inspection, subject: Subject, width: int) -> Iterator[str]:
    match subject.kind:
        case "method":
            return _method(inspection, subject.key, width)
        case "type":
            return _type(inspection, subject.key)
        case "group":
            return _group(inspection, subject.key, width)


def _method(inspection: Inspection, symbol: Symbol, width: int) -> Iterator[str]:
    outlined, method = inspection.outline.methods[symbol], inspection.sdk.methods[symbol]
    operation = method.operation
    line = f"{outlined.path}({', '.join(outlined.arguments)}) {outlined.returns}".rstrip()
    if columns(line) <= width:
        yield line
    else:
        yield f"{outlined.path}("
        yield from (f"    {argument}," for argument in outlined.arguments)
        yield f") {outlined.returns}".rstrip()
    text = operation.summary or operation.description.strip().split("\n")[0]
    if text:
        yield ""
        yield f"  {text}"
    yield ""
    yield from (_row(label, text) for label, text in method_facts(inspection, symbol))


def method_facts(inspection: Inspection, symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of a method beside its signature, each with its label."""
    outlined, method = inspection.outline.methods[symbol], inspection.sdk.methods[symbol]
    operation = method.operation
    yield "sends", "  ".join((f"{operation.method.upper()} {operation.path}", *marks(method)))
    yield "document", _place(inspection, symbol)
    for reason in naming(operation, outlined, inspection.node(symbol)):
        yield "name", reason
    yield "module", f"{outlined.file}, the module of its group"
    yield "paging", _paging(inspection, method)
    if method.body is not None:
        yield "body", f"{method.body.media.content_type}{_body(method)}"
    for error in method.errors:
        yield "error", f"{error.status} {error.name}"
    yield "credentials", _credentials(inspection, method)
    yield from _findings(inspection, symbol)


def _body(method: Method) -> str:
    assert method.body is not None
    if method.body.flattened is not None:
        return ": its properties are arguments"
    return ": it is one argument"


def _paging(inspection: Inspection, method: Method) -> str:
    chosen = inspection.paging_choice(method.operation)
    if method.paging is not None:
        reason = (
            f"pagination.operations says {chosen!r}"
            if chosen != "auto"
            else "recognised by its parameters and its response"
        )
        dropped = method.operation.paging_dropped_parameters
        without = f"; without {', '.join(f'`{name}`' for name in dropped)}, of another way to page" if dropped else ""
        return f"{method.paging.kind}: {paging(method.paging)}{without} ({reason})"
    if method.operation.method.upper() != "GET":
        return "none: only GET is called page by page"
    if chosen == "none":
        return "none: pagination.operations says so"
    return "none: no convention fits its parameters and its response; pagination.operations can name one"


def _credentials(inspection: Inspection, method: Method) -> str:
    needed = method.security if method.security is not None else inspection.sdk.credentials.default
    if needed is None:
        return "those of the client"
    alternatives = [" with ".join(each.scheme or each.kind for each in together) or "none" for together in needed]
    return " or ".join(alternatives) or "none"


def _type(inspection: Inspection, symbol: Symbol) -> Iterator[str]:
    outlined = inspection.outline.types[symbol]
    declared = inspection.api.declarations[symbol]
    lines = [line.expandtabs(4) for line in inspection.outline.declaration(symbol)]
    yield from lines or (f"{outlined.name} ({kind_of(declared)})",)
    text = declared.description.strip().split("\n")[0]
    if text:
        yield ""
        yield f"  {text}"
    yield ""
    yield from (_row(label, text) for label, text in type_facts(inspection, symbol))


def type_facts(inspection: Inspection, symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of a type beside its declaration, each with its label."""
    outlined, plan = inspection.outline.types[symbol], inspection.sdk.types[symbol]
    yield "document", _place(inspection, symbol)
    yield "name", f"{outlined.name} from {origin(inspection.api.declarations[symbol].origin)}"
    yield "module", f"{outlined.file}: {outlined.placing}" if outlined.placing else outlined.file
    ways = [word for word, given in (("sent", plan.sent), ("received", plan.received)) if given]
    yield "direction", " and ".join(ways) or "neither sent nor received by any method"
    users = [inspection.outline.methods[each].path for each in _users(inspection, symbol)]
    if users:
        more = f", and {len(users) - _SHOWN:,} more" if len(users) > _SHOWN else ""
        yield "used by", ", ".join(users[:_SHOWN]) + more
    yield from _findings(inspection, symbol)


def _users(inspection: Inspection, symbol: Symbol) -> Iterator[Symbol]:
    """Yield the methods whose signature mentions a type."""
    for method in inspection.sdk.methods.values():
        kinds = [argument.type for argument in method.arguments] + list(method.result.types)
        kinds += [method.paging.item] if method.paging is not None else []
        if any(symbol in symbols_of(kind) for kind in kinds):
            yield method.symbol


def _group(inspection: Inspection, path: tuple[str, ...], width: int) -> Iterator[str]:
    group = next(each for each in inspection.sdk.groups() if each.path == path)
    yield from group_lines(group, inspection, width)
    text = group.description.strip().split("\n")[0]
    if text:
        yield ""
        yield f"  {text}"
    inner = [inspection.outline.groups[child.path] for child in group.groups]
    if inner:
        yield ""
        yield _row("groups", ", ".join(inner))


def _findings(inspection: Inspection, symbol: Symbol) -> Iterator[tuple[str, str]]:
    for entry in inspection.ledger.degraded():
        if entry.pointer[: len(symbol)] == symbol:
            where = inspection.locate(place_of(inspection, entry))
            yield "partly", f"{where}: {entry.name!r} ({entry.kind}): {entry.reason}"


def _place(inspection: Inspection, pointer: Pointer) -> str:
    return str(inspection.locate(pointer))


def _row(label: str, text: str) -> str:
    return f"  {label:<12}{text}"


def all_lines(found: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of several parts, an empty one between them."""
    for index, lines in enumerate(found):
        if index:
            yield ""
        yield from lines
