"""What `diff` prints for programs and for pages, and what the configuration lets it accept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.changes.cases import DROP, GET, ITEM, NEW
from tests.changes.support import run, written

EDITS = [((*ITEM, "at", "format"), "date-time"), ((*NEW, "more"), {"type": "string"}), ((*GET, "deprecated"), True)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path / "old.json")
    written(tmp_path / "new.json", EDITS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_github_shows_entries_at_their_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("diff", "old.json", "new.json", "--format", "github", capsys=capsys)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    line = next(
        number
        for number, text in enumerate((folder / "new.json").read_text(encoding="utf-8").splitlines(), 1)
        if '"Item": {' in text
    )
    assert lines[0].startswith(f"::warning file=new.json,line={line},")
    assert lines[0].endswith(
        "title=type-changed::type changed: Item.at: str -> datetime%0Ahint: breaks: silent, types, run"
    )
    assert {text.partition(" ")[0] for text in lines[1:]} == {"::notice"}


def test_sarif_has_a_result_for_each_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("diff", "old.json", "new.json", "--format", "sarif", "--fail-on", "breaking", capsys=capsys)
    assert code == 1
    results = json.loads(out)["runs"][0]["results"]
    assert [(each["ruleId"], each["level"]) for each in results if each["level"] == "warning"] == [
        ("type-changed", "warning")
    ]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "new.json"


def test_a_changelog_has_a_section_for_each_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("diff", "old.json", "new.json", "--format", "changelog", capsys=capsys)
    assert out == (
        "## [Unreleased]\n\n### Breaking\n\n- type changed (silent, types, run): `Item.at`\n"
        "  - before: `value: str | None = item.at`\n  - after: `value: datetime | None = item.at`\n\n### Added\n\n- argument added: `client.items.create(more)`\n"
        "\n### Deprecated\n\n- stage changed: `client.items.get`\n"
    )


def accepting(folder: Path, code: str, member: str) -> None:
    text = f'[[diff.accept]]\ncode = "{code}"\nmember = "{member}"\nreason = "it *was* a date before"\n'
    (folder / "sdksmith.toml").write_text(text, encoding="utf-8")


def test_an_accepted_change_is_told_of_and_breaks_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepting(folder, "type-changed", "Item.at")
    code, out, err = run("diff", "old.json", "new.json", "--fail-on", "breaking", capsys=capsys)
    assert (code, err) == (0, "")
    assert out.startswith("old.json -> new.json: minor\n")
    assert out.endswith("\nAccepted (1)\n  type changed: Item.at: it *was* a date before\n")
    _, out, _ = run("diff", "old.json", "new.json", "--format", "json", capsys=capsys)
    assert json.loads(out)["accepted"] == [
        {"code": "type-changed", "member": "Item.at", "reason": "it *was* a date before"}
    ]
    _, out, _ = run("diff", "old.json", "new.json", "--format", "markdown", capsys=capsys)
    assert out.endswith("### Accepted\n\n- type changed: `Item.at`: it \\*was\\* a date before\n")


@pytest.mark.parametrize(
    ("code", "member", "hint"),
    [
        ("type-changed", "Item.att", "did you mean 'Item.at'?"),
        ("field-removed", "Item.at", "what happened to it is 'type-changed'"),
        ("argument-added", "client.items.create(more)", "take it out"),
    ],
)
def test_accepting_what_does_not_break_is_an_error(
    code: str, member: str, hint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting(folder, code, member)
    ended, out, err = run("diff", "old.json", "new.json", capsys=capsys)
    assert (ended, out) == (2, "")
    assert "error[nothing-accepted]" in err
    assert hint in err


def test_breaks_that_do_not_count_are_a_minor_matter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder / "new.json", [((*ITEM, "size", "type"), ["integer", "string"])])
    (folder / "sdksmith.toml").write_text('[versioning]\ncount = ["run", "wire"]\n', encoding="utf-8")
    _, out, _ = run("diff", "old.json", "new.json", capsys=capsys)
    assert out.startswith(
        "old.json -> new.json: minor\n\nBreaking (1)\n  [types] type changed: Item.size: int -> int | str\n"
    )


def test_an_entry_has_its_cause_code_of_users_and_places_in_both_documents(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits = [((*GET, "operationId"), "fetch"), ((*NEW, "note"), DROP), ((*ITEM, "at"), DROP)]
    written(folder / "new.json", edits)
    _, out, _ = run("diff", "old.json", "new.json", "--format", "json", capsys=capsys)
    found = {entry["code"]: entry for entry in json.loads(out)["entries"]}
    told = {code: (entry["before"], entry["after"]) for code, entry in found.items()}
    assert told == {
        "argument-removed": ('client.items.create(name="name", note="note")', 'client.items.create(name="name")'),
        "field-removed": ("value: str | None = item.at", ""),
        "method-moved": ('client.items.get("id/1")', 'client.items.fetch("id/1")'),
        "method-added": ("", 'client.items.fetch("id/1")'),
    }
    assert found["method-moved"]["cause"].startswith("the operation has another operationId")
    places = [found["method-moved"][key][0] for key in ("old_places", "places")]
    assert [(each["file"], each["pointer"]) for each in places] == [
        ("old.json", "/paths/~1items~1{id}/get"),
        ("new.json", "/paths/~1items~1{id}/get"),
    ]
    assert places[0]["line"] != places[1]["line"]
    assert found["argument-removed"]["places"] == []
