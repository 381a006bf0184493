"""From a line of a library to the part of the document that it comes from, and back."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sdksmith import inspection, pipeline
from sdksmith.cli import main
from sdksmith.diagnostics import format_pointer
from sdksmith.project import open_project

DOCUMENT = """\
openapi: 3.1.0
info: {title: Garden, version: '1'}
servers: [{url: 'https://garden.example.com'}]
paths:
  /plants:
    get:
      operationId: list_plants
      tags: [plants]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}}}
    post:
      operationId: plant
      tags: [plants]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}}
      responses: {'201': {description: ok}}
  /gates:
    get:
      operationId: list_gates
      tags: [gates]
      responses: {'204': {description: ok}}
components:
  schemas:
    Plant:
      type: object
      required: [commonName]
      properties:
        commonName:
          type: string
          description: |
            What people call it.
            class of plants: any
        height: {type: number}
        colour: {$ref: '#/components/schemas/Colour'}
    Colour:
      type: string
      enum: [red, green]
"""
CONFIG = 'spec = "api.yaml"\n[targets.python]\npackage = "garden"\n[targets.go]\n[targets.reference]\nsearch = false\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("generate", "--quiet") == 0
    (tmp_path / "generated" / "python" / "notes.txt").write_text("Mine.\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def line_of(text: str, file: Path | str) -> int:
    """Return the first line of a file that has a text."""
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("python/garden/types/plants/plant.py", "common_name", "api.yaml:26:9 (/components/schemas/Plant/properties/commonName)"),
        ("python/garden/types/plants/plant.py", "class of plants", "api.yaml:26:9 (/components/schemas/Plant/properties/commonName)"),
        ("python/garden/types/plants/plant.py", "height", "api.yaml:31:9 (/components/schemas/Plant/properties/height)"),
        ("python/garden/types/plants/plant.py", "class Plant(", "api.yaml:22:5 (/components/schemas/Plant)"),
        ("python/garden/plants/client.py", "def list_plants", "api.yaml:6:5 (/paths/~1plants/get)"),
        ("python/garden/plants/client.py", "async def plant(", "api.yaml:10:5 (/paths/~1plants/post)"),
        ("python/garden/plants/client.py", "        common_name: str,", "api.yaml:26:9 (/components/schemas/Plant/properties/commonName)"),
        ("python/garden/plants/client.py", "        height : ", "api.yaml:31:9 (/components/schemas/Plant/properties/height)"),
        ("python/garden/plants/client.py", "            ok", "api.yaml:9:19 (/paths/~1plants/get/responses/200)"),
        ("python/garden/plants/client.py", "        TransportError", "api.yaml:6:5 (/paths/~1plants/get)"),
        ("python/garden/plants/client.py", '            "POST",', "api.yaml:10:5 (/paths/~1plants/post)"),
        ("go/garden/client/plants.go", ") ListPlants(", "api.yaml:6:5 (/paths/~1plants/get)"),
    ],
)  # fmt: skip
def test_a_line_leads_to_its_part_of_the_document(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, place: str
) -> None:
    path = os.path.join("generated", file)

    assert run("why", f"{path}:{line_of(text, path)}") == 0
    first, *more = capsys.readouterr().out.splitlines()
    assert first == f"{path}:{line_of(text, path)} comes from {place}"
    assert any(line.startswith(("  document", "  name")) for line in more), more


def test_a_line_of_no_one_part_leads_to_what_lays_it_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why", "generated/python/garden/plants/client.py:1") == 0
    assert capsys.readouterr().out == (
        "generated/python/garden/plants/client.py:1 comes from no one part of the document\n\n"
        "  laid out by templates/python/client.py.j2\n"
        "  has client.plants.list_plants, from api.yaml:6:5 (/paths/~1plants/get)\n"
        "  has client.plants.plant, from api.yaml:10:5 (/paths/~1plants/post)\n"
    )
    assert run("why", "generated/python/garden/core/credentials.py:3") == 0
    assert capsys.readouterr().out.endswith("  a copy of templates/python/runtime/core/credentials.py\n")


def test_every_line_of_a_library_has_an_answer(folder: Path) -> None:
    project = open_project(None, None)
    output = project.output("python")
    found = pipeline.inspect(project.source, project.config, targets=("python",))
    count = 0
    for path in found.files:
        for number, _ in enumerate((output / path).read_text(encoding="utf-8").splitlines(), 1):
            if path.startswith("garden/core/") and number > 1:
                break
            first = next(inspection.why_lines(found, output, output / path, number, 100))
            assert " comes from " in first, (path, number, first)
            count += 1
    assert count > 1_000


def test_the_reasons_of_a_method_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "generated/python/garden/plants/client.py"
    assert run("why", f"{path}:{line_of('def list_plants', path)}") == 0
    printed = capsys.readouterr().out
    for reason in ("list_plants from operationId 'list_plants'", "client.plants from the tag 'plants'", "paging"):
        assert reason in printed


def test_every_method_and_type_leads_there_and_back(folder: Path) -> None:
    project = open_project(None, None)
    count = 0
    for target in ("python", "go"):
        found = pipeline.inspect(project.source, project.config, targets=(target,))
        output = project.output(target)
        for symbol in (*found.outline.methods, *found.outline.types):
            (line,) = inspection.where_lines(found, output, symbol)
            place = re.search(r"(\S+):(\d+)$", line)
            assert place is not None, line
            told = next(inspection.why_lines(found, output, Path(place[1]), int(place[2]), 100))
            assert told.endswith(f"({format_pointer(symbol)})"), (line, told)
            count += 1
    assert count == 2 * (3 + 2)


@pytest.mark.parametrize(
    ("place", "heading", "begins"),
    [
        ("/components/schemas/Plant", "api.yaml:22:5 (/components/schemas/Plant)", "class Plant("),
        (
            "#/components/schemas/Plant/properties/height",
            "api.yaml:31:9 (/components/schemas/Plant/properties/height)",
            "    height:",
        ),
        ("api.yaml:28", "api.yaml:28:11 (/components/schemas/Plant/properties/commonName/description)", "class Plant("),
    ],
)
def test_a_part_of_the_document_leads_to_each_library(
    folder: Path, capsys: pytest.CaptureFixture[str], place: str, heading: str, begins: str
) -> None:
    assert run("where", place) == 0
    python = "generated/python/garden/types/plants/plant.py"
    found = capsys.readouterr().out.splitlines()
    assert found[:2] == [heading, f"  python      Plant  {python}:{line_of(begins, python)}"]
    assert re.fullmatch(r"  go          Plant  generated/go/garden/\w+\.go:\d+", found[2])
    assert len(found) == 3


def test_what_nothing_was_made_of_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("where", "/info/title") == 1
    assert capsys.readouterr().out == "api.yaml:2:8 (/info/title)\n  nothing was made of it\n"


def test_a_library_that_was_not_written_has_no_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("generated/python/garden/types/plants/plant.py").unlink()
    assert run("where", "/components/schemas/Plant") == 0
    assert (
        capsys.readouterr().out.splitlines()[1] == "  python      Plant  generated/python/garden/types/plants/plant.py"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("why", "generated/python/garden/client.py"), "is not FILE:LINE"),
        (("why", "generated/python/garden/none.py:1"), "can't be read: no such file or directory"),
        (("why", "generated/python/garden/plants/client.py:9999"), "lines"),
        (("why", "generated/python/notes.txt:1"), "is in no file that would be generated"),
        (("why", "api.yaml:1"), "is in no folder that is generated"),
        (("where", "/components/schemas/Plnat"), "the document has nothing at /components/schemas/Plnat"),
        (("where", "other.yaml:3"), "is no part of the document"),
        (("where", "Plant"), "is not FILE:LINE"),
    ],
)
def test_what_leads_nowhere_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(*arguments) == 3
    assert said in capsys.readouterr().err
