"""What of a declaration decides about more than the code that it stands in.

Texts, limits, defaults, examples and the properties of plain types change what is printed for a declaration and for those
that use it. Names, modules, plain forms and tags don't depend on them, and neither does the kind of any type.
"""

from __future__ import annotations

from dataclasses import replace

from sdksmith.model import (
    Any_,
    Array,
    Declaration,
    Enum,
    File,
    Map,
    Nullable,
    Object,
    Primitive,
    Property,
    Type,
)


def outline(declared: Declaration, *, is_tag: bool = True) -> Declaration:
    """Return a declaration without what only its own code and that of its users depends on.

    Parameters
    ----------
    is_tag
        Whether the values of an enum may tell the variants of a union apart.
    """
    bare = replace(declared, title="", description="", deprecated=False, lifecycle=None)
    if isinstance(bare, Object):
        kept = (
            Property(entry.name, entry.type, required=False) for entry in bare.properties if not _is_plain(entry.type)
        )
        return replace(bare, properties=tuple(kept), examples=())
    if isinstance(bare, Enum) and not is_tag:
        return replace(bare, values=())
    return bare


def _is_plain(kind: Type) -> bool:
    """Whether a type is made of scalars, and of none that is one value alone, which might tell a variant."""
    while isinstance(kind, Array | Map | Nullable):
        kind = kind.item if isinstance(kind, Array) else kind.value if isinstance(kind, Map) else kind.inner
    return isinstance(kind, Primitive | Any_ | File)
