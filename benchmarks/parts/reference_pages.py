"""Pages of the reference in a browser, beside Swagger UI: sizes, time until an operation is on the screen, memory, search."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from benchmarks.bench import Bench, CannotMeasure
from benchmarks.environments import Missing
from benchmarks.figures import Samples, duration, memory, percent
from benchmarks.parts.reference_generation import make, site
from benchmarks.results import Section, Table, Verdict

_KILOBYTE = 1000
_PAGE = "actions/create.html"
#: Swagger UI as its own page sets it up, on the operation of our page.
_SWAGGER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title><link rel="stylesheet" href="swagger-ui.css"></head>
<body><div id="ui"></div><script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "openapi.json", dom_id: "#ui", deepLinking: true, docExpansion: "none"});</script></body></html>
"""
_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@dataclass(frozen=True)
class Seen:
    """An operation on the screen.

    Attributes
    ----------
    seconds
        From the beginning of the navigation, with nothing kept from before.
    mebibytes
        Heap of the page's program, after collecting what it no longer uses.
    """

    seconds: float
    mebibytes: float
    nodes: int


def measure(bench: Bench) -> Section:
    """Open our page and theirs in turn, each in a profile of its own."""
    program = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    if program is None:
        raise CannotMeasure("there is no Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise CannotMeasure("needs playwright") from None
    bench.folder.mkdir(parents=True, exist_ok=True)
    bench.tell("making the site")
    make(bench, "reference")
    _put_swagger(bench, bench.output("reference", "swagger"))
    bench.tell("opening pages")
    seen: dict[str, list[Seen]] = {"sdksmith": [], "Swagger UI": []}
    searches: list[tuple[float, int]] = []
    with _served(bench.output("reference")) as url, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=_FLAGS)
        for _ in range(bench.quick_rounds):
            seen["sdksmith"].append(_open(browser, f"{url}/reference/{_PAGE}", "article.operation h1"))
            seen["Swagger UI"].append(
                _open(browser, f"{url}/swagger/index.html#/actions/post_action", ".opblock.is-open .opblock-body")
            )
            searches.append(_search(browser, f"{url}/reference/{_PAGE}"))
        browser.close()
    return Section("Reference: pages", [_table(seen)], [*_sizes(site(bench)), *_verdicts(seen, searches)])


def _put_swagger(bench: Bench, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("swagger-ui", "swagger-ui-style"):
        file = bench.environments.npm_file(name)
        if isinstance(file, Missing):
            raise CannotMeasure(f"Swagger UI: {file.why}")
        shutil.copyfile(file, folder / ("swagger-ui.css" if file.suffix == ".css" else "swagger-ui-bundle.js"))
    shutil.copyfile(bench.management.file, folder / "openapi.json")
    (folder / "index.html").write_text(_SWAGGER, encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is overridden
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _open(browser: Any, url: str, selector: str) -> Seen:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(url, wait_until="commit")
    page.locator(selector).first.wait_for()
    milliseconds = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    nodes = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return Seen(milliseconds / 1000, metrics["JSHeapUsedSize"] / 1024 / 1024, nodes)


def _search(browser: Any, url: str) -> tuple[float, int]:
    """Return the seconds from the last letter to the first result, and the bytes that were loaded for the search."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(int(response.headers.get("content-length", "0"))))
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.evaluate("""() => {
      document.querySelector(".finder input").addEventListener("input", () => { window.typed = performance.now(); });
      new MutationObserver(() => { window.found = performance.now(); })
        .observe(document.querySelector(".finder ol"), {childList: true});
    }""")
    page.keyboard.type("supported_triggers", delay=40)
    page.locator(".finder li").first.wait_for()
    # A function that the page itself waits with would be text that becomes a program, which its policy refuses.
    while not page.evaluate("window.found > window.typed"):
        page.wait_for_timeout(5)
    seconds = page.evaluate("window.found - window.typed") / 1000
    context.close()
    return seconds, sum(loaded)


def _table(seen: dict[str, list[Seen]]) -> Table:
    rows = [
        [
            name,
            duration((seconds := Samples(tuple(each.seconds for each in found))).median),
            percent(seconds.spread),
            memory(Samples(tuple(each.mebibytes for each in found)).median),
            f"{found[-1].nodes:,}",
        ]
        for name, found in seen.items()
    ]
    return Table("create-action on the screen, with nothing cached", ("", "time", "spread", "heap", "nodes"), rows)


def _sizes(folder: Path) -> Iterator[Verdict]:
    page = (folder / _PAGE).read_bytes()
    assets = sum((folder / "assets" / name).stat().st_size for name in ("style.css", "script.js"))
    largest = max(folder.rglob("*.html"), key=lambda file: file.stat().st_size)
    packed = len(gzip.compress(page, mtime=0))
    for what, size, limit, note in (
        ("reference, create-action page", len(page), 150, ""),
        ("reference, create-action page, gzip", packed, 25, ""),
        ("reference, style and script", assets, 40, ""),
        ("reference, largest page", largest.stat().st_size, 600, str(largest.relative_to(folder))),
    ):
        yield Verdict(what, f"{size / _KILOBYTE:.1f} KB", "", "", size / _KILOBYTE, "<=", limit, "KB", note)


def _verdicts(seen: dict[str, list[Seen]], searches: list[tuple[float, int]]) -> Iterator[Verdict]:
    ours, theirs = (Samples(tuple(each.seconds for each in seen[name])).median for name in seen)
    yield Verdict(
        "reference, operation on the screen", duration(ours), "Swagger UI", duration(theirs), ours / theirs, "<=", 0.1
    )
    held, beside = (Samples(tuple(each.mebibytes for each in seen[name])).median for name in seen)
    yield Verdict("reference, heap", memory(held), "Swagger UI", memory(beside), held / beside, "<=", 0.1)
    nodes = seen["sdksmith"][-1].nodes
    yield Verdict("reference, nodes of the create-action page", f"{nodes:,}", "", "", nodes, "<=", 5000, "nodes")
    found = Samples(tuple(seconds for seconds, _ in searches)).median * 1000
    yield Verdict("reference, first result of a search", f"{found:.0f} ms", "", "", found, "<=", 150, "ms")
    loaded = max(size for _, size in searches) / _KILOBYTE
    yield Verdict("reference, loaded for one search", f"{loaded:.1f} KB", "", "", loaded, "<=", 300, "KB")
