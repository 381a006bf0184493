"""Each row of the table in docs/changes.md is true: a type checker and programs that run say the same of it as `diff`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.changes.cases import surface_of
from tests.changes.judged import judge
from tests.changes.probes import Package, Question, failing, probes
from tests.changes.rows import ROWS, edited
from tests.changes.test_oracles import directions, explained
from tests.changes.test_witnesses import breaking, untrue
from tests.e2e.support import build_package, shared

from sdksmith.changes import Change, Entry, compare, entries_of
from sdksmith.changes.witnesses import witnesses_of
from sdksmith.config import to_config
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of


@dataclass
class Pair:
    """Two states of a library that have packages of their own."""

    old: tuple[Path, str, Surface]
    new: tuple[Path, str, Surface]
    changes: list[Change]


def state(tree: Any, folder: Path, package: str) -> tuple[Path, str, Surface]:
    folder.mkdir(parents=True, exist_ok=True)
    root = build_package(tree, folder / package, f"targets.python.package={package}", "targets.python.client=Shop")
    config = to_config({"targets": {"python": {"package": package, "client": "Shop"}}}, options_of)
    return root, package, surface_of(tree, folder, config)


def made(trees: Mapping[str, tuple[Any, Any]], folder: Path) -> dict[str, Pair]:
    found: dict[str, Pair] = {}
    known: dict[str, tuple[Path, str, Surface]] = {}
    for number, (name, (before, after)) in enumerate(trees.items()):
        key = json.dumps(before)
        old = known.setdefault(key, known.get(key) or state(before, folder, f"old_{len(known)}"))
        new = state(after, folder, f"new_{number}")
        # Both are imported by one process, so that each has a name of its own.
        found[name] = Pair(old, new, [each for each in compare(old[2], new[2]) if each.code != "package-renamed"])
    return found


def told(pair: Pair) -> str:
    """Return what breaks, as the rows have it."""
    found = {
        f"{entry.code}:{'+'.join(sorted(entry.breaks))}{'!' if entry.silent else ''}"
        for entry in breaking(entries_of(pair.changes))
    }
    return " ".join(sorted(found))


def check(pairs: Mapping[str, Pair], folder: Path) -> None:
    """Hold what is said of pairs against a type checker and against programs that run."""
    questions: dict[str, Question] = {}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    claimed: dict[str, tuple[str, Entry]] = {}
    for number, (name, pair) in enumerate(pairs.items()):
        (old_root, old_package, old), (new_root, new_package, new) = pair.old, pair.new
        found = list(probes(Package.read(old_root / old_package, old_package), directions(old)))
        questions[name] = Question(found, new_root, new_package)
        questions[old_package] = Question(found, old_root, old_package)
        entries = breaking(entries_of(pair.changes))
        programs = witnesses_of(entries, old, new)
        assert len(programs) == len(entries), name
        for (file, text), entry in zip(programs.items(), entries, strict=True):
            file = f"pair{number}_{file}"
            claimed[file] = (name, entry)
            before[file] = text
            after[file] = text.replace(f"import {old_package} ", f"import {new_package} ").replace(
                f"from {old_package}", f"from {new_package}"
            )

    failed = failing(questions, folder / "probes", folder / "cache")

    assert {name: failed[pair.old[1]] for name, pair in pairs.items() if failed[pair.old[1]]} == {}
    wrong = {name: explained(failed[name], pair.changes) for name, pair in pairs.items()}
    assert {name: found for name, found in wrong.items() if found != (set(), set())} == {}
    passed = judge(before, dict.fromkeys(pair.old[0] for pair in pairs.values()), folder / "before")
    assert {name: found for name, found in passed.items() if found.breaks} == {}
    judged = judge(after, [pair.new[0] for pair in pairs.values()], folder / "after")
    shown = {f"{claimed[file][0]}: {file}": untrue(claimed[file][1], judged[file]) for file in judged}
    assert {name: text for name, text in shown.items() if text} == {}


def test_each_row_is_true(tmp_path: Path) -> None:
    pairs = made({row.name: (edited(), edited(row.edits)) for row in ROWS}, tmp_path)
    found = {row.name: told(pairs[row.name]) for row in ROWS}
    assert found == {row.name: row.breaks for row in ROWS}
    check(pairs, tmp_path)


def test_what_only_adds_breaks_what_is_said(tmp_path: Path) -> None:
    folder = shared("changes")

    def read(name: str) -> Any:
        return json.loads((folder / name).read_text(encoding="utf-8"))

    additions = sorted(file.name for file in (folder / "additive").glob("*.json") if file.stem != "base")
    trees = {name: (read("additive/base.json"), read(f"additive/{name}")) for name in additions}
    for name in ("captured-name", "unflatten"):
        trees[name] = (read(f"{name}-old.json"), read(f"{name}-new.json"))
    pairs = made(trees, tmp_path)
    assert len(pairs) >= 16
    found = {name: told(pair) for name, pair in pairs.items()}
    assert {name: text for name, text in found.items() if text} == {
        "add-format-datetime.json": "type-changed:run+types!",
        "captured-name": "field-removed:run+types type-changed:run+types!",
        "response-nullable.json": "result-changed:types",
        "second-2xx-empty.json": "result-changed:types",
        "second-2xx.json": "result-changed:types",
        "unflatten": "argument-removed:run+types",
    }
    check(pairs, tmp_path)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_a_row_adds_the_other_direction_removes(row: Any, tmp_path: Path) -> None:
    one, other = surface_of(edited(), tmp_path), surface_of(edited(row.edits), tmp_path)

    def members(found: list[Change], *words: str) -> set[str]:
        return {change.member for change in found if change.code.endswith(words)}

    assert members(compare(one, other), "-added") - members(compare(other, one), "-removed", "-moved") == set()
    assert members(compare(other, one), "-added") - members(compare(one, other), "-removed", "-moved") == set()
