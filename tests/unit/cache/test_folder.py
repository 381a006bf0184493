"""Where the cache is."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from sdksmith.cache import cache_folder


def test_the_variable_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert cache_folder({"SDKSMITH_CACHE_DIR": str(tmp_path / "here")}) == tmp_path / "here"
    assert cache_folder({"SDKSMITH_CACHE_DIR": "here"}) == tmp_path / "here"


def test_it_is_the_users_cache_folder_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name, appauthor: str(tmp_path / name))

    assert cache_folder({}) == tmp_path / "sdksmith"
    assert cache_folder({"SDKSMITH_CACHE_DIR": ""}) == tmp_path / "sdksmith"


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: "~/.cache/sdksmith")

    assert cache_folder({}) is None
