"""What programs read: workflow commands and SARIF logs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdksmith.diagnostics import Diagnostic, Location, Pointer, Severity
from sdksmith.report import as_sarif, findings, github_commands

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


def diagnostic(message: str = "it is wrong", location: Location | None = None, **fields: Any) -> Diagnostic:
    return Diagnostic(
        fields.pop("code", "bad-thing"),
        fields.pop("severity", ERROR),
        message,
        location=location or Location("api.yaml", 3, 5, ("a",), "  a: b"),
        **fields,
    )


def test_a_workflow_command_names_file_line_column_and_code() -> None:
    found = diagnostic(hint="mend it", related=(("see", Location("b.yaml", 1, 2)),))

    assert github_commands([found]) == [
        "::error file=api.yaml,line=3,col=5,title=bad-thing::it is wrong%0Ahint: mend it%0Ab.yaml:1:2: see"
    ]


def test_severities_have_their_commands_and_errors_come_first() -> None:
    found = [diagnostic(str(severity), severity=severity) for severity in (NOTE, WARNING, ERROR)]

    assert [command.partition(" ")[0] for command in github_commands(found)] == ["::error", "::warning", "::notice"]


def test_text_is_escaped_as_github_unescapes_it() -> None:
    location = Location("a:b,c%.yaml", 1, 1)
    message = "50% of a:b,c\r\n::error::injected\n::stop-commands::x"

    (command,) = github_commands([diagnostic(message, location)])

    assert len(command.splitlines()) == 1
    assert command.startswith("::error file=a%3Ab%2Cc%25.yaml,line=1,col=1,title=bad-thing::50%25 of a:b,c")
    assert "\n" not in command
    assert "\r" not in command


def test_what_acts_on_a_terminal_is_written_out() -> None:
    (command,) = github_commands([diagnostic("\x1b[2J\u202e", Location("a\x1b.yaml", 1, 1))])

    assert "\x1b" not in command
    assert "\u202e" not in command


@pytest.mark.parametrize("file", ["<stdin>", "<command line>", "https://localhost/api.json"])
def test_what_is_no_file_is_named_in_the_text(file: str) -> None:
    (command,) = github_commands([diagnostic(location=Location(file, 2, 3))])

    assert command == f"::error title=bad-thing::{file}:2:3: it is wrong"


def test_absolute_paths_become_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = Location(str(tmp_path / "in" / "a.yaml"), 1, 1), Location(str(tmp_path.parent / "b.yaml"), 1, 1)

    commands = github_commands([diagnostic(location=inside), diagnostic(location=outside)])

    assert [command.partition("file=")[2].partition(",")[0] for command in commands] == ["in/a.yaml", "../b.yaml"]


def sarif(*diagnostics: Diagnostic, exit_code: int | None = None) -> dict[str, Any]:
    log = as_sarif(diagnostics, exit_code=exit_code)
    check_sarif(log)
    return log


def check_sarif(log: Any) -> None:
    """Hold a log against what SARIF 2.1.0 requires of the parts that are used (sections in brackets)."""
    json.dumps(log)
    assert log["version"] == "2.1.0"  # 3.13.2
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]  # 3.13.4
    driver = run["tool"]["driver"]  # 3.14.6, 3.18.2
    assert isinstance(driver["name"], str) and driver["name"]  # 3.19.8
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")  # 3.14.17
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)  # 3.49.3
    for rule in rules:
        for key in ("shortDescription", "help"):
            assert isinstance(rule.get(key, {"text": ""})["text"], str)  # 3.12.3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.5, 3.27.6
        assert result["level"] in ("none", "note", "warning", "error")  # 3.27.10
        assert isinstance(result["message"]["text"], str) and result["message"]["text"]  # 3.27.11
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            check_location(location)
        identifiers = [location["id"] for location in result.get("relatedLocations", [])]
        assert len(set(identifiers)) == len(identifiers)  # 3.28.2
    for invocation in run.get("invocations", []):
        assert isinstance(invocation["executionSuccessful"], bool)  # 3.20.14


def check_location(location: Any) -> None:
    assert location.keys() & {"physicalLocation", "logicalLocations"}  # 3.28
    physical = location.get("physicalLocation")
    if physical is not None:
        uri = physical["artifactLocation"]["uri"]  # 3.4.3
        assert not uri.startswith(("/", "file:")) and ":" not in uri.partition("/")[0] and "\\" not in uri
        assert uri.isascii() and " " not in uri
        region = physical.get("region")
        if region is not None:
            assert region["startLine"] >= 1  # 3.30.5
            assert region.get("startColumn", 1) >= 1  # 3.30.6
    for logical in location.get("logicalLocations", []):
        assert isinstance(logical["fullyQualifiedName"], str)  # 3.33.5


def test_a_sarif_log_has_what_sarif_asks_for() -> None:
    related = (("see", Location("b c.yaml", 1, 2)), ("and", Location("<stdin>", 1, 2)))
    log = sarif(
        diagnostic(hint="mend it", related=related),
        diagnostic(code="wrong-type", severity=WARNING, location=Location("ä.yaml")),
        diagnostic(code="degraded", severity=NOTE, location=Location("<stdin>", 4, 1, ("x",))),
        exit_code=2,
    )

    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["bad-thing", "degraded", "wrong-type"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    first = run["results"][0]
    assert first["message"]["text"] == "it is wrong\nmend it"
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "api.yaml"},
                "region": {"startLine": 3, "startColumn": 5, "snippet": {"text": "  a: b"}},
            },
            "logicalLocations": [{"fullyQualifiedName": "/a"}],
        }
    ]
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%20c.yaml"
    assert run["results"][2]["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "<stdin>#/x"}]}]


def test_an_empty_sarif_log_is_one_too() -> None:
    assert sarif()["runs"][0]["results"] == []


def test_known_codes_are_explained_as_rules() -> None:
    (rule,) = sarif(diagnostic(code="yaml-tab"))["runs"][0]["tool"]["driver"]["rules"]

    assert rule["shortDescription"]["text"] == "A tab is used for indentation, which YAML forbids."
    assert rule["help"]["text"] == "Indent with spaces."


def test_one_fault_at_one_place_is_said_once() -> None:
    there: dict[Pointer, Location] = {
        ("a",): Location("x.yaml", 1, 1),
        ("b",): Location("x.yaml", 1, 1),
        ("c",): Location("x.yaml", 2, 1),
    }
    found = [Diagnostic("c", ERROR, "m", pointer=pointer) for pointer in there]

    assert [each.location.line for each in findings(found, there.__getitem__)] == [1, 2]


def test_the_chain_that_leads_to_a_file_follows_the_other_places() -> None:
    hop = Location("api.yaml", 5, 1)
    location = Location("part.yaml", 1, 1, via=(hop,))

    (found,) = findings([diagnostic(location=location, related=(("see", Location("b.yaml", 1, 2)),))])

    assert [(message, where.file) for message, where in found.related] == [
        ("see", "b.yaml"),
        ("reached through this reference", "api.yaml"),
    ]
