"""How each generator is run, and what it leaves."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.documents import Document
from benchmarks.environments import Environment, Missing
from benchmarks.processes import Usage, run

OURS = "sdksmith"
#: Name of a peer -> what it writes below the output folder, and the command; both of them take the output folder.
_PEERS: dict[str, tuple[str, Callable[[Environment, Path, Path], list[str]]]] = {
    "openapi-python-client": (
        "api_client",
        lambda environment, document, output: [
            *(str(environment.program("openapi-python-client")), "generate", "--meta", "none", "--overwrite"),
            *("--path", str(document), "--output-path", str(output / "api_client")),
        ],
    ),
    "openapi-generator": (
        "openapi_client",
        lambda environment, document, output: [
            *(str(environment.program("openapi-generator-cli")), "generate", "-g", "python"),
            *("-i", str(document), "-o", str(output), "--skip-validate-spec"),
        ],
    ),
    "datamodel-code-generator": (
        "models",
        lambda environment, document, output: [
            *(str(environment.program("datamodel-codegen")), "--input-file-type", "openapi"),
            *("--output-model-type", "pydantic_v2.BaseModel"),
            *("--input", str(document), "--output", str(output / "models.py")),
        ],
    ),
}
PEERS = tuple(_PEERS)


@dataclass(frozen=True)
class Generator:
    """A generator, for one document.

    Attributes
    ----------
    output
        The folder that it writes.
    package
        What is imported from there.
    python
        The interpreter that can import it.
    run
        Generates, into an empty folder and with nothing cached.
    """

    name: str
    output: Path
    package: str
    python: Path
    run: Callable[[], Usage]


def generators(bench: Bench, document: Document, key: str) -> tuple[list[Generator], dict[str, str]]:
    """Return the generators that can run, sdksmith first, and why others can't."""
    output = bench.output("generated", key, OURS)
    options = ("--no-cache", *document.options)

    def ours() -> Usage:
        _empty(output)
        return bench.sdksmith(document.file, output, options)

    found = [Generator(OURS, output, document.package, bench.ours.python, ours)]
    failures: dict[str, str] = {}
    for name in PEERS:
        environment = bench.environments.peer(name)
        if isinstance(environment, Missing):
            failures[name] = environment.why
        else:
            found.append(_peer(name, environment, document, bench.output("generated", key, name)))
    return found, failures


def _peer(name: str, environment: Environment, document: Document, output: Path) -> Generator:
    package, command = _PEERS[name]

    def generate() -> Usage:
        _empty(output)
        return run(command(environment, document.file, output), folder=output, extra=environment.path)

    return Generator(name, output, package, environment.python, generate)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
