"""Bad and malicious documents, what is expected of each, and what the program makes of them.

``make hostile`` (``python -m tests.e2e.documents.hostile``) prints it as a table.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.tables import aligned
from tests.e2e.support import ROOT, run, shared_folder

HANGS_AFTER = 20
MOST_MEMORY = 2 * 1024**3
#: Runs the command line with a limit on its address space.
LIMITED = (
    "import resource, runpy, sys\n"
    f"resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))\n"
    "sys.argv[0] = 'sdksmith'\n"
    "runpy.run_module('sdksmith', run_name='__main__')\n"
)
#: What EXPECT.tsv says -> the exit codes that meet it.
EXIT_CODES = {"fail": (2,), "fail-or-convert": (0, 2), "fail-or-warn": (0, 2), "pass": (0,), "inert": (0,)}


@dataclass(frozen=True)
class Row:
    """A row of EXPECT.tsv."""

    file: str
    expect: str
    patterns: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The document."""
        return shared_folder() / "hostile" / self.file


@dataclass(frozen=True)
class Run:
    """What became of a document."""

    process: subprocess.CompletedProcess[str]
    #: A folder deep inside an empty one, so that a path that climbs out of it stays where the test can see it.
    around: Path
    cwd: Path
    output: Path

    @property
    def written_elsewhere(self) -> list[str]:
        """Files outside the output folder."""
        return [
            file.relative_to(self.around).as_posix()
            for file in self.around.rglob("*")
            if file.is_file() and not file.is_relative_to(self.output)
        ]


def read_rows() -> list[Row]:
    """Return the rows of EXPECT.tsv; none where the folder is absent."""
    table = shared_folder() / "hostile" / "EXPECT.tsv"
    if not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as stream:
        return [
            Row(row["file"], row["expect"], tuple(filter(None, row["message_must_match"].split(";;"))))
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def generate(document: Path, folder: Path) -> Run:
    """Generate of a document within limits, deep below an empty folder."""
    cwd = folder / "a" / "b" / "c" / "d" / "cwd"
    cwd.mkdir(parents=True)
    output = cwd.parent / "package"
    process = run(
        sys.executable, "-c", LIMITED, "generate", document, "--output", output,
        cwd=cwd, environment={"PYTHONPATH": str(ROOT / "generator")}, timeout=HANGS_AFTER,
    )  # fmt: skip
    return Run(process, folder, cwd, output)


def says(row: Row, process: subprocess.CompletedProcess[str]) -> str:
    """What was printed, without the document's own name, which may hold the very word that is looked for."""
    return process.stderr.replace(str(row.path), "").replace(row.file, "")


def unmatched(row: Row, process: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the patterns that a message must match and none does."""
    text = says(row, process)
    return [pattern for pattern in row.patterns if not re.search(pattern, text, re.IGNORECASE)]


def _meets(row: Row, made: Run) -> bool:
    code = made.process.returncode
    written = made.output.exists() if code == 0 else not made.output.exists()
    quiet = "Traceback" not in made.process.stderr and made.written_elsewhere == []
    return code in EXIT_CODES[row.expect] and written and quiet and not unmatched(row, made.process)


def table(rows: list[Row]) -> Iterator[str]:
    """Yield the lines of a table: what was expected, the exit code, and the first line that the program said."""
    cells: list[tuple[str, ...]] = []
    for row in rows:
        with TemporaryDirectory(prefix="sdksmith-hostile-") as folder:
            made = generate(row.path, Path(folder))
            process = made.process
            lines = [line for line in (process.stderr or process.stdout).splitlines() if line.strip()]
            first = lines[0].replace(str(row.path), row.file).replace(str(made.output), "package") if lines else ""
            met = "yes" if _meets(row, made) else "NO"
        cells.append((row.file, row.expect, str(process.returncode), met, first))
    yield from aligned(("case", "expected", "exit", "met", "first line of what is said"), cells)


def main() -> None:
    """Print the table."""
    rows = read_rows()
    if not rows:
        raise SystemExit("needs shared/hostile: name the folder in SDKSMITH_SHARED")
    for line in table(rows):
        print(line)


if __name__ == "__main__":
    main()
