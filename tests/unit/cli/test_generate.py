"""What generate says of its results, and when it fails."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
from tests.unit.cli.stand_ins import Command, Run, Stages, degrade, fail

from sdksmith.diagnostics import Diagnostics, Failure
from sdksmith.model import Ledger


def test_generate_writes_and_says_what(stages: Stages, run: Command, folder: Path) -> None:
    result = run("generate", "api.yaml", "--output", "out")

    said = (
        "generated 1 operation, 1 type -> out (2 files: 2 written, 0 unchanged, 0 removed)\nnext: pip install ./out\n"
    )
    assert result == Run(0, said, "")
    assert (folder / "out" / "a.py").read_text() == "A = 1\n"
    assert stages.loaded == ["api.yaml"]


def test_a_second_run_changes_only_what_changed(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")
    stages.files = {"a.py": "A = 2\n"}

    assert "(1 file: 1 written, 0 unchanged, 1 removed)" in run("generate", "api.yaml", "--output", "out").out


def test_what_changed_is_named_the_first_ten_of_it(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")
    stages.files = {"a.py": "A = 2\n", "new.py": ""}
    assert run("generate", "api.yaml", "--output", "out").out.splitlines()[1:] == [
        "  changed  a.py",
        "  removed  b.py",
        "  added    new.py",
    ]

    stages.files |= {f"f{number:02}.py": "" for number in range(12)}
    assert run("generate", "api.yaml", "--output", "out").out.splitlines()[-2:] == [
        "  added    f09.py",
        "  ... and 2 more",
    ]


def test_verbose_names_the_stages_with_their_times_and_all_that_changed(stages: Stages, run: Command) -> None:
    stages.files |= {f"f{number:02}.py": "" for number in range(12)}

    lines = run("generate", "api.yaml", "--output", "out", "--no-cache", "-v").out.splitlines()

    assert [line.split()[1] for line in lines if line.startswith("  added")] == sorted(stages.files)
    times = [re.fullmatch(r"(.+?) +\d+\.\d{3} s", line) for line in lines]
    assert [found[1] for found in times if found] == [
        "starting",
        "reading",
        "parsing",
        "planning python",
        "rendering python",
        "writing",
        "in all",
    ]
    both = run("generate", "api.yaml", "-q", "-v")
    assert (both.code, "exclude each other" in both.err) == (3, True)


def test_json_of_generate_is_as_documented(stages: Stages, run: Command) -> None:
    page = (Path(__file__).parents[3] / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    schemas = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]
    assert len(schemas) == 3

    def generate(*options: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("generate", "api.yaml", "-o", "out", "--format", "json", *options).out)
        for schema in schemas[:2]:
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.validate(found, schema)
        (target,) = found["targets"]
        assert set(target) == set(schemas[1]["properties"]["targets"]["items"]["required"])
        return found

    first = generate("--no-cache")
    assert first["targets"][0]["added"] == ["a.py", "b.py"]
    assert first["targets"][0]["next"] == "pip install ./out"
    assert [each["stage"] for each in first["timings"]][-1] == "writing"
    stages.files = {"a.py": "A = 2\n"}
    differing = generate("--no-cache", "--check", "--diff")
    assert [each["path"] for each in differing["targets"][0]["drift"]][1:] == ["a.py", "b.py"]
    assert "+A = 2" in differing["targets"][0]["drift"][1]["diff"]
    changed = generate("--no-cache")["targets"][0]
    assert (changed["written"], changed["added"], changed["removed"]) == (["a.py"], [], ["b.py"])


def test_quiet_says_nothing_when_all_is_well(stages: Stages, run: Command) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    assert run("generate", "api.yaml", "--output", "out", "--quiet") == Run(0, "", "")


def test_errors_of_the_document_exit_2_and_write_nothing(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_parse = lambda diagnostics, _: fail()(diagnostics)

    result = run("generate", "api.yaml", "--output", "out")

    assert (result.code, result.out) == (2, "")
    assert "api.yaml:4:2: error[bad-document]: it is bad" in result.err
    assert not (folder / "out").exists()


def test_a_stage_that_gives_up_is_reported_with_its_places(stages: Stages, run: Command) -> None:
    def give_up(diagnostics: Diagnostics, _: Ledger) -> None:
        fail()(diagnostics)
        raise Failure(diagnostics)

    stages.on_parse = give_up

    assert "api.yaml:4:2: error[bad-document]" in run("generate", "api.yaml").err


def test_check_exits_0_when_nothing_differs(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")

    assert run("generate", "api.yaml", "--output", "out", "--check") == Run(0, "out is up to date (2 files)\n", "")


def test_check_exits_1_and_names_what_differs(stages: Stages, run: Command, folder: Path) -> None:
    run("generate", "api.yaml", "--output", "out")
    (folder / "out" / "a.py").write_text("edited")
    stages.files["new.py"] = ""
    del stages.files["b.py"]

    result = run("generate", "api.yaml", "--output", "out", "--check", "--quiet")

    assert result.code == 1
    assert result.out.splitlines()[1:] == [
        "differs  a.py (edited by hand)",
        "stale    b.py",
        "missing  new.py",
        "out is out of date: 4 files differ",
    ]
    assert (folder / "out" / "a.py").read_text() == "edited"
    assert not (folder / "out" / "new.py").exists()


def test_check_names_the_first_20(stages: Stages, run: Command) -> None:
    stages.files = {f"f{number:02}.py": "" for number in range(40)}

    lines = run("generate", "api.yaml", "--output", "out", "--check").out.splitlines()

    assert lines[20] == "... and 21 more"
    assert len(lines) == 22


def test_an_output_folder_that_is_in_use_exits_3(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "a.py").write_text("mine")

    result = run("generate", "api.yaml", "--output", ".")

    assert result.code == 3
    assert "error[foreign-file]" in result.err
    assert sorted(file.name for file in folder.iterdir()) == ["a.py"]
    assert run("generate", "api.yaml", "--output", ".", "--force").code == 0


def test_degradation_is_mentioned(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    result = run("generate", "api.yaml", "--output", "out")

    assert result.code == 0
    assert "\n1 part of the document is only partly supported:\n  api.yaml:4:2: 'not' (keyword): Any: " in result.out


def test_strict_makes_degradation_an_error(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_parse = degrade

    result = run("generate", "api.yaml", "--output", "out", "--strict")

    assert result.code == 2
    assert "error[degraded]: 'not' (keyword) is only partly supported: Any: it can't be said" in result.err
    assert "error[unaccounted-input]" in result.err
    assert not (folder / "out").exists()


def test_what_is_no_character_is_not_written(stages: Stages, run: Command, folder: Path) -> None:
    stages.files["odd.py"] = "A = '\ud800'\n"

    result = run("generate", "api.yaml", "--output", "out")

    assert result.code == 2
    assert "odd.py: error[unencodable-text]" in result.err
    assert not (folder / "out").exists()
