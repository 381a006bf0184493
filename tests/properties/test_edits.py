"""One addition to a document changes what depends on it, and not a line of anything else.

Documents and edits are random, and the same in each run. What depends on an edit is worked out here from the document:
schemas that build on the edited one, through ``allOf`` and tagged unions, and methods whose bodies are made of those.
"""

from __future__ import annotations

import ast
import copy
import json
import random
import re
from collections import Counter
from typing import Any

import pytest
from tests.properties.packages import packaged
from tests.properties.rewriting import shuffled

QUICK_DOCUMENTS, MANY_DOCUMENTS = 6, 60
EDITS = ("property", "schema", "operation")
WORDS = (
    "apple bridge castle dragon engine forest garden harbor island jungle kettle ladder mirror needle orchid".split()
)
GROUPS = "alpha beta gamma".split()
PACKAGE = "property"
#: Files that list what there is.
INDEXES = ("README.md", "reference.md", f"{PACKAGE}/client.py", f"{PACKAGE}/__init__.py")


def random_document(chance: random.Random) -> dict[str, Any]:
    """Make a document of schemas that refer to each other, and of operations that use them."""
    names = [word.capitalize() for word in chance.sample(WORDS, chance.randint(4, 9))]
    schemas: dict[str, Any] = {}
    for index, name in enumerate(names):
        schema: dict[str, Any] = {"type": "object", "properties": {}}
        for number in range(chance.randint(1, 5)):
            schema["properties"][f"{chance.choice(WORDS)}{number}"] = random_type(chance, names)
        if index and chance.random() < 0.3:
            schema = {"allOf": [ref(chance.choice(names[:index])), schema]}
        schemas[name] = schema
    plain = [name for name in names if "allOf" not in schemas[name]]
    if len(plain) > 1:
        tags = {f"tag{number}": ref(name)["$ref"] for number, name in enumerate(plain[:2])}
        union = {"oneOf": [ref(name) for name in plain[:2]]}
        schemas["Choice"] = {**union, "discriminator": {"propertyName": "kind", "mapping": tags}}
        schemas["Loose"] = {"oneOf": [ref(plain[-1]), {"type": "string"}]}
    paths: dict[str, Any] = {}
    for number in range(chance.randint(3, 8)):
        paths[f"/path{number}"] = {"post": random_operation(chance, list(schemas), number)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Property", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def random_type(chance: random.Random, names: list[str]) -> dict[str, Any]:
    name = chance.choice(names or ["Any"])
    references: list[dict[str, Any]] = [ref(name), {"type": "array", "items": ref(name)}] if names else []
    return chance.choice(
        [
            *references,
            {"type": "string"},
            {"type": "integer", "description": "A number."},
            {"type": "string", "enum": ["a", "b"]},
            {"type": "array", "items": {"type": "object", "properties": {"inner": {"type": "boolean"}}}},
            {"type": "object", "properties": {"deep": {"type": "string", "enum": ["x"]}}},
            {"type": "object", "additionalProperties": {"type": "number"}},
        ]
    )


def random_operation(chance: random.Random, names: list[str], number: int) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": f"do{number}",
        "tags": [chance.choice(GROUPS)],
        "parameters": [{"name": f"q{number}", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}],
        "responses": {"200": {"description": "Done"}},
    }
    if chance.random() < 0.6:
        operation["requestBody"] = {"content": {"application/json": {"schema": ref(chance.choice(names))}}}
    if chance.random() < 0.7:
        content = {"application/json": {"schema": ref(chance.choice(names))}}
        operation["responses"]["200"]["content"] = content
    return operation


# -- edits, and what depends on them ----------------------------------------------------------------------------------


def edited(tree: dict[str, Any], kind: str, chance: random.Random) -> tuple[dict[str, Any], set[str], set[str]]:
    """Make one addition at a random place; return the document, and the schemas and groups that depend on it."""
    tree = copy.deepcopy(tree)
    schemas = tree["components"]["schemas"]
    if kind == "property":
        name = chance.choice([name for name, schema in schemas.items() if "oneOf" not in schema])
        schema = schemas[name]
        place = schema["allOf"][1] if "allOf" in schema else schema
        apart = [each for each in schemas if name not in reachable(schemas, each)]
        place["properties"] = inserted(place["properties"], "added", random_type(chance, apart), chance)
        touched = dependents(tree, name)
        sent = any(touched & reachable(schemas, body) for _, body in bodies(tree))
        touched |= awoken(tree, place["properties"]["added"], sent=sent)
        return tree, touched, {group for group, name in bodies(tree) if name in touched}
    if kind == "schema":
        added = {"type": "object", "properties": {"x": random_type(chance, list(schemas))}}
        tree["components"]["schemas"] = inserted(schemas, "Zebra", added, chance)
        return tree, awoken(tree, added, sent=False), set()
    operation = random_operation(chance, list(schemas), 99)
    tree["paths"] = inserted(tree["paths"], "/added", {"post": operation}, chance)
    touched = awoken(tree, operation["responses"], sent=False) | awoken(tree, operation.get("requestBody"), sent=True)
    return tree, touched, set(operation["tags"])


def awoken(tree: dict[str, Any], addition: Any, *, sent: bool) -> set[str]:
    """Return the schemas whose types may be needed for the first time because an addition refers to them.

    A body whose properties were parameters may become a type. What is `sent` has a plain form, and so has all of it.
    """
    schemas = tree["components"]["schemas"]
    names = re.findall(r"#/components/schemas/(\w+)", json.dumps(addition))
    found = {each for name in names for each in reachable(schemas, name)}
    return found if sent else found & {name for _, name in bodies(tree)}


def inserted(mapping: dict[str, Any], key: str, value: Any, chance: random.Random) -> dict[str, Any]:
    entries = list(mapping.items())
    entries.insert(chance.randint(0, len(entries)), (key, value))
    return dict(entries)


def reachable(node: Any, start: str) -> set[str]:
    """Return a schema and all that it refers to. A reference back would put the types of a circle into one module."""
    found: set[str] = set()
    pending = [start]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += re.findall(r"#/components/schemas/(\w+)", json.dumps(node[name]))
    return found


def dependents(tree: dict[str, Any], name: str) -> set[str]:
    """Return a schema and those that take its properties over."""
    found = {name}
    while True:
        more = {
            each
            for each, schema in tree["components"]["schemas"].items()
            for part in (*schema.get("allOf", ()), *(schema.get("oneOf", ()) if "discriminator" in schema else ()))
            if part.get("$ref", "").rpartition("/")[2] in found
        }
        if more <= found:
            return found
        found |= more


def bodies(tree: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the group of each operation with a body, and the schema of the body."""
    found: list[tuple[str, str]] = []
    for item in tree["paths"].values():
        body = item["post"].get("requestBody")
        if body:
            name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
            found.append((item["post"]["tags"][0], name))
    return found


# -- what changed -----------------------------------------------------------------------------------------------------


def generated(tree: dict[str, Any]) -> dict[str, str]:
    with packaged(tree, PACKAGE) as package:
        return {path: text for path, text in package.files().items() if path != ".sdksmith-manifest.json"}


def modules_of(names: set[str], files: dict[str, str]) -> set[str]:
    """Return the modules of types that define some classes, or what is inline in them."""
    found: set[str] = set()
    for path, text in files.items():
        if "/types/" in path and path.endswith(".py") and not path.endswith("__init__.py"):
            for node in ast.parse(text).body:
                name = getattr(node, "name", "") or getattr(getattr(node, "target", None), "id", "")
                if any(name == each or name.startswith((each, f"{each}_")) for each in names):
                    found.add(path)
    return found


def table(text: str) -> dict[str, str]:
    """Return the table of exports of ``types/__init__.py``."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_MODULES":
            result: dict[str, str] = ast.literal_eval(node.value)
            return result
    raise AssertionError("no table of exports")


def changed_outside(before: dict[str, str], after: dict[str, str], touched: set[str], groups: set[str]) -> Counter[str]:
    """Return path -> how many lines changed or went, of what does not depend on an edit."""
    allowed = modules_of(touched, before) | modules_of(touched, after)
    allowed |= {f"{PACKAGE}/{group}/client.py" for group in groups}
    # It chooses the calls that it shows among all, and shows an answer with all of its properties.
    allowed |= {"README.md"} if touched or groups else set()
    found: Counter[str] = Counter()
    for path, text in before.items():
        if path in allowed or after.get(path) == text:
            continue
        if path.endswith("types/__init__.py"):
            old, new = table(text), table(after[path])
            moved = [name for name in old if new.get(name) != old[name] and not name.startswith(tuple(touched or "\0"))]
            kept = [name for name in new if name in old]
            found[path] += len(moved) + (kept != [name for name in old if name in new])
        elif path.endswith("/enums.py"):
            # Shared by the enums of a folder: a new one is an insertion.
            found[path] += (Counter(text.splitlines()) - Counter(after[path].splitlines())).total()
        elif path in INDEXES:
            # What an edit touches has its lines there; the others stay.
            gone = Counter(text.splitlines()) - Counter(after[path].splitlines())
            its = (*groups, *(f"`{name}" for name in touched))
            found[path] += sum(count for line, count in gone.items() if not any(each in line for each in its))
        else:
            found[path] += 1 + (Counter(text.splitlines()) - Counter(after.get(path, "").splitlines())).total()
    return +found


def run(seeds: range) -> dict[str, int]:
    """Make random documents and edits; return how many."""
    done: Counter[str] = Counter()
    for seed in seeds:
        chance = random.Random(seed)
        tree = random_document(chance)
        before = generated(tree)
        done["documents"] += 1
        for kind in EDITS:
            new, touched, groups = edited(tree, kind, chance)
            after = generated(new)
            assert after != before, "the edit shows"
            outside = changed_outside(before, after, touched, groups)
            assert outside == {}, f"seed {seed}, {kind}: {dict(outside)}\n{json.dumps(new)}"
            done[kind] += 1
    return dict(done)


def test_an_addition_changes_only_what_depends_on_it() -> None:
    done = run(range(QUICK_DOCUMENTS))

    assert done == {"documents": QUICK_DOCUMENTS, **dict.fromkeys(EDITS, QUICK_DOCUMENTS)}


@pytest.mark.slow
def test_many_additions_change_only_what_depends_on_them() -> None:
    done = run(range(QUICK_DOCUMENTS, QUICK_DOCUMENTS + MANY_DOCUMENTS))

    print(done)
    assert done == {"documents": MANY_DOCUMENTS, **dict.fromkeys(EDITS, MANY_DOCUMENTS)}


def test_a_change_elsewhere_is_found_out() -> None:
    tree = random_document(random.Random(1))
    before = generated(tree)
    path = next(path for path in before if "/types/" in path and not path.endswith(("__init__.py", "enums.py")))
    after = {**before, path: before[path] + "# changed\n"}

    assert changed_outside(before, after, set(), set()) == {path: 1}
    assert changed_outside(before, {**before, f"{PACKAGE}/new.py": ""}, set(), set()) == {}


def test_shuffled_random_documents_give_the_same_files() -> None:
    for seed in range(QUICK_DOCUMENTS):
        chance = random.Random(seed)
        tree = random_document(chance)
        assert generated(shuffled(tree, chance)) == generated(tree), seed
