"""What every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# No test may find what another run left, nor leave anything in the user's cache folder. Nothing can be put below a
# file; the tests of the cache name a folder of their own.
os.environ["SDKSMITH_CACHE_DIR"] = os.devnull

# How long it takes to make up an example, or to try it, is a matter of the machine.
settings.register_profile("sdksmith", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sdksmith")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="write what is generated over the golden files (make golden)"
    )


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def rewrite_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--rewrite-goldens"))


@pytest.fixture
def golden(rewrite_goldens: bool) -> Callable[[Path, Mapping[str, str]], None]:
    """Compare a tree (path -> text) with the golden folder of it, or rewrite that folder.

    Usage: ``golden(GOLDENS / "paging", tree)``. A file too many, on either side, is a difference.
    """

    def compare(folder: Path, tree: Mapping[str, str]) -> None:
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        files = {path: file for path, file in files.items() if "__pycache__" not in path}
        if rewrite_goldens:
            for path in files.keys() - tree.keys():
                files[path].unlink()
            for path, text in tree.items():
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode("utf-8"))
            return
        assert sorted(files) == sorted(tree), "the golden folder has other files: see `make golden`"
        for path, file in sorted(files.items()):
            assert tree[path] == file.read_bytes().decode("utf-8"), f"{path} differs: see `make golden`"

    return compare
