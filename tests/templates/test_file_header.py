"""A text of the configuration that every source file begins with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.templates.projects import begin, override, run, written

HEADER = "Copyright Acme, Inc.\n\nAll rights reserved."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_source_file_begins_with_it_and_is_else_what_it_was(project: Path) -> None:
    assert run("generate", "--quiet") == 0
    before = written(project)
    assert run("generate", "--quiet", "--set", f"file_header={json.dumps(HEADER)}") == 0
    after = written(project)

    comments = {
        ".py": "# Copyright Acme, Inc.\n#\n# All rights reserved.\n\n",
        ".go": "// Copyright Acme, Inc.\n//\n// All rights reserved.\n\n",
    }
    headed = 0
    for path, content in before.items():
        comment = comments.get(Path(path).suffix, "").encode()
        assert after[path] == comment + content, path
        headed += bool(comment)
    assert before.keys() == after.keys() and headed > 100
    done = subprocess.run(
        [sys.executable, "-c", "import bakery; print(bakery.__doc__)"],
        env={"PYTHONPATH": str(project / "generated/python"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Bakery" in done.stdout


def test_a_fault_of_a_template_below_it_has_its_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    override(project, "python", "package_docstring.py.j2", "{{ docstring }}\n\nclass (:\n")

    assert run("generate", "--target", "python", "--set", f"file_header={json.dumps(HEADER)}") == 3
    assert capsys.readouterr().err.startswith("mine/python/package_docstring.py.j2:3:1: error[template-output]")
