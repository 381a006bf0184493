"""Bad and malicious documents, each with what is expected of it in EXPECT.tsv.

None may end in a traceback, hang, eat the memory, write where it should not, or get code of its own to run.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.e2e.documents.hostile import Row, Run, generate, read_rows, table, unmatched
from tests.e2e.support import (
    black_complaints,
    import_everything,
    modules,
    mypy_complaints,
    pyright_complaints,
    run_python,
    shared,
)

#: File -> the lines, or (line, column)s, that its diagnostics name: the ``location`` of EXPECT.tsv, looked up in the
#: file. A pointer that the row gives stands at that line; a parameter too many, at its own.
PLACES: dict[str, set[int | tuple[int, int]]] = {
    "01-invalid-yaml.yaml": {(8, 3)},
    "02-tab-indent.yaml": {(6, 1)},
    "03-duplicate-keys.yaml": {6, 12, 20, 21},
    "05-truncated.json": {(1, 97)},
    "11-array-top-level.json": {1},
    "12-two-documents.yaml": {6},
    "16-swagger-2.0.yaml": {1},
    "17-openapi-4.0.yaml": {1},
    "20-missing-paths.yaml": {1},
    "22-wrong-types.yaml": {2, 3, 7, 9, 10, 11},
    "30-unresolvable-ref.yaml": {14},
    "31-self-ref.yaml": {8, 9},
    "33-ref-path-traversal.yaml": {8, 9, 10},
    "34-ref-remote.yaml": {8},
    "36-path-param-undeclared.yaml": {6, 11},
    "37-duplicate-operationid.yaml": {8, 14},
    "50-yaml-alias-bomb.yaml": {13},
    "51-deep-nesting-10k.json": {1},
}


def rows(*expected: str) -> list[Any]:
    """The rows that expect one of some outcomes, as parameters; where there are none, one that says so and skips."""
    found = [pytest.param(row, id=row.file) for row in read_rows() if row.expect in expected]
    return found or [pytest.param(None, marks=pytest.mark.skip(reason="needs shared/hostile: see SDKSMITH_SHARED"))]


@pytest.fixture(autouse=True)
def _posix() -> None:
    pytest.importorskip("resource", reason="the memory limit needs POSIX")


def places(row: Row, text: str) -> set[int | tuple[int, int]]:
    """The places in the document that were printed, each as its line and as line and column."""
    found = re.findall(rf"^\s*{re.escape(str(row.path))}:(\d+):(\d+): ", text, flags=re.MULTILINE)
    return {int(line) for line, _ in found} | {(int(line), int(column)) for line, column in found}


def assert_inert(made: Run) -> None:
    """Compile, import and document every module elsewhere; no payload may have run, nothing may lie about."""
    assert import_everything(made.output, made.cwd) > 20
    program = f"import pydoc\nfor name in {modules(made.output)!r}:\n    pydoc.render_doc(name)"
    run_python(program, cwd=made.cwd, path=made.output)
    assert made.written_elsewhere == []
    assert not list(made.around.rglob("PWNED.canary"))


@pytest.mark.parametrize("row", rows("fail", "fail-or-convert"))
def test_it_is_refused_with_a_reason_and_a_place(row: Row, tmp_path: Path) -> None:
    made = generate(row.path, tmp_path)

    assert made.process.returncode == 2, made.process.stderr
    assert "Traceback" not in made.process.stderr
    assert unmatched(row, made.process) == []
    assert PLACES.get(row.file, set()) <= places(row, made.process.stderr), made.process.stderr
    assert row.file in made.process.stderr
    assert not made.output.exists()
    assert made.written_elsewhere == []


@pytest.mark.parametrize("row", rows("fail-or-warn"))
def test_it_is_refused_or_complained_of(row: Row, tmp_path: Path) -> None:
    made = generate(row.path, tmp_path)

    assert "Traceback" not in made.process.stderr
    assert unmatched(row, made.process) == []
    assert PLACES[row.file] <= places(row, made.process.stderr), made.process.stderr
    if made.process.returncode == 0:
        assert_inert(made)
    else:
        assert made.process.returncode == 2
        assert not made.output.exists()


@pytest.mark.parametrize("row", rows("pass", "inert"))
def test_it_comes_out_as_sound_code_that_does_nothing(row: Row, tmp_path: Path) -> None:
    made = generate(row.path, tmp_path)

    assert made.process.returncode == 0, made.process.stderr
    assert "Traceback" not in made.process.stderr
    assert_inert(made)


def test_the_table_says_what_became_of_each_document() -> None:
    found = [row for row in read_rows() if row.file in ("09-empty.yaml", "07-utf8-bom.json")]
    if not found:
        pytest.skip("needs shared/hostile: see SDKSMITH_SHARED")

    heading, _, *lines = table(found)

    assert heading.split()[:4] == ["case", "expected", "exit", "met"]
    assert [line.split()[:4] for line in lines] == [
        ["07-utf8-bom.json", "pass", "0", "yes"],
        ["09-empty.yaml", "fail", "2", "yes"],
    ]
    assert "empty" in lines[1]
    # Expected to pass, and refused: the table has to say so.
    wrong = replace(found[-1], expect="pass")
    assert list(table([wrong]))[-1].split()[:4] == ["09-empty.yaml", "pass", "2", "NO"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the sound documents make, each in a package of its own, so that one run of a tool judges all of them."""
    shared("hostile", "EXPECT.tsv")
    folder = tmp_path_factory.mktemp("sound") / "packages"
    for number, parameter in enumerate(rows("pass", "inert")):
        (row,) = parameter.values
        made = generate((row or Row("EXPECT.tsv", "", ())).path, folder.parent / f"run_{number}")
        made.output.rename(empty(folder) / f"document_{number}")
    return folder


def test_they_come_out_as_black_lays_them_out(packages: Path) -> None:
    assert black_complaints(packages) == ""


def test_they_come_out_typed_for_mypy(packages: Path, tmp_path: Path) -> None:
    assert mypy_complaints(packages) == ""


def test_they_come_out_typed_for_pyright(packages: Path, tmp_path: Path) -> None:
    assert pyright_complaints(empty(tmp_path / "project"), packages) == ""


def test_strings_come_through_byte_for_byte(tmp_path: Path) -> None:
    document = shared("hostile", "60-injection-legal-places.json")

    made = generate(document, tmp_path)

    schemas = json.loads(document.read_text(encoding="utf-8"))["components"]["schemas"]
    wanted = {
        *schemas["E"]["enum"],
        *schemas["Evil"]["properties"],
        schemas["__builtins__"]["properties"]["kind"]["const"],
    }
    assert "generated 6 operations" in made.process.stdout
    # A name that is an identifier already needs no alias.
    assert wanted - strings(made.output) - names(made.output) == set()


def test_template_code_is_text(tmp_path: Path) -> None:
    made = generate(shared("hostile", "63-jinja-description.yaml"), tmp_path)

    documentation = "\n".join(strings(made.output))
    assert "{{7*7}}" in documentation
    assert "{% raw %}" in documentation


def test_odd_enum_values_stay_apart(tmp_path: Path) -> None:
    document = shared("hostile", "64-enum-odd-values.yaml")

    made = generate(document, tmp_path)

    values = yaml.safe_load(document.read_text(encoding="utf-8"))["components"]["schemas"]["E"]["enum"]
    program = (
        "import json\nfrom typing import get_args\nfrom bad.types import E\n"
        "print(json.dumps([value for part in get_args(E) for value in get_args(part)]))"
    )
    assert json.loads(run_python(program, cwd=made.cwd, path=made.output)) == values


def test_colliding_names_all_stay_reachable(tmp_path: Path) -> None:
    document = shared("hostile", "68-name-collisions.yaml")

    made = generate(document, tmp_path)

    content = yaml.safe_load(document.read_text(encoding="utf-8"))
    operation = content["paths"]["/u/{userId}/{user_id}"]["get"]
    # Each is given, as a value that tells it from the others, and must arrive at its own place.
    program = COLLISIONS.format(
        parameters=[(each["in"], each["name"]) for each in operation["parameters"]],
        properties=list(content["components"]["schemas"]["User"]["properties"]),
    )
    assert run_python(program, cwd=made.cwd, path=made.output).strip() == "arrived"


#: Calls the operation whose parameters and body fields collide, over a transport that answers by itself.
COLLISIONS = """
import inspect, json, urllib.parse
import httpx2, bad
roots = [value for name in bad.__all__ for value in [getattr(bad, name)]
         if inspect.isclass(value) and hasattr(value, "close") and hasattr(value, "u") and not name.startswith("Async")]
sent = []
def answer(request):
    sent.append(request)
    return httpx2.Response(200, json={{}})
client = roots[0](base_url="http://127.0.0.1", httpx_client=httpx2.Client(transport=httpx2.MockTransport(answer)))
method = next(getattr(client.u, name) for name in dir(client.u)
              if not name.startswith("_") and "request_options" in str(inspect.signature(getattr(client.u, name))
              if callable(getattr(client.u, name)) else ""))
arguments = [name for name in inspect.signature(method).parameters if name != "request_options"]
assert len(arguments) == len({parameters!r}) + len({properties!r}), arguments
method(**{{name: f"value {{index}}" for index, name in enumerate(arguments)}})
(request,) = sent
url = urllib.parse.urlsplit(str(request.url))
query = dict(urllib.parse.parse_qsl(url.query))
assert sorted(query) == sorted(name for where, name in {parameters!r} if where == "query"), query
assert "user_id" in request.headers
body = json.loads(request.content)
assert sorted(body) == sorted({properties!r}), body
values = [*query.values(), *body.values(), request.headers["user_id"]]
values += [urllib.parse.unquote(part) for part in url.path.split("/")[2:]]
assert sorted(values) == sorted(f"value {{index}}" for index in range(len(arguments))), values
print("arrived")
"""


def empty(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def strings(folder: Path) -> set[str]:
    """Every string that the code of a package holds."""
    return {
        node.value
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def names(folder: Path) -> set[str]:
    """Every name that the classes of a package give to a field."""
    return {
        node.target.id
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
