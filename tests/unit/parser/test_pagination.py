"""Which operations page: inferred from parameters and answers, since nothing in a document says it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import Parsed, parse_document, ref, reference

from sdksmith.config import Config, PagingConfig
from sdksmith.model import Array, Disposition, Operation, Primitive

ITEM = {"type": "object", "properties": {"id": {"type": "string"}}}
ITEMS = {"type": "array", "items": ref("Item")}
#: Of the parameters that are numbers, and of one that may be.
TYPES: dict[str, Any] = {"page": {"type": "integer"}, "per_page": {}, "take": {"type": ["integer", "null"]}}
OFFSET_PAGE = {
    "type": "object",
    "properties": {"start": {"type": "integer"}, "limit": {"type": "integer"}, "total": {}, "items": ITEMS},
}
CURSOR_PAGE = {"type": "object", "properties": {"next": {"type": "string"}, "items": ITEMS}}
OFFSET_QUERIES = ("page", "per_page", "include_totals")
CURSOR_QUERIES = ("from", "take")


def paging(
    answer: Any, *queries: str, method: str = "get", schemas: Any = None, status: str = "200", **config: Any
) -> Parsed:
    """Parse ``GET /things`` with these query parameters and this answer."""
    operation = {
        "operationId": "list",
        "tags": ["things"],
        "parameters": [
            {"name": name, "in": "query", "schema": TYPES.get(name, {"type": "string"})} for name in queries
        ],
        "responses": {status: {"description": "", "content": {"application/json": {"schema": answer}}}},
    }
    components = {"Item": ITEM, "OffsetPage": OFFSET_PAGE, "CursorPage": CURSOR_PAGE, **(schemas or {})}
    return parse_document(
        {"paths": {"/things": {method: operation}}, "components": {"schemas": components}},
        Config(pagination=PagingConfig(**config)),
    )


def listing(*arguments: Any, **options: Any) -> Operation:
    return paging(*arguments, **options).operation("list")


def queries(operation: Operation) -> list[str]:
    return [parameter.name for parameter in operation.parameters]


EVERY_SHAPE = {"oneOf": [ITEMS, ref("OffsetPage"), ref("CursorPage")]}


# -- plain objects ----------------------------------------------------------------------------------------------------


def test_page_numbers_and_an_object_are_an_offset() -> None:
    found = listing(ref("OffsetPage"), *OFFSET_QUERIES).pagination
    assert found is not None
    assert (found.kind, found.page_parameter, found.size_parameter) == ("offset", "page", "per_page")
    assert (found.items_property, found.next_property, found.totals_parameter) == ("items", "", "include_totals")
    assert found.item == reference("Item")


def test_from_and_take_and_next_are_a_cursor() -> None:
    found = listing(ref("CursorPage"), *CURSOR_QUERIES).pagination
    assert found is not None
    assert (found.kind, found.page_parameter, found.size_parameter) == ("cursor", "from", "take")
    assert (found.items_property, found.next_property, found.totals_parameter) == ("items", "next", "")


def test_a_cursor_is_preferred_when_the_operation_knows_both_ways() -> None:
    found = listing(ref("CursorPage"), *OFFSET_QUERIES, *CURSOR_QUERIES).pagination
    assert found is not None and found.kind == "cursor"


def test_no_totals_are_asked_for_where_no_parameter_asks() -> None:
    found = listing(ref("OffsetPage"), "page", "per_page").pagination
    assert found is not None and found.totals_parameter == ""


def test_the_items_are_found_behind_an_alias() -> None:
    page = {"type": "object", "properties": {"next": {"type": "string"}, "items": ref("Items")}}
    found = listing(ref("Page"), *CURSOR_QUERIES, schemas={"Items": ITEMS, "Page": page}).pagination
    assert found is not None and found.item == reference("Item")


def test_inherited_properties_make_a_page_too() -> None:
    page = {"allOf": [ref("CursorPage"), {"properties": {"more": {"type": "string"}}}]}
    found = listing(ref("Page"), *CURSOR_QUERIES, schemas={"Page": page}).pagination
    assert found is not None and found.items_property == "items"


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        (ref("OffsetPage"), ("page",)),
        (ref("CursorPage"), ("from",)),
        (ref("OffsetPage"), ()),
        (ref("Item"), ("page", "per_page")),
        (ITEMS, ("page", "per_page")),
        ({"type": "object", "properties": {"a": ITEMS, "b": ITEMS}}, ("page", "per_page")),
    ],
)
def test_without_parameters_and_one_array_nothing_pages(answer: Any, names: tuple[str, ...]) -> None:
    assert listing(answer, *names).pagination is None


def test_only_get_pages() -> None:
    assert listing(ref("OffsetPage"), *OFFSET_QUERIES, method="post").pagination is None


def test_only_the_answer_200_pages() -> None:
    assert listing(ref("OffsetPage"), *OFFSET_QUERIES, status="202").pagination is None


def test_paging_can_be_switched_off() -> None:
    found = listing(EVERY_SHAPE, *OFFSET_QUERIES, enabled=False)
    assert found.pagination is None
    assert queries(found) == list(OFFSET_QUERIES)


# -- several shapes in one answer -------------------------------------------------------------------------------------


def test_of_several_shapes_the_cursor_is_taken_and_the_other_parameters_go() -> None:
    found = listing(EVERY_SHAPE, *OFFSET_QUERIES, *CURSOR_QUERIES, "q")
    assert found.pagination is not None and found.pagination.kind == "cursor"
    assert queries(found) == ["from", "take", "q"]
    assert found.paging_dropped_parameters == ("include_totals", "page", "per_page")
    assert found.responses[0].alternatives[0].type == reference("CursorPage")


def test_without_a_cursor_the_offset_is_taken() -> None:
    found = listing({"oneOf": [ITEMS, ref("OffsetPage")]}, *OFFSET_QUERIES, *CURSOR_QUERIES)
    assert found.pagination is not None and found.pagination.kind == "offset"
    assert queries(found) == list(OFFSET_QUERIES)


def test_the_shapes_nobody_takes_are_left_out_and_the_ledger_says_so() -> None:
    parsed = paging(EVERY_SHAPE, *OFFSET_QUERIES, *CURSOR_QUERIES)
    assert ("components", "schemas", "OffsetPage") not in parsed.api.declarations
    assert ("components", "schemas", "CursorPage") in parsed.api.declarations
    assert parsed.reasons("OffsetPage", Disposition.EXCLUDED) == ["a page shape that no operation uses"]


def test_a_shape_that_another_operation_uses_stays() -> None:
    def answer(schema: Any) -> Any:
        return {"responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}}

    parameters = [{"name": name, "in": "query", "schema": {}} for name in CURSOR_QUERIES]
    parsed = parse_document(
        {
            "paths": {
                "/things": {"get": {"parameters": parameters, **answer(EVERY_SHAPE)}},
                "/other": {"get": answer(ref("OffsetPage"))},
            },
            "components": {"schemas": {"Item": ITEM, "OffsetPage": OFFSET_PAGE, "CursorPage": CURSOR_PAGE}},
        }
    )
    assert ("components", "schemas", "OffsetPage") in parsed.api.declarations


def test_the_items_of_a_shape_that_is_left_out_stay() -> None:
    parsed = paging(EVERY_SHAPE, *OFFSET_QUERIES, *CURSOR_QUERIES)
    assert ("components", "schemas", "Item") in parsed.api.declarations


def test_a_union_that_is_no_page_stays_a_union() -> None:
    either = {"oneOf": [ref("Item"), {"type": "string"}]}
    found = listing(either, *OFFSET_QUERIES, *CURSOR_QUERIES)
    assert found.pagination is None
    assert queries(found) == [*OFFSET_QUERIES, *CURSOR_QUERIES]


# -- what the configuration says --------------------------------------------------------------------------------------


def test_the_configuration_can_ask_for_the_offset() -> None:
    found = listing(EVERY_SHAPE, *OFFSET_QUERIES, *CURSOR_QUERIES, operations={"things.list": "offset"})
    assert found.pagination is not None and found.pagination.kind == "offset"
    assert queries(found) == list(OFFSET_QUERIES)


def test_the_configuration_can_ask_for_the_bare_array() -> None:
    found = listing(EVERY_SHAPE, *OFFSET_QUERIES, *CURSOR_QUERIES, "q", operations={"things.list": "none"})
    assert found.pagination is None
    assert queries(found) == ["q"]
    assert found.responses[0].alternatives[0].type == Array(reference("Item"))


def test_the_configuration_can_stop_a_plain_page_from_paging() -> None:
    found = listing(ref("OffsetPage"), *OFFSET_QUERIES, operations={"things.list": "none"})
    assert found.pagination is None
    assert queries(found) == list(OFFSET_QUERIES)


def test_parameters_that_are_no_queries_do_not_page() -> None:
    operation = {
        "parameters": [{"name": name, "in": "header", "schema": {"type": "integer"}} for name in ("page", "per_page")],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": ref("OffsetPage")}}}},
    }
    parsed = parse_document(
        {
            "paths": {"/things": {"get": operation}},
            "components": {"schemas": {"Item": ITEM, "OffsetPage": OFFSET_PAGE}},
        }
    )
    (found,) = parsed.api.operations()
    assert found.pagination is None
    assert found.parameters[0].type == Primitive("integer")
