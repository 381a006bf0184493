"""Return value of a call, and how it is read.

Computed from the successful responses of an operation, and from how it pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sdksmith.media_types import (
    EVENT_STREAM,
    essence,
    is_json,
    is_json_sequence,
    is_plain_json,
    is_range,
    is_text,
    is_xml,
)
from sdksmith.model import (
    Any_,
    Declaration,
    File,
    MediaType,
    Nullable,
    Operation,
    Primitive,
    Reference,
    Response,
    Type,
    Union_,
    object_of,
    resolve,
)
from sdksmith.model.types import Symbol

ResultKind: TypeAlias = Literal["data", "nothing", "events", "values", "download", "pages"]


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a call.

    Attributes
    ----------
    kind
        ``data`` is decoded JSON or text, ``events`` a stream of server-sent events, ``values`` a stream of JSON values,
        ``download`` a stream of bytes, ``pages`` the items of all pages.
    types
        The distinct types of the success responses, in order of status; for ``pages`` the page, for ``events`` and ``values`` one of them.
    optional
        Some success has no content.
    accept
        The ``Accept`` header, when it is not JSON.
    protocol_tag
        For events: the property that the ``event`` field tells.
    """

    kind: ResultKind
    types: tuple[Type, ...] = ()
    optional: bool = False
    accept: str = ""
    protocol_tag: str = ""


#: Results that are read while they come.
STREAMS: Final = ("events", "values", "download")

#: Statuses whose responses have no content, whatever a document says (RFC 9110 sections 15.3.5 and 15.3.6).
_WITHOUT_CONTENT: Final = frozenset(("204", "205"))


def choose_result(operation: Operation, declarations: Mapping[Symbol, Declaration]) -> Result:
    """Decide what the call of an operation returns."""
    successes = [response for response in operation.responses if response.is_success]
    if not successes:
        successes = [response for response in operation.responses if response.status == "default"]
    types: list[Type] = []
    content_types: list[str] = []
    texts = 0
    optional = False
    for response in successes:
        if not response.alternatives or response.status in _WITHOUT_CONTENT:
            optional = True
            continue
        media = chosen_media(response)
        content_types.append(media.content_type)
        kind = media.type
        is_stream = essence(media.content_type) == EVENT_STREAM or is_json_sequence(media.content_type)
        if is_text(media.content_type) and not is_stream and _is_text(kind, declarations):
            texts += 1
            kind = _text_type(kind, declarations)
        if kind not in types:
            types.append(kind)
    if not types:
        return Result("nothing")
    if operation.pagination is not None and len(types) == 1:
        return Result("pages", tuple(types))
    if texts and all(is_json(name) or (is_text(name) and essence(name) != EVENT_STREAM) for name in content_types):
        # Which of them a response is, its own content type says.
        return Result("data", tuple(types), optional, ", ".join(dict.fromkeys(content_types)))
    content_type = content_types[0]
    if is_json(content_type) or (is_range(content_type) and not any(isinstance(kind, File) for kind in types)):
        usual = is_range(content_type) or is_plain_json(content_type)
        return Result("data", tuple(types), optional, "" if usual else content_type)
    if essence(content_type) == EVENT_STREAM:
        return Result("events", tuple(types), optional, "", _protocol_tag(types[0], declarations))
    if is_json_sequence(content_type):
        return Result("values", tuple(types), optional, content_type)
    if is_xml(content_type):
        return Result("data", (Primitive("string"),), optional, content_type)
    return Result("download", (), optional, content_type)


def chosen_media(response: Response) -> MediaType:
    """Return the representation that is asked for: JSON if it is offered, else the first."""
    json = (entry for entry in response.alternatives if is_json(entry.content_type))
    return next(json, response.alternatives[0])


def _is_text(kind: Type, declarations: Mapping[Symbol, Declaration]) -> bool:
    if isinstance(kind, Nullable):
        kind = kind.inner
    return isinstance(kind, Primitive | Any_) or (isinstance(kind, Reference) and object_of(kind, declarations) is None)


def _text_type(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Type:
    """Return the type of a plain text: a number or a truth value where the document says so, else a text."""
    inner = resolve(kind, declarations, through_null=True)
    is_scalar = isinstance(inner, Primitive) and inner.name in ("integer", "number", "boolean")
    return inner if is_scalar else Primitive("string")


def _protocol_tag(kind: Type, declarations: Mapping[Symbol, Declaration]) -> str:
    declared = declarations.get(kind.symbol) if isinstance(kind, Reference) else None
    if isinstance(declared, Union_) and declared.discriminator is not None and declared.discriminator.protocol:
        return declared.discriminator.property
    return ""
