"""JSON bytes -> typed values.

A response that follows the document is read by pydantic straight from the bytes, in
strict mode: a value is never converted, so nothing of it is lost. One that does not is
read again by :mod:`.lenient`, which keeps what it can't type.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

from .drift import Drift, InvalidJsonError, json_pointer

T = TypeVar("T")


@overload
def decode(
    type_: type[T], data: bytes, on_drift: Any = None, *, is_request: bool = False
) -> T: ...
@overload
def decode(
    type_: Any, data: bytes, on_drift: Any = None, *, is_request: bool = False
) -> Any: ...
def decode(
    type_: Any,
    data: bytes,
    on_drift: Callable[[list[Drift]], None] | None = None,
    *,
    is_request: bool = False,
) -> Any:
    """Read JSON as a value of `type_`, as far as it fits.

    Parameters
    ----------
    type_
        A model class, or any other annotation pydantic knows.
    data
        The JSON text, as UTF-8.
    on_drift
        Told where the response departs from the type; may raise to refuse it.
    is_request
        The data is not a response but a request, to which a read-only field does not
        belong even if it is required (OpenAPI 3.1, section 4.8.24.1).

    Raises
    ------
    InvalidJsonError
        `data` is not JSON. A value of another shape than `type_` is no error.
    """
    # Loaded with the first response: making a client does not need them.
    from pydantic import ValidationError

    from .validation import validate

    try:
        result, unknown = validate(type_, data)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        if problems[0]["type"] == "json_invalid":
            raise InvalidJsonError(problems[0]["msg"]) from None
    else:
        if unknown and on_drift is not None:
            drifts = _unknown_values(type_, result, is_request)
            if drifts:
                on_drift(drifts)
        return result
    from .lenient import convert, parse_json

    value = parse_json(data)
    drifts = [Drift(_pointer(item, value), _expected(item)) for item in problems]
    result = convert(type_, value)
    if on_drift is not None:
        told_already = {drift.pointer for drift in drifts}
        unknown_values = _unknown_values(type_, result, is_request)
        drifts += [item for item in unknown_values if item.pointer not in told_already]
        on_drift(drifts)
    return result


def _unknown_values(type_: Any, result: Any, is_request: bool) -> list[Drift]:
    from .unknown import unknown_values

    return unknown_values(type_, result, is_request=is_request)


def _expected(problem: Any) -> str:
    """Return what was expected; pydantic's own message about tags repeats the value."""
    if problem["type"] == "union_tag_invalid":
        return f"Input should have one of the tags {problem['ctx']['expected_tags']}"
    message: str = problem["msg"]
    return message


def _pointer(problem: Any, value: Any) -> str:
    """Write where a problem is; pydantic's steps also name the variants of unions."""
    steps: list[str] = []
    location: tuple[int | str, ...] = problem["loc"]
    for step in location:
        try:
            value = value[step]
        except (LookupError, TypeError):
            if step is not location[-1] or problem["type"] != "missing":
                continue
        steps.append(str(step))
    return json_pointer(steps)
