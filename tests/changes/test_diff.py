"""What changes for users of a library: one pair of small documents for each thing that can happen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.changes.cases import CASES, ITEM, Case, changes, edited
from tests.e2e.support import shared

from sdksmith.changes import Change, bump_of, compare, entries_of
from sdksmith.cli import main
from sdksmith.config import load_config
from sdksmith.pipeline import surface
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_change_means(case: Case, tmp_path: Path) -> None:
    found = changes(edited(()), edited(case.edits), tmp_path)
    (change,) = (each for each in found if (each.code, each.member) == (case.code, case.member))
    assert (set(change.breaks), change.silent, change.bump) == (set(case.breaks.split()), case.silent, case.bump)
    breaking = bump_of(entries_of(found)) == "breaking"
    assert breaking == (case.bump == "breaking")


def test_a_document_does_not_differ_from_itself_in_another_order(tmp_path: Path) -> None:
    tree = edited(())
    turned = json.loads(json.dumps(tree, sort_keys=True))
    turned["paths"] = dict(reversed(turned["paths"].items()))
    # The order of properties and parameters is what callers see, and stays.
    turned["components"]["schemas"] = {
        name: tree["components"]["schemas"][name] for name in sorted(tree["components"]["schemas"], reverse=True)
    }
    turned["paths"]["/items/{id}"]["get"]["parameters"] = tree["paths"]["/items/{id}"]["get"]["parameters"]
    assert changes(tree, tree, tmp_path) == []
    assert changes(tree, turned, tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_comes_in_one_direction_goes_in_the_other(case: Case, tmp_path: Path) -> None:
    there = changes(edited(()), edited(case.edits), tmp_path)
    back = changes(edited(case.edits), edited(()), tmp_path)

    def members(found: list[Change], *words: str) -> set[str]:
        return {change.member for change in found if any(word in change.code for word in words)}

    assert members(there, "-added") == members(back, "-removed", "-moved")
    assert members(there, "-removed", "-moved") == members(back, "-added")


# -- real documents ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def states(repository: Path) -> list[Surface]:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    return [surface(str(file), config, "python")[0] for file in sorted(shared("specs", "management").glob("*.json"))]


def test_the_last_update_of_the_management_api_is_a_patch(states: list[Surface]) -> None:
    entries = entries_of(compare(states[-2], states[-1]))
    assert bump_of(entries) == "patch"


def test_the_largest_one_is_told_in_few_entries(states: list[Surface]) -> None:
    entries = entries_of(compare(states[-3], states[-2]))
    breaking = [entry for entry in entries if entry.bump == "breaking"]
    assert len(breaking) <= 10
    dates = breaking[1]
    assert (dates.silent, dates.new, len(dates.members)) == (True, "datetime", 20)
    assert len({member.partition(".")[0] for member in dates.members}) == 4
    models = breaking[0]
    assert (models.silent, models.old, len(models.members)) == (True, "Any", 10)
    gone = {member for entry in breaking if entry.code.endswith("-removed") for member in entry.members}
    assert {"UserDateSchema", "ConnectionAttributeIdentifier"} <= gone


# -- the command ------------------------------------------------------------------------------------------------------


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["diff", *arguments])
    out = capsys.readouterr()
    return int(str(ended.value.code)), out.out, out.err


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "api.json").write_text(json.dumps(edited(())), encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(
        'spec = "specs/api.json"\n[targets.python]\npackage = "shop"\n', encoding="utf-8"
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "specs" / "api.json").write_text(
        json.dumps(edited([((*ITEM, "at", "format"), "date-time")])), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_working_tree_is_compared_with_its_last_commit(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys=capsys) == (
        0,
        "git:HEAD -> specs/api.json: breaking\n\nBreaking (1)\n  [silent, types, run] type changed: Item.at: str -> datetime\n",
        "",
    )
    assert run("--fail-on", "wire", capsys=capsys)[0] == 0
    assert run("--fail-on", "run", capsys=capsys)[0] == 1
    code, out, _ = run("git:HEAD:specs/api.json", "--format", "json", capsys=capsys)
    entry = json.loads(out)["entries"][0]
    assert (code, entry["members"], entry["breaks"], entry["silent"]) == (0, ["Item.at"], ["run", "types"], True)
    assert entry["places"][0]["pointer"] == "/components/schemas/Item"
    _, out, _ = run("--format", "commit", capsys=capsys)
    assert out.splitlines()[0] == "feat(api)!: follow the API"
    assert out.splitlines()[-1] == "BREAKING CHANGE: type changed: Item.at: str -> datetime"
    _, out, _ = run("--format", "markdown", capsys=capsys)
    assert "- type changed (silent, types, run): `Item.at`: `str` becomes `datetime`" in out


def test_a_state_that_is_not_there_is_an_error(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("git:nowhere", capsys=capsys)
    assert (code, out) == (2, "")
    assert "no-such-state" in err
    code, _, err = run("git:HEAD:specs/other.json", capsys=capsys)
    assert code == 2
    assert "there is no specs/other.json in HEAD" in err


def test_changes_of_a_target_without_a_surface_are_refused(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("--target", "reference", capsys=capsys)
    assert code == 3
    assert "can't be told yet" in err
