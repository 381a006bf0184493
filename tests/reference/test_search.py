"""Search of a site: the index that Pagefind makes, and what is said where there is none."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from tests.reference.test_documents import TREES, site_of

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.pipeline import generate
from sdksmith.targets.reference import search
from sdksmith.targets.reference.options import ReferenceOptions


def test_an_index_is_made_beside_the_pages_and_stays_out_of_what_is_committed(tmp_path: Path) -> None:
    site = site_of(TREES, tmp_path, search=True)
    index = site / "pagefind"
    assert (index / "pagefind.js").is_file()
    assert list((index / "fragment").iterdir())
    assert (index / ".gitignore").read_text(encoding="utf-8") == "*\n"
    # Nothing of Pagefind's own user interfaces, which no page loads.
    assert not list(index.glob("*ui*"))
    assert not list(site.glob(".pagefind-*"))
    assert "pagefind/" not in (site / ".sdksmith-manifest.json").read_text(encoding="utf-8")


def test_an_index_is_made_again_only_for_other_pages(tmp_path: Path) -> None:
    site = site_of(TREES, tmp_path, search=True)
    (site / "pagefind" / "pagefind.js").write_text("kept", encoding="utf-8")
    site_of(TREES, tmp_path, search=True)
    assert (site / "pagefind" / "pagefind.js").read_text(encoding="utf-8") == "kept"
    site_of(TREES, tmp_path, search=True, title="Another")
    assert (site / "pagefind" / "pagefind.js").read_text(encoding="utf-8") != "kept"


def test_pages_without_search_have_no_button_and_no_index(tmp_path: Path) -> None:
    site = site_of(TREES, tmp_path, search=False)
    assert not (site / "pagefind").exists()
    assert 'class="search"' not in (site / "index.html").read_text(encoding="utf-8")


def test_it_is_said_where_pagefind_is_missing_and_an_old_index_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(TREES, tmp_path, search=True)

    def missing(name: str) -> ModuleSpec | None:
        return None if name == "pagefind" else importlib.util.find_spec(name)

    monkeypatch.setattr(search, "find_spec", missing)
    config = Config(targets={"reference": ReferenceOptions(title="Another")})
    outcome = generate(str(tmp_path / "api.json"), config, outputs={"reference": site})
    (warning,) = (each for each in outcome.diagnostics if each.code == "search-index")
    assert "sdksmith[reference]" in warning.hint
    assert not (site / "pagefind").exists()
    # Nothing is said, and nothing removed, when a site is only compared.
    checked = generate(str(tmp_path / "api.json"), config, outputs={"reference": site}, check=True)
    assert [each for each in checked.diagnostics if each.code == "search-index"] == []


def test_what_pagefind_complains_of_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(TREES, tmp_path, search=False)
    monkeypatch.setattr("sys.executable", "/bin/false")
    diagnostics = Diagnostics()
    search.make_index(site, "digest", diagnostics)
    (warning,) = diagnostics
    assert "ended with 1" in warning.message
    assert not (site / "pagefind").exists()
