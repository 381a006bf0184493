"""What a method sends: which representation of the body, and whether its properties become parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdksmith.media_types import FORM, essence, is_json, is_json_sequence, is_multipart, is_range
from sdksmith.model import (
    Any_,
    Declaration,
    File,
    MediaType,
    Nullable,
    Operation,
    Primitive,
    object_of,
    resolve,
)
from sdksmith.model.types import Symbol

BodyKind = Literal["json", "form", "multipart", "lines", "content"]


@dataclass(frozen=True)
class Body:
    """The body of a method.

    Attributes
    ----------
    kind
        How the runtime encodes it: ``lines`` is a sequence of JSON values, ``content`` bytes or text that are sent as they are.
    flattened
        The symbol of the object whose properties are parameters; ``None``: one parameter, ``request``.
    required
        Whether ``request`` must be given.
    """

    kind: BodyKind
    media: MediaType
    flattened: Symbol | None
    required: bool


def choose_body(operation: Operation, declarations: Mapping[Symbol, Declaration]) -> Body | None:
    """Choose the representation to send: JSON before a form, a form before multipart, then whatever there is."""
    if operation.body is None or not operation.body.alternatives:
        return None
    kinds: list[tuple[BodyKind, MediaType]] = [
        (_kind(media, declarations), media) for media in operation.body.alternatives
    ]
    kind, media = min(kinds, key=lambda entry: _RANKS[entry[0]])
    found = object_of(media.type, declarations) if kind not in ("content", "lines") else None
    required = operation.body.required and not isinstance(media.type, Nullable | Any_)
    return Body(kind, media, found.symbol if found is not None else None, required)


_RANKS = {"json": 0, "form": 1, "multipart": 2, "lines": 3, "content": 4}


def _kind(media: MediaType, declarations: Mapping[Symbol, Declaration]) -> BodyKind:
    content_type = media.content_type
    # What may be anything is sent as JSON, if it is made of values.
    if is_json(content_type) or (is_range(content_type) and not isinstance(media.type, File | Primitive)):
        return "json"
    if essence(content_type) == FORM:
        # A form that is a text has no fields; it is given as it is to be sent.
        return "content" if isinstance(resolve(media.type, declarations), File | Primitive) else "form"
    if is_json_sequence(content_type):
        return "lines"
    return "multipart" if is_multipart(content_type) else "content"
