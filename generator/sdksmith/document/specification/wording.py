"""Values and what is wanted in their place, in the words of JSON."""

from __future__ import annotations

from sdksmith.document.specification.grammar import SCHEMA, Rule

_NAMES: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "a boolean",
    type(None): "null",
}
_SCALAR_NAMES = {"string": "a string", "boolean": "true or false", "number": "a number", "integer": "a whole number"}


def describe(value: object) -> str:
    """Return what a value is, in the words of JSON: "an array"."""
    return _NAMES.get(type(value), "a value")


def wanted(rule: Rule) -> str:
    """Return what a place wants: "an object", "a string or an array"."""
    if rule is SCHEMA:
        return "a schema (an object or a boolean)"
    words: list[str] = []
    for part in rule.text.split("|"):
        if part in _SCALAR_NAMES:
            words.append(_SCALAR_NAMES[part])
        else:
            words.append("an array" if part[0] == "[" else "an object")
    return " or ".join(words)
