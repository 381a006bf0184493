"""Interruptions, bugs, readers that leave; what a start loads."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.cli.stand_ins import Command, Stages

from sdksmith.diagnostics import Diagnostics


def test_interruption_is_quiet(stages: Stages, run: Command) -> None:
    def interrupt(_: Diagnostics) -> None:
        raise KeyboardInterrupt

    stages.on_load = interrupt

    result = run("generate", "api.yaml")

    assert (result.code, result.out, result.err.strip()) == (130, "", "")


def test_an_interruption_while_files_are_moved_says_how_many_are(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("api.json").write_text(
        '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}', encoding="utf-8"
    )
    replace = os.replace

    def interrupt(source: str, destination: str) -> None:
        if Path(destination).name == "pyproject.toml":
            raise KeyboardInterrupt
        replace(source, destination)

    monkeypatch.setattr(os, "replace", interrupt)

    result = run("generate", "api.json", "-o", "out", "--no-cache", "--set", "targets.python.package=shop")

    assert result.code == 130
    assert re.fullmatch(r"\s*sdksmith: interrupted after 1 of \d+ files in out; the next run finishes\n", result.err)


def crash(_: Diagnostics) -> None:
    raise LookupError("all is lost\x1b[2J")


def test_a_bug_is_reported_without_a_traceback(stages: Stages, run: Command) -> None:
    stages.on_load = crash

    result = run("generate", "api.yaml")

    assert result.code == 70
    assert "bug in sdksmith" in result.err
    assert "LookupError: all is lost\\x1b[2J" in result.err
    assert "Traceback" not in result.err


def test_a_bug_shows_its_traceback_when_asked(stages: Stages, run: Command) -> None:
    stages.on_load = crash

    result = run("--traceback", "generate", "api.yaml")

    assert result.code == 70
    assert "Traceback" in result.err
    assert "\x1b" not in result.err


def test_the_environment_asks_for_the_traceback_too(
    stages: Stages, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages.on_load = crash
    monkeypatch.setenv("SDKSMITH_TRACEBACK", "1")

    assert "Traceback" in run("generate", "api.yaml").err


def test_help_documents_the_exit_codes(run: Command) -> None:
    for arguments in (["--help"], ["generate", "--help"]):
        result = run(*arguments)
        assert result.code == 0
        for code in (0, 1, 2, 3, 70, 130):
            assert f"\n    {code} " in result.out


def child_environment(repository: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(repository / "generator")}


def test_a_reader_that_leaves_is_no_error(repository: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "sdksmith", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=child_environment(repository),
        check=False,
    )
    os.close(writing)

    assert (process.returncode, process.stderr) == (141, b"")


def test_help_loads_nothing_heavy(repository: Path) -> None:
    program = (
        "import sys\nfrom sdksmith.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    process = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=child_environment(repository), check=True
    )

    loaded = set(process.stderr.split())
    assert "click" in loaded
    assert not loaded & {"black", "httpx2", "jinja2", "msgspec", "openapi_spec_validator", "pydantic", "rich", "yaml"}


def test_a_configured_output_folder_is_shown_without_detours(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "c.toml").write_text('spec = "a"\n[targets.python]\noutput = "../library"\n')

    assert " -> library (" in run("generate", "--config", "specs/c.toml").out
