"""The action for GitHub: its steps are run as they stand, with a `gh` that notes what it is asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.changes.cases import ITEM, NEW
from tests.changes.support import Edits, git, written

CONFIG = 'spec = "api.json"\n[targets.python]\npackage = "shop"\nclient = "Shop"\n'
GH = """#!/bin/sh
echo "gh $*" >> "$ASKED"
case "$2" in
  view) [ -e "$ASKED.open" ] && echo OPEN || exit 1 ;;
  create) touch "$ASKED.open" ;;
esac
"""


@pytest.fixture(scope="module")
def action(repository: Path) -> dict[str, Any]:
    found = yaml.safe_load((repository / "action.yml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone with a library in it."""
    if shutil.which("bash") is None or shutil.which("git") is None:
        pytest.skip("needs bash and git")
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    git(tmp_path, "clone", "-q", "origin.git", "work")
    folder = tmp_path / "work"
    written(folder / "api.json")
    (folder / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sdksmith", "generate", "-q"], cwd=folder, check=True)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    git(folder, "push", "-q", "origin", "HEAD")
    return folder


class Runner:
    """Runs the steps of the action, with expressions filled in as GitHub does."""

    def __init__(self, action: Mapping[str, Any], folder: Path) -> None:
        self._action = action
        self._folder = folder
        self.scratch = folder.parent / "scratch"
        tools = folder.parent / "tools"
        for place in (self.scratch, tools):
            place.mkdir(exist_ok=True)
        (tools / "gh").write_text(GH, encoding="utf-8")
        (tools / "sdksmith").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sdksmith "$@"\n', encoding="utf-8")
        for tool in tools.iterdir():
            tool.chmod(0o755)
        self._path = f"{tools}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def run(self, **inputs: str) -> dict[str, str]:
        """Run all steps but the installation, and return the outputs."""
        values = {f"inputs.{name}": str(each["default"]) for name, each in self._action["inputs"].items()}
        values |= {"inputs.token": "token", "runner.temp": str(self.scratch)}
        values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        outputs = self.scratch / "outputs"
        outputs.write_text("", encoding="utf-8")
        (self.scratch / "summary").write_text("", encoding="utf-8")
        for step in self._action["runs"]["steps"][1:]:
            told = dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())
            if "if" in step and not ("true" == values["inputs.pull-request"] == told["changed"]):
                continue
            given = {
                name: re.sub(r"\$\{\{ (.*?) \}\}", lambda m: values[m[1]], text) for name, text in step["env"].items()
            }
            subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=self._folder,
                check=True,
                env={
                    **os.environ, **given, "PATH": self._path, "ASKED": str(self.scratch / "asked"),
                    "GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(self.scratch / "summary"),
                },
            )  # fmt: skip
        return dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())

    @property
    def asked(self) -> list[str]:
        """What `gh` was asked, in order."""
        file = self.scratch / "asked"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def served(folder: Path, edits: Edits) -> str:
    return written(folder.parent / "newest.json", edits).as_uri()


def test_a_change_becomes_a_pull_request_that_says_what_it_means(action: dict[str, Any], checkout: Path) -> None:
    runner = Runner(action, checkout)
    url = served(checkout, [((*ITEM, "at", "format"), "date-time")])

    outputs = runner.run(url=url, document="api.json", labels="api,sdk")

    assert outputs == {"bump": "breaking", "breaking": "true", "changed": "true"}
    assert "type changed (silent, types, run): `Item.at`" in (runner.scratch / "summary").read_text(encoding="utf-8")
    created = runner.asked[-1]
    assert created.startswith("gh pr create --head sdksmith/update --title feat(api)!: follow the API --body-file ")
    assert created.endswith("--label api,sdk")
    pushed = subprocess.run(
        ["git", "show", "--stat", "--format=%B", "sdksmith/update"],
        cwd=checkout.parent / "origin.git", capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "BREAKING CHANGE: type changed: Item.at: str -> datetime" in pushed
    assert "generated/python/shop/types/" in pushed

    git(checkout, "switch", "-q", "-")
    runner.run(url=served(checkout, [((*NEW, "more"), {"type": "string"})]), document="api.json")
    assert runner.asked[-1].startswith("gh pr edit sdksmith/update --title feat(api): follow the API --body-file ")


def test_without_a_change_there_is_no_pull_request(action: dict[str, Any], checkout: Path) -> None:
    runner = Runner(action, checkout)
    assert runner.run() == {"bump": "none", "breaking": "false", "changed": "false"}
    assert runner.asked == []


def test_a_build_can_do_without_the_pull_request(action: dict[str, Any], checkout: Path) -> None:
    runner = Runner(action, checkout)
    written(checkout / "api.json", [((*NEW, "more"), {"type": "string"})])
    assert runner.run(pull_request="false") == {"bump": "minor", "breaking": "false", "changed": "true"}
    assert runner.asked == []


def test_no_input_becomes_code(action: dict[str, Any]) -> None:
    assert [step["name"] for step in action["runs"]["steps"] if "${{" in step["run"]] == []
