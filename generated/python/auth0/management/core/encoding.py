"""Python values -> JSON bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from math import isfinite
from typing import Any, cast

from .omit import OMIT

#: Before the digits of a Decimal while they are a text; no other text begins so.
_DECIMAL = b"decimal-" + os.urandom(16).hex().encode() + b":"
#: What most data is made of, and is written as it stands.
_SCALARS = frozenset((str, int, float, bool, type(None)))


@cache
def _serializer() -> Any:
    # pydantic is loaded with the first body, so that importing the package stays cheap,
    # and of it no more than this needs.
    from pydantic_core import SchemaSerializer, core_schema

    return SchemaSerializer(core_schema.any_schema(), {"ser_json_inf_nan": "constants"})


def encode_json(value: Any) -> bytes:
    """Write a value as JSON; models at any depth, under their wire names.

    Of a model the fields that were set are written, ``None`` as ``null``, and unknown
    fields with them. What came from the server goes back as it came. A dict is written
    under its own keys, without those whose value is ``OMIT``.

    A ``Decimal`` is written as a number, with all its digits.

    Raises
    ------
    TypeError
        Something in the value has no JSON form.
    ValueError
        A number is NaN or infinite, which JSON can't hold (RFC 8259, section 6).
    """
    from pydantic_core import PydanticSerializationError

    try:
        # A value that does not match its annotation was kept on purpose: no warning.
        encoded: bytes = _serializer().to_json(
            plain_data(value), by_alias=True, exclude_unset=True, warnings=False
        )
    except (PydanticSerializationError, RecursionError) as error:
        raise TypeError(
            f"the request body can't be written as JSON: {error}"
        ) from error
    if b"NaN" in encoded or b"Infinity" in encoded:
        _refuse_no_numbers(encoded)
    if _DECIMAL in encoded:
        encoded = re.sub(b'"' + _DECIMAL + b'([^"]*)"', rb"\1", encoded)
    return encoded


def _refuse_no_numbers(encoded: bytes) -> None:
    """Raise for what is no number outside of texts, with the place of the first."""
    import json

    pending: list[tuple[str, Any]] = [("", json.loads(encoded))]
    while pending:
        pointer, value = pending.pop()
        if isinstance(value, float) and not isfinite(value):
            raise ValueError(
                f"the request body holds {value} at {pointer or '/'}, which JSON "
                "can't: give a number, or None where null is meant"
            )
        parts = _parts(value)
        pending += [(f"{pointer}/{key}", item) for key, item in reversed(parts)]


def _parts(value: Any) -> list[tuple[str, Any]]:
    """Return what is in a JSON value, each with its step in a JSON pointer (RFC 6901)."""
    if _is_mapping(value):
        return [
            (str(key).replace("~", "~0").replace("/", "~1"), item)
            for key, item in cast(Mapping[Any, Any], value).items()
        ]
    if _is_sequence(value):
        items = cast(Sequence[Any], value)
        return [(str(index), item) for index, item in enumerate(items)]
    return []


def plain_data(value: Any) -> Any:
    """Return data with nothing in it but what can be written; models stay as they are.

    At any depth ``OMIT`` is left out as if it were not there, mappings and sequences of
    any kind become dicts and lists, and a time without a zone gets the local one.
    """
    kind = cast(Any, type(value))
    if kind in _SCALARS:
        return value
    if kind is not dict and _is_model(value):
        return plain_data(value.model_dump()) if _holds_decimal(value) else value
    if kind is dict or _is_mapping(value):
        return {
            key: item if type(item) in _SCALARS else plain_data(item)
            for key, item in cast(Mapping[Any, Any], value).items()
            if item is not OMIT
        }
    if kind is list or _is_sequence(value):
        return [
            plain_data(item) for item in cast(Sequence[Any], value) if item is not OMIT
        ]
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.astimezone()
    if kind.__name__ == "Decimal":
        return _digits(value)
    return value


def _is_model(value: Any) -> bool:
    return hasattr(value, "model_dump")


def _digits(value: Any) -> Any:
    # What is no number is written as floats are, and refused with them.
    return f"{_DECIMAL.decode()}{value}" if value.is_finite() else float(value)


def _holds_decimal(model: Any) -> bool:
    """Whether a Decimal is somewhere in a model, in a field of any type."""
    # Asked of each model that is sent: scalars, the most of it, don't cost a call.
    pending: list[Any] = [model]
    while pending:
        for item in _items(pending.pop()):
            if type(item) not in _SCALARS:
                if type(item).__name__ == "Decimal":
                    return True
                pending.append(item)
    return False


def _items(value: Any) -> Iterable[Any]:
    """Return what a value is made of: items, or the fields of a model."""
    if hasattr(value, "model_dump"):
        fields: Mapping[str, Any] = value.__dict__
        extra: Mapping[str, Any] | None = value.__pydantic_extra__
        return (*fields.values(), *extra.values()) if extra else fields.values()
    if _is_mapping(value):
        return cast(Mapping[Any, Any], value).values()
    return cast(Sequence[Any], value) if _is_sequence(value) else ()


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
