"""Every code block of a generated README runs against a server, and passes both type checkers."""

from __future__ import annotations

import json
import logging
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.e2e.readme import AnyHost, Block, blocks, failures, run_block, standing_alone
from tests.e2e.readme import reach as reach  # the fixture
from tests.e2e.support import (
    CONFIG,
    GENERATED,
    ROOT,
    black_complaints,
    build_package,
    mypy_complaints,
    pyright_complaints,
    shared,
)

Reach = Callable[[AnyHost], None]

#: Two ways to authenticate, several servers, pages by cursor, events, a download, a webhook, a field that may be null.
LIBRARY = yaml.safe_load("""
openapi: 3.1.0
info: {title: Town Library, version: "1"}
servers:
  - {url: "https://library.example.com/v1"}
  - {url: "https://test.library.example.com/v1", description: Testing}
security: [{token: []}, {password: []}]
paths:
  /books:
    get:
      tags: [books]
      operationId: list
      parameters:
        - {name: from, in: query, schema: {type: string}}
        - {name: take, in: query, schema: {type: integer}}
      responses: {200: {description: A page, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
    post:
      tags: [books]
      operationId: add
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewBook"}}}}
      responses: {201: {description: The book, content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}}}
  /books/{isbn}:
    parameters: [{name: isbn, in: path, required: true, schema: {type: string}, example: "9780140449136"}]
    get:
      tags: [books]
      operationId: get
      responses: {200: {description: The book, content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}}}
    patch:
      tags: [books]
      operationId: change
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Change"}}}}
      responses: {204: {description: Done}}
  /books/{isbn}/scan:
    parameters: [{name: isbn, in: path, required: true, schema: {type: string}}]
    get:
      tags: [books]
      operationId: scan
      responses: {200: {description: A picture, content: {image/png: {schema: {type: string, format: binary}}}}}
    put:
      tags: [books]
      operationId: replace_scan
      requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
      responses: {204: {description: Done}}
  /loans/events:
    get:
      tags: [loans]
      operationId: watch
      responses: {200: {description: Events, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Loan"}}}}}
webhooks:
  overdue:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Loan"}}}}
      responses: {204: {description: Noted}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    password: {type: http, scheme: basic}
  schemas:
    Page:
      type: object
      required: [books]
      properties: {books: {type: array, items: {$ref: "#/components/schemas/Book"}}, next: {type: [string, "null"]}}
    Author: {type: object, required: [name], properties: {name: {type: string}}}
    NewBook:
      type: object
      required: [title, author, printed]
      properties:
        title: {type: string}
        author: {$ref: "#/components/schemas/Author"}
        printed: {type: string, format: date-time}
    Change: {type: object, properties: {subtitle: {type: [string, "null"]}, shelf: {type: string}}}
    Book: {type: object, properties: {title: {type: string}, isbn: {type: string}}}
    Loan: {type: object, properties: {id: {type: string}}}
""")

#: As little as there may be: no server, no credentials, no answer.
BELL = yaml.safe_load("""
openapi: 3.1.0
info: {title: Bell, version: "1"}
paths: {/ring: {post: {tags: [bell], operationId: ring, responses: {204: {description: It rang}}}}}
""")

PETSTORE = yaml.safe_load((ROOT / "specs" / "teaching" / "petstore.yaml").read_text(encoding="utf-8"))
INLINE = {"library": LIBRARY, "bell": BELL, "petstore": PETSTORE}

README = (GENERATED / "README.md").read_text(encoding="utf-8")
MANAGEMENT = blocks(README, "python")


@pytest.fixture(autouse=True)
def _log_restored() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("", "auth0.management", "town_library", "bell", "pet_store")]
    before = [(logger.level, list(logger.handlers)) for logger in loggers]
    yield
    for logger, (level, handlers) in zip(loggers, before, strict=True):
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture(scope="module")
def any_host() -> Iterator[AnyHost]:
    tree: dict[str, Any] = yaml.load((ROOT / "specs" / "management-api.yaml").read_text("utf-8"), yaml.CSafeLoader)
    with AnyHost(tree) as server:
        yield server


@pytest.fixture
def management(any_host: AnyHost, reach: Reach) -> AnyHost:
    any_host.start()
    reach(any_host)
    return any_host


def test_the_readme_of_the_management_api_has_a_block_for_each_thing() -> None:
    headings = {block.heading for block in MANAGEMENT}

    assert headings >= {
        "Make a client",
        "Authenticate",
        "Call a method",
        "Left out, or null",
        "Read a response",
        "Go through a list",
        "Read a stream",
        "Upload a file",
        "Handle errors",
        "Retries and timeouts",
        "For one call",
        "Status and headers",
        "Async",
        "Log",
        "Hooks",
        "Responses that are not as documented",
        "Your own HTTP client",
        "Test your program",
    }
    assert "## Move from the official library" in README


@pytest.mark.parametrize("block", MANAGEMENT, ids=str)
def test_each_block_of_the_management_api_runs(
    block: Block, management: AnyHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = MANAGEMENT[0]

    assert list(failures([first, block], management, monkeypatch)) == []


@pytest.mark.parametrize("name", INLINE)
def test_each_block_of_another_api_runs(
    name: str, tmp_path: Path, reach: Reach, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build_package(INLINE[name], tmp_path / name)
    monkeypatch.syspath_prepend(str(folder))
    found = blocks((folder / "README.md").read_text(encoding="utf-8"), "python")

    with AnyHost(INLINE[name]) as server:
        reach(server)
        assert list(failures(found, server, monkeypatch)) == []
    assert len(found) == {"library": 26, "bell": 14, "petstore": 21}[name]


@pytest.mark.slow
def test_each_block_of_the_real_document_runs(tmp_path: Path, reach: Reach, monkeypatch: pytest.MonkeyPatch) -> None:
    source = shared("specs", "management", "2026-06-25.json")
    folder = build_package(source, tmp_path / "full", "targets.python.package=full_management", config=CONFIG)
    monkeypatch.syspath_prepend(str(folder))
    found = blocks((folder / "README.md").read_text(encoding="utf-8"), "python")

    with AnyHost(json.loads(source.read_text(encoding="utf-8"))) as server:
        reach(server)
        assert list(failures(found, server, monkeypatch)) == []
    assert len(found) >= len(MANAGEMENT)


def block_under(heading: str, word: str = "") -> Block:
    return next(block for block in MANAGEMENT if block.heading == heading and word in block.text)


@pytest.mark.parametrize(
    ("fault", "printed"),
    [(None, ""), (404, "a fault"), (400, "400"), (503, "503"), ("no answer", "the request failed")],
)
def test_the_block_on_errors_catches_all_of_them(
    fault: int | str | None, printed: str, management: AnyHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    management.fault = fault

    output = run_block(block_under("Handle errors"), MANAGEMENT[0], monkeypatch)

    assert printed in output
    assert bool(output) is bool(printed)


def test_the_block_on_strictness_catches_what_is_not_as_documented(
    management: AnyHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = block_under("Responses that are not as documented")

    assert run_block(block, MANAGEMENT[0], monkeypatch) == ""
    management.fault = "wrong shape"
    assert run_block(block, MANAGEMENT[0], monkeypatch) != ""


def test_what_the_blocks_show_is_sent(management: AnyHost, monkeypatch: pytest.MonkeyPatch) -> None:
    first = MANAGEMENT[0]
    run_block(block_under("Left out, or null"), first, monkeypatch)
    assert [json.loads(request.body) for request in management.requests] == [
        {"blocked": False},
        {"blocked": False},
        {"blocked": False, "email": None},
    ]

    management.start()
    run_block(block_under("Call a method", "create"), first, monkeypatch)
    assert management.requests[0].headers["authorization"] == "Bearer YOUR_TOKEN"

    management.start()
    run_block(block_under("Upload a file", "open"), first, monkeypatch)
    assert b"content of the file" in management.requests[0].body


def test_the_runner_finds_what_is_wrong(management: AnyHost, monkeypatch: pytest.MonkeyPatch) -> None:
    first = MANAGEMENT[0]
    broken = [
        "client.actions.get()",
        'client.actions.create(name="no trigger", supported_triggers=[])',
        "print(undefined)",
        "for action in client.actions.list:\n    pass",
        "client.actions",
    ]
    found = [first, *(Block("python", "broken", number, text) for number, text in enumerate(broken, 1))]

    assert [name for name, _ in failures(found, management, monkeypatch)] == [
        f"{number} broken" for number in range(1, 6)
    ]


def test_the_blocks_pass_both_type_checkers(tmp_path: Path) -> None:
    check_types(standing_alone(MANAGEMENT), GENERATED, tmp_path)


def test_the_blocks_of_other_apis_pass_both_type_checkers(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    programs: list[str] = []
    for name, spec in INLINE.items():
        folder = build_package(spec, tmp_path / name)
        programs += standing_alone(blocks((folder / "README.md").read_text(encoding="utf-8"), "python"))
        for child in folder.iterdir():
            if child.is_dir():
                shutil.move(child, packages)

    check_types(programs, packages, tmp_path)


def check_types(programs: list[str], packages: Path, tmp_path: Path) -> None:
    sources = tmp_path / "blocks"
    sources.mkdir()
    files = [sources / f"block_{number}.py" for number in range(len(programs))]
    for file, program in zip(files, programs, strict=True):
        file.write_text(program, encoding="utf-8")

    assert mypy_complaints(packages, *files) == ""
    project = tmp_path / "project"
    project.mkdir()
    assert pyright_complaints(project, packages, sources) == ""


def test_the_blocks_are_laid_out_as_black_does(tmp_path: Path) -> None:
    for number, block in enumerate(MANAGEMENT):
        (tmp_path / f"block_{number}.py").write_text(block.text, encoding="utf-8")

    assert black_complaints(tmp_path) == ""


def test_shell_blocks_install_what_the_project_is_called() -> None:
    project = tomllib.loads((GENERATED / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commands = [line for block in blocks(README, "sh") for line in block.text.splitlines()]

    names = [
        match.groups() for line in commands if (match := re.fullmatch(r"pip install ([\w.-]+)(?:\[(\w+)\])?", line))
    ]
    assert len(names) == 2
    assert {name for name, _ in names} == {project["name"]}
    assert {extra for _, extra in names if extra} <= project.get("optional-dependencies", {}).keys()


def test_links_lead_somewhere() -> None:
    reference = (GENERATED / "reference.md").read_text(encoding="utf-8")
    anchors = {line.lstrip("#").strip().replace(".", "").lower() for line in reference.splitlines() if line[:1] == "#"}

    targets = re.findall(r"(?<!\\)\]\(([^)]+)\)", README + reference)
    assert len(targets) > 100
    for target in targets:
        file, _, anchor = target.partition("#")
        assert not file or (GENERATED / file).is_file() or target.startswith("https://"), target
        assert not anchor or anchor in anchors, target
