"""The command line as people meet it: misspelt, cut off, and written to where nothing can be."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
        (("gen",), "no such command 'gen'; did you mean 'generate'?"),
        (("inspekt",), "no such command 'inspekt'; did you mean 'inspect'?"),
        (("generate", "--target", "pyton"), "there is no target 'pyton'; did you mean 'python'?"),
        (("generate", "--target", "rust"), "there are: python, go, reference"),
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
    assert len(listed) == 11
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
@pytest.mark.parametrize("command", ["generate nope.json", "nope", "generate --set x"])
def test_standard_error_that_is_full_has_an_exit_code(command: str, tmp_path: Path) -> None:
    assert run(*command.split(), cwd=tmp_path, shell="2>/dev/full").returncode == 74


def test_a_dry_run_says_what_a_run_would_do(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    generate = ("generate", "api.json", "--set", "targets.python.package=shop")
    process = run(*generate, "--dry-run", cwd=tmp_path)
    assert process.returncode == 0
    assert "missing  README.md" in process.stdout
    assert not (tmp_path / "generated").exists()

    run(*generate, cwd=tmp_path)
    (tmp_path / "api.json").write_text(GOOD.replace('"T"', '"Tea"'), encoding="utf-8")
    process = run(*generate, "--check", "--diff", cwd=tmp_path)
    assert process.returncode == 1
    assert "--- a/README.md\n+++ b/README.md\n" in process.stdout
    assert "-# T: Python client library\n+# Tea: Python client library\n" in process.stdout
    assert run(*generate, "--dry-run", "--diff", cwd=tmp_path).returncode == 0
    process = run(*generate, "--diff", cwd=tmp_path)
    assert (process.returncode, "--diff goes with --check or --dry-run" in process.stderr) == (3, True)


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
