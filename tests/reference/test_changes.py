"""Pages of what changed from one state of the document to the next."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.reference.support import Page, broken_links, pages

import sdksmith.changes
from sdksmith.cache import RunCache, Store
from sdksmith.config import Config
from sdksmith.diagnostics import Failure
from sdksmith.pipeline import generate
from sdksmith.project import open_project
from sdksmith.targets.reference.frame.addresses import version_addresses
from sdksmith.targets.reference.words.english import ENGLISH


def document(version: str, **properties: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {name: {"type": kind} for name, kind in properties.items()}}
    response = {"description": "Here.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": version},
        "components": {"schemas": {"A": schema}},
        "paths": {"/a": {"get": {"operationId": "get", "tags": ["a"], "responses": {"200": response}}}},
    }


STATES = {
    "1.0": document("1.0", size="integer"),
    "1.1": document("1.1", size="integer", name="string"),
    "2.0": document("2.0", size="string", name="string"),
}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    for version, state in STATES.items():
        (tmp_path / f"{version}.json").write_text(json.dumps(state), encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(
        """
[targets.python]
package = "shop"
[targets.reference]
search = false
[[targets.reference.older]]
version = "1.1 <b>"
spec = "1.1.json"
[[targets.reference.older]]
version = "1.0"
spec = "1.0.json"
""",
        encoding="utf-8",
    )
    return open_project(str(tmp_path / "2.0.json"), tmp_path / "sdksmith.toml", ()).config


def test_each_state_has_a_page_of_what_changed_since_the_one_before(tmp_path: Path, config: Config) -> None:
    root = tmp_path / "site"
    generate(str(tmp_path / "2.0.json"), config, outputs={"reference": root})
    site = pages(root)
    assert broken_links(site.values()) == []
    newest = Page.read(root / "changes" / "2.0.html")
    assert "Changes from 1.1 <b> to 2.0" in newest.text
    assert "Breaking type changed types int → str A.size" in newest.text
    older = Page.read(root / "changes" / "1.1--b-.html")
    assert "Added field added" in older.text
    assert "A.name" in older.text
    assert "A.size" not in older.text
    start = site[root / "index.html"]
    assert "Changes from 1.1 <b> to 2.0 Code may have to be changed" in start.text
    twin = (root / "changes" / "2.0.md").read_text(encoding="utf-8")
    assert "- type changed (types): `A.size`: `int` becomes `str`" in twin
    assert "- **types**: type checkers refuse code that they passed" in twin
    assert "(changes/2.0.md)" in (root / "llms.txt").read_text(encoding="utf-8")


def test_what_changed_is_said_in_the_language_of_the_site(tmp_path: Path, config: Config) -> None:
    options = replace(config.targets["reference"], language="fr")
    french = replace(config, targets={**config.targets, "reference": options})
    generate(str(tmp_path / "2.0.json"), french, outputs={"reference": tmp_path / "site"})
    text = Page.read(tmp_path / "site" / "changes" / "2.0.html").text
    assert "type modifié types int → str A.size" in text
    assert "type changed" not in text


def test_each_change_that_is_found_has_words() -> None:
    """Codes stand in the modules that compare, each as a text of its own."""
    root = Path(sdksmith.changes.__file__).parent
    sources = "".join(file.read_text(encoding="utf-8") for file in root.rglob("*.py"))
    codes = set(
        re.findall(r'"([a-z]+(?:-[a-z]+)*-(?:added|removed|changed|renamed|moved|raised|optional|required))"', sources)
    )
    assert len(codes) > 40
    # These two are the ends of codes.
    codes -= {"became-optional", "became-required"}
    assert {code for code in codes if f"change_{code}" not in ENGLISH} == set()


def test_a_state_that_can_not_be_read_is_said_with_its_name(tmp_path: Path, config: Config) -> None:
    (tmp_path / "1.0.json").unlink()
    with pytest.raises(Failure) as failure:
        generate(str(tmp_path / "2.0.json"), config, outputs={"reference": tmp_path / "site"})
    (found,) = failure.value.diagnostics
    assert found.location is not None
    assert found.location.file.endswith("1.0.json")
    assert not (tmp_path / "site").exists()


def test_a_run_is_not_taken_from_the_cache_when_an_older_state_is_another(tmp_path: Path, config: Config) -> None:
    cache = RunCache(Store(tmp_path / "cache"), lambda: "program")
    source, root = str(tmp_path / "2.0.json"), tmp_path / "site"
    generate(source, config, outputs={"reference": root}, cache=cache)
    assert generate(source, config, outputs={"reference": root}, cache=cache).reused
    (tmp_path / "1.0.json").write_text(json.dumps(document("1.0")), encoding="utf-8")
    assert not generate(source, config, outputs={"reference": root}, cache=cache).reused
    # Without properties the type was a dict.
    assert "dict[str, Any] → A client.a.get" in Page.read(root / "changes" / "1.1--b-.html").text


def test_states_of_one_name_have_pages_of_their_own() -> None:
    found = version_addresses(["2.0", "2.0", "..", ""])
    assert found[::2] == ["changes/2.0", "changes/version"]
    assert len(set(found)) == 4


def test_a_run_is_not_taken_from_the_cache_when_what_an_older_state_refers_to_is_another(
    tmp_path: Path, config: Config
) -> None:
    older = document("1.0")
    older["components"]["schemas"]["A"] = {"$ref": "parts.json"}
    (tmp_path / "1.0.json").write_text(json.dumps(older), encoding="utf-8")
    parts = tmp_path / "parts.json"
    parts.write_text(json.dumps({"type": "object", "properties": {"size": {"type": "integer"}}}), encoding="utf-8")
    cache = RunCache(Store(tmp_path / "cache"), lambda: "program")
    source, root = str(tmp_path / "2.0.json"), tmp_path / "site"
    first = generate(source, config, outputs={"reference": root}, cache=cache)
    again = generate(source, config, outputs={"reference": root}, cache=cache)
    assert (first.reused, again.reused) == (False, True)
    for outcome in (first, again):
        # Who watches the files of a run has to know of them all.
        assert {Path(path).name for path in outcome.sources} == {"2.0.json", "1.1.json", "1.0.json", "parts.json"}
    parts.write_text(json.dumps({"type": "object", "properties": {"weight": {"type": "integer"}}}), encoding="utf-8")
    assert not generate(source, config, outputs={"reference": root}, cache=cache).reused
    assert "A.weight" in Page.read(root / "changes" / "1.1--b-.html").text
