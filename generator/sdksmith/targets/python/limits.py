"""What the Python target can't express yet, entered into the ledger so that nobody finds out by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdksmith.diagnostics import Pointer
from sdksmith.media_types import FORM, essence, is_json, is_text
from sdksmith.model import Api, Ledger, Operation, Outcome, Parameter
from sdksmith.model.types import Symbol
from sdksmith.targets.python.bodies import Body
from sdksmith.targets.python.security import unsupported


def record_limits(api: Api, bodies: Mapping[Symbol, Body], ledger: Ledger) -> None:
    """Record each part of an operation that is sent in a simpler way than the document says."""
    for pointer, keyword, reason in unsupported(api):
        ledger.record(pointer, "security", keyword, Outcome.DEGRADED, reason)
    for operation in api.operations():
        for parameter in operation.parameters:
            for keyword, reason in _of_parameter(parameter):
                ledger.record(parameter.symbol, "parameter", keyword, Outcome.DEGRADED, reason)
        for pointer, kind, keyword, reason in _of_operation(operation, bodies.get(operation.symbol)):
            ledger.record(pointer, kind, keyword, Outcome.DEGRADED, reason)


def _of_parameter(parameter: Parameter) -> Iterator[tuple[str, str]]:
    if parameter.allow_reserved and parameter.location not in ("query", "querystring"):
        yield "allowReserved", "reserved characters are percent-encoded all the same outside of a query"
    content_type = parameter.content_type
    known = content_type is None or is_json(content_type) or is_text(content_type)
    if content_type is not None and not known and essence(content_type) != FORM:
        yield "content", f"the value is sent as text, as it stands, and not made into {content_type}"


def _of_operation(operation: Operation, body: Body | None) -> Iterator[tuple[Pointer, str, str, str]]:
    for server in operation.servers[:1]:
        if "{" in server.url or not server.url.startswith(("http://", "https://")):
            reason = (
                f"a server of its own with variables or without a host is not supported yet: {server.url!r} is ignored"
            )
            yield operation.symbol, "operation", "servers", reason
    if body is None or operation.body is None:
        return
    if body.media.encoding:
        reason = "parts are sent in the usual way for their types; what the encoding says is ignored"
        yield (*operation.symbol, "requestBody"), "media-type", "encoding", reason
    others = {media.content_type for media in operation.body.alternatives if media.type != body.media.type}
    for content_type in sorted(others):
        reason = f"the body is sent as {body.media.content_type}; this other form of it is not offered"
        yield (*operation.symbol, "requestBody"), "media-type", content_type, reason
