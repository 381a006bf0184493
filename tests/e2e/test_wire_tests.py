"""`[targets.python] tests = true`: the tests that a package brings with it run, are sound, and fail when the client is wrong."""

from __future__ import annotations

import compileall
import json
import re
import shutil
from importlib.util import cache_from_source
from pathlib import Path

import pytest
import yaml
from tests.e2e.support import (
    CONFIG,
    black_complaints,
    build_package,
    count_passed,
    mypy_complaints,
    pyright_complaints,
    run_tests,
    sdksmith,
    shared,
    tree,
)

from sdksmith import pipeline
from sdksmith.diagnostics import Failure
from sdksmith.project import open_project

WITH_TESTS = "targets.python.tests=true"

#: One of each kind of thing that a test has to know; texts that would do harm if they were anything but text.
DOCUMENT = yaml.safe_load("""
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example/v1"}]
components:
  schemas:
    Cat: {type: object, required: [kind, name], properties: {kind: {type: string}, name: {type: string}, born: {type: string, format: date-time}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, tricks: {type: array, items: {type: string}}}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
    Node: {type: object, properties: {value: {type: integer}, next: {$ref: "#/components/schemas/Node"}}}
    Fault: {type: object, required: [message], properties: {message: {type: string, examples: ["\\"\\"\\"); import os #\\n{{ 7 * 7 }}"]}}}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: list
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: per_page, in: query, schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string, enum: [a&b, c=d]}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [pets, start]
                properties: {start: {type: integer}, pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
    post:
      tags: [pets]
      operationId: create
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [pet, since]
              properties:
                pet: {$ref: "#/components/schemas/Pet"}
                since: {type: string, format: date-time, examples: ["2026-02-03T04:05:06.789+02:00"]}
                note: {type: [string, "null"], examples: ["'''\\\\ \\u202e \\"quoted\\""]}
                tree: {$ref: "#/components/schemas/Node"}
      responses:
        "201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
        "422": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
  /pets/{pet_id}:
    parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
    get:
      tags: [pets]
      operationId: get
      parameters:
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: session, in: cookie, schema: {type: string}}
        - {name: fields, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {age: {type: integer}}}}
        - {name: exact, in: query, schema: {type: boolean}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
        "404": {description: none}
    delete: {tags: [pets], operationId: delete, responses: {"204": {description: gone}}}
  /events:
    get:
      tags: [live]
      operationId: events
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /changes:
    get:
      tags: [live]
      operationId: changes
      parameters:
        - {name: from, in: query, schema: {type: string}}
        - {name: take, in: query, schema: {type: integer}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [changes]
                properties: {next: {type: string}, changes: {type: array, items: {$ref: "#/components/schemas/Cat"}}}
  /token:
    post:
      tags: [files]
      operationId: token
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, required: [code], properties: {code: {type: string, default: "a b&c"}, scopes: {type: array, items: {type: string}}}}
  /files:
    servers: [{url: "https://upload.shop.example/big"}]
    post:
      tags: [files]
      operationId: upload
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties: {file: {type: string, format: binary}, public: {type: boolean}, about: {$ref: "#/components/schemas/Dog"}}
  /files/{name}:
    get:
      tags: [files]
      operationId: download
      parameters: [{name: name, in: path, required: true, schema: {type: string, default: ".."}}]
      responses: {"200": {description: ok, content: {application/pdf: {schema: {type: string, format: binary}}}}}
    put:
      tags: [files]
      operationId: write
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {text/plain: {schema: {type: string}}}}
      responses: {"200": {description: ok, content: {text/plain: {schema: {type: string}}}}}
""")
for _item in DOCUMENT["paths"].values():
    for _operation in _item.values():
        if isinstance(_operation, dict):
            _operation.setdefault("responses", {"204": {"description": "Done"}})

OPERATIONS = 10
TESTS = 42


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with its tests."""
    made = build_package(DOCUMENT, tmp_path_factory.mktemp("shop") / "project", WITH_TESTS)
    # Compiled once, and not by each process that imports it, or a copy of it.
    compileall.compile_dir(made, quiet=1)
    return made


def test_each_operation_has_tests_and_they_pass(project: Path, tmp_path: Path) -> None:
    process = run_tests(project, tmp_path)

    assert process.returncode == 0, process.stdout
    assert count_passed(process) == TESTS
    texts = "".join(file.read_text(encoding="utf-8") for file in (project / "tests").glob("test_*.py"))
    assert len(re.findall(r"^class Test", texts, flags=re.MULTILINE)) == OPERATIONS


def test_black_would_change_nothing(project: Path) -> None:
    assert black_complaints(project) == ""


def test_the_type_checkers_find_nothing(project: Path, tmp_path: Path) -> None:
    (tmp_path / "pyright").mkdir()

    assert mypy_complaints(project) == ""
    assert pyright_complaints(tmp_path / "pyright", project) == ""


def test_what_must_be_sent_is_written_out(project: Path) -> None:
    """The expectations are those of the document and of the RFCs, spelled here by hand."""
    pets = (project / "tests" / "test_pets.py").read_text(encoding="utf-8")
    files = (project / "tests" / "test_files.py").read_text(encoding="utf-8")

    assert '"/pets/pet_id%2F1"' in pets
    assert '"fields=fields,fields%202"' in pets
    assert '"filter%5Bage%5D=1"' in pets
    assert '"exact=true"' in pets
    assert '"sort=a%26b"' in pets
    assert 'headers={"x-trace": "x_trace", "cookie": "session=session"}' in pets
    assert "since=datetime(2026, 2, 3, 2, 5, 6, tzinfo=UTC)" in pets
    assert '"since": "2026-02-03T02:05:06Z"' in pets
    assert 'types.Pet_Cat(name="name"' in pets
    assert '{"kind": "cat", "name": "name"}' in pets
    assert 'form={"code": ["a b&c"]}' in files
    assert '"POST", "/big/files", multipart={"file": ["content"]}' in files
    assert '"/files/%2E%2E"' in files


BREAKS = [
    ("a path", "pets/client.py", '"/pets/{pet_id}"', '"/pet/{pet_id}"'),
    ("a method", "pets/client.py", '"DELETE"', '"GET"'),
    ("a wire name", "pets/client.py", '"since": since', '"Since": since'),
    ("a forgotten parameter", "pets/client.py", '"exact": exact,', ""),
    ("a style", "pets/client.py", "comma_separated(fields)", "fields"),
    ("a header", "pets/client.py", '"X-Trace"', '"X-Track"'),
    ("a page", "pets/client.py", 'PageNumber("page")', 'PageNumber("per_page")'),
    ("a type", "pets/client.py", "_types.Cat,", "_types.Dog,"),
    ("the type of an error", "pets/client.py", '422: "Fault"', '422: "Node"'),
    ("a form", "files/client.py", "form={", "json={"),
    ("a cursor", "live/client.py", "page.next", "None"),
    ("an event", "live/client.py", "_types.Pet,", "_types.Node,"),
    ("encoding of paths", "core/parameters.py", 'quote(text, safe="")', 'quote(text, safe="/")'),
    ("times", "core/encoding.py", "by_alias=True, exclude_unset=True", "by_alias=True, exclude_unset=False"),
    ("the class of an error", "errors.py", "status = 404", "status = 444"),
]


@pytest.mark.parametrize(("name", "path", "old", "new"), BREAKS, ids=[entry[0] for entry in BREAKS])
def test_a_client_that_is_broken_fails(name: str, path: str, old: str, new: str, project: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(project, broken)
    file = broken / "shop" / path
    text = file.read_text(encoding="utf-8")
    assert old in text, "there is nothing to break"
    Path(cache_from_source(str(file))).unlink()
    file.write_text(text.replace(old, new), encoding="utf-8")

    process = run_tests(broken, tmp_path)

    assert process.returncode == 1, process.stdout
    assert 0 < count_passed(process) < TESTS, "some tests fail, and not all of them"


def test_there_are_no_tests_unless_they_are_asked_for(project: Path, tmp_path: Path) -> None:
    without = tree(build_package(DOCUMENT, tmp_path / "project"))
    manifest = ".sdksmith-manifest.json"

    added = tree(project).keys() - without.keys()
    changed = {path for path in without if without[path] != tree(project)[path]}

    assert {path.partition("/")[0] for path in added} == {"tests"}
    assert changed == {manifest, "pyproject.toml", "README.md"}


def test_tests_that_are_no_longer_asked_for_are_removed(tmp_path: Path) -> None:
    folder = build_package(DOCUMENT, tmp_path / "project", WITH_TESTS)
    mine = folder / "tests" / "test_mine.py"
    mine.write_text("", encoding="utf-8")

    build_package(DOCUMENT, folder)

    assert list((folder / "tests").iterdir()) == [mine], "and what someone added stays"


def test_a_package_called_tests_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="called 'tests'"):
        build_package(DOCUMENT, tmp_path / "project", WITH_TESTS, "targets.python.package=tests")

    assert not (tmp_path / "project").exists()


def test_an_operation_without_a_test_is_named(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    parameter = {"name": "id", "in": "path", "required": True, "schema": schema}
    operation = {"tags": ["a"], "parameters": [parameter], "responses": {"204": {"description": "Done"}}}
    document = tmp_path / "spec.json"
    document.write_text(
        json.dumps(
            {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a/{id}": {"get": operation}}}
        ),
        encoding="utf-8",
    )

    process = sdksmith("generate", document, "--set", WITH_TESTS, "--output", tmp_path / "project", cwd=tmp_path)

    assert process.returncode == 0
    assert "no-wire-test" in process.stderr + process.stdout


def test_a_client_that_is_called_like_a_test_is_none(tmp_path: Path) -> None:
    folder = build_package(DOCUMENT, tmp_path / "project", WITH_TESTS, "targets.python.client=TestApi")

    assert count_passed(run_tests(folder, tmp_path)) == TESTS


#: Document -> tests that pass, all of them.
CORPUS = {
    "spotify/openapi.json": 388,
    "box/openapi.json": 1078,
    "openai/openapi.yml": 1088,
    "digitalocean/DigitalOcean-public.v2.yaml": 1566,
}


@pytest.mark.slow
@pytest.mark.parametrize("path", CORPUS)
def test_the_tests_of_real_documents_pass(path: str, tmp_path: Path) -> None:
    folder = build_package(shared("corpus", *path.split("/")), tmp_path / "project", WITH_TESTS)

    process = run_tests(folder, tmp_path)

    assert process.returncode == 0, process.stdout[-4_000:]
    assert count_passed(process) >= CORPUS[path]
    assert black_complaints(folder / "tests") == ""


@pytest.mark.slow
def test_the_tests_of_the_whole_management_api_pass(tmp_path: Path) -> None:
    document = shared("specs", "management", "2026-06-25.json")
    project = open_project(str(document), CONFIG, (WITH_TESTS,))
    pipeline.generate(project.source, project.config, outputs={"python": tmp_path / "project"})

    process = run_tests(tmp_path / "project", tmp_path)

    assert process.returncode == 0, process.stdout[-4_000:]
    assert count_passed(process) == 1705


def test_the_tests_of_a_library_without_a_token_pass(tmp_path: Path) -> None:
    """No key is given; what a call lacks is for the server to say."""
    document = yaml.safe_load("""
openapi: 3.1.0
info: {title: Keys, version: "1"}
servers: [{url: "https://keys.example/v1"}]
security: [{header: [], user: []}]
components:
  securitySchemes:
    header: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: sid}
    user: {type: http, scheme: basic}
paths:
  /both: {get: {operationId: both, tags: [things], parameters: [{name: q, in: query, schema: {type: string}}], responses: {"204": {description: ok}}}}
  /query: {get: {operationId: query, tags: [things], security: [{query: []}], responses: {"204": {description: ok}}}}
  /cookie:
    get:
      operationId: cookie
      tags: [things]
      security: [{cookie: []}]
      parameters: [{name: session, in: cookie, schema: {type: string}}]
      responses: {"204": {description: ok}}
""")
    process = run_tests(build_package(document, tmp_path / "keys", WITH_TESTS), tmp_path)

    assert process.returncode == 0, process.stdout[-4_000:]
    assert count_passed(process) == 13
