"""Fixtures of the tests of commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from tests.unit.cli.stand_ins import Run, Stages

from sdksmith.cli import main


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    stand_ins = Stages()
    # Whole modules, so that no real stage is imported.
    for parent, name, functions in (
        ("sdksmith", "document", ("load", "validate")),
        ("sdksmith", "parser", ("parse",)),
        ("sdksmith.targets.python", "plan", ("plan",)),
    ):
        module = ModuleType(f"{parent}.{name}")
        for function in functions:
            setattr(module, function, getattr(stand_ins, function))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(import_module(parent), name, module, raising=False)
    templates = tmp_path_factory.mktemp("templates")
    (templates / "python").mkdir()
    (templates / "python" / "text").write_text("{{ text }}")
    monkeypatch.setattr(import_module("sdksmith.output.render"), "templates_folder", lambda: templates)
    return stand_ins


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SDKSMITH_TRACEBACK", raising=False)
    yield tmp_path
    os.environ.pop("SDKSMITH_TRACEBACK", None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run the command line in this process."""

    def call(*arguments: str) -> Run:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, captured.out, captured.err)

    return call
