"""sdksmith as a step of builds that others run: Hatch, pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

PYPROJECT = """
[build-system]
requires = ["hatchling", "sdksmith"]
build-backend = "hatchling.build"

[project]
name = "shop"
version = "1.0"
requires-python = ">=3.11"

[tool.hatch.build]
dev-mode-dirs = ["src"]

[tool.hatch.build.targets.wheel]
packages = ["src/shop", "src/pets"]

[tool.hatch.build.hooks.sdksmith]
targets = ["python"]
"""
CONFIG = """spec = "pets.yaml"
[targets.python]
output = "src"
package = "pets"
"""
PETS = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example.com}]
paths:
  /pets: {get: {operationId: listPets, tags: [pets], responses: {'204': {description: none}}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose library is not committed: git ignores it."""
    (tmp_path / "src" / "shop").mkdir(parents=True)
    (tmp_path / "src" / "shop" / "__init__.py").write_text("from pets import Pets as Pets\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/src/pets/\n/dist/\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "pets.yaml").write_text(PETS, encoding="utf-8")
    return tmp_path


def build(project: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--skip-dependency-check",
        "--outdir",
        str(output),
        *options,
    ]
    return subprocess.run(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def test_what_is_built_has_the_library_in_it_and_twice_the_same(project: Path) -> None:
    outputs = [project / "dist" / name for name in ("one", "two")]
    for output in outputs:
        process = build(project, output, "--sdist", "--wheel")
        assert process.returncode == 0, process.stdout

    with zipfile.ZipFile(outputs[0] / "shop-1.0-py3-none-any.whl") as wheel:
        assert {"shop/__init__.py", "pets/__init__.py", "pets/pets/client.py"} <= set(wheel.namelist())
    with tarfile.open(outputs[0] / "shop-1.0.tar.gz") as archive:
        assert {"shop-1.0/src/pets/pets/client.py", "shop-1.0/pets.yaml"} <= set(archive.getnames())
    for name in ("shop-1.0-py3-none-any.whl", "shop-1.0.tar.gz"):
        assert (outputs[0] / name).read_bytes() == (outputs[1] / name).read_bytes()


def test_an_editable_install_has_the_library(project: Path, tmp_path: Path) -> None:
    program = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=project, check=True, capture_output=True)

    assert (project / "src" / "pets" / "pets" / "client.py").is_file()


def test_a_document_with_errors_ends_the_build_with_its_place(project: Path) -> None:
    (project / "pets.yaml").write_text(
        PETS.replace("{description: none}", "{$ref: '#/components/responses/Gone'}"), encoding="utf-8"
    )

    process = build(project, project / "dist", "--wheel")

    assert process.returncode != 0
    assert "pets.yaml:5:" in process.stdout
    assert "Traceback" not in process.stdout
    assert not (project / "dist" / "shop-1.0-py3-none-any.whl").exists()


def test_the_hooks_of_pre_commit_run(project: Path, repository: Path) -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert set(hooks) == {"sdksmith-check", "sdksmith-generate"}

    def run(name: str) -> int:
        program, *arguments = hooks[name]["entry"].split()
        assert program == "sdksmith"
        return subprocess.run(
            [sys.executable, "-m", "sdksmith", *arguments], cwd=project, capture_output=True, check=False
        ).returncode

    assert [run("sdksmith-check"), run("sdksmith-generate"), run("sdksmith-check")] == [1, 0, 0]


def test_a_dependency_file_names_what_the_library_was_made_of(project: Path) -> None:
    (project / "parts.yaml").write_text("type: object\nproperties: {id: {type: string}}\n", encoding="utf-8")
    (project / "pets.yaml").write_text(
        PETS.replace(
            "{description: none}",
            "{description: ok, content: {application/json: {schema: {$ref: parts.yaml}}}}",
        ),
        encoding="utf-8",
    )
    overlay = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.info, update: {title: Shop}}]\n"
    (project / "fixes.yaml").write_text(overlay, encoding="utf-8")
    command = [sys.executable, "-m", "sdksmith", "generate", "--overlay", "fixes.yaml", "--depfile", "build/client.d"]
    environment = {**os.environ, "SDKSMITH_CACHE_DIR": str(project / "cache")}
    found: list[str] = []
    for _ in range(2):
        subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
        found.append((project / "build" / "client.d").read_text(encoding="utf-8"))

    # From the cache it is the same.
    assert found[0] == found[1]
    assert found[0] == (
        "build/client: \\\n  pets.yaml \\\n  parts.yaml \\\n  fixes.yaml \\\n  sdksmith.toml \\\n\n"
        "pets.yaml:\nparts.yaml:\nfixes.yaml:\nsdksmith.toml:\n"
    )


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_who_only_looks_writes_no_dependency_file(option: str, project: Path) -> None:
    command = [sys.executable, "-m", "sdksmith", "generate", option, "--depfile", "build/client.d"]

    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)

    assert done.returncode in (0, 1), done.stderr
    assert not (project / "build").exists()


def test_a_dependency_file_names_the_files_that_only_the_config_names(project: Path) -> None:
    (project / "sdksmith.toml").write_text(
        'spec = "pets.yaml"\ntemplates = "own"\n[targets.python]\nmigration = "moving.md"\n'
        '[targets.reference]\nlogo = "logo.svg"\nolder = [{version = "0", spec = "old.yaml"}]\n',
        encoding="utf-8",
    )
    (project / "old.yaml").write_text(PETS, encoding="utf-8")
    (project / "moving.md").write_text("Move.\n", encoding="utf-8")
    (project / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (project / "own" / "python").mkdir(parents=True)
    (project / "own" / "python" / "py.typed.j2").write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "sdksmith", "generate", "--depfile", "build/client.d"]

    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    rule, _, _ = (project / "build" / "client.d").read_text(encoding="utf-8").partition("\n\n")
    assert [line.removesuffix(" \\").strip() for line in rule.splitlines()[1:]] == [
        "pets.yaml",
        "old.yaml",
        "sdksmith.toml",
        "moving.md",
        "logo.svg",
        "own",
        "own/python",
        "own/python/py.typed.j2",
    ]
