"""JSON pointers (RFC 6901): reading them from a reference, following them, and building them while walking."""

from __future__ import annotations

import re
from typing import Any, TypeAlias, TypeGuard
from urllib.parse import unquote

from sdksmith.diagnostics import Pointer

#: An array index (RFC 6901 section 4), of a length that int() takes.
_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,17})\Z")

#: A pointer under construction, as linked cells: a walk makes one for each node, and only a finding needs the tuple.
Cells: TypeAlias = "tuple[Cells, str] | None"


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value of a loaded tree is a JSON object; the loaders make string keys only."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of a loaded tree is a JSON array."""
    return isinstance(value, list)


def is_container(value: object) -> TypeGuard[dict[str, Any] | list[Any]]:
    """Whether a value of a loaded tree is an object or an array."""
    return isinstance(value, (dict, list))


def reference_of(value: object) -> str | None:
    """Return the text of ``$ref``, or ``None`` when the value is not a reference."""
    if is_object(value):
        text = value.get("$ref")
        if isinstance(text, str):
            return text
    return None


def to_pointer(cells: Cells) -> Pointer:
    """Return the pointer that the cells stand for."""
    tokens: list[str] = []
    while cells is not None:
        cells, token = cells
        tokens.append(token)
    return tuple(reversed(tokens))


def to_cells(pointer: Pointer) -> Cells:
    """Return the cells of a pointer."""
    cells: Cells = None
    for token in pointer:
        cells = (cells, token)
    return cells


def parse_pointer(text: str) -> Pointer:
    """Read the text of a pointer: ``/a~1b`` becomes ``("a/b",)``.

    Raises
    ------
    ValueError
        The text is neither empty nor begins with ``/`` (RFC 6901 section 3).
    """
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError("a JSON pointer begins with '/'")
    tokens = text[1:].split("/")
    if "~" in text:
        # The order matters: "~01" stands for "~1", not for "/" (RFC 6901 section 4).
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in tokens]
    return tuple(tokens)


def fragment_pointers(fragment: str) -> list[Pointer]:
    """Return the pointers that a URI fragment may mean, the likelier first.

    A fragment is percent-encoded (RFC 6901 section 6). Authors forget that, so the text as written is the second guess.
    """
    found = [parse_pointer(unquote(fragment) if "%" in fragment else fragment)]
    if "%" in fragment:
        found.append(parse_pointer(fragment))
    return found


def step(node: object, token: str) -> Any:
    """Return the child of a node.

    Raises
    ------
    KeyError
        There is no such child.
    """
    if is_object(node):
        return node[token]
    if is_array(node) and _INDEX.match(token) and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)


def lookup(tree: object, pointer: Pointer) -> Any:
    """Return the node that a pointer leads to.

    Raises
    ------
    KeyError
        There is no such node.
    """
    node = tree
    for token in pointer:
        node = step(node, token)
    return node
