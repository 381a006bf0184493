"""The committed site: valid pages, whole trees, links that lead somewhere, and the same facts for readers of Markdown."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from openapi_spec_validator import validate
from tests.reference.support import Page, broken_links, pages, programs_in


@pytest.fixture(scope="module")
def root(repository: Path) -> Path:
    return repository / "generated" / "reference"


@pytest.fixture(scope="module")
def site(root: Path) -> dict[Path, Page]:
    return pages(root)


def test_every_page_is_valid_and_no_anchor_stands_twice(site: dict[Path, Page]) -> None:
    assert len(site) > 90
    for page in site.values():
        assert [anchor for anchor, times in Counter(page.anchors).items() if times > 1] == [], page.path


def test_every_link_leads_somewhere(site: dict[Path, Page]) -> None:
    assert broken_links(site.values()) == []


def test_nothing_on_a_page_is_a_program_but_the_one_script(site: dict[Path, Page]) -> None:
    for page in site.values():
        assert programs_in(page) == [], page.path
        (policy,) = (each for each in page.all("meta") if each.attrib.get("http-equiv") == "Content-Security-Policy")
        assert policy.attrib["content"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")


def test_each_page_has_a_twin_with_the_same_attributes(site: dict[Path, Page]) -> None:
    for path, page in site.items():
        twin = path.with_suffix(".md").read_text(encoding="utf-8")
        shown = Counter(each.text for each in page.all("a") if each.attrib.get("class") == "name")
        # Parameters, properties, and those of variants: each is an item of a list that begins with its name.
        named = Counter(re.findall(r"^ *- `+ ?(.+?) ?`+ \(", twin, re.MULTILINE))
        assert {name: shown[name] for name in shown} == {name: named[name] for name in shown}, path


def test_the_first_page_says_what_a_newcomer_needs(root: Path, site: dict[Path, Page]) -> None:
    text = site[root / "index.html"].text
    for fact in (
        "pip install auth0-management-sdk",
        "go get github.com/auth0/go-auth0/management",
        "bearerAuth",
        "NotFoundError",
    ):
        assert fact in text


def test_the_page_of_the_seed_has_its_facts(root: Path, site: dict[Path, Page]) -> None:
    page = site[root / "actions" / "create.html"]
    text = page.text
    for fact in (
        "POST", "/actions/actions", "bearer token", "deployed and bound to a trigger", "Authorization: Bearer <token>", "create:actions",
        "supported_triggers", "array of ActionTrigger", "required", "Show child attributes", "201", "400", "application/json",
        '"pending"', '"building"', '"packaged"', '"built"', '"retrying"', '"failed"', "llms.txt",
    ):  # fmt: skip
        assert fact in text, fact
    anchors = set(page.anchors)
    assert {"body.supported_triggers.id", "response-201.deployed_version.action.id"} <= anchors
    languages = [
        section.attrib["aria-label"] for section in page.all("section") if section.attrib.get("class") == "sample"
    ]
    assert languages == ["cURL", "Python", "Go"]


def test_pages_are_small(root: Path, site: dict[Path, Page]) -> None:
    content = (root / "actions" / "create.html").read_bytes()
    assert len(content) <= 150_000
    assert len(gzip.compress(content)) <= 25_000
    assert max(path.stat().st_size for path in site) <= 600_000
    assert sum((root / "assets" / name).stat().st_size for name in ("style.css", "script.js")) <= 40_000


def test_the_index_for_programs_names_every_operation(root: Path) -> None:
    text = (root / "llms.txt").read_text(encoding="utf-8")
    addresses = re.findall(r"\]\(([^)]+)\): ", text)
    assert len(addresses) == 64
    assert [address for address in addresses if not (root / address).is_file()] == []


def test_the_document_stands_beside_the_pages_and_is_valid(root: Path) -> None:
    document = json.loads((root / "openapi.json").read_text(encoding="utf-8"))
    validate(document)
    assert len(document["paths"]) > 40
