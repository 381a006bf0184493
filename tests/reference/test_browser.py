"""The site in a real browser: what the script adds, and that no policy is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium: install the package chromium")

#: Without these it asks hosts of its maker for updates.
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=5000"
).split()


class Quiet(SimpleHTTPRequestHandler):
    asked: list[str]

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(repository: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(repository / "generated" / "reference"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def shown(url: str, folder: Path, *flags: str) -> tuple[str, str]:
    """Return the page as the browser has it after its script has run, and what it says on its console."""
    assert BROWSER is not None
    command = [BROWSER, *FLAGS, "--enable-logging=stderr", f"--user-data-dir={folder}", *flags, "--dump-dom", url]
    process = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    console = [line for line in process.stderr.splitlines() if "CONSOLE" in line]
    return process.stdout, "\n".join(console)


def details_around(page: str, anchor: str) -> list[str]:
    """Return the opening tags of the details that an element lies in."""
    before = page[: page.index(f'id="{anchor}"')]
    stack: list[str] = []
    for tag in re.findall(r"<details[^>]*>|</details>", before):
        if tag == "</details>":
            stack.pop()
        else:
            stack.append(tag)
    return stack


def test_a_deep_link_opens_all_that_it_lies_in(site: str, tmp_path: Path) -> None:
    page, console = shown(f"{site}/actions/create.html#response-201.deployed_version.action.id", tmp_path)
    around = details_around(page, "response-201.deployed_version.action.id")
    assert len(around) >= 2
    assert all(" open" in tag for tag in around)
    assert console == ""


def test_samples_are_tabs_and_trees_have_tools(site: str, tmp_path: Path) -> None:
    page, console = shown(f"{site}/actions/create.html", tmp_path)
    assert re.findall(r'role="tab"[^>]*>([^<]+)<', page) == ["cURL", "Python", "Go"]
    assert page.count('role="tabpanel"') == 3
    assert len(re.findall(r'role="tabpanel"[^>]* hidden=""|hidden=""[^>]* role="tabpanel"', page)) == 2
    assert "Expand all" in page
    assert "Filter attributes" in page
    assert console == ""


@pytest.mark.parametrize(
    "address", ["index.html", "actions/index.html", "types/index.html", "event_streams/create.html", "llms.txt"]
)
def test_no_page_breaks_its_policy(site: str, tmp_path: Path, address: str) -> None:
    _, console = shown(f"{site}/{address}", tmp_path)
    assert "Content Security Policy" not in console


def test_a_page_from_the_disk_works_as_well(repository: Path, tmp_path: Path) -> None:
    page, console = shown((repository / "generated" / "reference" / "actions" / "create.html").as_uri(), tmp_path)
    assert page.count('role="tab"') == 3
    assert "Content Security Policy" not in console
