"""What a method sends: which representation of the body, and whether its properties become parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdksmith.model import Alias, Any_, Declaration, MediaType, Nullable, Object, Operation, Reference, Type
from sdksmith.model.types import Symbol

BodyKind = Literal["json", "form", "multipart", "content"]


@dataclass(frozen=True)
class Body:
    """The body of a method.

    Attributes
    ----------
    kind
        How the runtime encodes it.
    flattened
        The object whose properties are parameters; ``None``: one parameter, ``request``.
    required
        Whether ``request`` must be given.
    """

    kind: BodyKind
    media: MediaType
    flattened: Object | None
    required: bool


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON, by name or suffix (RFC 6839)."""
    essence = content_type.split(";")[0].strip().casefold()
    return essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")


def choose_body(operation: Operation, declarations: Mapping[Symbol, Declaration]) -> Body | None:
    """Choose the representation to send: JSON before a form, a form before multipart, then whatever there is."""
    if operation.body is None or not operation.body.alternatives:
        return None
    ranked = sorted(operation.body.alternatives, key=lambda media: _RANKS[_kind(media.content_type)])
    media = ranked[0]
    kind = _kind(media.content_type)
    flattened = object_of(media.type, declarations) if kind != "content" else None
    required = operation.body.required and not isinstance(media.type, Nullable | Any_)
    return Body(kind, media, flattened, required)


_RANKS = {"json": 0, "form": 1, "multipart": 2, "content": 3}


def _kind(content_type: str) -> BodyKind:
    essence = content_type.split(";")[0].strip().casefold()
    if is_json(content_type):
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    return "multipart" if essence.startswith("multipart/") else "content"


def object_of(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Object | None:
    """Return the object with properties that a type is, through aliases; ``None`` for anything else, null included."""
    seen: set[Symbol] = set()
    while isinstance(kind, Reference) and kind.symbol not in seen:
        seen.add(kind.symbol)
        declared = declarations.get(kind.symbol)
        if isinstance(declared, Object):
            return declared
        if not isinstance(declared, Alias):
            return None
        kind = declared.target
    return None
