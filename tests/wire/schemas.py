"""A document's schemas, made easy to walk: references followed, ``allOf`` merged, unions as lists of variants.

It is written for the documents of the wire suite and shares nothing with the generator, whose reading of the same
schemas it is there to check.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

Schema = dict[str, Any]

_NULL = {"type": "null"}
_BOUNDS_KEEP_GREATER = ("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum")
_BOUNDS_KEEP_LESS = ("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum")


class Schemas:
    """Looks schemas up. The same schema gives the same object each time, so objects can be told apart by ``id``."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._flat: dict[int, Schema] = {}
        self._variants: dict[int, list[Schema]] = {}
        # An id stands for a schema only as long as the schema lives.
        self._alive: list[Any] = []

    def resolve(self, node: Any) -> Any:
        """Follow ``$ref`` until there is none."""
        while isinstance(node, dict) and "$ref" in node:
            node = self._target(node["$ref"])
        return node

    def _target(self, reference: str) -> Any:
        node: Any = self.document
        for step in reference.removeprefix("#/").split("/"):
            name = unquote(step).replace("~1", "/").replace("~0", "~")
            node = node[int(name)] if isinstance(node, list) else node[name]
        return node

    def name(self, schema: Schema) -> str | None:
        """Return the component that names the class of an object; ``None`` where the object is inline.

        ``allOf`` of one reference and constraints is the referred schema itself (SDK rules, types).
        """
        name: str | None = None
        while True:
            if "$ref" in schema:
                name = str(schema["$ref"]).rpartition("/")[2]
                schema = self._target(schema["$ref"])
                continue
            parts = [part for part in schema.get("allOf", ()) if self.is_object(part)]
            if len(parts) == 1 and not schema.get("properties"):
                schema = parts[0]
                continue
            return name

    def flat(self, schema: Schema) -> Schema:
        """Return a schema without ``$ref`` and ``allOf`` at its top; patterns are gathered under ``patterns``."""
        found = self._flat.get(id(schema))
        if found is None:
            resolved = self.resolve(schema)
            if id(resolved) in self._flat:
                found = self._flat[id(resolved)]
            else:
                found = self._merge(resolved)
                self._flat[id(resolved)] = found
            self._flat[id(schema)] = self._flat[id(found)] = found
            self._alive += [schema, resolved]
        return found

    def _merge(self, schema: Schema | bool) -> Schema:
        if isinstance(schema, bool):
            return {}
        result: Schema = {}
        for part in [*map(self.flat, schema.get("allOf", ())), schema]:
            for key, value in part.items():
                if key == "properties":
                    result[key] = {**result.get(key, {}), **value}
                elif key in ("required", "patterns"):
                    result[key] = list(dict.fromkeys([*result.get(key, ()), *value]))
                elif key == "pattern":
                    result["patterns"] = [*result.get("patterns", ()), value]
                elif key == "enum" and key in result:
                    result[key] = [item for item in value if item in result[key]]
                elif key in _BOUNDS_KEEP_GREATER and key in result:
                    result[key] = max(result[key], value)
                elif key in _BOUNDS_KEEP_LESS and key in result:
                    result[key] = min(result[key], value)
                elif key == "type" and key in result:
                    mine, other = _types(result), _types(part)
                    both = [name for name in mine if name in other or (name == "integer" and "number" in other)]
                    result[key] = both[0] if len(both) == 1 else both or value
                elif key != "allOf":
                    result[key] = value
        return result

    def variants(self, schema: Schema) -> list[Schema]:
        """Return the alternatives of ``oneOf``, ``anyOf`` or a list of types, ``null`` last; else nothing."""
        flat = self.flat(schema)
        found = self._variants.get(id(flat))
        if found is None:
            found = self._variants[id(flat)] = self._make_variants(flat)
        return found

    def _make_variants(self, flat: Schema) -> list[Schema]:
        for keyword in ("oneOf", "anyOf"):
            if keyword in flat:
                base = {
                    key: value
                    for key, value in flat.items()
                    if key in ("properties", "required", "type", "additionalProperties") and value != []
                }
                has_fields = bool(base.get("properties") or base.get("required"))
                variants = [{"allOf": [base, each]} if has_fields else each for each in flat[keyword]]
                return sorted(variants, key=lambda variant: self.flat(variant).get("type") == "null")
        types = _types(flat)
        if len(types) < 2:
            return []
        variants = []
        # A type list may allow null where the values don't; the values win.
        allowed = [name for name in types if name != "null" or None in flat.get("enum", (None,))]
        if len(allowed) < 2:
            return []
        for name in sorted(allowed, key=lambda name: name == "null"):
            variant: Schema = _NULL if name == "null" else {**flat, "type": name}
            if name != "null" and "enum" in flat:
                variant["enum"] = [value for value in flat["enum"] if value is not None]
            variants.append(dict(variant))
        return variants

    def is_object(self, schema: Schema) -> bool:
        """Say whether a schema has properties of its own: the SDK has a class for it."""
        flat = self.flat(schema)
        return bool(flat.get("properties")) and "oneOf" not in flat and "anyOf" not in flat


def _types(schema: Schema) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else list(types)
