"""A run after a small edit of the document: what an earlier run left, and the few files that the edit changes.

The edits are those inside of schemas of the components that take and give no names: a text, a limit, a property of a plain
type, a value of an enum. The document is read as ever; of its schemas those are parsed that changed or that refer to such a
one, as they were and as they are. Only where both ways lead to the same place in everything that more than a few files depend
on, files are made anew, and only if the same code makes of the earlier document the files that are kept of it, byte for byte.
In all other cases the answer is that the run has to be made in full. docs/decisions/0014-speed-and-cache.md says why that
can be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostic, Pointer
from sdksmith.document import Document, Written, is_as_read, load_edited, write_down
from sdksmith.model import Api, Declaration, Ledger, LedgerEntry, Object
from sdksmith.model.types import Symbol
from sdksmith.output import Renderer, format_sources
from sdksmith.parser.excerpt import (
    Excerpt,
    GroupOutline,
    NotInExcerptError,
    References,
    find_references,
    outline_groups,
)
from sdksmith.sameness import same
from sdksmith.targets.python.kept import Kept
from sdksmith.targets.python.replan import Replanned, replan

#: Beyond this many schemas and paths to be parsed twice, a run in full is hardly slower.
_MOST_PARTS = 500


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What a run in full leaves for runs after an edit.

    Attributes
    ----------
    rest
        Digest of the document without the schemas of its components, but with their names.
    schemas
        Those schemas, by name.
    references
        Who refers to whom in the document.
    is_as_read
        Whether there was nothing to tell of the document, and it was as its text says, so that a look at what changed
        is enough to load an edited one.
    groups
        The groups of the API.
    kept
        What the target keeps of its plan.
    tree, digests
        Key of the tree that was made, and the SHA-256 of its files, in hexadecimal.
    operations, types
        How many there are.
    diagnostics
        What the parser and the target found.
    entries, unaccounted
        What the ledger has of things that did not come through whole.
    """

    rest: str
    schemas: dict[str, bytes]
    references: References
    is_as_read: bool
    groups: list[GroupOutline]
    kept: Kept
    tree: str
    digests: dict[str, str]
    operations: int
    types: int
    diagnostics: tuple[Diagnostic, ...]
    entries: tuple[LedgerEntry, ...]
    unaccounted: tuple[tuple[Pointer, str], ...]

    def ledger(self) -> Ledger:
        """Return a ledger with what did not come through whole."""
        ledger = Ledger()
        ledger.entries.extend(self.entries)
        ledger.unaccounted.extend(self.unaccounted)
        return ledger


def make_basis(
    document: Document,
    api: Api,
    ledger: Ledger,
    diagnostics: tuple[Diagnostic, ...],
    kept: Kept,
    *,
    tree: str,
    digests: Mapping[str, str],
    nothing_told: bool,
) -> bytes | None:
    """Return the basis of a run as an entry of the cache, or ``None`` when it would be of no use.

    Parameters
    ----------
    diagnostics
        What the parser and the target found.
    tree, digests
        Key of the tree that was made, and the SHA-256 of its files, in hexadecimal.
    nothing_told
        Whether nothing was found when the document was loaded.
    """
    found = write_down(document.tree) if document.is_as_written else None
    links = any(response.links for operation in api.operations() for response in operation.responses)
    # What extends an object that is read as its sub-types, and what doesn't, is a matter of the whole document.
    inherited = any(isinstance(declared, Object) and declared.subtypes for declared in api.declarations.values())
    if found is None or links or inherited or api.incoming():
        return None
    basis = Basis(
        rest=found.rest,
        schemas=found.schemas,
        references=find_references(document),
        is_as_read=nothing_told and document.version[:3] != "3.0" and is_as_read(document, found),
        groups=outline_groups(api),
        kept=kept,
        tree=tree,
        digests=dict(digests),
        operations=len(api.operations()),
        types=len(api.declarations),
        diagnostics=diagnostics,
        entries=tuple(ledger.degraded()),
        unaccounted=tuple(ledger.unaccounted),
    )
    return msgspec.msgpack.encode(basis)


def read_basis(data: bytes) -> Basis | None:
    """Read what :func:`make_basis` made; ``None`` for anything else."""
    try:
        return msgspec.msgpack.decode(data, type=Basis)
    except (msgspec.MsgspecError, ValueError):
        return None


def load_after_edit(basis: Basis, source: str, config: Config) -> Document | None:
    """Load a document of which only schemas changed; ``None`` where it has to be loaded in full."""
    if not basis.is_as_read:
        return None
    before = Written(basis.rest, basis.schemas)
    return load_edited(source, config.input, before, entered=frozenset(basis.references.entered))


def edited_files(
    basis: Basis, document: Document, config: Config, target: str, tree: Mapping[str, bytes]
) -> dict[str, bytes] | None:
    """Return the files of an edited document that are others than before.

    Parameters
    ----------
    basis, tree
        Of the document as it was, and what was made of it.

    Returns
    -------
    dict or None
        Path -> content; ``None`` where the run has to be made in full.
    """
    found = write_down(document.tree) if document.is_as_written else None
    if found is None or found.rest != basis.rest or list(found.schemas) != list(basis.schemas):
        return None
    changed = [name for name, schema in found.schemas.items() if schema != basis.schemas[name]]
    if not changed:
        return {}
    try:
        replanned = _replanned(basis, document, config, changed)
    except (NotInExcerptError, LookupError, RecursionError):
        # Something that was not kept, or that is not told by where it stands.
        return None
    if replanned is None:
        return None
    renderer = Renderer(target)
    before, after = (
        {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}
        for texts in (format_sources(renderer.render(files), files) for files in (replanned.before, replanned.after))
    )
    if before.keys() != after.keys() or any(tree.get(path) != content for path, content in before.items()):
        return None
    return {path: content for path, content in after.items() if content != before[path]}


def _replanned(basis: Basis, document: Document, config: Config, changed: list[str]) -> Replanned | None:
    schemas: dict[str, Any] = dict(document.tree["components"]["schemas"])
    for name in changed:
        schemas[name] = msgspec.msgpack.decode(basis.schemas[name])
    symbols = basis.kept.symbols
    before = Excerpt(document.with_schemas(schemas), config, symbols)
    after = Excerpt(document, config, symbols)
    declared = _declared(before, after, basis.references, changed)
    if declared is None:
        return None
    return replan(
        basis.kept,
        config,
        lambda wanted: before.api(basis.groups, wanted),
        lambda wanted: after.api(basis.groups, wanted),
        declared,
    )


def _declared(
    before: Excerpt, after: Excerpt, references: References, changed: list[str]
) -> dict[Symbol, tuple[Declaration, Declaration]] | None:
    """Parse what an edit may have changed, and return the declarations as they were and as they are.

    Returns
    -------
    dict or None
        ``None`` when more changed than declarations: what there is of them, an operation, or what the ledger tells.
    """
    places = references.users_of(changed) | {("components", "schemas", name) for name in changed}
    if len(places) > _MOST_PARTS or any(place[0] not in ("components", "paths") for place in places):
        return None
    for place in sorted(places):
        if place[0] == "paths":
            if not same(before.path(place[1]), after.path(place[1])):
                return None
        elif place[1] == "schemas":
            before.component(place[2])
            after.component(place[2])
    told = ((part.ledger.entries, part.ledger.unaccounted, list(part.diagnostics)) for part in (before, after))
    if not same(*told):
        return None
    first, second = dict(before.declared()), dict(after.declared())
    if first.keys() != second.keys():
        return None
    return {symbol: (declared, second[symbol]) for symbol, declared in first.items()}
