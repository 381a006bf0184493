"""Python values -> JSON bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from .omit import OMIT


@cache
def _any_adapter() -> Any:
    # pydantic is loaded with the first body, so that importing the package stays cheap.
    from pydantic import TypeAdapter

    return TypeAdapter(Any)


def encode_json(value: Any) -> bytes:
    """Write a value as JSON; models at any depth, under their wire names.

    Of a model the fields that were set are written, ``None`` as ``null``, and unknown
    fields with them. What came from the server goes back as it came.

    Raises
    ------
    TypeError
        Something in the value has no JSON form.
    """
    from pydantic_core import PydanticSerializationError

    try:
        # A value that does not match its annotation was kept on purpose: no warning.
        encoded: bytes = _any_adapter().dump_json(
            value, by_alias=True, exclude_unset=True, warnings=False
        )
    except PydanticSerializationError as error:
        raise TypeError(
            f"the request body can't be written as JSON: {error}"
        ) from error
    return encoded


def given_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Drop the entries that are ``OMIT``, and give times without a zone the local one."""
    return {
        name: (
            value.astimezone()
            if isinstance(value, datetime) and value.tzinfo is None
            else value
        )
        for name, value in fields.items()
        if value is not OMIT
    }


def json_lines(values: Any) -> Any:
    """Write values as JSON lines: each on a line of its own."""
    return b"".join(encode_json(value) + b"\n" for value in _each(values))


def json_sequence(values: Any) -> Any:
    """Write values as a JSON text sequence (RFC 7464, section 2.2)."""
    return b"".join(b"\x1e" + encode_json(value) + b"\n" for value in _each(values))


def _each(values: Any) -> Iterable[Any]:
    return () if values is None or values is OMIT else values
