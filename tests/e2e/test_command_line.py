"""The command line as people meet it: misspelt, cut off, and written to where nothing can be."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sdksmith.cli.commands import commands

GOOD = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}'


def run(*arguments: str, cwd: Path, shell: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sdksmith", *arguments]
    if shell:
        command = ["sh", "-c", f'"$0" -m sdksmith {" ".join(arguments)} {shell}', sys.executable]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gen",), "there is no command 'gen'; did you mean 'generate'?"),
        (("inspekt",), "there is no command 'inspekt'; did you mean 'inspect'?"),
        (("generate", "--target", "pyton"), "there is no target 'pyton'; did you mean 'python'?"),
        (("generate", "--target", "rust"), "there are: python, go, reference"),
        (
            ("xyzzy",),
            "there is no command 'xyzzy'; there are: completion, config, diff, edits, explain, generate, init, ",
        ),
        (("version",), "there is no command 'version'; did you mean '--version'?"),
        (("config", "shw"), "there is no command 'shw'; did you mean 'show'?"),
        (("config", "version"), "there is no command 'version'; there are: schema, show"),
        (("generate", "--spec", "api.json"), "there is no option '--spec': name the document by itself"),
        (("inspect", "api.json", "--only", "degarded"), "there is no 'degarded'; did you mean 'degraded'?"),
        (("generate", "api.json", "--format", "yaml"), "there is no 'yaml'; there are: text, json, github, sarif"),
        (
            ("generate", "api.json", "-c", "sdksmth.toml"),
            "sdksmth.toml: error[config-unreadable]: the config file does not exist",
        ),
        (("generate", "api.json", "--set", "package=acme"), "did you mean `targets.python.package`?"),
        (("explain", "empty-fil"), "there is no diagnostic 'empty-fil'; did you mean 'empty-file'?"),
        (
            ("generate", "api.json", "--set", "targets.python.package=class"),
            "`targets.python.package` can't have 'class', a keyword of Python, as a name",
        ),
        (
            ("generate", "api.json", "--set", "targets.python.package=a.class"),
            "`targets.python.package` can't have 'class', a keyword of Python, as a name",
        ),
        (
            ("generate", "api.json", "--set", "targets.python.client=None"),
            "`targets.python.client` can't have 'None', a keyword of Python, as a name",
        ),
    ],
)
def test_what_is_misspelt_gets_a_suggestion(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = run(*arguments, cwd=tmp_path)
    assert process.returncode == 3
    assert said in process.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api.json"]


def test_a_document_over_another_protocol_is_refused_as_such(tmp_path: Path) -> None:
    process = run("generate", "ftp://x/y.yaml", cwd=tmp_path)
    assert process.returncode == 2
    assert "error[unreadable]: documents are not fetched over ftp\n" in process.stderr
    assert "hint: name a file, or an http or https URL\n" in process.stderr


def test_each_command_says_in_one_line_what_it_is_for(tmp_path: Path) -> None:
    listed = run("--help", cwd=tmp_path).stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == commands.list_commands(click.Context(commands))
    assert [line for line in listed if line.endswith("...") or not line.endswith(".") or len(line) > 80] == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_shortest_runs_load_nothing_that_they_do_without(option: str, tmp_path: Path) -> None:
    code = f"""
import sys
from sdksmith.cli import main
try:
    main([{option!r}])
finally:
    print(sorted(name for name in sys.modules if name.startswith("sdksmith") or "." not in name), file=sys.stderr)
"""
    process = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = ast.literal_eval(process.stderr)
    # No module that has a command: each is loaded when it is used.
    assert [name for name in loaded if name.startswith("sdksmith")] == [
        "sdksmith",
        "sdksmith.cli",
        "sdksmith.cli.commands",
        "sdksmith.cli.exits",
        "sdksmith.cli.grouping",
        "sdksmith.cli.running",
        "sdksmith.version",
    ]
    assert {"msgspec", "rich", "jinja2", "json", "tempfile", "difflib", "tomllib"} & set(loaded) == set()


def test_short_options_are_those_that_people_try(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.toml").write_text('[targets.python]\npackage = "shop"\n', encoding="utf-8")
    process = run("generate", "api.json", "-c", "c.toml", "-o", "here", "-q", cwd=tmp_path)
    assert (process.returncode, process.stdout, process.stderr) == (0, "", "")
    assert (tmp_path / "here" / "shop").is_dir()
    assert run("-V", cwd=tmp_path).stdout.startswith("sdksmith ")


def test_a_version_is_a_text_though_toml_has_numbers(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = run(
        "generate", "api.json", "--set", "targets.python.version=1.0", "--set", "targets.python.package=t", cwd=tmp_path
    )
    assert process.returncode == 0, process.stderr
    assert 'version = "1.0"' in (tmp_path / "generated" / "python" / "pyproject.toml").read_text(encoding="utf-8")


def test_a_code_is_explained(tmp_path: Path) -> None:
    process = run("explain", "empty-file", cwd=tmp_path)
    assert process.stdout == "empty-file\n  The file has no content.\n  Check that you named the right file.\n"
    assert "config-invalid: " in run("explain", cwd=tmp_path).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs the streams of POSIX")
@pytest.mark.parametrize("command", ["--help", "explain", "inspect api.json", "validate api.json"])
def test_standard_output_that_is_closed_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = run(*command.split(), cwd=tmp_path, shell=">&-")
    assert (process.returncode, process.stderr) == (74, "sdksmith: standard output is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["--help", "explain", "inspect api.json", "validate api.json"])
def test_standard_output_that_is_full_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = run(*command.split(), cwd=tmp_path, shell=">/dev/full")
    assert (process.returncode, process.stderr) == (
        74,
        "sdksmith: standard output can't be written: no space left on device\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs the streams of POSIX")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("generate api.json", 0),
        ("generate nope.json", 2),
        ("validate api.json", 0),
        ("nope", 3),
        ("generate --set x", 3),
    ],
)
def test_without_standard_error_results_and_exit_codes_hold(command: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text('[targets.python]\npackage = "shop"\n', encoding="utf-8")
    process = run(*command.split(), cwd=tmp_path, shell="2>&-")
    assert process.returncode == code
    assert ("generated 0 operations" in process.stdout) == (command == "generate api.json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("generate nope.json", 2),
        ("nope", 3),
        ("generate --set x", 3),
        ("validate api.json", 0),
        ("vectors odd.json", 0),
    ],
)
def test_standard_error_that_is_full_changes_no_exit_code_and_no_result(
    command: str, code: int, tmp_path: Path
) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    # Warnings come before the result.
    (tmp_path / "odd.json").write_text(GOOD.replace('"paths"', '"x": 1, "paths"'), encoding="utf-8")
    process = run(*command.split(), cwd=tmp_path, shell="2>/dev/full")
    assert process.returncode == code
    assert process.stdout == run(*command.split(), cwd=tmp_path).stdout


def test_a_dry_run_says_what_a_run_would_do(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    generate = ("generate", "api.json", "--set", "targets.python.package=shop")
    process = run(*generate, "--dry-run", cwd=tmp_path)
    assert process.returncode == 0
    assert "would add     README.md\n" in process.stdout
    assert re.search(r"\n\.\.\. and \d+ more\ngenerated/python: a run would add \d+ files\n$", process.stdout)
    assert not (tmp_path / "generated").exists()

    run(*generate, cwd=tmp_path)
    (tmp_path / "api.json").write_text(GOOD.replace('"T"', '"Tea"'), encoding="utf-8")
    trial = run(*generate, "--dry-run", cwd=tmp_path)
    assert "would change  README.md\n" in trial.stdout
    process = run(*generate, "--check", "--diff", cwd=tmp_path)
    assert process.returncode == 1
    assert "--- a/README.md\n+++ b/README.md\n" in process.stdout
    assert "-# T: Python client library\n+# Tea: Python client library\n" in process.stdout
    assert run(*generate, "--dry-run", "--diff", cwd=tmp_path).returncode == 0
    process = run(*generate, "--diff", cwd=tmp_path)
    assert (process.returncode, "--diff goes with --check or --dry-run" in process.stderr) == (3, True)


def test_a_dry_run_says_what_a_run_would_refuse_and_what_it_would_remove(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    generate = ("generate", "api.json", "-o", "out", "--set", "targets.python.package=shop")
    run(*generate, cwd=tmp_path)
    readme, project = tmp_path / "out" / "README.md", tmp_path / "out" / "pyproject.toml"
    readme.write_text("mine", encoding="utf-8")

    process = run(*generate, "--dry-run", cwd=tmp_path)
    assert (process.returncode, process.stdout.splitlines()) == (
        0,
        [
            "would refuse  README.md (edited by hand)",
            "out: nothing would be written, as 1 file is not to be overwritten without --force",
        ],
    )
    (drift,) = json.loads(run(*generate, "--dry-run", "--format", "json", cwd=tmp_path).stdout)["targets"][0]["drift"]
    assert drift == {"path": "README.md", "kind": "differs", "refused": "edited-file"}
    assert run(*generate, "--dry-run", "--force", cwd=tmp_path).stdout.splitlines() == [
        "would change  README.md",
        "out: a run would change 1 file",
    ]
    # A run does what was said.
    process = run(*generate, cwd=tmp_path)
    assert (process.returncode, "out/README.md: error[edited-file]" in process.stderr) == (3, True)
    assert readme.read_text(encoding="utf-8") == "mine"

    run(*generate, "--force", cwd=tmp_path)
    process = run(*generate, "--set", "targets.python.package=store", "--dry-run", cwd=tmp_path)
    assert "would remove  shop/__init__.py\n" in process.stdout
    assert project.is_file() and (tmp_path / "out" / "shop" / "__init__.py").is_file()


def test_a_folder_with_one_document_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    process = run("generate", cwd=tmp_path)
    assert process.returncode == 3
    assert "this folder has shop.json: run sdksmith init shop.json, then sdksmith generate" in process.stderr

    process = run("init", cwd=tmp_path)
    assert process.stdout == "wrote sdksmith.toml; next: sdksmith generate\n"
    assert 'spec = "shop.json"\n' in (tmp_path / "sdksmith.toml").read_text(encoding="utf-8")
    assert run("generate", "-q", cwd=tmp_path).returncode == 0


def test_a_comparison_outside_of_git_says_how_to_compare(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "sdksmith", "diff", "git:HEAD", "api.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
    )
    assert process.returncode == 2
    assert "git:HEAD: the document is in no git repository\n" in process.stderr
    assert "hint: compare two documents by name: sdksmith diff OLD NEW\n" in process.stderr


def test_one_thing_that_is_only_documented_is_one_member(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(GOOD, encoding="utf-8")
    text = '"paths": {"/x": {"get": {"operationId": "getX", "tags": ["x"], "summary": "A", "responses": {"204": {"description": "-"}}}}}'
    (tmp_path / "old.json").write_text(GOOD.replace('"paths": {}', text), encoding="utf-8")
    (tmp_path / "new.json").write_text(GOOD.replace('"paths": {}', text.replace('"A"', '"B"')), encoding="utf-8")
    process = run("diff", "old.json", "new.json", cwd=tmp_path)
    assert "\n  1 member: --details names them\n" in process.stdout


def test_a_folder_with_several_documents_names_them(tmp_path: Path) -> None:
    for name in ("shop.json", "zoo.json"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert (
        "hint: this folder has shop.json, zoo.json; name one on the command line"
        in run("generate", cwd=tmp_path).stderr
    )
    assert run("init", "-c", "own.toml", cwd=tmp_path).stdout == (
        "wrote own.toml; next: set `spec` in own.toml, then sdksmith generate --config own.toml "
        "(documents here: shop.json, zoo.json)\n"
    )
    (tmp_path / "zoo.json").unlink()
    process = run("generate", "-c", "own.toml", cwd=tmp_path)
    assert 'hint: this folder has shop.json: set spec = "shop.json" in own.toml\n' in process.stderr


def test_the_types_that_are_counted_are_those_of_the_library(tmp_path: Path) -> None:
    text = GOOD.replace(
        '"paths": {}',
        '"paths": {}, "components": {"schemas": {"A": {"type": "object", "properties": {"b": {"enum": ["x"]}}}, '
        '"C": {"$ref": "#/components/schemas/A"}, "D": {"allOf": [{"$ref": "#/components/schemas/A"}]}}}',
    )
    (tmp_path / "api.json").write_text(text, encoding="utf-8")
    inspected = run("inspect", "api.json", cwd=tmp_path).stdout
    (types,) = re.findall(r"^Types: (\d+) ", inspected, re.MULTILINE)
    assert run("generate", "api.json", cwd=tmp_path).stdout.startswith(f"generated 0 operations, {types} types -> ")


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("python", "pip install ./out"),
        ("go", "go -C out build ./..."),
        ("reference", "python -m http.server --directory out"),
    ],
)
def test_a_new_library_comes_with_the_command_to_run_next(target: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    generate = ("generate", "api.json", "--target", target, "-o", "out", "--set", "targets.reference.search=false")
    assert run(*generate, cwd=tmp_path).stdout.splitlines()[-1] == f"next: {command}"
    assert "next: " not in run(*generate, cwd=tmp_path).stdout


def test_init_writes_where_it_is_told_and_overwrites_when_it_is_told(tmp_path: Path) -> None:
    process = run("init", "-o", "other.toml", cwd=tmp_path)
    assert (
        process.stdout
        == "wrote other.toml; next: set `spec` in other.toml, then sdksmith generate --config other.toml\n"
    )
    process = run("init", "-o", "other.toml", cwd=tmp_path)
    assert process.returncode == 3
    assert "other.toml is there already; it was not touched. --force overwrites it" in process.stderr
    assert run("init", "-o", "other.toml", "--force", cwd=tmp_path).returncode == 0
    process = run("init", "-", cwd=tmp_path)
    assert (process.returncode, "give a path or a URL, not -" in process.stderr) == (3, True)


def test_a_config_in_another_folder_names_the_document_from_there(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "shop.json").write_text(GOOD, encoding="utf-8")
    assert run("init", "shop.json", "-o", "config/shop.toml", cwd=tmp_path).returncode == 0
    assert 'spec = "../shop.json"\n' in (tmp_path / "config" / "shop.toml").read_text(encoding="utf-8")
    assert run("generate", "-c", "config/shop.toml", "-q", cwd=tmp_path).returncode == 0
