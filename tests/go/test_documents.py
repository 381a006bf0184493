"""Real documents of other APIs, and malicious ones: what is made of them compiles, and no text of theirs is code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.e2e.support import shared_folder
from tests.go.support import complaints

from sdksmith.config import to_config
from sdksmith.diagnostics import Failure
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of

NEEDED = pytest.mark.skip(reason="needs shared/corpus and shared/hostile: name the folder in SDKSMITH_SHARED")
CORPUS = sorted(folder for folder in (shared_folder() / "corpus").glob("*") if folder.is_dir())
HOSTILE = sorted(file for file in (shared_folder() / "hostile").glob("*") if file.suffix in (".yaml", ".json"))
REPORTS = sorted((shared_folder() / "reports").glob("*.yaml"))


def document_of(folder: Path) -> Path:
    """Return the document of a folder of the corpus."""
    named = [folder / name for name in ("openapi.yaml", "openapi.json") if (folder / name).exists()]
    return (named or sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml", ".json")))[0]


def make(document: Path, folder: Path) -> Path | None:
    """Generate a module, ``None`` for a document that is refused."""
    config = to_config({"targets": {"go": {"module": "example.com/api", "package": "api", "tests": True}}}, options_of)
    try:
        generate(str(document), config, outputs={"go": folder})
    except Failure:
        return None
    return folder


def directives(module: Path) -> set[str]:
    """Return the lines that the compiler or a tool would obey, but for those of the runtime."""
    pattern = re.compile(r'^\s*(?://(?:go:|line |export |\+build)|/\*line|import "C").*$', re.MULTILINE)
    return {
        line
        for file in module.rglob("*.go")
        if not file.name.startswith("text_")
        for line in pattern.findall(file.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    "document", [*HOSTILE, *REPORTS] or [pytest.param(Path("none"), marks=NEEDED)], ids=lambda path: path.name
)
def test_what_is_made_of_a_bad_document_compiles_and_is_inert(document: Path, tmp_path: Path) -> None:
    module = make(document, tmp_path)
    if module is not None:
        assert complaints(module) == ""
        assert directives(module) == set()


@pytest.mark.slow
@pytest.mark.parametrize("folder", CORPUS or [pytest.param(Path("none"), marks=NEEDED)], ids=lambda path: path.name)
def test_what_is_made_of_a_real_document_compiles_and_its_own_tests_pass(folder: Path, tmp_path: Path) -> None:
    module = make(document_of(folder), tmp_path)
    assert module is not None
    assert complaints(module, tests=True) == ""
