"""Edits of every changed file of a real library, of five kinds, through four changes of its document.

``python -m tests.edits.simulation`` prints how many of each kind end in a conflict.
"""

from __future__ import annotations

import ast
import random
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.support import shared
from tests.edits.library import commit, git, sdksmith

from sdksmith.diagnostics import Diagnostics
from sdksmith.output import BASE_FOLDER, Merging, prepare
from sdksmith.pipeline.bases import base_finder

CONFIG = Path(__file__).resolve().parents[2] / "specs" / "sdksmith.toml"
STATES = ("2026-03-20", "2026-04-20", "2026-04-28", "2026-06-05", "2026-06-24")
#: What an edit leaves in a text.
MARK = "edited_by_hand"

Tree = Mapping[str, bytes]


@dataclass
class Outcome:
    """What became of the edits of one kind."""

    edits: int = 0
    conflicts: int = 0
    lost: list[str] = field(default_factory=list[str])
    unparsable: list[str] = field(default_factory=list[str])


def generated(day: str, folder: Path) -> Tree:
    """Generate a state of the library, and return its files."""
    document = shared("specs", "management") / f"{day}.json"
    output = folder / day
    settings = ("--set", "targets.python.tests=false", "--set", "targets.python.import_budget={}")
    arguments = ("--config", str(CONFIG), "--target", "python", "--output", str(output), "--no-cache", "-q")
    assert sdksmith("generate", str(document), *arguments, *settings) == 0
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and not file.name.startswith(".sdksmith")
    }


def _first_class(text: str) -> ast.ClassDef | None:
    return next((node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)), None)


def method_in_the_middle(text: str, chance: random.Random) -> str | None:
    """Put a method before one that is neither the first nor the last."""
    node = _first_class(text)
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef)] if node is not None else []
    if len(methods) < 3:
        return None
    chosen = methods[len(methods) // 2]
    line = min([chosen.lineno, *(each.lineno for each in chosen.decorator_list)])
    return _inserted(text, line - 1, f"    def {MARK}(self) -> int:\n        return 1\n\n")


def method_at_the_end(text: str, chance: random.Random) -> str | None:
    """Put a method behind the last one."""
    node = _first_class(text)
    if node is None or node.end_lineno is None:
        return None
    return _inserted(text, node.end_lineno, f"\n    def {MARK}(self) -> int:\n        return 1\n")


def docstring_line(text: str, chance: random.Random) -> str | None:
    """Add words to the first line of some docstring of a module, a class or a function."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    owners = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds) and ast.get_docstring(node)]
    if not owners:
        return None
    line = chance.choice(owners).body[0].lineno
    shown = text.splitlines()[line - 1]
    if shown.count('"""') < 2:
        return _appended(text, line, f" {MARK}")
    # A docstring of one line ends there.
    start, _, end = shown.rpartition('"""')
    return text.replace(f"{shown}\n", f'{start} {MARK}"""{end}\n', 1)


def import_(text: str, chance: random.Random) -> str | None:
    """Add an import to the others."""
    nodes = [node for node in ast.parse(text).body if isinstance(node, ast.Import | ast.ImportFrom)]
    nodes = [node for node in nodes if not (isinstance(node, ast.ImportFrom) and node.module == "__future__")]
    if not nodes or not (end := nodes[-1].end_lineno):
        return None
    return _inserted(text, end, f"from json import dumps as {MARK}\n")


def random_line(text: str, chance: random.Random) -> str | None:
    """Put a comment behind some line."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return _appended(text, chance.choice(lines), f"  # {MARK}") if lines else None


KINDS: dict[str, Callable[[str, random.Random], str | None]] = {
    "a method in the middle of a class": method_in_the_middle,
    "a docstring line": docstring_line,
    "an import": import_,
    "a random line": random_line,
    "a method at the end of a class": method_at_the_end,
}


def _inserted(text: str, after: int, more: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:after], more, *lines[after:]])


def _appended(text: str, line: int, more: str) -> str:
    lines = text.splitlines(keepends=True)
    lines[line - 1] = lines[line - 1].rstrip("\n") + more + "\n"
    return "".join(lines)


def edited(old: Tree, new: Tree, kind: str) -> dict[str, bytes]:
    """Return the files of a package that change with a document, each with an edit that leaves it valid."""
    found: dict[str, bytes] = {}
    for path in sorted(old.keys() & new.keys()):
        if not path.endswith(".py") or old[path] == new[path]:
            continue
        # The same edits in each run.
        text = KINDS[kind](old[path].decode("utf-8"), random.Random(f"{kind} {path}"))
        if text is not None and _parses(text):
            found[path] = text.encode("utf-8")
    return found


def _parses(text: str) -> bool:
    try:
        compile(text, "edited.py", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def simulate(old: Tree, new: Tree, kind: str, folder: Path, outcome: Outcome, *, cloned: bool = False) -> None:
    """Edit a library of `old`, generate `new`, and count what became of the edits.

    Parameters
    ----------
    folder
        An empty one.
    cloned
        The library that is generated anew is in a clone of one commit, which several were squashed into.
    """
    mine = edited(old, new, kind)
    if not mine:
        return
    library = folder / "library"
    prepare(old, library, diagnostics=Diagnostics()).commit()
    if cloned:
        git(library, "init", "--quiet")
        commit(library, "Generate")
        git(library, "checkout", "--quiet", "-b", "side")
    for path, text in mine.items():
        (library / path).write_bytes(text)
    _generate(old, library, Merging(lambda path, wanted: old[path]))
    assert all((library / BASE_FOLDER / path).read_bytes() == old[path] for path in mine)
    if cloned:
        commit(library, "Edit")
        git(library, "checkout", "--quiet", "main")
        git(library, "merge", "--quiet", "--squash", "side")
        git(library, "commit", "--quiet", "-m", "Squashed")
        git(folder, "clone", "--quiet", "--depth", "1", library.as_uri(), "clone")
        library = folder / "clone"
    conflicts = _generate(new, library, Merging(base_finder(library, None), markers=True))
    outcome.edits += len(mine)
    outcome.conflicts += len(conflicts)
    for path, text in mine.items():
        before, after = text.decode("utf-8"), (library / path).read_text(encoding="utf-8")
        if MARK not in after:
            outcome.lost.append(path)
        if path not in conflicts and (after.count(MARK) != before.count(MARK) or not _parses(after)):
            outcome.unparsable.append(path)


def _generate(tree: Tree, library: Path, merging: Merging) -> set[str]:
    """Write a tree, and return the files with conflicts."""
    diagnostics = Diagnostics()
    prepare(tree, library, merging=merging, diagnostics=diagnostics).commit()
    return {
        Path(found.location.file).relative_to(library).as_posix() for found in diagnostics if found.location is not None
    }


def simulate_all(states: Sequence[str] = STATES, *, cloned: bool = False) -> dict[str, Outcome]:
    """Simulate every kind through every change from one state of the document to the next."""
    outcomes = {kind: Outcome() for kind in KINDS}
    with TemporaryDirectory(prefix="sdksmith-edits-") as temporary:
        trees = [generated(day, Path(temporary)) for day in states]
        for old, new in pairwise(trees):
            for kind in KINDS:
                folder = Path(temporary, "work")
                folder.mkdir()
                simulate(old, new, kind, folder, outcomes[kind], cloned=cloned)
                shutil.rmtree(folder)
    return outcomes


def main() -> None:
    """Print the table."""
    for cloned in (False, True):
        print("in a clone without history, after a squash" if cloned else "beside the files")
        total = Counter[str]()
        for kind, outcome in simulate_all(cloned=cloned).items():
            share = 100 * outcome.conflicts / max(outcome.edits, 1)
            total.update(edits=outcome.edits, lost=len(outcome.lost), unparsable=len(outcome.unparsable))
            print(f"  {kind:<36}{outcome.edits:>6} edits {outcome.conflicts:>4} conflicts {share:5.1f} %", flush=True)
        print(f"  {total['edits']} edits, {total['lost']} lost, {total['unparsable']} clean merges that are not valid")


if __name__ == "__main__":
    main()
