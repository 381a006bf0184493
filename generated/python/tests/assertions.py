"""Assertions about results."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

_JSON: TypeAdapter[Any] = TypeAdapter(Any)


def to_json(value: object) -> Any:
    """Return a value as it would be sent back, as plain JSON."""
    return _JSON.dump_python(
        value, mode="json", by_alias=True, exclude_unset=True, warnings=False
    )


def assert_decoded(result: object, kind: type[object], response: Any) -> None:
    """Make sure that a response was decoded to a type, and that nothing of it is lost."""
    assert isinstance(result, kind), f"{type(result).__name__} is no {kind.__name__}"
    assert to_json(result) == response
