"""Limits of the Python target, entered into the ledger so that nobody finds out by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdksmith.diagnostics import Pointer
from sdksmith.media_types import FORM, essence, holds_values, is_json, is_multipart, is_range, is_text
from sdksmith.model import Any_, Declaration, Disposition, File, Ledger, Operation, Parameter, Response
from sdksmith.model.types import Symbol
from sdksmith.sdk import Body, Sdk
from sdksmith.sdk.results import chosen_media
from sdksmith.targets.python.client.credentials import unsupported
from sdksmith.targets.python.methods.serialization import fixed_headers, is_scalar


def record_limits(sdk: Sdk, ledger: Ledger) -> None:
    """Record each part of an operation that is sent in a simpler way than the document says."""
    api = sdk.api
    for pointer, keyword, reason in unsupported(api):
        ledger.record(pointer, "security", keyword, Disposition.DEGRADED, reason)
    for method in sdk.methods.values():
        for parameter in method.operation.parameters:
            for keyword, reason in _of_parameter(parameter):
                ledger.record(parameter.symbol, "parameter", keyword, Disposition.DEGRADED, reason)
        for pointer, kind, keyword, reason in _of_operation(method.operation, method.body, api.declarations):
            ledger.record(pointer, kind, keyword, Disposition.DEGRADED, reason)


def _of_parameter(parameter: Parameter) -> Iterator[tuple[str, str]]:
    if parameter.allow_reserved and parameter.location not in ("query", "querystring"):
        yield "allowReserved", "reserved characters are percent-encoded all the same outside of a query"
    content_type = parameter.content_type
    known = content_type is None or is_json(content_type) or is_text(content_type)
    if content_type is not None and not known and essence(content_type) != FORM:
        yield "content", f"the value is sent as text, as it stands, and not made into {content_type}"


def _of_operation(
    operation: Operation, body: Body | None, declarations: Mapping[Symbol, Declaration]
) -> Iterator[tuple[Pointer, str, str, str]]:
    for response in operation.responses:
        yield from _of_response(operation, response, declarations)
    if body is None or operation.body is None:
        return
    place = (*operation.symbol, "requestBody", "content", body.media.content_type)
    for keyword, reason in _of_body(body, declarations):
        yield place, "media-type", keyword, reason
    others = {media.content_type for media in operation.body.alternatives if media.type != body.media.type}
    for content_type in sorted(others):
        reason = f"the body is sent as {body.media.content_type}; this other form of it is not offered"
        yield (*operation.symbol, "requestBody"), "media-type", content_type, reason


def _of_response(
    operation: Operation, response: Response, declarations: Mapping[Symbol, Declaration]
) -> Iterator[tuple[Pointer, str, str, str]]:
    if not response.alternatives:
        return
    place = (*operation.symbol, "responses", response.status)
    media = chosen_media(response)
    content_type = media.content_type
    raw = not (holds_values(content_type) or is_range(content_type))
    if raw and not (isinstance(media.type, File | Any_) or is_scalar(media.type, declarations)):
        got = "text" if is_text(content_type) else "bytes"
        yield (*place, "content", content_type), "media-type", "schema", f"{content_type} is not decoded: it is {got}"
    if is_multipart(content_type):
        yield (
            *place,
            "content",
            content_type,
        ), "media-type", content_type, "the parts are not taken apart: it is bytes"
    others = {entry.content_type for entry in response.alternatives if entry.type != media.type}
    for other in sorted(others):
        yield place, "media-type", other, f"{content_type} is asked for; this other form of the response is not"


def _of_body(body: Body, declarations: Mapping[Symbol, Declaration]) -> Iterator[tuple[str, str]]:
    content_type = body.media.content_type
    if body.kind == "content" and not (
        isinstance(body.media.type, File | Any_) or is_scalar(body.media.type, declarations)
    ):
        yield "schema", f"a value is not made into {content_type}: the caller gives the bytes or the text"
    if body.kind not in ("form", "multipart"):
        return
    if body.flattened is None and body.media.encoding:
        yield "encoding", "the body is not an object with known properties: its parts are sent in the usual way"
        return
    for name, encoding in sorted(body.media.encoding.items()):
        if body.kind == "multipart" and encoding.style not in (None, "form"):
            yield f"encoding/{name}/style", "parts have no style: the value is sent in the usual way for its type"
        fixed = {header for header, _ in fixed_headers(encoding)}
        for header in encoding.headers:
            if header.name not in fixed and header.name.casefold() != "content-type":
                reason = (
                    "only constant headers of a part are sent; a file may bring its own: (name, content, type, headers)"
                )
                yield f"encoding/{name}/headers/{header.name}", reason
