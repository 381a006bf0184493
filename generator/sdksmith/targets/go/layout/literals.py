"""Go literals: text of the document can't leave them."""

from __future__ import annotations

import math
from typing import Any, Final

_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def string(text: str) -> str:
    """Return an interpreted string literal (Go specification, "String literals")."""
    return '"' + "".join(map(_escaped, text)) + '"'


def text(value: str) -> str:
    """Return a literal that reads best: raw where there are quotes in it and it can be (Go specification, "String literals")."""
    return f"`{value}`" if '"' in value and "`" not in value and value.isprintable() else string(value)


def _escaped(character: str) -> str:
    short = _SHORT.get(character)
    if short is not None:
        return short
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        # Half of a surrogate pair is no character; Go has no escape for it.
        return "\\ufffd"
    if character.isprintable() or (code > 0x7E and character.isalnum()):
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def tag(entries: dict[str, str]) -> str:
    """Return a struct tag (package reflect, "StructTag"): a raw literal where it can be one."""
    text = " ".join(f"{key}:{string(value)}" for key, value in entries.items())
    return string(text) if "`" in text or not text.isprintable() else f"`{text}`"


def scalar(value: Any) -> str:
    """Return the literal of a JSON scalar that is not null."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return string(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("no number of JSON")
        return repr(value)
    return str(value)
