"""The library as a tree: a line for each method, as wide as the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from sdksmith.inspection.facts import credentials, marks
from sdksmith.inspection.ledger import partial_lines
from sdksmith.report import visible

if TYPE_CHECKING:
    from sdksmith.outline import Outline, OutlinedMethod
    from sdksmith.pipeline import Inspection
    from sdksmith.sdk import MethodGroup

#: What is only partly supported and named below the tree.
_SHOWN: Final = 10
#: Columns between a signature and what is sent.
_GAP: Final = 2
#: Columns before what continues a line.
_INDENT: Final = 6
#: A space at which no line ends.
_TOGETHER: Final = "\0"


def tree_lines(inspection: Inspection, width: int) -> Iterator[str]:
    """Yield the library as lines for a person, safe to print.

    Parameters
    ----------
    width
        Columns of the terminal. A line is longer only where a single word is, or where it names a place in the document: that
        stays on one line, for editors to find it.
    """
    api, outline = inspection.api, inspection.outline
    title = f"{api.info.title or 'untitled'} {api.info.version}".strip()
    yield from _wrapped(f"{title} ({inspection.source})", width)
    if outline.construction:
        yield from _wrapped(f"{outline.language}: client = {outline.construction}", width)
    for group in inspection.sdk.groups():
        if group.methods:
            yield ""
            yield from group_lines(group, inspection, width)
    yield ""
    for fact in (*_credentials(inspection), *_servers(inspection), *_incoming(inspection), _types(inspection)):
        yield from _wrapped(fact, width)
    yield from partial_lines(inspection, _SHOWN)


def group_lines(group: MethodGroup, inspection: Inspection, width: int) -> Iterator[str]:
    """Yield the expression of a group, and a line or two for each of its methods."""
    outline = inspection.outline
    yield visible(outline.groups[group.path])
    routes = width // 2
    # By their names, as a reader looks for them.
    for method in sorted(group.methods, key=lambda method: outline.methods[method.symbol].name):
        operation, outlined = method.operation, outline.methods[method.symbol]
        route = visible("  ".join((f"{operation.method.upper()} {operation.path}", *marks(method))))
        signature = visible(_signature(outlined, width - 3))
        shown = f"  .{signature}"
        if columns(shown) + _GAP <= routes and routes + columns(route) <= width:
            yield shown + " " * (routes - columns(shown)) + route
        elif columns(shown) + _GAP + columns(route) <= width:
            yield f"{shown}{' ' * _GAP}{route}"
        elif columns(shown) <= width:
            yield shown
            yield from _continued(route.replace(" ", _TOGETHER, 1), width)
        else:
            yield shown.removesuffix(f" {visible(outlined.returns)}")
            yield from _continued(visible(outlined.returns), width)
            yield from _continued(route.replace(" ", _TOGETHER, 1), width)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(visible(text), width, subsequent_indent=" " * _INDENT, break_long_words=False, break_on_hyphens=False)


def _continued(text: str, width: int) -> Iterator[str]:
    for line in wrap(text, width - _INDENT, break_long_words=False, break_on_hyphens=False):
        yield " " * _INDENT + line.replace(_TOGETHER, " ")


def _signature(method: OutlinedMethod, room: int) -> str:
    """Return a call on one line; arguments that don't fit are left out from the end."""
    shown = list(method.brief)
    while True:
        text = f"{method.name}({', '.join(shown)}) {method.returns}"
        if columns(text) <= room or shown in ([], ["..."]):
            return text.rstrip()
        if shown[-1] == "...":
            shown.pop()
        if shown:
            shown[-1] = "..."


def columns(text: str) -> int:
    """Return the columns that a terminal gives a text."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _credentials(inspection: Inspection) -> Iterator[str]:
    found = credentials(inspection)
    yield f"Credentials: {', '.join(found) or 'none'}"


def _servers(inspection: Inspection) -> Iterator[str]:
    urls = list(dict.fromkeys(server.url for server in inspection.sdk.servers.environments))
    yield f"Servers: {', '.join(urls)}"


def _incoming(inspection: Inspection) -> Iterator[str]:
    requests = inspection.api.incoming()
    if requests:
        names = ", ".join(dict.fromkeys(request.name for request in requests))
        yield f"Requests from the API: {len(requests):,} ({names})"


def _types(inspection: Inspection) -> str:
    kinds = kinds_of(inspection, inspection.outline)
    parts = [f"{count:,} {kind}{'' if count == 1 else _PLURALS[kind]}" for kind, count in kinds.items()]
    listed = f" ({', '.join(parts)})" if parts else ""
    return f"Types: {sum(kinds.values()):,}{listed}"


_PLURALS: Final = {"alias": "es", "enum": "s", "object": "s", "union": "s"}


def kinds_of(inspection: Inspection, outline: Outline) -> dict[str, int]:
    """Return how many types of each kind the library has."""
    declarations = inspection.api.declarations
    kinds = Counter(kind_of(declarations[symbol]) for symbol in outline.types)
    return dict(sorted(kinds.items()))


def kind_of(declared: object) -> str:
    """Return the kind of a declaration in a word."""
    return type(declared).__name__.rstrip("_").lower()
