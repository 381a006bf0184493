"""Facts of the page that the project began with, each with the place where ours has it: the call that creates an action."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.support import shared
from tests.reference.support import Page

from sdksmith.pipeline import generate
from sdksmith.project import open_project


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = shared("specs", "management", "2026-06-25.json")
    root = tmp_path_factory.mktemp("seed")
    project = open_project(str(document), repository / "specs" / "sdksmith.toml", ("targets.reference.search=false",))
    generate(str(document), project.config, outputs={"reference": root})
    return root


@pytest.fixture(scope="module")
def page(site: Path) -> Page:
    return Page.read(site / "actions" / "create.html")


def said(page: Page, anchor: str) -> str:
    """Return the text of the element of an anchor."""
    (found,) = (element for element in page.root.iter() if element.attrib.get("id") == anchor)
    return " ".join("".join(found.itertext()).split())


#: Anchor -> what stands there. Those without a place are of the whole page.
FACTS = {
    "": (
        "Create an action",
        "POST /actions/actions",
        "Once an action is created, it must be deployed, and then bound to a trigger",
        "client.actions.create(",
        "curl --request POST",
        "Authorization: Bearer <token>",
        "create:actions",
        "application/json",
    ),
    "body.name": ("string", "required", "The name of an action."),
    "body.supported_triggers": ("array of ActionTrigger", "required", "At least 1 item.", "Show child attributes"),
    "body.supported_triggers.id": ("string", "required", "An actions extensibility point."),
    "body.code": ("string", "The source code of the action."),
    "body.dependencies": ("array of", "The list of third party npm modules"),
    "body.dependencies.name": ("string", "name of the npm module"),
    "body.runtime": ("string", "The Node runtime."),
    "body.secrets": ("array of", "The list of secrets"),
    "body.secrets.value": ("string", "value"),
    "body.deploy": ("boolean", "True if the action should be deployed after creation."),
    "response-201.id": ("string", "The unique ID of the action."),
    "response-201.status": ('"pending", "building", "packaged", "built", "retrying", "failed"',),
    "response-201.created_at": ("string, date-time",),
    "response-201.all_changes_deployed": ("boolean",),
    "response-201.deployed_version": ("Show child attributes",),
    "response-201.deployed_version.action.id": ("string",),
    "response-201.integration": ("Show child attributes",),
}


@pytest.mark.parametrize("anchor", FACTS)
def test_each_fact_has_its_place(page: Page, anchor: str) -> None:
    text = said(page, anchor) if anchor else page.text
    for fact in FACTS[anchor]:
        assert fact in text, f"{fact!r} in {text[:400]!r}"


@pytest.mark.parametrize("status", ["201", "400", "401", "403", "429"])
def test_each_status_has_its_place(page: Page, status: str) -> None:
    assert said(page, f"response-{status}") == status


def names(value: Any, inside: str) -> Iterator[str]:
    """Yield the path of every attribute of an answer."""
    if isinstance(value, list):
        for each in value:
            yield from names(each, inside)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield f"{inside}.{name}"
            yield from names(each, f"{inside}.{name}")


def test_each_attribute_of_the_documented_answer_has_its_place(page: Page) -> None:
    answer = json.loads(shared("specs", "create-action.response.json").read_text(encoding="utf-8"))
    wanted = set(names(answer, "response-201"))
    assert len(wanted) > 40
    assert sorted(wanted - set(page.anchors)) == []


def test_the_index_for_programs_is_led_to(site: Path, page: Page) -> None:
    (link,) = (each for each in page.all("a") if each.attrib["href"] == "../llms.txt")
    assert link.text == "llms.txt"
    assert "(actions/create.md): POST /actions/actions" in (site / "llms.txt").read_text(encoding="utf-8")
