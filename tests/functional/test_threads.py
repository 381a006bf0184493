"""Many threads, or tasks, that use a library at once: its types for the first time, and one client together."""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from graphlib import TopologicalSorter
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package
from tests.runtime.loopback import Answer, Received

THREADS = 50
CALLS = 64

#: Types that lead to themselves in each way there is, across folders and within one.
TYPES = Spec("""
schemas:
  Node: {type: object, properties: {value: {type: integer}, next: {$ref: "#/components/schemas/Node"}, at: {type: string, format: date-time}}}
  Egg: {type: object, properties: {laid_by: {$ref: "#/components/schemas/Hen"}, in: {$ref: "#/components/schemas/Barn"}}}
  Hen: {type: object, properties: {egg: {$ref: "#/components/schemas/Egg"}, kind: {type: string, enum: [small, big]}}}
  Barn: {type: object, properties: {hens: {type: array, items: {$ref: "#/components/schemas/Hen"}}, pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
  Cat: {type: object, required: [kind], properties: {kind: {type: string}, kittens: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
  Dog: {type: object, required: [kind], properties: {kind: {type: string}, chases: {$ref: "#/components/schemas/Cat"}}}
  Pet:
    oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
  Json:
    oneOf:
      - {type: string}
      - {type: array, items: {$ref: "#/components/schemas/Json"}}
      - {type: object, additionalProperties: {$ref: "#/components/schemas/Json"}}
  Sum: {type: object, required: [left], properties: {left: {$ref: "#/components/schemas/Term"}}}
  Term: {oneOf: [{type: integer}, {$ref: "#/components/schemas/Sum"}]}
  Base: {type: object, properties: {children: {type: array, items: {$ref: "#/components/schemas/Derived"}}}}
  Derived: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {name: {type: string}}}]}
  Farm: {type: object, properties: {barns: {type: array, items: {$ref: "#/components/schemas/Barn"}}, notes: {$ref: "#/components/schemas/Json"}}}
""")

#: A type, an answer that follows the document, and one that does not, which is read in another way.
SAMPLES = {
    "Node": [{"value": 1, "next": {"value": 2, "at": "2026-01-31T12:00:00Z"}}, {"value": "one", "next": {"next": 7}}],
    "Egg": [{"laid_by": {"egg": {"in": {"hens": [{"kind": "small"}]}}}}, {"laid_by": {"egg": 1, "kind": "huge"}}],
    "Hen": [{"egg": {"laid_by": {"kind": "big"}}}, {"egg": {"laid_by": {"kind": 3}}}],
    "Barn": [{"pets": [{"kind": "dog", "chases": {"kind": "cat"}}]}, {"pets": [{"kind": "cow"}, 1], "hens": {}}],
    "Pet": [{"kind": "cat", "kittens": [{"kind": "dog"}]}, {"kind": "cow", "milk": True}],
    "Json": [{"a": ["b", {"c": []}]}, {"a": [1]}],
    "Sum": [{"left": {"left": {"left": 1}}}, {"left": {"left": "one"}}],
    "Base": [{"children": [{"name": "a", "children": []}]}, {"children": {"name": "a"}}],
    "Farm": [{"barns": [{"hens": []}], "notes": {"a": "b"}}, {"barns": [{"hens": [1]}], "notes": 1}],
}

PROGRAM = """
import importlib, json, sys, threading, traceback
package, threads, samples = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
# As often as can be: what is half done is seen by others.
sys.setswitchinterval(1e-6)
barrier = threading.Barrier(threads)
faults = []

def use(number):
    names = sorted(samples)
    start = number % len(names) if number % 2 else 0
    barrier.wait()
    try:
        sdk = importlib.import_module(package)
        core = importlib.import_module(package + ".core")
        for name in names[start:] + names[:start]:
            kind = getattr(sdk, name)
            for sample in samples[name]:
                read = core.decode(kind, json.dumps(sample).encode())
                assert json.loads(core.encode_json(read)) == sample, (name, sample, read)
                if hasattr(kind, "model_validate"):
                    assert type(read) is kind, (name, read)
            if hasattr(kind, "model_validate"):
                made = kind(**samples[name][0])
                assert json.loads(core.encode_json(made)) == samples[name][0], (name, made)
    except BaseException:
        faults.append(traceback.format_exc())

running = [threading.Thread(target=use, args=(number,)) for number in range(threads)]
for thread in running:
    thread.start()
for thread in running:
    thread.join()
print(len(faults), *faults[:1])
"""


def folder_of(package: Any) -> Path:
    """The folder of a package's project, which is on no path any more."""
    return Path(package.__file__).parent.parent


def test_fifty_threads_use_types_for_the_first_time_together() -> None:
    package = make_package(TYPES)

    process = subprocess.run(
        [sys.executable, "-W", "error", "-", package.__name__, str(THREADS), json.dumps(SAMPLES)],
        input=PROGRAM,
        env={**os.environ, "PYTHONPATH": str(folder_of(package))},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert process.stdout.strip() == "0", process.stdout + process.stderr


def test_every_pydantic_that_is_let_in_builds_models_under_a_lock() -> None:
    """Before 2.14 the test above fails; which version is installed here does not show that."""
    project = folder_of(make_package(TYPES)) / "pyproject.toml"
    required = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]

    (least,) = [entry for entry in required if entry.startswith("pydantic")]
    found = re.fullmatch(r"pydantic>=(\d+)\.(\d+),<3", least)

    assert found is not None
    assert (int(found[1]), int(found[2])) >= (2, 14)


def imports(file: Path, package: Path) -> Iterator[Path]:
    """Yield the modules of a package that loading one of them loads: not those for type checkers or inside functions."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            start = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            names = [start / alias.name for alias in node.names]
            for found in (start, *names):
                yield from (
                    each
                    for each in (found.with_suffix(".py"), found / "__init__.py")
                    if each.is_file() and each != file
                )


def test_no_module_waits_for_itself() -> None:
    """A circle of imports is where threads meet modules that are half loaded: Python lets them in, to avoid a deadlock."""
    package = Path(make_package(TYPES).__file__).parent
    graph = {file: set(imports(file, package)) for file in package.rglob("*.py")}
    assert sum(map(len, graph.values())) > len(graph)

    TopologicalSorter(graph).prepare()


CLIENT = Spec("""
security: [{bearer: []}]
paths:
  /echo/{number}:
    post:
      tags: [echo]
      operationId: send
      parameters: [{name: number, in: path, required: true, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Echo"}}}}}
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  schemas:
    Echo: {type: object, required: [path, text, token], properties: {path: {type: string}, text: {type: string}, token: {type: string}}}
""")


@pytest.fixture
def echo(server: Server) -> Server:
    """A server whose answer tells what it was sent; each request's first attempt is refused."""
    seen: set[str] = set()

    def answer(request: Received) -> Answer:
        if request.path not in seen:
            seen.add(request.path)
            return Answer(503, b"{}", {"retry-after": "0"})
        body = json.loads(request.body)
        told = {"path": request.path, "text": body["text"], "token": request.headers["authorization"]}
        return Answer(200, json.dumps(told).encode())

    server.handler = answer
    return server


def expected(number: int) -> tuple[str, str, str]:
    return f"/echo/{number}", f"text {number}", "Bearer token"


def told(answer: Any) -> tuple[str, str, str]:
    return answer.path, answer.text, answer.token


def test_sixty_four_threads_share_a_client(echo: Server) -> None:
    package = make_package(CLIENT)
    barrier = Barrier(CALLS)

    def call(number: int) -> Any:
        barrier.wait()
        return client.echo.send(number, text=f"text {number}")

    with package.Api(token="token", base_url=echo.url) as client, ThreadPoolExecutor(CALLS) as pool:
        answers = list(pool.map(call, range(CALLS)))

    assert [told(answer) for answer in answers] == [expected(number) for number in range(CALLS)]
    assert len(echo.requests) == 2 * CALLS


def test_sixty_four_tasks_share_a_client(echo: Server) -> None:
    package = make_package(CLIENT)

    async def call_all() -> list[Any]:
        async with package.AsyncApi(token="token", base_url=echo.url) as client:
            return await asyncio.gather(*(client.echo.send(number, text=f"text {number}") for number in range(CALLS)))

    answers = asyncio.run(call_all())

    assert [told(answer) for answer in answers] == [expected(number) for number in range(CALLS)]
    assert len(echo.requests) == 2 * CALLS
