"""The site in a real browser: what the script adds, what holds without it, and that no policy is broken."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.functional.support import Spec
from tests.reference.support import make_site
from tests.reference.test_documents import HOSTILE_TEXTS, TREES, site_of

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs Chromium: install the package chromium")

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")

#: Without these the browser asks hosts of its maker for updates.
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
#: A page of each kind.
KINDS = {
    "start": "index.html",
    "group": "actions/index.html",
    "operation": "actions/create.html",
    "paging": "clients/list.html",
    "streaming": "events/subscribe.html",
    "union": "event_streams/create.html",
    "type": "types/EventStreamCloudEventGroupCreatedCloudEvent.html",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(repository: Path) -> Iterator[str]:
    server = serve(repository / "generated" / "reference")
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Visit:
    """A page, with what its console says and whom it asks."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.console: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def shown(self, anchor: str) -> bool:
        """Whether the element of an anchor can be seen."""
        return bool(self.page.locator(f'[id="{anchor}"]').is_visible())


Opens = Callable[..., Visit]


@pytest.fixture
def opened(browser: Any, site: str) -> Iterator[Opens]:
    contexts: list[Any] = []

    def open_page(address: str, **options: Any) -> Visit:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        visit = Visit(contexts[-1].new_page())
        visit.page.goto(address if "://" in address else f"{site}/{address}")
        return visit

    yield open_page
    for context in contexts:
        context.close()


def first_type(repository: Path) -> str:
    return min(path.name for path in (repository / "generated" / "reference" / "types").glob("*.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_barrier_breaks_a_policy_or_asks_another_host(
    opened: Opens, site: str, kind: str, scheme: str, repository: Path
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe
    address = f"types/{first_type(repository)}" if kind == "type" else KINDS[kind]
    # The checker is put into the page, which the policy of the page forbids to everybody else.
    visit = opened(address, color_scheme=scheme, bypass_csp=True)
    visit.page.evaluate("document.querySelectorAll('details:not([name])').forEach(each => { each.open = true })")
    results = axe().run(visit.page)
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in results.response["violations"]] == []

    strict = opened(address, color_scheme=scheme)
    assert strict.console == []
    assert strict.hosts == {urlsplit(site).netloc}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_of_all_kinds_have_no_barrier(opened: Opens, tmp_path: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    server = serve(site_of(TREES, tmp_path, logo=str(tmp_path / "logo.svg")))
    try:
        visit = opened(f"http://127.0.0.1:{server.server_port}/roots/get.html", color_scheme=scheme, bypass_csp=True)
        visit.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert axe().run(visit.page).response["violations"] == []
        assert visit.page.locator(".logo").evaluate("each => each.complete")
    finally:
        server.shutdown()


def test_a_deep_link_opens_all_that_it_lies_in(opened: Opens) -> None:
    anchor = "response-201.deployed_version.action.id"
    assert not opened("actions/create.html").shown(anchor)
    visit = opened(f"actions/create.html#{anchor}")
    assert visit.shown(anchor)
    visit.page.evaluate("location.hash = 'body.supported_triggers.id'")
    visit.page.locator('[id="body.supported_triggers.id"]').wait_for(state="visible")


def test_the_chosen_language_is_remembered_and_shown_on_every_page(opened: Opens, site: str) -> None:
    page = opened("actions/create.html").page
    tabs = page.get_by_role("tab")
    assert tabs.all_inner_texts() == ["cURL", "Python", "Go"]
    assert page.locator(".sample:visible").count() == 1
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", selected=True).inner_text() == "Python"
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.textContent") == "Go"
    page.goto(f"{site}/clients/list.html")
    assert page.get_by_role("tab", selected=True).inner_text() == "Go"
    page.goto(f"{site}/index.html")
    assert page.get_by_role("tab", selected=True).all_inner_texts() == ["Go", "Go"]


def test_all_of_a_tree_opens_and_closes_and_can_be_filtered(opened: Opens) -> None:
    visit = opened("actions/create.html")
    tree = visit.page.locator('.tree:has([id="response-201.id"])')
    tree.get_by_role("button", name="Expand all").click()
    assert visit.shown("response-201.deployed_version.action.id")
    tree.get_by_role("button", name="Collapse all").click()
    assert not visit.shown("response-201.deployed_version.action.id")
    tree.get_by_role("searchbox").fill("built_at")
    assert visit.shown("response-201.built_at")
    assert visit.shown("response-201.deployed_version.built_at")
    assert not visit.shown("response-201.name")
    tree.get_by_role("searchbox").fill("")
    assert visit.shown("response-201.name")


def test_variants_are_opened_one_at_a_time(opened: Opens) -> None:
    page = opened("event_streams/create.html").page
    variants = page.locator('.tree details[name="body"]')
    variants.nth(0).locator("summary").first.click()
    variants.nth(1).locator("summary").first.click()
    assert [variants.nth(index).evaluate("each => each.open") for index in range(2)] == [False, True]


def test_what_is_copied_is_what_is_shown(opened: Opens) -> None:
    page = opened("actions/create.html", permissions=["clipboard-read", "clipboard-write"]).page
    page.locator(".sample:visible .copy").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("curl --request POST")
    page.locator(".route .copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == "/actions/actions"


def test_the_theme_follows_the_reader_and_the_switch(opened: Opens, site: str) -> None:
    def background(page: Any) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = opened("index.html").page, opened("index.html", color_scheme="dark").page
    assert background(light) != background(dark)
    before = background(light)
    light.get_by_role("button", name="Theme").click()
    assert background(light) == background(dark)
    light.goto(f"{site}/actions/create.html")
    assert background(light) == background(dark) != before


def test_everything_is_there_without_a_script(opened: Opens) -> None:
    visit = opened("actions/create.html", java_script_enabled=False)
    assert visit.page.locator(".sample:visible").count() == 3
    assert visit.page.locator("button:visible").count() == 0
    assert not visit.shown("body.supported_triggers.id")
    visit.page.get_by_text("Show child attributes").first.click()
    assert visit.shown("body.supported_triggers.id")


def test_everything_is_open_in_print(opened: Opens) -> None:
    visit = opened("actions/create.html")
    visit.page.emulate_media(media="print")
    assert visit.shown("response-201.deployed_version.action.id")
    assert visit.page.locator(".sample:visible").count() == 3
    assert visit.page.locator(".menu:visible, button:visible, input:visible").count() == 0
    # No sample is cut where it would be scrolled on a screen.
    cut = (
        "Array.from(document.querySelectorAll('pre')).filter(each => each.scrollHeight > each.clientHeight + 1).length"
    )
    assert visit.page.evaluate(cut) == 0


@pytest.mark.parametrize("kind", ["start", "group", "operation", "union"])
def test_a_narrow_screen_is_not_scrolled_sideways(opened: Opens, kind: str) -> None:
    page = opened(KINDS[kind], viewport={"width": 320, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not page.locator(".menu ul").first.is_visible()
    page.locator(".menu summary").click()
    assert page.locator(".menu ul").first.is_visible()


def test_the_keyboard_reaches_the_content_first_and_opens_attributes(opened: Opens) -> None:
    page = opened("actions/create.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.locator(".attribute summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator('[id="body.supported_triggers.id"]').is_visible()


def test_a_page_from_the_disk_works_as_well(opened: Opens, repository: Path) -> None:
    visit = opened((repository / "generated" / "reference" / "actions" / "create.html").as_uri())
    assert visit.page.get_by_role("tab").count() == 3
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.tab')).borderRadius") == "0px"
    assert visit.console == []


def test_texts_of_a_malicious_document_run_nothing(opened: Opens, tmp_path: Path) -> None:
    server = serve(site_of(HOSTILE_TEXTS, tmp_path))
    try:
        host = f"127.0.0.1:{server.server_port}"
        visit = opened(f"http://{host}/index.html")
        visit.page.on("dialog", lambda dialog: visit.console.append(dialog.message))
        for address in ("index.html", "a/index.html", "a/make.html", "types/Self.html"):
            visit.page.goto(f"http://{host}/{address}")
            visit.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert visit.console == []
        assert visit.hosts == {host}
    finally:
        server.shutdown()


BODIES = Spec("""
schemas:
  Small: {type: object, properties: {a: {type: string}}}
  Large: {type: object, properties: {b: {type: string}}}
paths:
  /a:
    post:
      operationId: make
      tags: [a]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Small"}}, application/merge-patch+json: {schema: {$ref: "#/components/schemas/Large"}}}}
      responses: {"200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Small"}}, text/csv: {schema: {type: string}}}}}
""")


def test_content_types_are_switched_and_a_link_chooses_the_right_one(opened: Opens, tmp_path: Path) -> None:
    server = serve(site_of(BODIES, tmp_path))
    try:
        visit = opened(f"http://127.0.0.1:{server.server_port}/a/make.html")
        assert visit.shown("body.a")
        assert not visit.shown("body-2.b")
        visit.page.get_by_role("tab", name="application/merge-patch+json").click()
        assert not visit.shown("body.a")
        assert visit.shown("body-2.b")
        visit = opened(f"http://127.0.0.1:{server.server_port}/a/make.html#body-2.b")
        assert visit.shown("body-2.b")
    finally:
        server.shutdown()


@pytest.fixture(scope="module")
def searchable(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = make_site(repository / "specs" / "management-api.yaml", tmp_path_factory.mktemp("search"), search=True)
    server = serve(folder)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_search_finds_an_attribute_by_keyboard_although_it_is_misspelt(opened: Opens, searchable: str) -> None:
    visit = opened(f"{searchable}/clients/list.html")
    page = visit.page
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(int(response.headers.get("content-length", "0"))))
    page.keyboard.press("/")
    page.keyboard.type("supportd_triggers")
    page.locator(".finder li").first.wait_for()
    # What a search costs, with all of the program that makes it.
    assert sum(loaded) <= 300_000
    found = page.locator(".finder a", has_text="Begin a new action as a draft")
    assert found.locator("code").inner_text() == "body.supported_triggers"
    for _ in range(20):
        if not found.evaluate("each => each === document.activeElement"):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/create.html#*")
    assert visit.shown("body.supported_triggers")
    assert page.locator(".finder").count() == 0
    assert visit.console == []
    assert visit.hosts == {urlsplit(searchable).netloc}


def test_results_that_come_late_leave_the_keyboard_where_it_is(opened: Opens, searchable: str) -> None:
    page = opened(f"{searchable}/index.html").page
    page.keyboard.press("/")
    page.keyboard.type("supported_triggers")
    page.locator(".finder li").first.wait_for()
    page.keyboard.press("ArrowDown")
    found = page.evaluate("document.activeElement.href")
    assert "#body.supported_triggers" in found
    page.evaluate("""() => new Promise(resolve => {
          new MutationObserver(resolve).observe(document.querySelector(".finder ol"), {childList: true});
          document.querySelector(".finder input").dispatchEvent(new Event("input"));
        })""")
    assert page.evaluate("document.activeElement.href") == found


@pytest.mark.parametrize("wanted", ["Begin a new action", "/actions/actions", "supported_triggers", "packaged"])
def test_search_finds_titles_paths_attributes_and_values(opened: Opens, searchable: str, wanted: str) -> None:
    page = opened(f"{searchable}/index.html").page
    page.get_by_role("button", name="Search").click()
    page.keyboard.type(wanted)
    page.locator(".finder a", has_text="action as a draft").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator(".finder").is_visible()
    page.keyboard.press("/")
    page.keyboard.type(wanted)
    page.locator(".finder a").first.wait_for()


def test_search_says_when_there_is_nothing_and_has_no_barrier(opened: Opens, searchable: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe
    page = opened(f"{searchable}/index.html", bypass_csp=True).page
    page.keyboard.press("/")
    page.keyboard.type("supported_triggers")
    page.locator(".finder li").first.wait_for()
    assert axe().run(page).response["violations"] == []
    page.get_by_role("searchbox").fill("\u4e00\u4e8c\u4e09")
    page.get_by_text("Nothing was found.").wait_for()
    assert page.locator(".finder li").count() == 0
    page.get_by_role("searchbox").fill("/")
    assert page.get_by_role("searchbox").input_value() == "/"


def test_a_site_without_an_index_says_so_when_it_is_searched(opened: Opens, tmp_path: Path) -> None:
    site = site_of(TREES, tmp_path, search=True)
    shutil.rmtree(site / "pagefind")
    server = serve(site)
    try:
        page = opened(f"http://127.0.0.1:{server.server_port}/index.html").page
        page.keyboard.press("/")
        page.get_by_text("there is no index, or no server").wait_for()
    finally:
        server.shutdown()


def test_texts_of_a_malicious_document_are_found_and_run_nothing(opened: Opens, tmp_path: Path) -> None:
    server = serve(site_of(HOSTILE_TEXTS, tmp_path, search=True))
    try:
        visit = opened(f"http://127.0.0.1:{server.server_port}/index.html")
        visit.page.on("dialog", lambda dialog: visit.console.append(dialog.message))
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("alert")
        visit.page.locator(".finder li").first.wait_for()
        assert visit.page.locator(".finder li img, .finder li script").count() == 0
        assert visit.console == []
    finally:
        server.shutdown()
