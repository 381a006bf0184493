"""One API, however it is written down and in whatever order, gives the same bytes."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.functional.names import test_groups, test_inline_names, test_names
from tests.functional.requests import test_bodies, test_servers
from tests.functional.responses import test_paging
from tests.functional.support import Spec, make_package, tree, write_package
from tests.functional.types import test_discriminators
from tests.properties.rewriting import shuffled, write_many, write_yaml

SPECS = {
    "bodies": test_bodies.BODIES,
    "discriminators": test_discriminators.VEHICLES,
    "groups": test_groups.TREE,
    "inline names": test_inline_names.HOUSE,
    "names": test_names.FIELDS,
    "paging": test_paging.PAGES,
    "servers": test_servers.SEVERAL,
    "server variables": test_servers.TENANT,
}


@pytest.fixture(params=list(SPECS))
def spec(request: pytest.FixtureRequest) -> Spec:
    return SPECS[request.param]


def _generated(spec: Spec, folder: Path, document: Path | None = None) -> dict[str, bytes]:
    write_package(spec, folder, document)
    written = tree(folder / spec.package)
    assert f"{spec.package}/client.py" in written
    return written


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_schemas_paths_methods_responses_and_keys_does_not_matter(
    spec: Spec, seed: int, tmp_path: Path
) -> None:
    other = shuffled(spec.document, random.Random(seed))
    assert other == spec.document
    assert json.dumps(other) != json.dumps(spec.document)
    document = tmp_path / "shuffled.json"
    document.write_text(json.dumps(other))
    assert _generated(spec, tmp_path / "b", document) == _generated(spec, tmp_path / "a")


def test_yaml_and_json_are_the_same(spec: Spec, tmp_path: Path) -> None:
    document = write_yaml(spec.document, tmp_path / "yaml")
    assert _generated(spec, tmp_path / "b", document) == _generated(spec, tmp_path / "a")


@pytest.mark.parametrize("listed", [True, False])
def test_each_component_and_path_item_in_a_file_of_its_own_is_the_same(
    spec: Spec, listed: bool, tmp_path: Path
) -> None:
    document = write_many(spec.document, tmp_path / "many", listed=listed)
    assert len(list(document.parent.rglob("*.*"))) > 1
    assert _generated(spec, tmp_path / "b", document) == _generated(spec, tmp_path / "a")


_THREE_ONE = Spec("""
openapi: 3.1.0
schemas:
  Thing:
    type: object
    required: [a]
    properties:
      a: {type: [string, "null"]}
      b: {type: integer, exclusiveMinimum: 3}
      c: {oneOf: [{$ref: "#/components/schemas/Other"}, {type: "null"}]}
      d: {type: string, examples: [x]}
      e: {type: [string, "null"], enum: [p, q, null]}
      f: {type: [array, "null"], items: {type: string}}
  Other: {type: object, properties: {z: {type: string}}}
paths:
  /things:
    post:
      tags: [things]
      operationId: upload
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, contentMediaType: application/octet-stream}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
""")
_THREE_ZERO = """
openapi: 3.0.3
info: {title: Test, version: "1"}
components:
  schemas:
    Thing:
      type: object
      required: [a]
      properties:
        a: {type: string, nullable: true}
        b: {type: integer, minimum: 3, exclusiveMinimum: true}
        c: {nullable: true, allOf: [{$ref: "#/components/schemas/Other"}]}
        d: {type: string, example: x}
        e: {type: string, nullable: true, enum: [p, q, null]}
        f: {type: array, nullable: true, items: {type: string}}
    Other: {type: object, properties: {z: {type: string}}}
paths:
  /things:
    post:
      tags: [things]
      operationId: upload
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
"""


def test_openapi_3_0_and_3_1_are_the_same(tmp_path: Path) -> None:
    document = tmp_path / "old.yaml"
    document.write_text(_THREE_ZERO)
    assert _generated(_THREE_ONE, tmp_path / "b", document) == _generated(_THREE_ONE, tmp_path / "a")


_SIBLINGS = """
openapi: {version}
schemas:
  Other: {{type: object, properties: {{z: {{type: string}}}}}}
  Thing: {{type: object, properties: {{one: {{$ref: "#/components/schemas/Other", properties: {{added: {{type: string}}}}}}}}}}
"""


def test_properties_beside_a_reference_count_in_3_1_alone() -> None:
    """3.0 ignores them (3.0.4 section 4.7.23), 3.1 takes both: the one case where equal words give another library."""
    old = make_package(Spec(_SIBLINGS.format(version="3.0.3"), strict=False))
    new = make_package(Spec(_SIBLINGS.format(version="3.1.0")))
    assert old.Thing.model_validate({"one": {"z": "a"}}).one.model_fields_set == {"z"}
    assert set(type(old.Thing.model_validate({"one": {}}).one).model_fields) == {"z"}
    assert set(type(new.Thing.model_validate({"one": {}}).one).model_fields) == {"z", "added"}


def test_a_second_run_touches_nothing(spec: Spec, tmp_path: Path) -> None:
    write_package(spec, tmp_path)
    folder = tmp_path / spec.package
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    write_package(spec, tmp_path)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before


def test_adding_a_schema_and_an_operation_changes_no_line_of_what_was_there(tmp_path: Path) -> None:
    spec = SPECS["inline names"]
    before = _generated(spec, tmp_path / "a")
    grown: dict[str, Any] = json.loads(json.dumps(spec.document))
    grown["components"]["schemas"] = {
        "Another": {"type": "object", "properties": {"x": {"type": "string", "enum": ["a", "b"]}}},
        **grown["components"]["schemas"],
    }
    grown["paths"]["/another"] = {"get": {"tags": ["another"], "responses": {"204": {"description": "Done"}}}}
    document = tmp_path / "grown.json"
    document.write_text(json.dumps(grown))
    after = _generated(spec, tmp_path / "b", document)
    modules = [path for path in before if path.endswith(".py") and not path.endswith(("__init__.py", "/client.py"))]
    assert modules
    for path in [*modules, *(path for path in before if path.endswith("houses/client.py"))]:
        assert after[path] == before[path], path


_PROGRAM = """
import sys
from pathlib import Path
from sdksmith.config import Config
from sdksmith.pipeline import generate
generate(sys.argv[1], Config(), outputs={"python": Path(sys.argv[2])})
"""


def test_hash_order_does_not_matter(repository: Path, tmp_path: Path) -> None:
    document = tmp_path / "api.json"
    document.write_text(json.dumps(SPECS["names"].document))
    found = []
    for seed in ("1", "4242"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(repository / "generator")}
        command = [sys.executable, "-c", _PROGRAM, str(document), str(folder)]
        subprocess.run(command, env=environment, check=True, cwd=tmp_path)
        found.append(tree(folder))
    assert found[0] == found[1]
