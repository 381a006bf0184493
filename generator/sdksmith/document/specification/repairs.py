"""Wrong types whose meaning is clear: what real documents get wrong, and how it is put right."""

from __future__ import annotations

from typing import Any

from sdksmith.document.pointers import is_array, is_object
from sdksmith.document.specification.grammar import Rule

#: Objects and texts that only document the API: without them everything still works.
_ONLY_DOCUMENTATION = frozenset(("contact", "license", "external-docs", "xml"))
_DOCUMENTATION_TEXTS = frozenset(("title", "summary", "description", "$comment", "termsOfService"))


def put_right(parent: Any, key: Any, rule: Rule, *, is_field: bool) -> str | None:
    """Change a value of the wrong type into what its author means.

    Parameters
    ----------
    parent, key
        The container of the value, and its key or index there.
    rule
        What the place wants.
    is_field
        The key is a field that OpenAPI defines, not a free name or an index.

    Returns
    -------
    str or None
        Advice for the author, ``""`` when there is none; ``None`` when the meaning is not clear and nothing was done.
    """
    value = parent[key]
    if is_field and key == "type" and is_object(value):
        # A property called "type" whose author forgot "properties"; nothing can be said about the value then.
        del parent[key]
        return "it is ignored; if this is a property, put it under 'properties'"
    if rule.container is None:
        return _scalar(parent, key, rule, value)
    if not is_field:
        return _example(parent, key, rule, value)
    if key == "required" and isinstance(value, bool):
        # JSON Schema draft 3 wrote it so, at the property; no later version gives it a meaning.
        del parent[key]
        return "list the names of required properties in the object's own schema"
    if key == "items" and is_array(value):
        # Before 2020-12 an array here meant one schema for each position, and additionalItems the rest.
        parent.setdefault("prefixItems", value)
        del parent[key]
        if "additionalItems" in parent:
            parent[key] = parent.pop("additionalItems")
        return "write prefixItems"
    if key == "discriminator" and isinstance(value, str):
        parent[key] = {"propertyName": value}
        return "write an object with propertyName"
    if key == "examples" and rule.container is list:
        parent[key] = _example_values(value)
        return "examples of a schema are an array of plain values"
    if key == "examples" and is_array(value):
        parent[key] = {str(number): {"value": item} for number, item in enumerate(value, 1)}
        return "give each example a name"
    if rule.kind is not None and rule.kind.name in _ONLY_DOCUMENTATION:
        del parent[key]
        return "it is ignored"
    return _example(parent, key, rule, value)


def _scalar(parent: Any, key: Any, rule: Rule, value: Any) -> str | None:
    if str in rule.types and isinstance(value, (int, float)):
        parent[key] = str(value).lower() if isinstance(value, bool) else str(value)
        return "put it in quotes"
    if rule.text == "boolean" and isinstance(value, str) and value.lower() in ("true", "false"):
        parent[key] = value.lower() == "true"
        return "remove the quotes"
    if int in rule.types and isinstance(value, float) and value.is_integer():
        parent[key] = int(value)
        return "write it without a fraction"
    if int in rule.types and isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
        parent[key] = int(value)
        return "remove the quotes"
    if key in _DOCUMENTATION_TEXTS and is_object(parent) and isinstance(value, (dict, list)):
        del parent[key]
        return "it is ignored"
    return None


def _example(parent: Any, key: Any, rule: Rule, value: Any) -> str | None:
    if rule.kind is not None and rule.kind.name == "example":
        parent[key] = {"value": value}
        return "put it under 'value'"
    return None


def _example_values(value: Any) -> list[Any]:
    """Return the values of examples that were written as for a media type: name -> Example Object."""
    if is_object(value) and value and all(is_object(item) and "value" in item for item in value.values()):
        return [item["value"] for item in value.values()]
    return [value]
