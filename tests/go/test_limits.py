"""What a Go module does in a simpler way than the document says is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.go.support import MODULE

from sdksmith.config import to_config
from sdksmith.pipeline import inspect
from sdksmith.targets.registry import options_of

BODY: dict[str, Any] = {
    "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {}}}}}}
}
SENT: dict[str, Any] = {"post": {**BODY, "responses": {"204": {"description": "OK"}}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "webhooks": {"made": SENT},
    "paths": {"/a": {"post": {"callbacks": {"done": {"{$url}": SENT}}, "responses": {"204": {"description": "OK"}}}}},
}


def test_requests_from_the_api_are_told_to_have_no_reader(tmp_path: Path) -> None:
    document = tmp_path / "api.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    config = to_config({"targets": {"go": {"module": MODULE, "package": "shop"}}}, options_of)

    ledger = inspect(str(document), config, targets=["go"]).ledger

    told = [entry for entry in ledger.entries if "there is no reader" in entry.reason]
    assert [(entry.pointer[0], entry.name, entry.target) for entry in told] == [
        ("webhooks", "made", "go"),
        ("paths", "done", "go"),
    ]
