"""JSON bytes -> typed values.

An answer that follows the document is read by pydantic straight from the bytes, in
strict mode: a value is never converted, so nothing of it is lost. One that does not is
read again by :mod:`.lenient`, which keeps what it can't type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, cast, overload

T = TypeVar("T")

#: Characters of a pointer, and of what was expected there, that a line shows.
_LONGEST = 200


class InvalidJsonError(ValueError):
    """The bytes are no JSON."""


class Unknown:
    """What a validation is given to notice something that the document does not know.

    See :mod:`.unknown`, which looks for it then.
    """

    #: There is a value that an enum does not list, or a field in a closed object.
    seen = False
    #: Another object each time a required field is missing that only the server sets,
    #: in whichever thread. Compared by identity, it can't miss one.
    absence: ClassVar[object] = None


@dataclass(frozen=True)
class Drift:
    """A place where an answer departs from the document; it never holds the value.

    Attributes
    ----------
    pointer
        A JSON pointer (RFC 6901) into the answer, or into the data of an event.
    expected
        What was expected there.
    """

    pointer: str
    expected: str


def told(drifts: Sequence[Drift], most: int = 5) -> str:
    """Tell the first of some drifts, in one line."""
    places = [
        f"{_shown(item.pointer or '/')}: {_shown(item.expected)}"
        for item in drifts[:most]
    ]
    if len(drifts) > most:
        places.append(f"and {len(drifts) - most} more")
    return "; ".join(places)


def _shown(text: str) -> str:
    """Write a text for a line of the log; in a pointer there are keys of the server."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1]
        for character in short
    )


@cache
def type_adapter(type_: Any) -> Any:
    """Return the pydantic adapter of a type, made once."""
    from pydantic import ConfigDict, TypeAdapter
    from pydantic.errors import PydanticUserError

    from .unknown import Noticing

    noticing = cast(Any, Annotated)[type_, Noticing()]

    def build() -> Any:
        try:
            return TypeAdapter(noticing, config=ConfigDict(protected_namespaces=()))
        except PydanticUserError:
            # A model brings its own configuration.
            return TypeAdapter(type_)

    try:
        return build()
    except RecursionError:
        from .deep_stack import with_deep_stack

        return with_deep_stack(build)


def validate(type_: Any, data: bytes) -> tuple[Any, bool]:
    """Read JSON that fits a type.

    Returns
    -------
    tuple
        The value; and whether there may be something in it that the document does not
        know, for :func:`.unknown.unknown_values` to find.

    Raises
    ------
    pydantic.ValidationError
        It does not fit, or is no JSON.
    """
    read = getattr(type_, "model_validate_json", None)
    if read is None:
        read = type_adapter(type_).validate_json
    unknown = Unknown()
    absence = Unknown.absence
    # By alias only: an unknown field may have the Python name of a known one.
    value = read(data, strict=True, by_alias=True, by_name=False, context=unknown)
    return value, unknown.seen or Unknown.absence is not absence


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
        Told where the answer departs from the type; may raise to refuse it.
    is_request
        The data is not an answer but a request, to which a read-only field does not
        belong even if it is required (OpenAPI 3.1, section 4.8.24.1).

    Raises
    ------
    InvalidJsonError
        `data` is not JSON. A value of another shape than `type_` is no error.
    """
    from pydantic import ValidationError

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
    """Say what was expected; pydantic's own message about tags repeats the value."""
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


def json_pointer(steps: Iterable[str]) -> str:
    """Write a JSON pointer (RFC 6901)."""
    return "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)
