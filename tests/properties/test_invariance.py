"""However an API is written down, the same bytes come out: random small documents, and real ones.

Another order, the words of another version of OpenAPI, YAML, and many files. `tests/functional/test_invariance.py` does
it with documents that somebody thought of.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from tests.corpus.trial import documents as corpus
from tests.e2e.support import differing_lines, shared, tree
from tests.properties import three_zero
from tests.properties.rewriting import as_three_one, as_three_zero, shuffled, write_json, write_many, write_yaml

from sdksmith.config import Config
from sdksmith.pipeline import generate

#: The same examples in each run.
QUICK = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
MANY = settings(QUICK, max_examples=200)

#: A way to write a document -> writes it into a folder, and returns the root file.
WAYS: dict[str, Callable[[dict[str, Any], Path], Path]] = {
    "order": lambda api, folder: write_json(shuffled(api, random.Random(1)), folder),
    "version": lambda api, folder: write_json(_other_version(api), folder),
    "yaml": write_yaml,
    "files that are listed": lambda api, folder: write_many(api, folder, listed=True),
    "files that are found": lambda api, folder: write_many(api, folder, listed=False),
}

#: Real documents, relative to the shared corpus; the largest take minutes, and hold nothing that the others don't.
CORPUS = (
    "airflow", "azure-apimanagement", "blockfrost", "box", "codat-accounting", "discourse.local", "galaxy",
    "google-drive", "listennotes", "mercure.local", "ogen-sample", "openai", "openpolicy.local", "parameter-styles",
    "rudder.example.local", "sendgrid", "simple-example", "spotify", "surevoip.co.uk", "telegram.org", "unused-schemas",
    "up.com.au", "vtex-search", "xkcd", "zoom.us",
)  # fmt: skip


def _other_version(api: dict[str, Any]) -> dict[str, Any]:
    return as_three_one(api) if api["openapi"].startswith("3.0") else as_three_zero(api)


def _generated(document: Path, folder: Path) -> dict[str, bytes]:
    generate(str(document), Config(), outputs={"python": folder})
    return tree(folder)


def _differences(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    changed = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    shown = [path for path in changed if path != ".sdksmith-manifest.json"][:3]
    lines = [line for path in shown for line in (path, *differing_lines(before.get(path, b""), after.get(path, b"")))]
    return "\n".join([f"{len(changed)} files differ", *lines[:40]]) if changed else ""


def check(api: dict[str, Any], folder: Path) -> None:
    """Generate of a document written in each way, and compare."""
    before = _generated(write_json(api, folder / "as it is"), folder / "before")
    assert len(before) > 20
    for number, (way, write) in enumerate(WAYS.items()):
        after = _generated(write(api, folder / way), folder / f"after {number}")
        assert _differences(before, after) == "", way


def check_in_a_folder(api: dict[str, Any]) -> None:
    with TemporaryDirectory(prefix="sdksmith-invariance-") as folder:
        check(api, Path(folder))


@given(api=three_zero.documents())
@QUICK
def test_no_way_of_writing_a_small_document_shows(api: dict[str, Any]) -> None:
    check_in_a_folder(api)


@pytest.mark.slow
@given(api=three_zero.documents())
@MANY
def test_no_way_of_writing_many_small_documents_shows(api: dict[str, Any]) -> None:
    check_in_a_folder(api)


@pytest.mark.slow
def test_no_way_of_writing_the_management_api_shows(tmp_path: Path) -> None:
    check(json.loads(shared("specs", "management", "2026-06-25.json").read_bytes()), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPUS)
def test_no_way_of_writing_a_real_document_shows(name: str, tmp_path: Path) -> None:
    shared("corpus")
    document = corpus()[name]
    text = document.read_text(encoding="utf-8")
    # Through JSON, which has no dates and no keys that are numbers.
    read = json.loads(
        text if document.suffix == ".json" else json.dumps(yaml.load(text, yaml.CSafeLoader), default=str)
    )
    check(read, tmp_path)


def test_a_difference_is_found_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    api = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}}
    monkeypatch.setitem(WAYS, "yaml", lambda tree, folder: write_yaml({**tree, "info": {"title": "U"}}, folder))

    with pytest.raises(AssertionError, match="files differ"):
        check(api, tmp_path)
