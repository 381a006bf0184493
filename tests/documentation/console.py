"""Pages whose examples are run: what a fence says is typed into a shell, and what it prints is compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"(?:\{# |# )([\w./-]+\.\w+)(?: #\})?\n")
#: A line that stands for any number of lines.
_LEFT_OUT = "..."
#: Times, which no two runs share.
_SECONDS = re.compile(r"\d+\.\d{3} s\b|(?<=\"seconds\": )[\d.e-]+")
#: How many files a library has changes with its runtime, which is no concern of these pages.
_COUNTS = re.compile(r"\d+(?= files?\b| written\b| unchanged\b)|(?<=\"files\": )\d+|(?<=\"unchanged\": )\d+")


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a page, with what the page says that it prints."""

    command: str
    output: str


def examples(page: str) -> Iterator[Example | tuple[str, str]]:
    """Yield the commands of a page in their order, and between them the files that it shows: name and text.

    A fence is a file when its first line is a comment that names one.
    """
    for language, text in _FENCE.findall(page):
        named = _FILE.match(text)
        if language == "console":
            for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield Example(command, output)
        elif named:
            yield named[1], text


class Shell:
    """A shell in a folder of its own, in which ``sdksmith`` is the program under test.

    Parameters
    ----------
    folder
        Empty, but for the documents that the page begins with.
    home
        Where caches go.
    """

    def __init__(self, folder: Path, home: Path) -> None:
        self._folder = folder
        self._exit_code = 0
        programs = Path(sys.executable).parent
        kept = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self._environment = {
            **kept,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "generated" / "python"),
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "HOME": str(home),
            "SDKSMITH_CACHE_DIR": str(home / "cache"),
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.com",
            "GIT_CONFIG_NOSYSTEM": "1",
        }

    def write(self, name: str, text: str) -> None:
        """Write a file that a page shows."""
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(self, command: str) -> str:
        """Run a command and return what it prints, on either stream; ``$?`` in it is the exit code of the last one."""
        process = subprocess.run(
            ["sh", "-c", command.replace("$?", str(self._exit_code))],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self._exit_code = process.returncode
        return "".join(f"{line.rstrip()}\n" for line in _SECONDS.sub(_unmeasured, process.stdout).splitlines())


def _unmeasured(time: re.Match[str]) -> str:
    return "0.000 s" if time[0].endswith("s") else "0.0"


def matches(expected: str, found: str) -> bool:
    """Whether an output is as a page shows it, which may leave lines out; the number of files is all one."""
    shown, found = _COUNTS.sub("N", expected), _COUNTS.sub("N", found)
    parts = [re.escape(part) for part in re.split(rf"^[ ]*{re.escape(_LEFT_OUT)}\n", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), found) is not None


def begin(repository: Path, folder: Path) -> Shell:
    """Return a shell in a folder with the document that all pages begin with, ``openapi.yaml``."""
    work, home = folder / "work", folder / "home"
    work.mkdir()
    home.mkdir()
    shutil.copy(repository / "specs" / "teaching" / "petstore.yaml", work / "openapi.yaml")
    return Shell(work, home)


def rewritten(page: str, shell: Shell) -> str:
    """Return a page with what its commands print now; outputs that leave lines out stay where they match."""

    def fence(found: re.Match[str]) -> str:
        named = _FILE.match(found[2])
        if found[1] != "console":
            if named:
                shell.write(named[1], found[2])
            return found[0]
        lines: list[str] = []
        for example in examples(found[0]):
            assert isinstance(example, Example)
            output = shell.run(example.command)
            kept = f"{_LEFT_OUT}\n" in example.output and matches(example.output, output)
            lines.append(f"$ {example.command}\n{example.output if kept else output}")
        return f"```console\n{''.join(lines)}```"

    return _FENCE.sub(fence, page)
