"""Sites of other documents: real ones, and malicious ones, whose texts are texts and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.support import shared_folder
from tests.functional.support import Spec
from tests.reference.support import Page, broken_links, make_site, pages, programs_in

from sdksmith.diagnostics import Failure
from sdksmith.targets.reference.words import unusable

HOSTILE = sorted(file for file in (shared_folder() / "hostile").glob("*") if file.suffix in (".yaml", ".json"))
NEEDED = pytest.mark.skip(reason="needs shared/hostile: name the folder in SDKSMITH_SHARED")


def site_of(spec: Spec, folder: Path, **options: Any) -> Path:
    document = folder / "api.json"
    document.write_text(json.dumps(spec.document), encoding="utf-8")
    return make_site(document, folder / "site", **options)


EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:alert(3)) **bold** `{{ 7*7 }}` <a href='data:text/html,x' onclick=x>b</a>"
LONGER = EVIL + "\n\nThen **bold**."
HOSTILE_TEXTS = Spec(f"""
info: {{title: {json.dumps(EVIL)}, version: "1", description: {json.dumps(EVIL)}}}
tags: [{{name: a, description: {json.dumps(EVIL)}}}]
schemas:
  Self: {{type: object, description: {json.dumps(EVIL)}, properties: {{"<b>": {{type: string, description: {json.dumps(EVIL)}, default: {json.dumps(EVIL)}, enum: [{json.dumps(EVIL)}]}}, me: {{$ref: "#/components/schemas/Self"}}}}}}
paths:
  /a:
    post:
      tags: [a]
      operationId: make
      summary: {json.dumps(EVIL)}
      description: {json.dumps(LONGER)}
      requestBody: {{content: {{application/json: {{schema: {{$ref: "#/components/schemas/Self"}}}}}}}}
      responses: {{"200": {{description: {json.dumps(EVIL)}, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Self"}}}}}}}}}}
""")


def test_texts_of_a_document_are_shown_and_do_nothing(tmp_path: Path) -> None:
    site = pages(site_of(HOSTILE_TEXTS, tmp_path))
    assert broken_links(site.values()) == []
    for page in site.values():
        assert programs_in(page) == [], page.path
        assert "49" not in page.text
    page = site[tmp_path / "site" / "a" / "make.html"]
    assert "alert(1)" in page.text
    assert "bold" in [element.text for element in page.all("strong")]


@pytest.mark.parametrize("document", HOSTILE or [pytest.param(Path("none"), marks=NEEDED)], ids=lambda path: path.name)
def test_a_bad_document_makes_an_inert_site_or_none(document: Path, tmp_path: Path) -> None:
    try:
        site = pages(make_site(document, tmp_path))
    except Failure:
        return
    assert broken_links(site.values()) == []
    for page in site.values():
        assert programs_in(page) == [], page.path
        assert [anchor for anchor, times in Counter(page.anchors).items() if times > 1] == []


TREES = Spec("""
schemas:
  Leaf: {type: object, required: [id], properties: {id: {type: string, minLength: 3, default: abc, example: xyz}, up: {$ref: "#/components/schemas/Root"}}}
  Root: {type: object, properties: {list: {type: array, items: {$ref: "#/components/schemas/Leaf"}}, map: {type: object, additionalProperties: {$ref: "#/components/schemas/Leaf"}}, pet: {$ref: "#/components/schemas/Pet"}, old: {type: string, deprecated: true, nullable: true, readOnly: true}}}
  Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
  Dog: {type: object, properties: {kind: {type: string}, tricks: {type: array, items: {type: string}}}}
  Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}}
paths:
  /roots/{id}:
    get:
      tags: [roots]
      operationId: get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: sort, in: query, schema: {type: string, enum: [up, down]}}]
      responses: {"200": {description: Here., headers: {X-Rate: {description: Left., schema: {type: integer}}}, content: {application/json: {schema: {$ref: "#/components/schemas/Root"}}}}, "404": {description: None.}}
""")


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(TREES, tmp_path_factory.mktemp("trees"))


def test_a_tree_opens_on_every_level_and_ends_where_it_would_begin_again(trees: Path) -> None:
    page = Page.read(trees / "roots" / "get.html")
    anchors = [anchor for anchor in page.anchors if anchor.startswith(("path", "query", "response-200."))]
    assert anchors == [
        "path", "path.id", "query", "query.sort",
        "response-200.list", "response-200.list.id", "response-200.list.up",
        "response-200.map", "response-200.map.id", "response-200.map.up",
        "response-200.pet", "response-200.pet~1", "response-200.pet~1.kind", "response-200.pet~1.lives",
        "response-200.pet~2", "response-200.pet~2.kind", "response-200.pet~2.tricks", "response-200.old",
    ]  # fmt: skip
    text = page.text
    for fact in (
        "array of Leaf", "map of Leaf", "one of 2", 'kind: "cat"', "At least 3 characters.", 'The server\'s default is "abc"',
        "deprecated", "nullable", "read-only", "See Root", "X-Rate", "Left.", 'One of: "up", "down"', "Error in the libraries: shop.NotFoundError (Python), shop.NotFoundError (Go)",
    ):  # fmt: skip
        assert fact in text, fact
    assert (trees / "types" / "Root.html").is_file()


def test_limits_are_told_wherever_the_document_has_them(tmp_path: Path) -> None:
    spec = Spec("""
schemas:
  Code: {type: string, pattern: "^[A-Z]+$", maxLength: 9}
  Box: {type: object, minProperties: 1, properties: {label: {type: string}}}
  Thing:
    type: object
    properties:
      codes: {type: array, maxItems: 4, items: {$ref: "#/components/schemas/Code"}}
      sizes: {type: object, additionalProperties: {type: integer, minimum: 3}}
      code: {$ref: "#/components/schemas/Code", maxLength: 5}
      box: {$ref: "#/components/schemas/Box"}
paths:
  /things:
    get:
      operationId: list
      tags: [things]
      summary: List things
      responses: {"200": {description: Here., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
""")
    (tmp_path / "en").mkdir()
    (tmp_path / "fr").mkdir()
    root = site_of(spec, tmp_path / "en")
    page = Page.read(root / "things" / "list.html")
    told = {
        str(entry.attrib["id"]).rpartition(".")[2]: "".join(entry.itertext()).split("Show child")[0]
        for entry in page.all("li")
        if str(entry.attrib.get("id", "")).startswith("response-200.")
    }
    assert "At most 4 items." in told["codes"]
    assert "Each: at most 9 characters." in told["codes"]
    assert "Each matches: ^[A-Z]+$" in told["codes"]
    assert "Each: at least 3." in told["sizes"]
    assert "At most 5 characters." in told["code"]
    assert "Matches: ^[A-Z]+$" in told["code"]
    assert "At least 1 entry." in told["box"]
    assert "Each: at least 3." in (root / "things" / "list.md").read_text(encoding="utf-8")
    french = Page.read(site_of(spec, tmp_path / "fr", language="fr") / "things" / "list.html").text
    for fact in (
        "Au plus 4 éléments.", "Chacun : au plus 9 caractères.", "Chacun : au moins 3.", "Au plus 5 caractères.",
        "Correspond à : ^[A-Z]+$", "Au moins 1 entrée.",
    ):  # fmt: skip
        assert fact in french, fact


TOPS = Spec("""
schemas:
  Thing: {type: object, description: A thing that is made., minProperties: 1, maxProperties: 5, properties: {a: {type: string}, old: {$ref: "#/components/schemas/Old"}}}
  Old: {type: object, deprecated: true, properties: {b: {type: string}}}
  Words: {type: array, description: Some words., minItems: 1, items: {type: string, pattern: "^.*[pq]*$"}}
  Choice: {oneOf: [{type: string, enum: [x, y]}, {type: string, minLength: 3}, {$ref: "#/components/schemas/Thing"}, {type: array, maxItems: 3, items: {type: integer, maximum: 4}}, {type: boolean}, {type: "null"}]}
paths:
  /things:
    post:
      operationId: make
      tags: [things]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses:
        "200": {description: Here., content: {application/json: {schema: {$ref: "#/components/schemas/Words"}}}}
        "201": {description: Made., content: {application/json: {schema: {$ref: "#/components/schemas/Choice"}}}}
""")


def test_what_a_body_or_a_variant_is_as_a_whole_is_told(tmp_path: Path) -> None:
    root = site_of(TOPS, tmp_path)
    page = Page.read(root / "things" / "make.html")
    body, words, choice = (
        " ".join("".join(each.itertext()).split()) for each in page.all("section") if each.attrib.get("class") == "body"
    )
    assert "A thing that is made. 1 to 5 entries." in body
    assert "Some words. At least 1 item. Each matches: ^.*[pq]*$" in words
    assert choice.startswith("one of 5 nullable")
    for fact in (
        'string One of: "x", "y"', "string At least 3 characters.", "array of integer At most 3 items. Each: at most 4.",
        "Thing A thing that is made. 1 to 5 entries.",
    ):  # fmt: skip
        assert fact in choice, fact
    # There is nothing to open in a variant that is no more than its type.
    frame = next(each for each in page.all("div") if each.attrib.get("class") == "variants")
    assert [each.tag for each in frame] == ["details"] * 4 + ["div"]
    twin = (root / "things" / "make.md").read_text(encoding="utf-8")
    for fact in (
        "A thing that is made. 1 to 5 entries.", "Some words. At least 1 item. Each matches: `^.*[pq]*$`.", "one of 5 (nullable)",
        "- *string*: At least 3 characters.", "- `old` (Old, deprecated)",
    ):  # fmt: skip
        assert fact in twin, fact


def test_a_menu_tells_the_method_of_each_call(trees: Path) -> None:
    page = Page.read(trees / "roots" / "get.html")
    (menu,) = [each for each in page.all("nav") if each.attrib.get("class") == "menu"]
    (current,) = [each for each in menu.iter("a") if each.attrib.get("aria-current") == "page"]
    assert " ".join("".join(current.itertext()).split()) == "GET GET /roots/{id}"


def test_pages_speak_french_where_they_are_told_to(tmp_path: Path) -> None:
    site = site_of(TREES, tmp_path, language="fr", base_url="https://docs.example.com/api")
    page = Page.read(site / "roots" / "get.html")
    assert next(page.all("html")).attrib["lang"] == "fr"
    assert "Afficher les attributs" in page.text
    assert "<loc>https://docs.example.com/api/roots/get.html</loc>" in (site / "sitemap.xml").read_text(
        encoding="utf-8"
    )


def test_words_of_any_language_can_be_given(tmp_path: Path) -> None:
    words = {"responses": "Antworten", "see_type": "Siehe {}"}
    page = Page.read(site_of(TREES, tmp_path, language="de-AT", translations=words) / "roots" / "get.html")
    assert next(page.all("html")).attrib["lang"] == "de-AT"
    assert "Antworten" in page.text
    assert "Siehe Root" in page.text


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("responses", "Antworten", ""),
        ("serach", "Suche", "there is no such word, but there is 'search'"),
        ("see_type", "Siehe", "it has to have the placeholders of 'See {}'"),
        ("see_type", "Siehe {0.__class__}", "it has to have the placeholders of 'See {}'"),
        ("see_type", "Siehe {:>9999999}", "it has to have the placeholders of 'See {}'"),
        ("see_type", "Siehe {", "it has to have the placeholders of 'See {}'"),
    ],
)
def test_a_word_has_to_be_one_and_to_have_its_placeholders(key: str, text: str, reason: str) -> None:
    assert unusable(key, text) == reason


def test_one_form_alone_can_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert not list(site_of(TREES, tmp_path / "a", format="html").rglob("*.md"))
    assert not list(site_of(TREES, tmp_path / "b", format="markdown").rglob("*.html"))


def test_arrays_that_have_themselves_in_them_and_links_that_lead_nowhere_do_no_harm(tmp_path: Path) -> None:
    spec = Spec("""
schemas:
  Nested: {type: array, items: {$ref: "#/components/schemas/Nested"}}
  Box: {type: object, properties: {nested: {$ref: "#/components/schemas/Nested"}}}
paths:
  /a:
    get:
      operationId: list
      tags: [a]
      description: "See [pages](#tag/pages), [more](../guides/more), and [this](https://example.com/this)."
      responses: {"200": {description: Here., content: {application/json: {schema: {$ref: "#/components/schemas/Box"}}}}}
""")
    site = pages(site_of(spec, tmp_path))
    assert broken_links(site.values()) == []
    page = site[tmp_path / "site" / "a" / "list.html"]
    assert "nested array of Nested" in page.text
    assert "See pages, more, and this." in page.text
    assert "https://example.com/this" in [link.attrib.get("href") for link in page.all("a")]


def test_a_tree_whose_types_lead_to_each_other_leads_to_their_pages(tmp_path: Path) -> None:
    names = [f"T{number}" for number in range(8)]
    # Each has all others in it: without an end the tree would have 13,699 attributes.
    schemas = {
        name: {
            "type": "object",
            "properties": {
                other.lower(): {"$ref": f"#/components/schemas/{other}"} for other in names if other != name
            },
        }
        for name in names
    }
    spec = Spec(f"""
schemas: {json.dumps(schemas)}
paths:
  /a:
    get:
      operationId: list
      tags: [a]
      responses:
        "200": {{description: Here., content: {{application/json: {{schema: {{$ref: "#/components/schemas/T0"}}}}}}}}
        "201": {{description: Here., content: {{application/json: {{schema: {{$ref: "#/components/schemas/T1"}}}}}}}}
""")
    site = pages(site_of(spec, tmp_path))
    assert broken_links(site.values()) == []
    # Two levels of seven attributes, twice.
    assert len([each for each in site[tmp_path / "site" / "a" / "list.html"].anchors if "." in each]) == 2 * (7 + 49)
    assert len(list((tmp_path / "site" / "types").glob("*.html"))) == len(names)


EVENTS = Spec("""
schemas:
  Pet: {type: object, properties: {name: {type: string}}}
webhooks:
  petCreated:
    post:
      summary: A pet was created
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: Taken.}}
paths:
  /pets:
    post:
      operationId: create
      tags: [pets]
      responses: {"200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
      callbacks:
        whenFed:
          "{$request.body#/url}":
            post:
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {"200": {description: Taken.}}
""")


def test_requests_that_the_api_sends_have_pages_that_are_led_to(tmp_path: Path) -> None:
    root = site_of(EVENTS, tmp_path)
    site = pages(root)
    assert broken_links(site.values()) == []
    start = site[root / "index.html"]
    webhooks = {link.text: link.attrib["href"] for link in start.all("a") if "webhooks/" in link.attrib["href"]}
    assert list(webhooks) == ["A pet was created", "whenFed"]
    for address in webhooks.values():
        assert "body.name" in site[root / address].anchors
    operation = site[root / "pets" / "create.html"]
    assert "POST {$request.body#/url}" in operation.text
    assert [each for each in operation.all("a") if each.attrib["href"] == f"../{webhooks['whenFed']}"]
    assert "whenFed" in (root / "pets" / "create.md").read_text(encoding="utf-8")
    assert webhooks["whenFed"].replace(".html", ".md") in (root / "llms.txt").read_text(encoding="utf-8")
