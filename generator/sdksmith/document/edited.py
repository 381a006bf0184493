"""A document that differs from one that was loaded before in some schemas of its components, and in nothing else.

What was checked then need not be checked again: of the new document only those schemas are, and only in the ordinary case,
where all is well and each reference leads to a schema by its name. In any other the document has to be loaded in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostics
from sdksmith.document.files import Library
from sdksmith.document.grammar import SCHEMA
from sdksmith.document.loading import Document, read_root
from sdksmith.document.pointers import is_object
from sdksmith.document.reading import InputProblem
from sdksmith.document.structure import Walker
from sdksmith.document.trail import Trail
from sdksmith.document.upgrade import honour_nullable

#: A reference to a schema of the components, by its name alone.
_BY_NAME = re.compile(r"#/components/schemas/([^/%~]+)\Z")
#: Keywords that give a schema other names, or references another base.
_NAMING_KEYWORDS = re.compile(rb"\$(?:id|anchor|dynamicAnchor|dynamicRef|schema)\b")


@dataclass(frozen=True)
class Written:
    """What a tree holds, for comparisons.

    Attributes
    ----------
    rest
        Digest of it without the schemas of the components, but with their names, in their order.
    schemas
        Those schemas, each as MessagePack, which keeps the order of members and tells 1 from 1.0 and from true.
    """

    rest: str
    schemas: dict[str, bytes]


def write_down(tree: Any) -> Written | None:
    """Return what a tree holds; ``None`` without schemas, or with values that can't be written."""
    components = tree.get("components") if is_object(tree) else None
    schemas = components.get("schemas") if is_object(components) else None
    if not is_object(components) or not is_object(schemas):
        return None
    try:
        encoded = {name: msgspec.msgpack.encode(schema) for name, schema in schemas.items()}
        rest = msgspec.msgpack.encode({**tree, "components": {**components, "schemas": list(schemas)}})
    except (ValueError, OverflowError):
        # Half of a surrogate pair, or a number of more than 64 bits.
        return None
    return Written(sha256(rest).hexdigest(), encoded)


def is_as_read(document: Document, written: Written) -> bool:
    """Whether a document is what its text says: nothing was put right, made absolute or upgraded after reading it."""
    text = document.text()
    if text is None:
        return False
    try:
        read = msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError):
        return False
    return write_down(read) == written


def load_edited(
    source: str, limits: LoadConfig, before: Written, *, entered: frozenset[str] = frozenset()
) -> Document | None:
    """Load a document that differs from an earlier one in schemas only.

    Parameters
    ----------
    source
        A path.
    before
        The earlier document, which was as its text said, and about which there was nothing to tell.
    entered
        Schemas that others refer into.

    Returns
    -------
    Document or None
        What :func:`~sdksmith.document.loading.load` would return; it knows the references of changed schemas only.
        ``None`` where it has to be loaded in full.
    """
    base = Path.cwd()
    try:
        root = read_root(source, limits, base, None)
    except InputProblem:
        return None
    written = write_down(root.tree)
    if written is None or written.rest != before.rest or root.format != "json":
        return None
    schemas = root.tree["components"]["schemas"]
    changed = [name for name, schema in written.schemas.items() if schema != before.schemas.get(name)]
    diagnostics = Diagnostics()
    trail = Trail(root)
    walker = Walker(diagnostics, root, trail)
    for name in changed:
        if name in entered or not is_object(schemas[name]) or "$ref" in schemas[name]:
            return None
        if any(map(_NAMING_KEYWORDS.search, (written.schemas[name], before.schemas[name]))):
            return None
        walker.walk(schemas[name], SCHEMA, ("components", "schemas", name), root, scan_data=True)
    texts = [site.text for site in walker.references]
    texts += [value for site in walker.mappings for value in site.mapping.values() if isinstance(value, str)]
    named = [_BY_NAME.match(text) for text in texts]
    if any(found is None or found[1] not in schemas for found in named):
        return None
    if len(diagnostics) or walker.faults or any(site.data for site in walker.references):
        return None
    honour_nullable(walker.schemas)
    if any(msgspec.msgpack.encode(schemas[name]) != written.schemas[name] for name in changed):
        # Something was put right.
        return None
    library = Library(root, root.limits, base)
    version = str(root.tree.get("openapi"))
    return Document(root.tree, version, root.name, root, {}, trail, library, base, [], {}, walker.references)
