"""Wire cases as JSON: what `sdksmith vectors` prints, for tests in any language.

Computed from :mod:`sdksmith.sdk.wire.cases`; docs/vectors.md has the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdksmith.diagnostics import format_pointer
from sdksmith.media_types import is_json
from sdksmith.sdk.library import Method, Sdk
from sdksmith.sdk.wire.cases import GivenArgument, WireCall, WireCase, WireCases
from sdksmith.sdk.wire.requests import ExpectedRequest, UntestableError
from sdksmith.sdk.wire.responses import WireResponse


def vectors(sdk: Sdk) -> dict[str, Any]:
    """Return the vectors of a library, and the operations that have none, with the reason."""
    cases = WireCases(sdk)
    found: list[dict[str, Any]] = []
    untested: list[dict[str, Any]] = []
    for method in sdk.methods.values():
        try:
            found.extend(_vectors(cases.case(method)))
        except UntestableError as error:
            untested.append({"operation": _operation(method), "reason": str(error)})
    return {"vectors": found, "untested": untested}


def _vectors(case: WireCase) -> list[dict[str, Any]]:
    names = ("required", "all") if len(case.calls) == 2 else ("call",)
    found = [
        {
            "operation": _operation(case.method),
            "name": name,
            "arguments": arguments_json(call.arguments),
            "exchanges": exchanges_of(case, call),
            **_value(case, call),
        }
        for name, call in zip(names, case.calls, strict=True)
    ]
    failing = case.calls[0]
    found.append(
        {
            "operation": _operation(case.method),
            "name": "error",
            "arguments": arguments_json(failing.arguments),
            "exchanges": [failing_exchange(case)],
            "error": {"name": case.failure.error, "status": case.failure.response.status},
        }
    )
    return found


def failing_exchange(case: WireCase) -> dict[str, Any]:
    """Return the request of a call that fails, with its response."""
    return _exchange(case.calls[0].request, case.failure.response)


def _operation(method: Method) -> dict[str, Any]:
    operation = method.operation
    named = {"id": operation.operation_id} if operation.operation_id else {}
    return {"pointer": format_pointer(method.symbol), **named, "method": operation.method, "path": operation.path}


def arguments_json(given: tuple[GivenArgument, ...]) -> dict[str, Any]:
    """Return arguments by place and wire name; a whole body stands in the place of its properties."""
    found: dict[str, Any] = {}
    for entry in given:
        if entry.argument.role == "body":
            found["body"] = entry.value
        else:
            found.setdefault(entry.argument.location, {})[entry.argument.wire_name] = entry.value
    return found


def exchanges_of(case: WireCase, call: WireCall) -> list[dict[str, Any]]:
    """Return the requests of a call, each with its response."""
    kind = case.method.result.kind
    if kind == "pages":
        if call is not case.calls[0] or not case.queries:
            return [_exchange(call.request, case.response, {"json": case.pages[-1]})]
        return [
            _exchange(call.request, case.response, {"json": page}, query)
            for page, query in zip(case.pages, case.queries, strict=True)
        ]
    if kind == "events":
        events = [{"event": name, "data": data} for name, data in case.events]
        return [_exchange(call.request, case.response, {"events": events})]
    return [_exchange(call.request, case.response)]


def _exchange(
    request: ExpectedRequest,
    response: WireResponse,
    body: Mapping[str, Any] | None = None,
    query: tuple[str, ...] | None = None,
) -> dict[str, Any]:
    expected: dict[str, Any] = {
        "method": request.method,
        "path": request.path,
        "query": list(request.query if query is None else query),
        "headers": request.headers,
    }
    if request.body:
        expected["body"] = request.body
        if request.content_type:
            expected["headers"] = {**request.headers, "content-type": request.content_type}
    answered: dict[str, Any] = {"status": response.status, "headers": {}}
    if response.media is not None:
        answered["headers"]["content-type"] = response.content_type
        answered["body"] = body or {"json" if is_json(response.content_type) else "content": response.value}
    return {"request": expected, "response": answered}


def _value(case: WireCase, call: WireCall) -> dict[str, Any]:
    paged = case.method.result.kind in ("pages", "events")
    return {"value": values_of(case, call)} if paged or case.response.media is not None else {}


def values_of(case: WireCase, call: WireCall) -> Any:
    """Return what the library must hold in the end, ``None`` where nothing comes."""
    kind = case.method.result.kind
    if kind == "pages":
        pages = case.pages if call is case.calls[0] and case.queries else case.pages[-1:]
        pagination = case.method.paging
        name = pagination.items_property if pagination is not None else ""
        return [item for page in pages for item in (page[name] if name else page)]
    if kind == "events":
        return list(case.event_values)
    return case.response.value if case.response.media is not None else None
