"""Text of the document as Python source: literals that are data and nothing else.

Everything that reaches generated code from a document goes through here (or through :mod:`.prose`), so that no text can end
a string, start a statement, or hide itself from a reader.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from typing import Any, Final, TypeGuard

from sdksmith.targets.python.layout.code import Brackets, Expression

_SIMPLE: Final = re.compile(r"[ !#-&(-\[\]-~]*\Z")
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string(text: str) -> str:
    """Return a string literal with the quotes that Black would choose."""
    if _SIMPLE.match(text):
        return f'"{text}"'
    body = "".join(map(_character, text))
    if '"' in body and body.count('"') > body.count("'"):
        body = body.replace("'", "\\'")
        return f"'{body}'"
    body = body.replace('"', '\\"')
    return f'"{body}"'


def _character(character: str) -> str:
    escaped = _ESCAPES.get(character)
    if escaped is not None:
        return escaped
    if " " <= character <= "~":
        return character
    return visible(character)


def visible(character: str) -> str:
    """Return a character beyond ASCII as itself when a reader can see it, else as an escape (lower-case, as Black has it)."""
    code = ord(character)
    category = unicodedata.category(character)
    if code >= 0xA0 and category[0] in "LNPSM" and category != "Lm" and not unicodedata.combining(character):
        return character
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def scalar(data: str | int | bool) -> str:
    """Return a text, an integer or a boolean as a literal."""
    return string(data) if isinstance(data, str) else repr(data)


def value(data: Any) -> Expression:
    """Return any JSON value as an expression."""
    if isinstance(data, str):
        return string(data)
    if data is None or isinstance(data, bool | int):
        return repr(data)
    if isinstance(data, float):
        return repr(data) if math.isfinite(data) else f'float("{data}")'
    if _is_list(data):
        return Brackets("[", tuple(value(entry) for entry in data), "]")
    if _is_dict(data):
        return Brackets("{", tuple(_pair(key, entry) for key, entry in data.items()), "}")
    return string(str(data))


def _is_list(data: object) -> TypeGuard[list[Any]]:
    return isinstance(data, list)


def _is_dict(data: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(data, dict)


def _pair(key: str, entry: Any) -> Expression:
    inner = value(entry)
    start = f"{string(key)}: "
    return start + inner if isinstance(inner, str) else Brackets(start + inner.head, inner.items, inner.tail)


def shown(data: Any) -> str:
    """Return a JSON value as a reader of documentation wants it: short, on one line."""
    # A text of nothing but spaces can only be seen in quotes.
    text = data if isinstance(data, str) and data.strip() else json.dumps(data, ensure_ascii=False, sort_keys=True)
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77] + "..."
