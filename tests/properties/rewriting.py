"""One API written in other ways: in another order, as another version of OpenAPI, as YAML, in many files.

Each function returns a document that means the same as the one it got. None shares code with the document stage, which
makes one document of them again.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

import yaml
from tests.unit.parser.walking import CHILDREN, LIST, MAP, ONE

#: The one mapping whose order is meant: fields and parameters come in it (docs/decisions/0011-language.md).
MEANT: Final = frozenset(("properties",))
#: The kinds of object below one of a kind; requests from the API included.
_BELOW: Final = {
    **CHILDREN,
    "openapi": {**CHILDREN["openapi"], "webhooks": ("path-item", MAP)},
    "components": {**CHILDREN["components"], "callbacks": ("callback", MAP)},
    "operation": {**CHILDREN["operation"], "callbacks": ("callback", MAP)},
}
_NULL: Final = {"type": "null"}
#: What describes a schema as a whole, and stays outside of "this or null".
_ANNOTATIONS: Final = frozenset(
    ("title", "description", "deprecated", "readOnly", "writeOnly", "default", "example", "examples", "externalDocs")
)


def shuffled(node: Any, chance: random.Random, key: str = "") -> Any:
    """Put the entries of all mappings but the properties of schemas into another order."""
    if isinstance(node, dict):
        entries = [(name, shuffled(value, chance, name)) for name, value in node.items()]
        if key not in MEANT:
            chance.shuffle(entries)
        return dict(entries)
    return [shuffled(item, chance) for item in node] if isinstance(node, list) else node


def objects(node: Any, kind: str = "openapi") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a document with its kind, those below before those above."""
    if not isinstance(node, dict):
        return
    if kind == "callback":
        for item in node.values():
            yield from objects(item, "path-item")
        return
    for keyword, (child, shape) in _BELOW.get(kind, {}).items():
        value = node.get(keyword)
        if shape == ONE:
            yield from objects(value, child)
        elif shape == LIST and isinstance(value, list):
            for entry in value:
                yield from objects(entry, child)
        elif shape == MAP and isinstance(value, dict):
            for name, entry in value.items():
                if not (child in ("path-item", "response") and name.startswith("x-")):
                    yield from objects(entry, child)
    yield kind, node


# -- versions ---------------------------------------------------------------------------------------------------------


def as_three_one(tree: dict[str, Any]) -> dict[str, Any]:
    """Write a 3.0 document as 3.1, as the OpenAPI Initiative's migration notes have it."""
    tree = copy.deepcopy(tree)
    tree["openapi"] = "3.1.0"
    for kind, node in list(objects(tree)):
        if kind == "schema" and any(map(_says_only_nullable, node.get("allOf", ()))):
            node["nullable"] = True
    for kind, node in list(objects(tree)):
        if kind == "schema":
            _modernise(node)
        for media_type, media in node.get("content", {}).items() if kind in ("request-body", "response") else ():
            if media_type in RAW and isinstance(media.get("schema"), dict):
                # What is bytes and nothing else has no schema in 3.1 (section 4.8.14.3).
                _empty_file(media["schema"])
    return tree


#: Media types of bodies that are bytes, as documents of these tests have them.
RAW: Final = frozenset(("application/octet-stream", "image/png", "application/pdf"))


def _empty_file(schema: dict[str, Any]) -> None:
    if schema.get("type") == "string" and schema.get("contentMediaType") == "application/octet-stream":
        del schema["type"], schema["contentMediaType"]


def _modernise(schema: dict[str, Any]) -> None:
    if "$ref" in schema:
        # Here the versions differ: beside a reference 3.0 knows nothing (section 4.7.24.2), and in 3.1 it would add to
        # the type. Texts and marks are taken from both.
        for key in [key for key in schema if key not in _ANNOTATIONS | {"$ref", "nullable"} and key[:2] != "x-"]:
            del schema[key]
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive):
            schema[exclusive] = schema.pop(inclusive)
    if "example" in schema:
        schema["examples"] = [schema.pop("example")]
    if schema.get("type") == "string" and schema.get("format") == "binary":
        del schema["format"]
        schema["contentMediaType"] = "application/octet-stream"
    elif schema.get("type") == "string" and schema.get("format") == "byte":
        del schema["format"]
        schema["contentEncoding"] = "base64"
    if schema.pop("nullable", False) is True:
        _let_null_in(schema)


def _says_only_nullable(schema: dict[str, Any]) -> bool:
    """Whether a member of ``allOf`` lets null in and adds nothing; strictly the others would still refuse it."""
    return schema.get("nullable") is True and schema.keys() <= _ANNOTATIONS | {"nullable"}


def _let_null_in(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"].append(None)
    if "$ref" in schema or "allOf" in schema:
        inner = {key: schema.pop(key) for key in list(schema) if key not in _ANNOTATIONS and not key.startswith("x-")}
        only = inner["allOf"][0] if inner.keys() == {"allOf"} and len(inner["allOf"]) == 1 else inner
        schema["anyOf"] = [only, _NULL]
    elif "type" in schema:
        schema["type"] = [schema["type"], "null"]
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema and _NULL not in schema[keyword]:
            schema[keyword] = [*schema[keyword], _NULL]


def as_three_zero(tree: dict[str, Any]) -> dict[str, Any]:
    """Write a 3.1 document as 3.0; what 3.0 has no words for stays as it is."""
    tree = copy.deepcopy(tree)
    tree["openapi"] = "3.0.3"
    for kind, node in list(objects(tree)):
        if kind == "schema":
            _antiquate(node)
    return tree


def _antiquate(schema: dict[str, Any]) -> None:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        others = [kind for kind in kinds if kind != "null"]
        if len(others) == 1 and len(kinds) > 1:
            schema["nullable"] = True
        if len(others) == 1:
            schema["type"] = others[0]
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword, [])
        others = [member for member in members if member != _NULL]
        if len(others) == len(members) or not others:
            continue
        if len(others) > 1:
            schema[keyword] = others
            schema["nullable"] = True
        elif not {"type", "allOf", "nullable", "$ref"} & schema.keys():
            del schema[keyword]
            schema.update(nullable=True, allOf=others)
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), int | float) and inclusive not in schema:
            schema[inclusive] = schema[exclusive]
            schema[exclusive] = True
    if isinstance(schema.get("examples"), list) and len(schema["examples"]) == 1:
        schema["example"] = schema.pop("examples")[0]
    if schema.get("type") == "string" and "format" not in schema:
        if schema.get("contentMediaType") == "application/octet-stream" and "contentEncoding" not in schema:
            del schema["contentMediaType"]
            schema["format"] = "binary"
        elif schema.get("contentEncoding") == "base64" and "contentMediaType" not in schema:
            del schema["contentEncoding"]
            schema["format"] = "byte"


# -- files ------------------------------------------------------------------------------------------------------------

ROOT: Final = "api"


def write_json(tree: dict[str, Any], folder: Path) -> Path:
    """Write a document as one file of JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{ROOT}.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file


def write_yaml(tree: dict[str, Any], folder: Path) -> Path:
    """Write a document as one file of YAML in block style."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{ROOT}.yaml"
    file.write_text(yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return file


class _Dumper(yaml.SafeDumper):
    """Writes everything out: an alias would be one object at several places."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_many(tree: dict[str, Any], folder: Path, *, listed: bool) -> Path:
    """Write each component, and each path item that nothing refers into, as a file of its own.

    Parameters
    ----------
    listed
        The root document lists all components, with a reference to each. Else it lists only those that no reference
        leads to: the others are found by following references, and named after their files.

    Returns
    -------
    pathlib.Path
        The root document.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tree = copy.deepcopy(tree)
    files: dict[str, Any] = {}
    found = set() if listed else reached(tree)
    components = tree.get("components", {})
    for section in sorted(_SECTIONS & components.keys()):
        for name, entry in list(components[section].items()):
            path = _file_of(section, name)
            files[path] = _referring(entry, path)
            components[section][name] = {"$ref": quote(path)}
            if (section, name) in found:
                del components[section][name]
    # References into the paths would have to go through the root document's own reference.
    if '"#/paths/' not in json.dumps(tree):
        for number, (path, item) in enumerate(tree.get("paths", {}).items()):
            if not path.startswith("x-") and "$ref" not in item:
                name = f"paths/path {number}.yaml"
                files[name] = _referring(item, name)
                tree["paths"][path] = {"$ref": quote(name)}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    root = folder / f"{ROOT}.json"
    root.write_text(json.dumps(_referring(tree, root.name)), encoding="utf-8")
    return root


_SECTIONS: Final = frozenset(("schemas", "responses", "parameters", "requestBodies", "headers"))


def _file_of(section: str, name: str) -> str:
    return f"{section}/{name}.json"


def reached(tree: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the section and the name of each component that a reference from outside the components leads to."""
    rest = {key: value for key, value in tree.items() if key != "components"}
    found: set[tuple[str, str]] = set()
    pending = [rest]
    while pending:
        for reference in _references(pending.pop()):
            tokens = reference.removeprefix("#/components/").split("/")
            if reference.startswith("#/components/") and tokens[0] in _SECTIONS:
                section, name = tokens[0], _unescaped(tokens[1])
                if (section, name) not in found:
                    found.add((section, name))
                    pending.append(tree["components"][section][name])
    return found


def _references(node: Any) -> Iterator[str]:
    for entry in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _references(entry)
    if isinstance(node, dict):
        mapping = (
            node.get("discriminator", {}).get("mapping", {}) if isinstance(node.get("discriminator"), dict) else {}
        )
        for reference in (node.get("$ref"), *mapping.values()):
            if isinstance(reference, str):
                yield reference if "/" in reference else f"#/components/schemas/{reference}"


def _unescaped(token: str) -> str:
    return unquote(token).replace("~1", "/").replace("~0", "~")


def _referring(node: Any, path: str) -> Any:
    """Let the references of what moves into a file lead to files."""
    if isinstance(node, list):
        return [_referring(entry, path) for entry in node]
    if not isinstance(node, dict):
        return node
    found = {key: _referring(value, path) for key, value in node.items()}
    if isinstance(node.get("$ref"), str):
        found["$ref"] = _moved(node["$ref"], path)
    discriminator = node.get("discriminator")
    if isinstance(discriminator, dict) and isinstance(discriminator.get("mapping"), dict):
        mapping = {
            key: _moved(value if "/" in value else f"#/components/schemas/{value}", path)
            for key, value in discriminator["mapping"].items()
        }
        found["discriminator"] = {**discriminator, "mapping": mapping}
    return found


def _moved(reference: str, path: str) -> str:
    """Return a reference within the whole document as one from a file of it."""
    if not reference.startswith("#/"):
        return reference
    up = "../" * path.count("/")
    tokens = reference[2:].split("/")
    if tokens[0] == "components" and tokens[1] in _SECTIONS:
        rest = "#/" + "/".join(tokens[3:]) if tokens[3:] else ""
        return up + quote(_file_of(tokens[1], _unescaped(tokens[2]))) + rest
    return reference if path == f"{ROOT}.json" else f"{up}{ROOT}.json{reference}"
