"""A witness passes with the old library, and fails with the new one in exactly the ways that its entry claims."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.changes.cases import BASE, CASES, GET, edited, surface_of
from tests.changes.judged import Judgement, judge
from tests.changes.test_oracles import PAIRS, State
from tests.changes.test_oracles import states as states  # a fixture
from tests.e2e.support import build_package, pyright_complaints

from sdksmith.changes import Change, Entry, compare, entries_of
from sdksmith.changes.witnesses import witnesses_of
from sdksmith.cli import main
from sdksmith.surface import Surface


def breaking(entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.bump == "breaking"]


def untrue(entry: Entry | None, judged: Judgement) -> str:
    """Return what of an entry its witness does not show, ``""`` for nothing; a control shows nothing at all."""
    if entry is None:
        return f"a control fails: {judged}" if judged.breaks else ""
    if judged.breaks != entry.breaks:
        return f"claimed {sorted(entry.breaks)}, shown {sorted(judged.breaks)}: {judged}"
    if entry.silent and any(not name.startswith("types") for name in judged.types):
        return f"not silent: {judged.types}"
    return ""


def renamed(text: str, package: str) -> str:
    return text.replace("import shop ", f"import {package} ").replace("from shop", f"from {package}")


def controls(old: Surface, new: Surface, changes: Sequence[Change]) -> str:
    """Return a program that uses all methods, classes and fields that no entry is about."""
    # A field of a response that is always there now has to be given where its class is made by hand, as programs here do.
    concerned = [change for change in changes if change.breaks or change.code == "type-narrowed"]
    told = {re.split(r"[(:]", change.member)[0] for change in concerned} | {
        owner for change in concerned for owner in change.member.split(".")[:1]
    }
    unchanged = [
        Change(code=f"{member.kind}-removed", member=path, breaks=frozenset(("types", "run")), bump="breaking")
        for path, member in old.members.items()
        if member.kind in ("method", "class", "field")
        and not member.mirror
        and member.direction != "sent"
        and path not in told
        and (member.kind == "method" or path.partition(".")[0] not in told)
    ]
    assert old.witnesses is not None and new.witnesses is not None
    text = old.witnesses().program(unchanged, "what goes on", new.witnesses())
    assert text is not None
    return text


def test_each_breaking_change_of_a_small_document_has_a_true_witness(tmp_path: Path) -> None:
    settings = "targets.python.client=Shop"
    root = build_package(edited(()), tmp_path / "shop", "targets.python.package=shop", settings)
    old = surface_of(edited(()), tmp_path)
    before: dict[str, str] = {"control.py": controls(old, old, [])}
    after: dict[str, str] = {}
    claimed: dict[str, tuple[str, Entry | None]] = {}
    roots: list[Path] = []
    for number, case in enumerate(CASES):
        tree = edited(case.edits)
        new = surface_of(tree, tmp_path)
        changed = compare(old, new)
        entries = breaking(entries_of(changed))
        package = f"shop_{number}"
        control = renamed(controls(old, new, changed), package)
        after[f"case{number}_control.py"] = control
        claimed[f"case{number}_control.py"] = (case.name, None)
        roots.append(build_package(tree, tmp_path / package, f"targets.python.package={package}", settings))
        programs = witnesses_of(entries, old, new)
        assert len(programs) == len(entries), case.name
        for (name, text), entry in zip(programs.items(), entries, strict=True):
            before[f"case{number}_{name}"] = text
            after[f"case{number}_{name}"] = renamed(text, package)
            claimed[f"case{number}_{name}"] = (case.name, entry)

    passed = judge(before, [root], tmp_path / "before")
    failed = judge(after, roots, tmp_path / "after")

    assert {name: found for name, found in passed.items() if found.breaks} == {}
    found = {f"{claimed[name][0]} {name}": untrue(claimed[name][1], failed[name]) for name in failed}
    assert {name: told for name, told in found.items() if told} == {}
    assert len(found) > 20


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_each_breaking_change_of_a_real_update_has_a_true_witness(
    pair: tuple[str, str], states: dict[str, State], tmp_path: Path
) -> None:
    old, new = (states[day] for day in pair)
    entries = breaking(entries_of(compare(old.surface, new.surface)))
    programs = witnesses_of(entries, old.surface, new.surface)
    assert len(programs) == len(entries)
    if not entries:
        return

    passed = judge(programs, [old.package], tmp_path / "before")
    failed = judge(programs, [new.package], tmp_path / "after")

    assert {name: found for name, found in passed.items() if found.breaks} == {}
    found = {name: untrue(entry, failed[name]) for name, entry in zip(programs, entries, strict=True)}
    assert {name: told for name, told in found.items() if told} == {}
    project = tmp_path / "project"
    project.mkdir()
    written = [tmp_path / "before" / "programs" / name for name in programs]
    assert pyright_complaints(project, old.package, *written) == ""


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "new.json").write_text(json.dumps(edited([((*GET, "operationId"), "fetch")])), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.json"), "--witness", str(tmp_path / "shown")])
    assert (ended.value.code, capsys.readouterr().err) == (0, "")
    (file,) = (tmp_path / "shown").iterdir()
    assert file.name == "01_method_moved.py"
    assert file.read_text(encoding="utf-8").startswith(
        '"""method moved: client.items.get -> client.items.fetch (types, run)"""\n'
    )
