"""The command line as people meet it: misspelt, cut off, and written to where nothing can be."""

from __future__ import annotations

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
            "`package` can't have 'class', a keyword of Python, as a name",
        ),
        (
            ("generate", "api.json", "--set", "targets.python.package=a.class"),
            "`package` can't have 'class', a keyword of Python, as a name",
        ),
        (
            ("generate", "api.json", "--set", "targets.python.client=None"),
            "`client` can't have 'None', a keyword of Python, as a name",
        ),
    ],
)
def test_what_is_misspelt_gets_a_suggestion(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(GOOD, encoding="utf-8")
    process = run(*arguments, cwd=tmp_path)
    assert process.returncode == 3
    assert said in process.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api.json"]


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
