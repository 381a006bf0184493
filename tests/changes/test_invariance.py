"""A document does not differ from itself, however its schemas, paths, methods and responses are ordered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.changes.rows import edited
from tests.e2e.support import shared

from sdksmith.changes import compare
from sdksmith.config import to_config
from sdksmith.diagnostics import Failure
from sdksmith.pipeline import surface
from sdksmith.targets.registry import options_of

CONFIG = to_config({"targets": {"python": {"package": "library", "client": "Client"}}}, options_of)
#: Bytes of the largest document of the corpus that is compared.
LARGEST = 1_500_000


def turned(tree: Any) -> Any:
    """Return a document whose maps without an order of their own go the other way round."""
    tree = dict(tree)
    for key, value in tree.get("components", tree).items() if isinstance(tree.get("components"), dict) else ():
        if isinstance(value, dict):
            tree["components"] = {**tree["components"], key: dict(reversed(value.items()))}
    paths: dict[str, Any] = tree.get("paths") or {}
    tree["paths"] = {
        path: (
            {
                name: (
                    {**each, "responses": dict(reversed(each["responses"].items()))}
                    if isinstance(each, dict) and isinstance(each.get("responses"), dict)
                    else each
                )
                for name, each in reversed(item.items())
            }
            if isinstance(item, dict)
            else item
        )
        for path, item in reversed(paths.items())
    }
    return tree


def differences(tree: Any, folder: Path) -> list[str]:
    """Return what is said to differ between a document and itself, turned."""
    found: list[Any] = []
    for name, each in (("old", tree), ("new", turned(tree))):
        file = folder / f"{name}.json"
        file.write_text(json.dumps(each, default=str), encoding="utf-8")
        found.append(surface(str(file), CONFIG, "python")[0])
    return [f"{change.code} {change.member}" for change in compare(*found)]


def test_the_order_of_a_small_document_is_no_change(tmp_path: Path) -> None:
    assert turned(edited())["paths"].keys() == edited()["paths"].keys()
    assert list(turned(edited())["paths"]) != list(edited()["paths"])
    assert differences(edited(), tmp_path) == []


@pytest.mark.slow
def test_the_order_of_real_documents_is_no_change(tmp_path: Path) -> None:
    wrong: dict[str, list[str]] = {}
    compared = 0
    for file in sorted(shared("corpus").rglob("*")):
        if file.suffix not in (".json", ".yaml", ".yml") or file.stat().st_size > LARGEST:
            continue
        text = file.read_text(encoding="utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        tree = json.loads(text) if file.suffix == ".json" else yaml.load(text, loader)
        if not isinstance(tree, dict) or not str(tree.get("openapi", "")).startswith("3."):
            continue
        try:
            found = differences(tree, tmp_path)
        except Failure:
            # Of several files, or refused: other tests have those.
            continue
        compared += 1
        if found:
            wrong[file.relative_to(shared("corpus")).as_posix()] = found[:5]
    assert wrong == {}
    assert compared > 15
