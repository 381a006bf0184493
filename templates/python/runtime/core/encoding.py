"""Python values -> JSON bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from .omit import OMIT

#: What most data is made of, and is written as it stands.
_SCALARS = frozenset((str, int, float, bool, type(None)))


@cache
def _any_adapter() -> Any:
    # pydantic is loaded with the first body, so that importing the package stays cheap.
    from pydantic import TypeAdapter

    return TypeAdapter(Any)


def encode_json(value: Any) -> bytes:
    """Write a value as JSON; models at any depth, under their wire names.

    Of a model the fields that were set are written, ``None`` as ``null``, and unknown
    fields with them. What came from the server goes back as it came. A dict is written
    under its own keys, without those whose value is ``OMIT``.

    Raises
    ------
    TypeError
        Something in the value has no JSON form.
    """
    from pydantic_core import PydanticSerializationError

    try:
        # A value that does not match its annotation was kept on purpose: no warning.
        encoded: bytes = _any_adapter().dump_json(
            plain_data(value), by_alias=True, exclude_unset=True, warnings=False
        )
    except (PydanticSerializationError, RecursionError) as error:
        raise TypeError(
            f"the request body can't be written as JSON: {error}"
        ) from error
    return encoded


def plain_data(value: Any) -> Any:
    """Return data with nothing in it but what can be written; models stay as they are.

    At any depth ``OMIT`` is left out as if it were not there, mappings and sequences of
    any kind become dicts and lists, and a time without a zone gets the local one.
    """
    if type(value) in _SCALARS:
        return value
    if type(value) is dict or _is_mapping(value):
        return {
            key: item if type(item) in _SCALARS else plain_data(item)
            for key, item in cast(Mapping[Any, Any], value).items()
            if item is not OMIT
        }
    if type(value) is list or _is_sequence(value):
        return [
            plain_data(item) for item in cast(Sequence[Any], value) if item is not OMIT
        ]
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.astimezone()
    return value


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_sequence(value: Any) -> bool:
    texts = (str, bytes, bytearray, memoryview)
    return isinstance(value, Sequence) and not isinstance(value, texts)


def json_lines(values: Any) -> Any:
    """Write values as JSON lines: each on a line of its own."""
    if values is OMIT:
        return OMIT
    return b"".join(encode_json(plain_data(value)) + b"\n" for value in values or ())


def json_sequence(values: Any) -> Any:
    """Write values as a JSON text sequence (RFC 7464, section 2.2)."""
    if values is OMIT:
        return OMIT
    return b"".join(
        b"\x1e" + encode_json(plain_data(value)) + b"\n" for value in values or ()
    )
