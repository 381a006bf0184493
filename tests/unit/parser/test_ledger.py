"""Nothing is lost silently: every keyword of a document is in the ledger, with what became of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.unit.parser.parsing import parse_document, parse_schemas, ref
from tests.unit.parser.walking import CHILDREN, counted

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.model import Disposition, Ledger
from sdksmith.parser import parse
from sdksmith.parser.keywords import HANDLED, account

EVERY_KEYWORD = [(kind, keyword) for kind, table in HANDLED.items() for keyword in table]


@pytest.mark.parametrize(("kind", "keyword"), EVERY_KEYWORD)
def test_a_keyword_whose_handler_is_taken_away_is_unaccounted_for(
    kind: str, keyword: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(HANDLED[kind], keyword)
    ledger = Ledger()
    account(ledger, kind, {keyword: {}}, ("there",))
    assert ledger.unaccounted == [(("there",), keyword)]
    assert not ledger.counts


@pytest.mark.parametrize(("kind", "keyword"), EVERY_KEYWORD)
def test_a_keyword_with_a_handler_is_counted_once(kind: str, keyword: str) -> None:
    ledger = Ledger()
    account(ledger, kind, {keyword: {}}, ())
    assert ledger.counts == {(kind, keyword, HANDLED[kind][keyword]): 1}
    assert ledger.unaccounted == []


@pytest.mark.parametrize(("kind", "keyword"), EVERY_KEYWORD)
def test_whatever_is_degraded_has_a_reason(kind: str, keyword: str) -> None:
    ledger = Ledger()
    account(ledger, kind, {keyword: {}}, ())
    degraded = HANDLED[kind][keyword] is Disposition.DEGRADED
    assert [bool(entry.reason) for entry in ledger.entries] == [True] * degraded


@pytest.mark.parametrize("kind", HANDLED)
def test_an_unknown_keyword_is_rejected_with_a_reason(kind: str) -> None:
    ledger = Ledger()
    account(ledger, kind, {"flavour": "sweet"}, ("there",))
    (entry,) = ledger.entries
    assert (entry.pointer, entry.kind, entry.name, entry.outcome) == (("there",), kind, "flavour", Disposition.REJECTED)
    assert "not a keyword" in entry.reason


@pytest.mark.parametrize(
    ("extension", "outcome"), [("x-operation-name", Disposition.GENERATED), ("x-internal-note", Disposition.DOCUMENTED)]
)
def test_extensions_are_accounted_for_whether_we_use_them_or_not(extension: str, outcome: Disposition) -> None:
    ledger = Ledger()
    account(ledger, "operation", {extension: "v"}, ())
    assert ledger.counts == {("operation", extension, outcome): 1}


def test_the_handlers_know_every_child_that_the_specification_puts_into_each_kind() -> None:
    missing = {(kind, keyword) for kind, table in CHILDREN.items() for keyword in table if keyword not in HANDLED[kind]}
    assert not missing


# -- whole documents --------------------------------------------------------------------------------------------------


def accounted(ledger: Ledger, kinds: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return how often the ledger has each keyword of a document; an entry counts once for each place."""
    found: Counter[tuple[str, str]] = Counter()
    for kind, keyword in kinds:
        table = HANDLED[kind].get(keyword)
        if table is not Disposition.DEGRADED and (table is not None or keyword.startswith("x-")):
            outcomes = (Disposition.GENERATED, Disposition.DOCUMENTED, Disposition.ASSERTED)
            found[kind, keyword] = sum(ledger.counts[kind, keyword, outcome] for outcome in outcomes)
        else:
            entries = (entry for entry in ledger.entries if (entry.kind, entry.name) == (kind, keyword))
            found[kind, keyword] = len({entry.pointer for entry in entries})
    return found


def differences(tree: Any, ledger: Ledger) -> dict[tuple[str, str], tuple[int, int]]:
    """Return (kind, keyword) -> (how often it stands there, how often the ledger has it) where these differ."""
    there = counted(tree)
    found = accounted(ledger, there)
    return {key: (there[key], found[key]) for key in there if there[key] != found[key]}


def check(document: dict[str, Any]) -> None:
    parsed = parse_document(document)
    assert parsed.ledger.unaccounted == []
    assert differences(parsed.document.tree, parsed.ledger) == {}


@pytest.mark.parametrize("name", ["management-api.yaml", "teaching/petstore.yaml", "teaching/minimal.json"])
def test_every_keyword_of_our_own_documents_is_in_the_ledger(repository: Path, name: str) -> None:
    diagnostics, ledger = Diagnostics(), Ledger()
    config = Config()
    document = load(str(repository / "specs" / name), config.input, diagnostics)
    parse(document, config, diagnostics, ledger)
    assert ledger.unaccounted == []
    assert differences(document.tree, ledger) == {}


#: What stands behind a schema keyword that is no schema and no text.
DATA: dict[str, Any] = {
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly", "uniqueItems"), True),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), 1),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), 1),
    **dict.fromkeys(("minContains", "maxContains"), 1),
    "type": "string",
    "required": ["p"],
    "enum": ["a"],
    "discriminator": {"propertyName": "p"},
    "examples": ["a"],
    "dependentRequired": {"p": ["q"]},
    "dependencies": {"p": ["q"]},
    "externalDocs": {"url": "https://example.com"},
    "xml": {"name": "a"},
}


@pytest.mark.parametrize("keyword", [keyword for keyword in HANDLED["schema"] if not keyword.startswith("$")])
def test_a_schema_keyword_is_in_the_ledger_wherever_it_stands(keyword: str) -> None:
    child, shape = CHILDREN["schema"].get(keyword, ("", ""))
    inner = {"type": "string", "title": "inner"}
    by_shape: dict[str, Any] = {"one": inner, "list": [inner], "map": {"p": inner}, "": "a"}
    data = DATA.get(keyword, by_shape[shape if child else ""])
    schema = {keyword: data, "x-mark": True}
    parsed = parse_schemas(Top=schema, Holder={"properties": {"deep": {"items": schema}}})
    assert differences(parsed.document.tree, parsed.ledger) == {}


OK = {"200": {"description": ""}}


def test_an_equal_schema_of_a_second_media_type_is_accounted_for_to_its_depth() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "maxLength": 3}}}
    content = {"application/json": {"schema": schema}, "application/x-www-form-urlencoded": {"schema": schema}}
    check({"paths": {"/a": {"post": {"requestBody": {"content": content}, "responses": OK}}}})


def test_the_schema_of_a_binary_body_is_accounted_for() -> None:
    content = {"image/png": {"schema": {"type": "string", "format": "binary", "maxLength": 100}}}
    check({"paths": {"/a": {"post": {"requestBody": {"content": content}, "responses": OK}}}})


def test_what_is_below_a_degraded_keyword_of_an_inline_schema_is_accounted_for() -> None:
    schema = {"type": "array", "prefixItems": [{"type": "string", "maxLength": 3}]}
    content = {"application/json": {"schema": schema}}
    check({"paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}})


def test_a_shared_parameter_is_accounted_for_once_and_each_reference_to_it() -> None:
    shared = {"$ref": "#/components/parameters/Q"}
    check(
        {
            "paths": {path: {"get": {"parameters": [shared], "responses": OK}} for path in ("/a", "/b")},
            "components": {"parameters": {"Q": {"name": "q", "in": "query", "schema": {"type": "string"}}}},
        }
    )


def test_a_shared_answer_is_accounted_for_once_and_each_reference_to_it() -> None:
    answers = {"200": {"$ref": "#/components/responses/R"}}
    check(
        {
            "paths": {path: {"get": {"responses": answers}} for path in ("/a", "/b")},
            "components": {"responses": {"R": {"description": "done"}}},
        }
    )


def test_the_parameters_of_a_path_are_accounted_for_once_however_many_methods_it_has() -> None:
    item = {
        "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
        "get": {"responses": OK},
        "post": {"responses": OK},
    }
    check({"paths": {"/a": item}})


@pytest.mark.parametrize(
    ("section", "component"),
    [
        ("parameters", {"name": "q", "in": "query", "description": "d", "schema": {"type": "string"}}),
        ("responses", {"description": "d", "headers": {"X-A": {"schema": {"type": "string"}}}}),
        ("requestBodies", {"content": {"application/json": {"schema": {"type": "string"}}}}),
        ("headers", {"description": "d", "schema": {"type": "string"}}),
        ("schemas", {"type": "string"}),
    ],
)
def test_a_component_that_nothing_uses_is_accounted_for(section: str, component: dict[str, Any]) -> None:
    check({"components": {section: {"Unused": component}}})


def test_servers_of_a_path_are_accounted_for() -> None:
    check({"paths": {"/a": {"servers": [{"url": "https://a.example"}], "get": {"responses": OK}}}})


def test_servers_of_a_path_whose_operations_have_their_own_are_accounted_for() -> None:
    own = {"servers": [{"url": "https://b.example"}], "responses": OK}
    check({"paths": {"/a": {"servers": [{"url": "https://a.example"}], "get": own}}})


def test_headers_of_a_part_are_accounted_for() -> None:
    part = {"headers": {"X-A": {"description": "d", "schema": {"type": "string"}}}}
    content = {"multipart/form-data": {"schema": {"properties": {"f": {}}}, "encoding": {"f": part}}}
    check({"paths": {"/a": {"post": {"requestBody": {"content": content}, "responses": OK}}}})


def test_an_overridden_parameter_is_accounted_for() -> None:
    q = {"name": "q", "in": "query", "schema": {"type": "string"}}
    check({"paths": {"/a": {"parameters": [{**q, "description": "d"}], "get": {"parameters": [q], "responses": OK}}}})


def test_a_schema_that_does_not_decide_the_type_is_rejected_with_the_reason() -> None:
    parsed = parse_schemas(Odd={"const": "a", "items": {"type": "string"}})
    assert parsed.reasons("below items", Disposition.REJECTED) == [
        "does not decide the type beside the other keywords of its schema"
    ]


def test_every_reference_between_schemas_is_accounted_for() -> None:
    parsed = parse_schemas(A={"type": "string"}, B=ref("A"), C={"properties": {"p": ref("B"), "q": ref("A")}})
    assert parsed.ledger.counts["schema", "$ref", Disposition.GENERATED] == 3
