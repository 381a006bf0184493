"""How each generator is run, and what it leaves."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.documents import Document
from benchmarks.environments import Environment, Missing
from benchmarks.processes import RunFailed, Usage, run

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


#: Seconds that a generator may take for what is not the main document, without ``--thorough``.
_PATIENCE = 150


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
    command
        Generates, into a folder that is empty, and with nothing cached.
    outcomes
        Outputs of this benchmark, and why one could not be made (``""``: it was).
    """

    name: str
    output: Path
    package: str
    python: Path
    command: Callable[[], Usage]
    outcomes: dict[Path, str]

    def run(self) -> Usage:
        """Generate.

        Raises
        ------
        RunFailed
            It failed; nothing is left in the output folder.
        """
        shutil.rmtree(self.output, ignore_errors=True)
        self.output.mkdir(parents=True)
        try:
            usage = self.command()
        except RunFailed as failure:
            shutil.rmtree(self.output, ignore_errors=True)
            self.outcomes[self.output] = str(failure)
            raise
        self.outcomes[self.output] = ""
        return usage

    def ensure(self) -> None:
        """Generate unless this benchmark has, or has failed to.

        Raises
        ------
        RunFailed
            It failed.
        """
        if self.output not in self.outcomes:
            self.run()
        elif failure := self.outcomes[self.output]:
            raise RunFailed(failure)


def generators(bench: Bench, document: Document, key: str) -> tuple[list[Generator], dict[str, str]]:
    """Return the generators that can run, sdksmith first, and why others can't."""
    output = bench.output("generated", key, OURS)
    options = ("--no-cache", *document.options)

    def generate() -> Usage:
        return bench.sdksmith(document.file, output, options)

    found = [Generator(OURS, output, document.package, bench.ours.python, generate, bench.outcomes)]
    failures: dict[str, str] = {}
    for name in PEERS:
        environment = bench.environments.peer(name)
        if isinstance(environment, Missing):
            failures[name] = environment.why
        else:
            found.append(_peer(bench, name, environment, document, bench.output("generated", key, name)))
    return found, failures


def _peer(bench: Bench, name: str, environment: Environment, document: Document, output: Path) -> Generator:
    package, command = _PEERS[name]
    patience = 600 if bench.thorough or document == bench.management else _PATIENCE

    def generate() -> Usage:
        wanted = command(environment, document.file, output)
        return run(wanted, folder=output, extra=environment.path, timeout=patience)

    return Generator(name, output, package, environment.python, generate, bench.outcomes)
