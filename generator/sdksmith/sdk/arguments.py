"""The arguments of a call: what a caller gives, in which order, what may be left out, and what it means to give null.

Computed from the parameters of an operation and from its chosen body (:mod:`sdksmith.sdk.bodies`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sdksmith.media_types import is_json, is_text
from sdksmith.model import (
    Any_,
    Array,
    Declaration,
    Encoding,
    File,
    Nullable,
    Operation,
    Parameter,
    Primitive,
    Property,
    Type,
    all_properties,
    object_at,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.bodies import Body

ArgumentLocation: TypeAlias = Literal["path", "query", "querystring", "header", "cookie", "body"]

#: ``required``: a value must be given. ``optional``: it may be left out. ``nullable``: the document wants it there, and null
#: is one of its values. ``clearable``: it may be left out, or be null, each with a meaning of its own.
Presence: TypeAlias = Literal["required", "optional", "nullable", "clearable"]

#: ``page``, ``size`` and ``totals`` choose a page, the size of one, and whether totals come with it; ``file`` takes bytes, or
#: several times bytes; ``body`` is the whole body.
Role: TypeAlias = Literal["plain", "page", "size", "totals", "file", "body"]


@dataclass(frozen=True, kw_only=True)
class Argument:
    """Something that a caller gives.

    Attributes
    ----------
    source
        The parameter, or the property of a flattened body, that it stands for; ``None`` for a whole body.
    location
        Where it is sent; ``body`` also for the properties of a flattened body.
    wire_name
        Of the parameter or property; ``""`` for a whole body.
    type
        What is given, as the model has it. A part of a multipart body that is binary is a :class:`~sdksmith.model.File`.
    presence
        What may be left out. A path parameter is never ``nullable``: null can't stand in a path.
    role
        What it is for.
    default
        What the client itself sends when nothing is given: one JSON value in a tuple, or ``()`` for nothing. Only arguments
        that choose pages have one; documented defaults are never sent.
    """

    source: Parameter | Property | None
    location: ArgumentLocation
    wire_name: str
    type: Type
    presence: Presence
    role: Role = "plain"
    default: tuple[Any, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Key that distinguishes it from the other arguments of its call."""
        return self.location, self.wire_name

    @property
    def is_required(self) -> bool:
        """Whether there is no call without it."""
        return self.presence == "required"

    @property
    def is_field(self) -> bool:
        """Whether it is a property of a flattened body."""
        return self.location == "body" and self.source is not None


def arguments_of(
    operation: Operation, body: Body | None, declarations: Mapping[Symbol, Declaration]
) -> tuple[Argument, ...]:
    """Return the arguments of a call.

    Path parameters come first, in the order of the path; then what is required, then what may be left out, each in the order
    of the document: parameters before the properties of the body.
    """
    found = [_parameter(operation, entry) for entry in operation.parameters]
    if body is not None and body.flattened is not None:
        properties = all_properties(object_at(body.flattened, declarations), declarations)
        found.extend(_field(body, entry, declarations) for entry in properties)
    elif body is not None:
        found.append(_whole(body))
    path_order = {name: index for index, name in enumerate(_placeholders(operation.path))}
    path = sorted(
        (argument for argument in found if argument.location == "path"),
        key=lambda argument: path_order.get(argument.wire_name, len(path_order)),
    )
    rest = [argument for argument in found if argument.location != "path"]
    required = [argument for argument in rest if argument.is_required]
    return (*path, *required, *(argument for argument in rest if not argument.is_required))


def _presence(*, required: bool, nullable: bool) -> Presence:
    if required:
        return "nullable" if nullable else "required"
    return "clearable" if nullable else "optional"


def _parameter(operation: Operation, entry: Parameter) -> Argument:
    nullable = isinstance(entry.type, Nullable) and entry.location != "path"
    presence = _presence(required=entry.required, nullable=nullable)
    role, default = _paging(operation, entry)
    return Argument(
        source=entry,
        location=entry.location,
        wire_name=entry.name,
        type=entry.type,
        presence=presence,
        role=role,
        default=() if presence == "required" else default,
    )


def _paging(operation: Operation, entry: Parameter) -> tuple[Role, tuple[Any, ...]]:
    """Return what a parameter is for in paging, and what the client sends when it is not given."""
    pagination = operation.pagination
    if pagination is None or entry.location != "query":
        return "plain", ()
    usual = pagination.has_defaults
    if entry.name == pagination.page_parameter:
        # Some APIs count their pages from 1.
        first = max(_whole_number(entry.constraints.get("minimum")), *map(_whole_number, entry.default), 0)
        return "page", (first,) if usual and pagination.kind == "offset" else ()
    if entry.name == pagination.size_parameter:
        return "size", (min(50, _whole_number(entry.constraints.get("maximum")) or 50),) if usual else ()
    if entry.name == pagination.totals_parameter:
        return "totals", (True,) if usual else ()
    return "plain", ()


def _field(body: Body, entry: Property, declarations: Mapping[Symbol, Declaration]) -> Argument:
    kind = entry.type
    if body.kind == "multipart":
        kind = part_type(kind, body.media.encoding.get(entry.name), declarations)
    presence = _presence(required=body.required and _is_needed(entry), nullable=entry.nullable)
    return Argument(
        source=entry,
        location="body",
        wire_name=entry.name,
        type=kind,
        presence=presence,
        role="file" if _is_file(kind) else "plain",
    )


def _is_needed(entry: Property) -> bool:
    """Whether a body must have a property; what only the server writes is not asked for."""
    return entry.required and not entry.read_only


def needed_fields(body: Body | None, arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Return what has to be given once anything of a body is; empty unless it may be left out as a whole."""
    if body is None or body.required or body.flattened is None:
        return ()
    return tuple(
        argument for argument in arguments if isinstance(argument.source, Property) and _is_needed(argument.source)
    )


def _whole(body: Body) -> Argument:
    nullable = isinstance(body.media.type, Nullable | Any_)
    presence = _presence(required=body.required, nullable=nullable)
    return Argument(source=None, location="body", wire_name="", type=body.media.type, presence=presence, role="body")


def part_type(kind: Type, encoding: Encoding | None, declarations: Mapping[Symbol, Declaration]) -> Type:
    """Return the type of a property of a multipart body: files, and arrays of them, are such."""
    inner = resolve(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    if isinstance(inner, Array):
        item = part_type(inner.item, encoding, declarations)
        return Array(item) if isinstance(item, File) else kind
    if isinstance(inner, Any_) and encoding is not None and encoding.content_types:
        # 3.1 leaves the schema of bytes empty (section 4.8.14.3); what they are then only the encoding says.
        return kind if any(is_json(name) or is_text(name) for name in encoding.content_types) else File()
    binary = isinstance(inner, Primitive) and inner.name == "string" and inner.format in ("binary", "byte")
    return File() if binary or isinstance(inner, File) else kind


def _is_file(kind: Type) -> bool:
    return isinstance(kind.item if isinstance(kind, Array) else kind, File)


def _whole_number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _placeholders(path: str) -> list[str]:
    return [part.split("}")[0] for part in path.split("{")[1:]]
