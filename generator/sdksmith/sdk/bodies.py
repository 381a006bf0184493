"""Request body of a call: which content type is sent, and whether its properties become arguments.

Computed from the request body of an operation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sdksmith.media_types import FORM, essence, is_json, is_json_sequence, is_multipart, is_range
from sdksmith.model import (
    Array,
    Declaration,
    File,
    MediaType,
    Object,
    Operation,
    Primitive,
    object_of,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.policy import Policy
from sdksmith.sdk.polymorphism import has_subtypes

BodyKind: TypeAlias = Literal["json", "form", "multipart", "lines", "content"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The body of a method.

    Attributes
    ----------
    kind
        How it is encoded: ``lines`` is a sequence of JSON values, ``content`` bytes or text that are sent as they are.
    flattened
        The symbol of the object whose properties are arguments of their own; ``None``: the body is one argument, as it is
        where sub-types of the object may be sent.
    required
        The document does not say that it may be left out.
    """

    kind: BodyKind
    media: MediaType
    flattened: Symbol | None
    required: bool


def choose_body(operation: Operation, declarations: Mapping[Symbol, Declaration], policy: Policy) -> Body | None:
    """Choose the representation to send: JSON before a form, a form before multipart, then whatever there is."""
    if operation.body is None or not operation.body.alternatives:
        return None
    kinds: list[tuple[BodyKind, MediaType]] = [
        (_kind(media, declarations), media) for media in operation.body.alternatives
    ]
    kind, media = min(kinds, key=lambda entry: _RANKS[entry[0]])
    found = object_of(media.type, declarations) if kind not in ("content", "lines") else None
    return Body(
        kind=kind,
        media=media,
        flattened=found.symbol if found is not None and policy.flatten_bodies and _is_flat(kind, found) else None,
        required=operation.body.required,
    )


_RANKS: Final = {"json": 0, "form": 1, "multipart": 2, "lines": 3, "content": 4}


def _is_flat(kind: BodyKind, declared: Object) -> bool:
    """Whether all that can be sent are the properties of an object; its sub-types have others.

    The parts of a multipart body have encodings of their own, which only properties that are known can be given.
    """
    return kind == "multipart" or not has_subtypes(declared)


def _kind(media: MediaType, declarations: Mapping[Symbol, Declaration]) -> BodyKind:
    content_type = media.content_type
    # What may be anything is sent as JSON, if it is made of values.
    if is_json(content_type) or (is_range(content_type) and not isinstance(media.type, File | Primitive)):
        return "json"
    if essence(content_type) == FORM:
        # A form that is a text, or a list, has no fields; it is given as it is to be sent.
        return "content" if isinstance(resolve(media.type, declarations), File | Primitive | Array) else "form"
    if is_json_sequence(content_type):
        return "lines"
    if is_multipart(content_type) and not isinstance(resolve(media.type, declarations), Array):
        return "multipart"
    return "content"
