"""What `diff` says against what happens: a type checker judges code that uses each member, and tests of the old library run."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.changes.cases import CASES, edited, surface_of
from tests.changes.probes import Package, Question, failing, probes, pyright
from tests.e2e.support import CONFIG as MANAGEMENT
from tests.e2e.support import build_package, run, shared

from sdksmith import pipeline
from sdksmith.changes import Change, compare
from sdksmith.config import load_config
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of

#: The real updates, by the days of their documents, and how many members fail a type checker in each.
PAIRS = {
    ("2026-03-20", "2026-04-20"): 18,
    ("2026-04-20", "2026-04-28"): 10,
    ("2026-04-28", "2026-06-05"): 21,
    ("2026-06-05", "2026-06-24"): 43,
    ("2026-06-24", "2026-06-25"): 0,
}
#: How many tests of the old library fail with the new one: values of enums that strict clients do not know, and dates.
FAILING = {
    ("2026-03-20", "2026-04-20"): 34,
    ("2026-04-28", "2026-06-05"): 2,
    ("2026-06-05", "2026-06-24"): 18,
}


def directions(surface: Surface) -> dict[str, str]:
    return {path: member.direction for path, member in surface.members.items() if member.kind in ("class", "name")}


def explained(failed: Iterable[str], changes: Iterable[Change]) -> tuple[set[str], set[str]]:
    """Return the members that fail without an entry, and the entries of which no member fails."""
    broken = {change.member for change in changes if "types" in change.breaks}
    failed = {member.partition(": ")[0] for member in failed}
    calls = {member.removesuffix("()") for member in failed if member.endswith("()")}
    missed = {member for member in failed if member not in broken and not member.endswith("()")}
    missed |= {
        f"{call}()"
        for call in calls
        if not any(member.startswith((f"{call}(", f"{call}.", f"{call}[")) for member in broken)
    }
    untrue = {
        member
        for member in broken - failed
        if member.partition("(")[0] not in calls and member.rpartition(".")[0] not in calls
        # Of a field in a field the probe reads the outer one.
        and member.rpartition(".")[0] not in failed and member.partition("[")[0] not in calls
    }
    return missed, untrue


# -- small documents --------------------------------------------------------------------------------------------------


def test_what_breaks_types_is_what_a_type_checker_refuses(tmp_path: Path) -> None:
    old = surface_of(edited(()), tmp_path)
    package = build_package(edited(()), tmp_path / "shop", "targets.python.package=shop", "targets.python.client=Shop")
    found = list(probes(Package.read(package / "shop", "shop"), directions(old)))
    cases = {case.name: edited(case.edits) for case in CASES} | {"nothing": edited(())}
    questions: dict[str, Question] = {}
    changed: dict[str, list[Change]] = {}
    for number, (name, tree) in enumerate(cases.items()):
        settings = (f"targets.python.package=shop_{number}", "targets.python.client=Shop")
        root = build_package(tree, tmp_path / f"shop_{number}", *settings)
        questions[name] = Question(found, root, f"shop_{number}")
        changed[name] = compare(old, surface_of(tree, tmp_path))

    failed = failing(questions, tmp_path / "probes", tmp_path / "cache")

    assert failed["nothing"] == {}
    wrong = {name: explained(failed[name], changed[name]) for name in cases}
    assert {name: found for name, found in wrong.items() if found != (set(), set())} == {}


@pytest.mark.slow
def test_a_second_type_checker_says_the_same(tmp_path: Path) -> None:
    settings = "targets.python.client=Shop"
    old = surface_of(edited(()), tmp_path)
    package = build_package(edited(()), tmp_path / "shop", "targets.python.package=shop", settings)
    found = list(probes(Package.read(package / "shop", "shop"), directions(old)))
    questions = {"nothing": Question(found, package, "shop")}
    changed: dict[str, list[Change]] = {"nothing": []}
    for number, case in enumerate(CASES):
        tree = edited(case.edits)
        changes = compare(old, surface_of(tree, tmp_path))
        if any("types" in change.breaks for change in changes):
            name = f"shop_{number}"
            root = build_package(tree, tmp_path / name, f"targets.python.package={name}", settings)
            questions[case.name] = Question(found, root, name)
            changed[case.name] = changes

    failed = failing(questions, tmp_path / "probes", tmp_path / "cache", checker=pyright)

    wrong = {name: explained(failed[name], changes) for name, changes in changed.items()}
    assert {name: found for name, found in wrong.items() if found != (set(), set())} == {}
    assert len(questions) > 10


# -- the real updates -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class State:
    """A state of the Management API: its library, and the surface that is said of it."""

    package: Path
    surface: Surface


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    config = load_config(MANAGEMENT, options_of=options_of)
    folder = tmp_path_factory.mktemp("states")
    found: dict[str, State] = {}
    for file in sorted(shared("specs", "management").glob("*.json")):
        package = build_package(file, folder / file.stem, config=MANAGEMENT)
        found[file.stem] = State(package, pipeline.surface(str(file), config, "python")[0])
    return found


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_real_updates_break_the_types_that_are_said_and_no_others(
    pair: tuple[str, str], states: dict[str, State], tmp_path: Path
) -> None:
    old, new = (states[day] for day in pair)
    package = Package.read(old.package / "auth0" / "management", "auth0.management")
    found = list(probes(package, directions(old.surface)))

    itself = failing({"old": Question(found, old.package, package.name)}, tmp_path / "old", tmp_path / "cache")
    failed = failing({"new": Question(found, new.package, package.name)}, tmp_path / "new", tmp_path / "other-cache")

    assert itself == {"old": {}}
    assert explained(failed["new"], compare(old.surface, new.surface)) == (set(), set())
    assert len(failed["new"]) == PAIRS[pair]
    assert len(found) > 15_000


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_tests_of_the_old_library_fail_with_the_new_one_only_where_an_entry_says_so(
    pair: tuple[str, str], states: dict[str, State], tmp_path: Path
) -> None:
    old, new = (states[day] for day in pair)
    shutil.copytree(old.package / "tests", tmp_path / "tests")
    process = run(
        sys.executable, "-m", "pytest", "tests", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly", "-rfE",
        cwd=tmp_path, environment={"PYTHONPATH": str(new.package)},
    )  # fmt: skip
    assert " passed" in process.stdout, process.stdout + process.stderr
    failed = set(re.findall(r"^(?:FAILED|ERROR) tests/(\w+)\.py::(\w+)", process.stdout, re.MULTILINE))

    hit = reached(
        compare(old.surface, new.surface), old.surface, Package.read(old.package / "auth0" / "management", "")
    )

    methods = {test: called(tmp_path / "tests" / f"{test[0]}.py", test[1]) for test in failed}
    assert {test: method for test, method in methods.items() if method not in hit} == {}
    assert re.findall(r"(\d+) failed", process.stdout) == ([str(FAILING[pair])] if pair in FAILING else [])


def called(file: Path, test: str) -> str:
    """Return the method that a class of generated tests calls."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and node.name == test:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("client."):
                    return ast.unparse(call.func)
    raise AssertionError(f"{test} calls nothing")


def reached(changes: Iterable[Change], surface: Surface, package: Package) -> set[str]:
    """Return the methods of a library that changes are of, or of a type that they take or give."""
    hit = {_owner(change.member) for change in changes if change.bump != "patch"}
    mentioned: dict[str, set[str]] = {}
    for name, value in package.aliases.items():
        mentioned.setdefault(name, set()).update(re.findall(r"\w+", ast.unparse(value)))
    for name in package.classes:
        for value in package.fields(name).values():
            mentioned.setdefault(name, set()).update(re.findall(r"\w+", ast.unparse(value)))
    for path, member in surface.members.items():
        mentioned.setdefault(_owner(path), set()).update(re.findall(r"\w+", " ".join(member.types)))
    while more := {owner for owner, names in mentioned.items() if owner not in hit and hit & names}:
        hit |= more
    return hit


def _owner(path: str) -> str:
    head = re.split(r"[(:\[]", path)[0]
    return head if head.startswith("client.") else head.partition(".")[0]
