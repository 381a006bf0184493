"""`[targets.python.import_budget]`: a package's own tests count the modules that it loads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.e2e.support import black_complaints, build_package, count_passed, run, sdksmith, tree

from sdksmith.diagnostics import Failure

BUDGET = "targets.python.import_budget"
DOCUMENT = yaml.safe_load("""
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
components:
  schemas:
    Owner: {type: object, properties: {name: {type: string}}}
    Cat: {type: object, required: [name], properties: {name: {type: string}, owner: {$ref: "#/components/schemas/Owner"}}}
    Dog: {type: object, properties: {name: {type: string}}}
paths:
  /cats:
    post:
      tags: [cats]
      operationId: create
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [cat, since]
              properties: {cat: {$ref: "#/components/schemas/Cat"}, since: {type: string, format: date-time}}
      responses: {"201": {description: made, content: {application/vnd.cat+json: {schema: {$ref: "#/components/schemas/Cat"}}}}}
    get:
      tags: [cats]
      operationId: list
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: per_page, in: query, schema: {type: integer}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [cats, start]
                properties: {start: {type: integer}, cats: {type: array, items: {$ref: "#/components/schemas/Cat"}}}
  /cats/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    delete: {tags: [cats], operationId: delete, responses: {"204": {description: gone}}}
  /dogs:
    get:
      tags: [dogs]
      operationId: get
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Dog"}}}}}
  /picture:
    get:
      tags: [dogs]
      operationId: picture
      responses: {"200": {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}}
  /elsewhere:
    servers: [{url: "https://elsewhere.example"}]
    get: {tags: [dogs], operationId: elsewhere, responses: {"204": {description: ok}}}
""")


def build(folder: Path, *settings: str) -> Path:
    return build_package(DOCUMENT, folder, "targets.python.tests=true", *(f"{BUDGET}.{each}" for each in settings))


def check(project: Path) -> subprocess.CompletedProcess[str]:
    """Run the test of the budget, a warning being an error."""
    file = project / "tests" / "test_import_budget.py"
    return run(
        sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "-p", "anyio",
        "--rootdir", project, file, cwd=project,
        environment={"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )  # fmt: skip


def found(process: subprocess.CompletedProcess[str]) -> list[int]:
    """How many modules were loaded, of each test that failed."""
    return [int(number) for number in re.findall(r"^E .*Error: (\d+) modules are loaded", process.stdout, re.MULTILINE)]


def test_the_budget_holds_to_the_module(tmp_path: Path) -> None:
    measured = found(check(build(tmp_path / "one", "import=1", "first_call=1")))
    assert len(measured) == 2
    made, called = measured
    assert 10 < made < called

    project = build(tmp_path / "project", f"import={made}", f"first_call={called}")
    process = check(project)
    assert count_passed(process) == 2, process.stdout

    client = project / "shop" / "client.py"
    client.write_text(client.read_text(encoding="utf-8") + "\nfrom . import types\n", encoding="utf-8")
    grown = check(project)
    # The call needs that module anyway.
    assert found(grown) == [made + 1]
    assert count_passed(grown) == 1
    assert re.search(r"^E +shop, \d+: .*\bshop\.types\b", grown.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("method", "loads"),
    [
        ("", {"cat", "owner"}),
        ("cats.list", {"cats_list_response", "cat", "owner"}),
        ("cats.delete", set[str]()),
    ],
    ids=["as in the README", "pages", "nothing"],
)
def test_a_call_of_any_kind_can_be_the_first(method: str, loads: set[str], tmp_path: Path) -> None:
    settings = ["first_call=1", *([f"method={method}"] if method else [])]

    project = build(tmp_path / "project", *settings)
    process = check(project)

    assert len(found(process)) == 1, process.stdout
    assert set(re.findall(r"\bshop\.types\.\w+\.(\w+)", process.stdout)) == loads
    assert black_complaints(project / "tests") == ""


def test_a_budget_of_the_client_alone_makes_no_call(tmp_path: Path) -> None:
    project = build(tmp_path / "project", "import=1000")

    assert "make_call" not in (project / "tests" / "loaded_modules.py").read_text(encoding="utf-8")
    assert black_complaints(project / "tests") == ""


def test_there_is_no_such_test_without_a_budget(tmp_path: Path) -> None:
    files = tree(build(tmp_path / "project"))

    assert "tests/test_cats.py" in files
    assert not {"tests/test_import_budget.py", "tests/loaded_modules.py"} & files.keys()


@pytest.mark.parametrize("method", ["dogs.picture", "dogs.elsewhere"])
def test_a_call_that_no_test_can_make_is_named(method: str, tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(yaml.safe_dump(DOCUMENT), encoding="utf-8")

    process = sdksmith(
        "generate", "api.yaml", "--output", "out", "--set", "targets.python.tests=true",
        "--set", f"{BUDGET}.first_call=9", "--set", f"{BUDGET}.method={method}", cwd=tmp_path,
    )  # fmt: skip

    assert process.returncode == 0
    assert f"nothing holds the budget of a first call: '{method}' is not fit for it" in process.stderr
    assert not (tmp_path / "out" / "tests" / "test_import_budget.py").exists()


def test_a_method_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"'cats\.make'"):
        build(tmp_path / "project", "first_call=9", "method=cats.make")

    assert not (tmp_path / "project").exists()
