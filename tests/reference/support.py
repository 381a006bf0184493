"""Sites made of documents, read as a browser would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from sdksmith.config import to_config
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of


def make_site(document: Path, folder: Path, **options: Any) -> Path:
    """Generate a site, with the samples of both libraries, and without search unless that is asked for."""
    targets = {"python": {"package": "shop"}, "go": {"package": "shop"}, "reference": {"search": False, **options}}
    generate(str(document), to_config({"targets": targets}, options_of), outputs={"reference": folder})
    return folder


@dataclass(frozen=True)
class Page:
    """A page, and what html5lib makes of it; it raises for what is no valid HTML."""

    path: Path
    root: Element

    @classmethod
    def read(cls, path: Path) -> Page:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        return cls(path, parser.parse(path.read_text(encoding="utf-8")))

    def all(self, tag: str) -> Iterator[Element]:
        return self.root.iter(tag)

    @property
    def anchors(self) -> list[str]:
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]

    @property
    def text(self) -> str:
        return " ".join("".join(self.root.itertext()).split())


def pages(site: Path) -> dict[Path, Page]:
    """Return every page of a site."""
    return {path: Page.read(path) for path in sorted(site.rglob("*.html"))}


def broken_links(site: Iterable[Page]) -> list[str]:
    """Return the links that lead nowhere: to a page that is not there, or a place that a page does not have.

    A page is not kept when its links are known: a large site has thousands.
    """
    anchors: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for page in site:
        anchors[page.path.resolve()] = set(page.anchors)
        # A link that would have been a program has lost its address.
        links += [(page.path, link.attrib["href"]) for link in page.all("a") if "href" in link.attrib]
    found: list[str] = []
    for path, link in dict.fromkeys(links):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
        there = target in anchors or (target.is_file() and not parts.fragment)
        if not there or (parts.fragment and unquote(parts.fragment) not in anchors[target]):
            found.append(f"{path}: {link}")
    return found


def programs_in(page: Page) -> list[str]:
    """Return what a browser would run, or would do for a text of the document."""
    found = [
        f"{name}={value}"
        for element in page.root.iter()
        for name, value in element.attrib.items()
        if name.startswith("on")
    ]
    for element in page.root.iter():
        if element.tag in ("style", "iframe", "object", "embed", "form", "img", "svg", "base"):
            found.append(str(element.tag))
        if "style" in element.attrib or "srcdoc" in element.attrib:
            found.append("style")
        address = element.attrib.get("href", element.attrib.get("src", ""))
        if urlsplit(address.strip()).scheme.lower() not in ("", "http", "https", "mailto"):
            found.append(address)
    scripts = list(page.all("script"))
    if [script.attrib["src"].rpartition("/")[2] for script in scripts] != ["script.js"] or any(
        script.text for script in scripts
    ):
        found.append("script")
    return found
