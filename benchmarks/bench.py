"""What all parts of the benchmark share."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks import documents
from benchmarks.documents import ROOT, Document
from benchmarks.environments import Environment, Environments, Missing
from benchmarks.processes import RunFailed, Usage, run


class CannotMeasure(Exception):
    """A part can't be measured at all; the message says why."""


@dataclass
class Bench:
    """A run of the benchmark.

    Attributes
    ----------
    folder
        Where environments, documents and what is generated go.
    rounds
        How often everything is measured; what takes milliseconds is measured more often.
    thorough
        Whether what takes many minutes is measured too.
    tell
        Told what is being done.
    outcomes
        Outputs of generators, and why one could not be made (``""``: it was).
    """

    folder: Path
    rounds: int
    thorough: bool
    tell: Callable[[str], None]
    outcomes: dict[Path, str] = field(default_factory=dict[Path, str])

    @property
    def quick_rounds(self) -> int:
        """How often something is measured that takes milliseconds."""
        return self.rounds * 3

    @cached_property
    def environments(self) -> Environments:
        """The programs that are measured."""
        return Environments(self.folder / "environments", ROOT / "constraints.txt", self.tell)

    @cached_property
    def management(self) -> Document:
        """The Management API."""
        return documents.management(self.folder / "documents", sys.executable)

    @cached_property
    def github(self) -> Document | Missing:
        """GitHub's document."""
        return documents.github(self.environments)

    def output(self, *parts: str) -> Path:
        """Return a folder for output, which may exist."""
        return self.folder.joinpath("output", *parts)

    def sdksmith(
        self, file: Path, output: Path | None, options: Sequence[str] = ("--no-cache",), *targets: str
    ) -> Usage:
        """Run ``sdksmith generate`` as this checkout has it; where several targets are written, the options say."""
        command = [sys.executable, "-m", "sdksmith", "generate", str(file), "--quiet"]
        if output is not None:
            command += ["--output", str(output)]
        # A configuration among the options may have tables for several targets; the peers make Python alone.
        for target in targets or ("python",):
            command += ["--target", target]
        # In a folder without a sdksmith.toml.
        self.folder.mkdir(parents=True, exist_ok=True)
        return run(
            [*command, *options],
            python_path=ROOT / "generator",
            folder=self.folder,
            extra={"SDKSMITH_CACHE_DIR": str(self.folder / "cache")},
        )

    @cached_property
    def sdk(self) -> Path:
        """The library of the Management API, generated, and compiled as pip leaves it."""
        return self.library(self.management.file, self.management.options, "management")

    def library(self, file: Path, options: Sequence[str], name: str) -> Path:
        """Generate a library from a document, and compile it as pip does."""
        output = self.output("libraries", name)
        shutil.rmtree(output, ignore_errors=True)
        try:
            self.sdksmith(file, output, ("--no-cache", *options))
            run([str(self.ours.python), "-m", "compileall", "-q", str(output)])
        except RunFailed as failure:
            raise CannotMeasure(f"no library: {failure}") from failure
        return output

    @cached_property
    def ours(self) -> Environment:
        """The environment of the generated library."""
        found = self.environments.ours()
        if isinstance(found, Missing):
            raise CannotMeasure(f"the libraries that generated code needs: {found.why}")
        return found
