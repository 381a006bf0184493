"""What the end-to-end tests share: documents, generated packages, and the tools that judge them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.mypy_cache import MYPY_SETTINGS, mypy_cache

from sdksmith import pipeline
from sdksmith.project import open_project

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "specs" / "sdksmith.toml"
#: The committed library, which the generator makes of specs/management-api.yaml.
GENERATED = ROOT / "generated" / "python"
#: Longest that a program may take before a test calls it hung, in seconds; no measure of speed.
HUNG = 600


def shared(*parts: str) -> Path:
    """Return a path of the shared material, and skip the test where there is none.

    It is looked for in the folder that ``SDKSMITH_SHARED`` names, else beside the checkout.
    """
    path = shared_folder().joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs {'/'.join(('shared', *parts))}: name the folder in SDKSMITH_SHARED")
    return path


def shared_folder() -> Path:
    """Return where the shared material is, whether it is there or not."""
    return Path(os.environ.get("SDKSMITH_SHARED") or ROOT.parent / "shared").resolve()


def run(
    *command: str | Path, cwd: Path, environment: Mapping[str, str] | None = None, timeout: float = HUNG, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit code."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        **options,
    )


def run_python(program: str, *, cwd: Path, path: Path, flags: Sequence[str] = ()) -> str:
    """Run a program text that must succeed, with `path` on the import path, and return what it printed."""
    process = run(
        sys.executable, *flags, "-", cwd=cwd, input=program, environment={"PYTHONPATH": str(path), "PYTHONUTF8": "1"}
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


def sdksmith(
    *arguments: str | Path, cwd: Path, environment: Mapping[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    variables = {"PYTHONPATH": str(ROOT / "generator"), **(environment or {})}
    return run(sys.executable, "-m", "sdksmith", *arguments, cwd=cwd, environment=variables, **options)


def build_package(spec: Mapping[str, Any] | Path, output: Path, *settings: str, config: Path | None = None) -> Path:
    """Generate a package in this process, from a document or from an inline one, and return its folder.

    `settings` are ``key=value``, as ``--set`` takes them.
    """
    if isinstance(spec, Mapping):
        file = output.with_name(output.name + ".json")
        file.write_text(json.dumps(spec), encoding="utf-8")
        spec = file
    project = open_project(str(spec), config, settings)
    pipeline.generate(project.source, project.config, outputs={"python": output})
    return output


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder: path -> content, without what Python leaves behind."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def modules(folder: Path) -> list[str]:
    """Return the dotted names of the modules under a folder."""
    names = (file.relative_to(folder).with_suffix("") for file in sorted(folder.rglob("*.py")))
    return [".".join(name.parts).removesuffix(".__init__") for name in names]


def import_everything(folder: Path, cwd: Path) -> int:
    """Import each module of a generated package in one process, a warning being an error; return how many."""
    names = modules(folder)
    program = f"import importlib\nfor name in {names!r}:\n    importlib.import_module(name)\nprint('imported')"
    assert run_python(program, cwd=cwd, path=folder, flags=("-W", "error")).strip() == "imported"
    return len(names)


def black_complaints(folder: Path) -> str:
    """Return what ``black --check`` has against the files of a folder; ``""`` when it has nothing."""
    process = run(
        sys.executable, "-m", "black", "--check", "--diff", "--quiet", "--workers", "1",
        "--config", os.devnull, folder, cwd=folder,
    )  # fmt: skip
    return process.stdout + process.stderr if process.returncode else ""


def mypy_complaints(path: Path, *files: Path, cache: Path | None = None, runtime: bool = False) -> str:
    """Return what ``mypy --strict`` has against files whose imports are found under `path`.

    Parameters
    ----------
    runtime
        Whether the runtime is checked too, which is the same in all packages.
    """
    cache = cache or mypy_cache()
    process = run(
        sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--explicit-package-bases",
        "--namespace-packages", f"--config-file={'' if runtime else MYPY_SETTINGS}", "--cache-dir", cache, *(files or (path,)),
        cwd=cache.parent, environment={"MYPYPATH": str(path)},
    )  # fmt: skip
    return process.stdout + process.stderr if process.returncode else ""


def pyright_complaints(project: Path, *sources: Path, runtime: bool = False) -> str:
    """Return what pyright's strict mode has against `sources`, which are copied into the empty folder `project`.

    Files lie side by side there, so that they can import what the folders hold.

    Parameters
    ----------
    runtime
        Whether the runtime is checked too, which is the same in all packages.
    """
    for source in sources:
        if source.is_dir():
            shutil.copytree(source, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, project)
    excluded = [] if runtime else ["**/core"]
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["."], "exclude": excluded}
    (project / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    process = run(
        sys.executable, "-m", "pyright", "--project", project, "--pythonpath", sys.executable, "--outputjson",
        cwd=project, environment={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )  # fmt: skip
    report = json.loads(process.stdout)
    assert report["summary"]["filesAnalyzed"] > 0, "pyright saw no file"
    return "\n".join(
        f"{found['file']}:{found['range']['start']['line'] + 1}: {found['message']}"
        for found in report["generalDiagnostics"]
    )


def run_tests(project: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests that a generated project brings with it, with no plug-in but the one that they need; a warning is an error."""
    return run(
        sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "-p", "anyio", "--rootdir", project,
        project / "tests",
        cwd=cwd,
        environment={"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )  # fmt: skip


def count_passed(process: subprocess.CompletedProcess[str]) -> int:
    """Return how many tests passed, as pytest counts them."""
    found = re.search(r"^(?:\d+ failed, )?(\d+) passed", process.stdout, flags=re.MULTILINE)
    return int(found.group(1)) if found else 0


def differing_lines(old: bytes, new: bytes) -> Iterator[str]:
    """Yield the lines that only one of two texts has, as a diff marks them."""
    import difflib

    before, after = (text.decode("utf-8").splitlines() for text in (old, new))
    for line in difflib.unified_diff(before, after, lineterm="", n=0):
        if line.startswith(("+", "-")) and not line.startswith(("+++", "---")):
            yield line
