"""After an edit inside of a schema, a run makes of the cache what a run without one makes, and makes only what changed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.e2e.support import ROOT, tree

from sdksmith import parser, pipeline
from sdksmith.cache import RunCache, Store
from sdksmith.config import Config, PythonConfig, TargetsConfig
from sdksmith.diagnostics import Diagnostics, Failure
from sdksmith.document import load
from sdksmith.gate import FailOn
from sdksmith.model import Ledger
from sdksmith.project import open_project
from sdksmith.report import as_json
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.outlines import outline

Json = dict[str, Any]


def reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def answer(schema: Json) -> Json:
    return {"description": "Well.", "content": {"application/json": {"schema": schema}}}


def body(schema: Json) -> Json:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def pet_document() -> Json:
    text: Json = {"type": "string"}
    pet = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": text}}
    error = {"type": "object", "properties": {"message": text}}
    failures = {"400": answer(reference("Error"))}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example.com"}],
        "paths": {
            "/pets": {
                "get": {
                    "operationId": "listPets",
                    "tags": ["pets"],
                    "parameters": [
                        {"name": "page", "in": "query", "schema": {"type": "integer"}},
                        {"name": "per_page", "in": "query", "schema": {"type": "integer"}},
                        {"name": "kind", "in": "query", "schema": reference("Kind")},
                    ],
                    "responses": {"200": answer(reference("PetPage")), **failures},
                },
                "post": {
                    "operationId": "createPet",
                    "tags": ["pets"],
                    "requestBody": body(reference("NewPet")),
                    "responses": {"201": answer(reference("Pet")), **failures},
                },
            },
            "/pets/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "get": {
                    "operationId": "getPet",
                    "tags": ["pets"],
                    "responses": {"200": answer(reference("Dog")), **failures},
                },
            },
            "/toys": {
                "get": {
                    "operationId": "listToys",
                    "tags": ["toys"],
                    "responses": {"200": answer({"type": "array", "items": reference("Toy")})},
                },
                "put": {
                    "operationId": "replaceToy",
                    "tags": ["toys"],
                    "requestBody": body({"oneOf": [reference("Toy"), reference("Gadget")]}),
                    "responses": {"200": answer(reference("Report"))},
                },
            },
        },
        "components": {
            "schemas": {
                "Pet": pet,
                "Dog": {"allOf": [reference("Pet"), {"type": "object", "properties": {"bark": text}}]},
                "NewPet": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {"name": text, "owner": reference("Owner"), "kind": reference("Kind")},
                },
                "Owner": {"type": "object", "required": ["email"], "properties": {"email": text, "since": text}},
                "Kind": {"type": "string", "enum": ["cat", "dog"]},
                "PetPage": {
                    "type": "object",
                    "properties": {"start": {"type": "integer"}, "pets": {"type": "array", "items": reference("Pet")}},
                },
                "Toy": {
                    "type": "object",
                    "required": ["what"],
                    "properties": {"what": reference("ToyKind"), "size": {"type": "number"}},
                },
                "Gadget": {
                    "type": "object",
                    "required": ["what"],
                    "properties": {"what": reference("GadgetKind"), "volts": {"type": "integer", "default": 1}},
                },
                "ToyKind": {"type": "string", "enum": ["ball", "rope"]},
                "GadgetKind": {"type": "string", "enum": ["radio"]},
                "Report": {
                    "oneOf": [reference("Good"), reference("Bad")],
                    "discriminator": {"propertyName": "result"},
                },
                "Good": {"type": "object", "properties": {"result": text, "note": text}},
                "Bad": {
                    "type": "object",
                    "properties": {"result": text, "reason": text, "not_typed": {"const": {"a": 1}}},
                },
                "Error": error,
                "Unused": {"type": "object", "properties": {"a": text}},
            }
        },
    }


class Editor:
    """A document that is edited, generated with a cache after each edit, and compared with a run without one."""

    def __init__(self, folder: Path, full_runs: list[str], document: Json, config: Config) -> None:
        self.folder = folder
        self.document = document
        self.config = config
        self._full_runs = full_runs

    def cache(self) -> RunCache:
        return RunCache(Store(self.folder / "cache"), lambda: "program")

    def run(self, *, cached: bool = True, fail_on: FailOn | None = None, output: str = "out") -> tuple[Any, ...]:
        """Everything that a run tells, what it wrote excepted; of a run that failed, why."""
        (self.folder / "pets.json").write_text(json.dumps(self.document, indent=1), encoding="utf-8")
        try:
            outcome = pipeline.generate(
                "pets.json",
                self.config,
                output=self.folder / output,
                cache=self.cache() if cached else None,
                fail_on=fail_on,
            )
        except Failure as failure:
            return (as_json(failure.diagnostics, failure.locate),)
        counts = (outcome.operations, outcome.types, outcome.files, outcome.degraded)
        return (*counts, outcome.report.manifest, as_json(outcome.diagnostics, outcome.locate))

    def schemas(self) -> Json:
        found: Json = self.document["components"]["schemas"]
        return found

    def check(self) -> bool:
        """Generate both ways and compare; whether the run with the cache went without parsing the document."""
        self._full_runs.clear()
        told = self.run()
        went_without = not self._full_runs
        assert told == self.run(cached=False, output="fresh")
        assert tree(self.folder / "out") == tree(self.folder / "fresh")
        # What was kept of this run is right as well.
        assert self.run() == told
        return went_without


@pytest.fixture
def full_runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each document that was parsed as a whole."""
    found: list[str] = []
    parse = parser.parse

    def counted(document: Any, *arguments: Any) -> Any:
        found.append(document.name)
        return parse(document, *arguments)

    monkeypatch.setattr(parser, "parse", counted)
    return found


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_runs: list[str]) -> Editor:
    monkeypatch.chdir(tmp_path)
    config = Config(targets=TargetsConfig(python=PythonConfig(package="pets", tests=True)))
    document: Json = json.loads(json.dumps(pet_document()))
    made = Editor(tmp_path, full_runs, document, config)
    made.run()
    return made


def edit(*path: str, value: Any) -> Callable[[Json], None]:
    """Set something inside of the schemas; ``None`` removes it."""

    def change(schemas: Json) -> None:
        node = schemas
        for token in path[:-1]:
            node = node[token]
        if value is None:
            del node[path[-1]]
        else:
            node[path[-1]] = value

    return change


EVERYDAY = {
    "a property more": edit("Bad", "properties", "size", value={"type": "integer"}),
    "a property less": edit("Bad", "properties", "reason", value=None),
    "a property of another type": edit("Good", "properties", "note", value={"type": "boolean"}),
    "a list in a property": edit("Good", "properties", "note", value={"type": "array", "items": {"type": "string"}}),
    "a property that may be null": edit("PetPage", "properties", "start", value={"type": ["integer", "null"]}),
    "a required property": edit("Pet", "required", value=["id", "name"]),
    "a text": edit("Good", "description", value="All went well."),
    "a text of a property": edit("Pet", "properties", "name", "description", value="What it is called."),
    "a value more of an enum": edit("Kind", "enum", value=["cat", "dog", "fish"]),
    "a limit": edit("Pet", "properties", "name", "maxLength", value=12),
    "an example": edit("Pet", "properties", "name", "example", value="Rex"),
    "a base with a property more": edit("Pet", "properties", "age", value={"type": "integer"}),
    "an error": edit("Error", "properties", "code", value={"type": "string"}),
    "a schema that nobody uses": edit("Unused", "properties", "b", value={"type": "string"}),
    "deprecated": edit("Good", "deprecated", value=True),
    "another order": edit("Good", "properties", value={"note": {"type": "string"}, "result": {"type": "string"}}),
}


@pytest.mark.parametrize("change", EVERYDAY.values(), ids=EVERYDAY.keys())
def test_an_everyday_edit_needs_no_run_in_full(editor: Editor, change: Callable[[Json], None]) -> None:
    change(editor.schemas())

    assert editor.check()


FAR_REACHING = {
    "an inline enum, which takes a name": edit(
        "Good", "properties", "mood", value={"type": "string", "enum": ["a", "b"]}
    ),
    "an inline object": edit("Good", "properties", "more", value={"type": "object", "properties": {"x": {}}}),
    "a schema more": edit("Cat", value={"type": "object", "properties": {"id": {"type": "integer"}}}),
    "a schema less": edit("Unused", value=None),
    "another tag": edit("Report", "discriminator", "propertyName", value="note"),
    "values of an enum that tells variants": edit("GadgetKind", "enum", value=["radio", "ball", "rope"]),
    "a reference more": edit("Good", "properties", "pet", value=reference("Pet")),
    "a kind of type": edit("Owner", value={"type": "string"}),
    "what can't be expressed": edit("Pet", "properties", "name", "const", value={"x": 1}),
    "a keyword that nobody knows": edit("Pet", "colour", value="red"),
    "an argument of a method": edit("NewPet", "properties", "weight", value={"type": "number"}),
    "what a method pages by": edit("PetPage", "properties", "pets", value={"type": "string"}),
    "an enum that becomes a constant": edit("Kind", value={"const": "cat"}),
}


@pytest.mark.parametrize("change", FAR_REACHING.values(), ids=FAR_REACHING.keys())
def test_an_edit_that_reaches_further_is_a_run_in_full(editor: Editor, change: Callable[[Json], None]) -> None:
    change(editor.schemas())

    assert not editor.check()


def test_an_edit_outside_of_the_schemas_is_a_run_in_full(editor: Editor) -> None:
    editor.document["paths"]["/toys"]["get"]["summary"] = "All toys."

    assert not editor.check()


def test_only_the_files_that_depend_on_an_edit_are_written(editor: Editor) -> None:
    editor.schemas()["Unused"]["properties"]["b"] = {"type": "string"}
    (editor.folder / "pets.json").write_text(json.dumps(editor.document), encoding="utf-8")

    outcome = pipeline.generate("pets.json", editor.config, output=editor.folder / "out", cache=editor.cache())

    assert outcome.report.written == ("pets/types/common/unused.py",)


def test_two_edits_at_once_and_back_again(editor: Editor) -> None:
    before = copy.deepcopy(editor.document)
    EVERYDAY["a property more"](editor.schemas())
    EVERYDAY["an error"](editor.schemas())
    assert editor.check()

    editor.document = before

    assert editor.check()


def test_another_layout_of_the_document_changes_nothing(editor: Editor) -> None:
    (editor.folder / "pets.json").write_text(json.dumps(editor.document), encoding="utf-8")

    outcome = pipeline.generate("pets.json", editor.config, output=editor.folder / "out", cache=editor.cache())

    assert outcome.report.written == ()


@pytest.mark.parametrize("version", ["3.0.3", "3.2.0"])
def test_edits_of_documents_of_other_versions_are_quick(editor: Editor, version: str) -> None:
    editor.document["openapi"] = version
    editor.schemas()["Owner"]["properties"]["since"] = {"type": "string", "nullable": version == "3.0.3"}
    editor.check()
    EVERYDAY["a property more"](editor.schemas())

    assert editor.check()


def test_edits_of_documents_in_yaml_are_quick(editor: Editor, full_runs: list[str]) -> None:
    file = editor.folder / "pets.yaml"

    def generate(cache: RunCache | None, output: str) -> None:
        file.write_text(yaml.safe_dump(editor.document, sort_keys=False), encoding="utf-8")
        pipeline.generate("pets.yaml", editor.config, output=editor.folder / output, cache=cache)

    generate(editor.cache(), "out")
    EVERYDAY["a property more"](editor.schemas())
    full_runs.clear()

    generate(editor.cache(), "out")

    assert full_runs == []
    generate(None, "fresh")
    assert tree(editor.folder / "out") == tree(editor.folder / "fresh")


def test_findings_move_with_the_text(editor: Editor) -> None:
    editor.document["paths"]["/toys/{toy}"] = {
        "get": {"operationId": "getToy", "responses": {"204": {"description": "-"}}}
    }
    assert not editor.check()
    editor.schemas()["Good"]["properties"]["more"] = {"type": "string"}

    assert editor.check()
    found = editor.run()[-1]
    assert {each["code"] for each in found} >= {"undeclared-path-parameter", "degraded"}


@pytest.mark.parametrize("fail_on", ["warning", "degraded"])
def test_what_fails_a_run_fails_it_after_an_edit(editor: Editor, fail_on: FailOn) -> None:
    del editor.schemas()["Bad"]["properties"]["not_typed"]
    editor.run(fail_on=fail_on)
    editor.schemas()["Bad"]["properties"]["odd"] = {"type": "strange"}

    assert editor.run(fail_on=fail_on) == editor.run(fail_on=fail_on, cached=False, output="fresh")


def test_a_reference_that_leads_nowhere_is_told(editor: Editor) -> None:
    editor.schemas()["Good"]["properties"]["note"] = reference("Nobody")

    assert editor.run() == editor.run(cached=False, output="fresh")


def test_an_output_that_was_edited_by_hand_is_told(editor: Editor) -> None:
    (editor.folder / "out" / "README.md").write_text("mine", encoding="utf-8")
    EVERYDAY["a property more"](editor.schemas())

    (told,) = editor.run()

    assert [each["code"] for each in told] == ["degraded", "edited-file"]


@pytest.mark.parametrize("content", [b"", b"garbage", b"\x80", None])
def test_a_damaged_basis_is_no_problem(editor: Editor, content: bytes | None) -> None:
    (basis,) = (editor.folder / "cache").glob("*.basis")
    if content is None:
        basis.write_bytes(basis.read_bytes()[:-9])
    else:
        Store(editor.folder / "cache").write(basis.name, content)
    EVERYDAY["a property more"](editor.schemas())

    assert not editor.check()


def test_without_the_tree_of_the_earlier_run_all_is_made(editor: Editor) -> None:
    for entry in (editor.folder / "cache").glob("*.tree"):
        entry.unlink()
    EVERYDAY["a property more"](editor.schemas())

    assert not editor.check()


def test_a_basis_that_fits_another_document_is_not_believed(editor: Editor) -> None:
    """What is kept of the files must be what the code makes of the earlier document, else nothing is."""
    from msgspec import msgpack

    (entry,) = (editor.folder / "cache").glob("*.tree")
    store = Store(editor.folder / "cache")
    files: dict[str, bytes] = msgpack.decode(store.read(entry.name) or b"")
    path = next(path for path in files if path.endswith("unused.py"))
    store.write(entry.name, msgpack.encode({**files, path: b"other\n"}))
    edit("Unused", "description", value="A text.")(editor.schemas())

    assert not editor.check()


#: Edits after which something is to be told, or the document is not what a look at the changed schemas shows.
AWKWARD = {
    "a wrong type": edit("Good", "properties", "note", "description", value=7),
    "properties that are null": edit("Good", "properties", value={"a": None}),
    "a type that there is not": edit("Good", "properties", "note", "type", value="strange"),
    "a type in capitals": edit("Good", "properties", "note", "type", value="String"),
    "a schema that is true": edit("Good", value=True),
    "a schema that is a text": edit("Unused", value="text"),
    "a schema that refers to itself": edit("Unused", value=reference("Unused")),
    "a base that is the schema itself": edit("Unused", value={"allOf": [reference("Unused")]}),
    "a circle of bases": edit("Pet", value={"allOf": [reference("Dog")]}),
    "an older way to allow null": edit("Unused", "properties", "a", "nullable", value=True),
    "sub-types": edit("Pet", "discriminator", value={"propertyName": "name"}),
    "an id": edit("Unused", "$id", value="https://pets.example.com/unused"),
    "an anchor": edit("Unused", "$anchor", value="unused"),
    "a reference by an anchor": edit("Unused", "properties", "a", value={"$ref": "#nothing"}),
    "a dynamic reference": edit("Unused", "properties", "a", value={"$dynamicRef": "#/components/schemas/Pet"}),
    "a reference into a schema": edit("Unused", "properties", "a", value=reference("Pet/properties/name")),
    "a reference to something else": edit("Unused", "properties", "a", value={"$ref": "#/paths/~1pets/get"}),
    "a reference to a file": edit("Unused", "properties", "a", value={"$ref": "other.json"}),
    "a reference in an example": edit("Unused", "example", value={"$ref": "other.json"}),
    "a mapping by name": edit("Report", "discriminator", "mapping", value={"good": "Good", "bad": "Bad"}),
    "a mapping that leads nowhere": edit("Report", "discriminator", "mapping", value={"good": "Nobody"}),
    "half of a surrogate pair": edit("Unused", "description", value="\ud800"),
    "a large number": edit("Unused", "properties", "a", value={"type": "integer", "default": 10**30}),
    "a number that is no integer": edit("Unused", "properties", "a", value={"type": "integer", "maximum": 1e300}),
    "another name that reads the same": edit("Pet", "properties", "Name", value={"type": "string"}),
}


@pytest.mark.parametrize("change", AWKWARD.values(), ids=AWKWARD.keys())
def test_what_there_is_to_tell_of_an_edit_is_told(editor: Editor, change: Callable[[Json], None]) -> None:
    change(editor.schemas())

    told = editor.run()

    assert told == editor.run(cached=False, output="fresh")
    assert len(told) == 1 or tree(editor.folder / "out") == tree(editor.folder / "fresh")


def test_a_name_that_is_given_twice_is_told(editor: Editor) -> None:
    text = json.dumps(editor.document).replace(
        '"description": "Well."', '"description": "Well.", "description": "Twice."'
    )
    (editor.folder / "pets.json").write_text(text, encoding="utf-8")

    with pytest.raises(Failure) as failed:
        pipeline.generate("pets.json", editor.config, output=editor.folder / "out", cache=editor.cache())

    assert {found.code for found in failed.value.diagnostics} == {"duplicate-key"}


def test_a_reference_into_a_schema_is_followed_after_an_edit(editor: Editor) -> None:
    editor.schemas()["Owner"]["properties"]["pet"] = reference("Pet/properties/name")
    editor.run()
    del editor.schemas()["Pet"]["properties"]["name"]

    (told,) = editor.run()

    assert [each["code"] for each in told] == ["unresolvable-reference"]


KINDS: list[Json] = [
    {"type": "string"},
    {"type": "integer", "default": 1},
    {"type": "integer", "default": True},
    {"type": ["string", "null"], "example": "x"},
    {"type": "array", "items": {"type": "number"}},
    {"type": "string", "format": "date-time"},
    {"type": "string", "enum": ["a", "b"]},
    {"type": "object", "properties": {"x": {"type": "string"}}},
    {"const": "a"},
    {},
]


def random_edit(chance: random.Random, document: Json) -> None:
    schemas = document["components"]["schemas"]
    name = chance.choice(sorted(schemas))
    schema = schemas[name]
    properties = schema.get("properties")
    key = chance.choice(["id", "name", "size", "fooBar", "foo_bar", "class", "result", "what", "kind", "start"])
    match chance.randrange(12):
        case 0 | 1 | 2 | 3 if properties is not None:
            properties[key] = copy.deepcopy(chance.choice(KINDS))
        case 4 if properties is not None:
            properties[key] = reference(chance.choice(sorted(schemas)))
        case 5 if properties and len(properties) > 1:
            del properties[chance.choice(sorted(properties))]
        case 6 if properties:
            schema["required"] = sorted(chance.sample(sorted(properties), chance.randrange(len(properties))))
        case 7 if "enum" in schema:
            schema["enum"] = chance.sample(["cat", "dog", "ball", "rope", "radio", "x"], 2)
        case 8 if properties:
            properties[chance.choice(sorted(properties))] = {
                "$ref": "#/components/schemas/Kind",
                "description": "Kind.",
            }
        case 9:
            schemas[f"New{chance.randrange(3)}"] = {"type": "object", "properties": {"a": {"type": "string"}}}
        case _:
            schema["description"] = f"Number {chance.randrange(4)}."


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_make_what_they_make_without_a_cache(editor: Editor, seed: int) -> None:
    chance = random.Random(seed)
    quick = 0
    for _ in range(20):
        before = copy.deepcopy(editor.document)
        for _ in range(chance.choice([1, 1, 1, 2])):
            random_edit(chance, editor.document)
        quick += editor.check()
        if chance.randrange(4) == 0:
            editor.document = before
            quick += editor.check()
    assert quick > 5


@pytest.mark.parametrize(
    "file", ["specs/management-api.yaml", "tests/golden/everything.yaml", "tests/golden/awkward.yaml"]
)
def test_what_is_decided_for_the_whole_package_depends_on_outlines_alone(file: str) -> None:
    project = open_project(str(ROOT / file), None)
    diagnostics = Diagnostics()
    api = parser.parse(load(project.source, project.config.input, diagnostics), project.config, diagnostics, Ledger())
    outlines = {symbol: outline(declared) for symbol, declared in api.declarations.items()}
    assert outlines != api.declarations

    def decided(declarations: Any) -> tuple[object, ...]:
        ledger = Ledger()
        found = decide(replace(api, declarations=declarations), project.config, ledger, lambda part: nullcontext())
        names = found.names
        named = (names.types, names.plain, names.groups, names.methods, names.incoming)
        bodies = (found.bodies, found.results, found.construction)
        return (*named, *bodies, found.forms, found.homes, found.unions, found.tags, ledger.entries)

    assert decided(outlines) == decided(api.declarations)


SHARED = ROOT.parent / "shared" / "specs" / "management"


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the full Management API is not here")
def test_everyday_edits_of_the_full_management_api(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_runs: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = max(SHARED.glob("*.json"))
    config = open_project(str(file), ROOT / "specs" / "sdksmith.toml").config
    editor = Editor(tmp_path, full_runs, json.loads(file.read_text(encoding="utf-8")), config)
    editor.run()
    chance = random.Random(3)
    objects = sorted(name for name, schema in editor.schemas().items() if schema.get("properties"))
    quick = 0
    for number, name in enumerate(chance.sample(objects, 10)):
        schema = editor.schemas()[name]
        match number % 3:
            case 0:
                schema["properties"][f"new_{number}"] = {"type": "string"}
            case 1:
                schema["description"] = f"Number {number}."
            case _:
                schema["properties"][chance.choice(sorted(schema["properties"]))]["description"] = "Another text."
        quick += editor.check()
    # The others are of parameters, which the page of all methods shows.
    assert quick >= 4
