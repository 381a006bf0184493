"""Candidates for one name: what distinguishes them, and which has priority."""

from __future__ import annotations

from sdksmith.model import (
    BodyOf,
    Component,
    ErrorOf,
    ItemOf,
    Origin,
    ParameterOf,
    PayloadOf,
    PropertyOf,
    ResponseOf,
    ValueOf,
    VariantOf,
)


def kind_of(origin: Origin) -> str:
    """Return what tells an inline type from another type of the same name."""
    match origin:
        case VariantOf(_, index):
            return f"Variant{index}"
        case ResponseOf(_, status):
            return status
        case PropertyOf():
            return "Property"
        case ItemOf():
            return "Item"
        case ValueOf():
            return "Value"
        case ParameterOf():
            return "Parameter"
        case BodyOf() | PayloadOf() | ErrorOf() | Component():
            return "Body"


def without_kind(name: str) -> str:
    """Return what the names of a group's classes have in common: a group may itself be called ``Async Users``."""
    while (rest := name.removeprefix("Async").removeprefix("Raw")) not in (name, ""):
        name = rest
    return name


def merit(name: str) -> tuple[bool, int, str]:
    """Order claimants of one name: a plain lower-case identifier has the best claim to being itself."""
    return (not (name.isidentifier() and name.islower()), len(name), name)


def without_group(name: str, group: tuple[str, ...]) -> str:
    """Drop the group from ``group/method`` and ``group.method``, as operationIds often spell it."""
    for separator in ("/", ".", "::"):
        head, found, tail = name.partition(separator)
        if found and tail and group and head.casefold().replace("-", "_") == group[-1].casefold().replace("-", "_"):
            return tail
    return name
