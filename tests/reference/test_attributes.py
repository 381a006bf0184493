"""Attributes of pages held against the model: each stands once in its place, or on the page of the type that is linked there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
from tests.corpus.trial import documents
from tests.functional.support import Spec
from tests.reference.support import Page, broken_links, make_site
from tests.reference.test_documents import TREES, site_of

from sdksmith.config import Config, load_config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.model import (
    Alias,
    Any_,
    Api,
    Array,
    Ledger,
    Map,
    MediaType,
    Nullable,
    Object,
    Operation,
    Reference,
    Type,
    Union_,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import assign_names
from sdksmith.parser import parse
from sdksmith.sdk import Policy, build
from sdksmith.targets.reference.frame.addresses import find_addresses
from sdksmith.targets.reference.markup.texts import visible
from sdksmith.targets.reference.options import ReferenceOptions
from sdksmith.targets.registry import find_target, options_of

DOCUMENTS = documents()
#: Documents of more bytes, in all their files, are for `make test-all`.
LARGE = 150_000
NOT_THERE = pytest.param("", marks=pytest.mark.skip(reason="needs shared/corpus: name the folder in SDKSMITH_SHARED"))


class Comparison:
    """Walks through pages and the model side by side.

    Attributes
    ----------
    expected, shown
        How many attributes the model has in the places that were walked through, and how many the pages have there.
    wrong
        Places where names differ.
    """

    def __init__(self, api: Api, read: Callable[[Path], Page]) -> None:
        self.api = api
        self.read = read
        self.expected = self.shown = 0
        self.wrong: list[str] = []
        self.linked: dict[Path, Symbol] = {}
        self.parents: dict[Element, Element] = {}

    def operation(self, path: Path, operation: Operation) -> None:
        """Compare the page of an operation."""
        page = self.read(path)
        self.parents = {child: parent for parent in page.root.iter() for child in parent}
        places = {element.attrib["id"]: element for element in page.root.iter() if "id" in element.attrib}
        for place in ("path", "query", "querystring", "header", "cookie"):
            here = [each for each in operation.parameters if each.location == place]
            if here:
                siblings = list(self.parents[places[place]])
                following = siblings[siblings.index(places[place]) + 1]
                self._names(path, place, following, {each.name: each.type for each in here}, ())
        if operation.body is not None:
            self._bodies(path, page, "body", operation.body.alternatives)
        for response in operation.responses:
            self._bodies(path, page, f"response-{response.status}", response.alternatives)

    def type(self, path: Path, symbol: Symbol) -> None:
        """Compare the page of a type."""
        article = next(self.read(path).all("article"))
        self._inside(path, "type", article, Reference(symbol), ())

    def _bodies(self, path: Path, page: Page, anchor: str, alternatives: tuple[MediaType, ...]) -> None:
        heading = next(element for element in page.root.iter() if element.attrib.get("id") == anchor)
        siblings = list(self.parents[heading])
        frames = [each for each in siblings[siblings.index(heading) :] if each.attrib.get("class") == "bodies"][:1]
        kinds: list[Type] = []
        for media in alternatives:
            if media.type not in kinds:
                kinds.append(media.type)
        sections = [each for frame in frames for each in frame]
        if len(sections) != len(kinds):
            self.wrong.append(f"{path.name} {anchor}: {len(sections)} bodies of {len(kinds)}")
            return
        unmatched = list(sections)
        for kind in kinds:
            names = {media.content_type for media in alternatives if media.type == kind}
            section = next(each for each in unmatched if set(each.attrib["aria-label"].split(", ")) == names)
            unmatched.remove(section)
            self._inside(path, anchor, section, kind, ())

    def _inside(self, path: Path, place: str, element: Element, kind: Type, inside: tuple[Symbol, ...]) -> None:
        opened = self._opened(kind)
        if opened is None:
            if any(True for _ in lists(element)):
                self.wrong.append(f"{path.name} {place}: attributes of what has none")
            return
        link = next((each for each in links(element)), None)
        if link is not None:
            self.linked[(path.parent / unquote(link)).resolve()] = opened
            return
        declared = self.api.declarations[opened]
        if isinstance(declared, Object):
            found = self._properties(declared)
            listed = next(lists(element), None)
            if listed is None and found:
                self.wrong.append(f"{path.name} {place}: {len(found)} attributes are missing")
                self.expected += len(found)
            elif listed is not None:
                self._names(path, place, listed, found, (*inside, opened))
        elif isinstance(declared, Union_):
            frame = next((each for each in below(element) if each.attrib.get("class") == "variants"), None)
            shown = [] if frame is None else list(frame)
            if len(shown) != len(declared.variants):
                self.wrong.append(f"{path.name} {place}: {len(shown)} variants of {len(declared.variants)}")
                return
            for number, (each, variant) in enumerate(zip(shown, declared.variants, strict=True)):
                self._inside(path, f"{place}~{number}", each, variant, (*inside, opened))

    def _names(
        self, path: Path, place: str, listed: Element, found: dict[str, Type], inside: tuple[Symbol, ...]
    ) -> None:
        entries = list(listed)
        self.expected += len(found)
        self.shown += len(entries)
        named = ["".join(next(each for each in entry.iter("a")).itertext()) for entry in entries]
        if sorted(named) != sorted(map(visible, found)):
            self.wrong.append(f"{path.name} {place}: {named} for {list(found)}")
            return
        kinds = {visible(name): kind for name, kind in found.items()}
        for name, entry in zip(named, entries, strict=True):
            self._inside(path, f"{place}.{name}", entry, kinds[name], inside)

    def _properties(self, declared: Object) -> dict[str, Type]:
        found: dict[str, Type] = {}
        for base in declared.bases:
            inherited = self.api.declarations[base]
            if isinstance(inherited, Object):
                found |= {name: kind for name, kind in self._properties(inherited).items() if name != "*"}
        found |= {entry.name: entry.type for entry in declared.properties}
        if declared.additional is not None and not isinstance(declared.additional, Any_):
            found["*"] = declared.additional
        return found

    def _opened(self, kind: Type) -> Symbol | None:
        for _ in range(1000):
            match kind:
                case Nullable(inner) | Array(inner) | Map(inner):
                    kind = inner
                case Reference(symbol):
                    declared = self.api.declarations.get(symbol)
                    if not isinstance(declared, Alias):
                        return symbol if isinstance(declared, Object | Union_) else None
                    kind = declared.target
                case _:
                    return None
        return None


def size(document: Path) -> int:
    return sum(each.stat().st_size for each in document.parent.rglob("*") if each.is_file())


def below(element: Element) -> Iterator[Element]:
    """Yield what belongs to an element itself, and not to an attribute or a variant in it."""
    for child in element:
        yield child
        if child.attrib.get("class") not in ("attributes", "variants", "text"):
            yield from below(child)


def lists(element: Element) -> Iterator[Element]:
    return (each for each in below(element) if each.attrib.get("class") == "attributes")


def links(element: Element) -> Iterator[str]:
    """Yield the addresses of the pages that stand for what an element has in it."""
    for each in below(element):
        if each.tag == "a" and "class" not in each.attrib and "types/" in each.attrib["href"]:
            yield each.attrib["href"]


def compare(document: Path, site: Path, config: Config) -> Comparison:
    """Compare all pages of a site: those of operations, and of the types that pages lead to."""
    diagnostics = Diagnostics()
    api = parse(load(str(document), config.input, diagnostics), config, diagnostics, Ledger())
    sdk = build(api, Policy(), Ledger())
    target = find_target("reference")
    addresses = find_addresses(sdk, assign_names(sdk, target.profile(sdk, config, ReferenceOptions())))
    comparison = Comparison(api, Page.read)
    for method in sdk.methods.values():
        comparison.operation(site / f"{addresses.method(method)}.html", method.operation)
    done: set[Path] = set()
    while waiting := sorted(set(comparison.linked) - done):
        for path in waiting:
            done.add(path)
            comparison.type(path, comparison.linked[path])
    return comparison


def test_the_committed_site_has_every_attribute_once(repository: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    found = compare(repository / "specs" / "management-api.yaml", repository / "generated" / "reference", config)
    assert found.wrong == []
    assert found.expected == found.shown > 2_000


SHAPES = Spec("""
schemas:
  Extra: {type: object, properties: {known: {type: string}}, additionalProperties: {$ref: "#/components/schemas/Leaf"}}
  Base: {type: object, properties: {from_base: {type: string}}}
  Leaf: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {of_leaf: {type: array, items: {type: object, properties: {inner: {type: string}}}}}}]}
paths:
  /a/{id}:
    put:
      operationId: make
      tags: [a]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: where, in: query, style: deepObject, schema: {$ref: "#/components/schemas/Base"}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Extra"}}, application/merge-patch+json: {schema: {$ref: "#/components/schemas/Leaf"}}}}
      responses: {"200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Leaf"}}, application/xml: {schema: {$ref: "#/components/schemas/Base"}}}}}
""")


@pytest.mark.parametrize("spec", [TREES, SHAPES], ids=["trees", "shapes"])
def test_attributes_of_all_shapes_stand_once(spec: Spec, tmp_path: Path) -> None:
    site = site_of(spec, tmp_path)
    found = compare(tmp_path / "api.json", site, Config())
    assert found.wrong == []
    assert found.expected == found.shown > 10


def test_the_properties_that_an_object_does_not_name_are_shown(tmp_path: Path) -> None:
    page = Page.read(site_of(SHAPES, tmp_path) / "a" / "make.html")
    assert {"body.known", "body.*", "body.*.of_leaf.inner"} <= set(page.anchors)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if size(path) > LARGE else ())
        for name, path in sorted(DOCUMENTS.items())
    ]
    or [NOT_THERE],
)
def test_a_real_document_has_valid_pages_with_every_attribute_once(name: str, tmp_path: Path) -> None:
    site = make_site(DOCUMENTS[name], tmp_path / "site")
    assert broken_links(Page.read(path) for path in sorted(site.rglob("*.html"))) == []
    found = compare(DOCUMENTS[name], site, Config())
    assert found.wrong == []
    assert found.expected == found.shown
