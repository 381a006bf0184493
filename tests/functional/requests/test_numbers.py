"""Numbers that JSON can't hold are refused before anything is sent; decimals keep their digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

AMOUNTS = Spec("""
schemas:
  Item: {type: object, properties: {price: {type: number}, more: {}}}
paths:
  /pay/{ratio}:
    post:
      tags: [pay]
      operationId: send
      parameters:
        - {name: ratio, in: path, required: true, schema: {type: number}}
        - {name: rate, in: query, schema: {type: number}}
        - {name: rates, in: query, schema: {type: array, items: {type: number}}}
        - {name: X-Rate, in: header, schema: {type: number}}
        - {name: taste, in: cookie, schema: {type: number}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                amount: {type: number}
                items: {type: array, items: {$ref: "#/components/schemas/Item"}}
                anything: {}
  /form:
    post:
      tags: [pay]
      operationId: form
      requestBody:
        content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {amount: {type: number}}}}}
""")

NAN, INFINITE = float("nan"), float("inf")


@pytest.fixture
def sdk() -> Any:
    return make_package(AMOUNTS)


@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [
        ({"amount": NAN}, "/amount"),
        ({"amount": -INFINITE}, "/amount"),
        ({"anything": {"a/b": [1, {"c": NAN}]}}, "/anything/a~1b/1/c"),
        ({"amount": Decimal("NaN")}, "/amount"),
    ],
)
def test_a_body_with_what_is_no_number_is_refused(
    sdk: Any, server: Server, arguments: dict[str, Any], pointer: str
) -> None:
    with sdk.Api(base_url=server.url) as client, pytest.raises(ValueError, match=f"at {pointer}, "):
        client.pay.send(1, **arguments)

    assert server.requests == []


def test_a_model_with_what_is_no_number_is_refused(sdk: Any, server: Server) -> None:
    item = sdk.Item(price=INFINITE)

    with sdk.Api(base_url=server.url) as client, pytest.raises(ValueError, match="at /items/0/price, "):
        client.pay.send(1, items=[item])

    assert server.requests == []


def test_texts_may_say_so(sdk: Any, server: Server) -> None:
    exchange = server.call(sdk, lambda client: client.pay.send(1, anything=["NaN", "Infinity", "-Infinity"]))

    assert exchange.json == {"anything": ["NaN", "Infinity", "-Infinity"]}


@pytest.mark.parametrize(
    "arguments", [{"rate": NAN}, {"rates": [1.5, INFINITE]}, {"x_rate": NAN}, {"taste": NAN}, {"ratio": INFINITE}]
)
def test_a_parameter_that_is_no_number_is_refused_by_name(sdk: Any, server: Server, arguments: dict[str, Any]) -> None:
    with sdk.Api(base_url=server.url) as client, pytest.raises(ValueError, match=r"parameter '(X-)?\w+'"):
        client.pay.send(**{"ratio": 1, **arguments})
    with sdk.Api(base_url=server.url) as client, pytest.raises(ValueError, match="'amount'"):
        client.pay.form(amount=NAN)

    assert server.requests == []


@pytest.mark.parametrize("digits", ["1.10", "0.1234567890123456789012345", "12345678901234567890", "1E+30", "-0"])
def test_a_decimal_is_a_number_with_all_its_digits(sdk: Any, server: Server, digits: str) -> None:
    value = Decimal(digits)

    exchange = server.call(sdk, lambda client: client.pay.send(1, amount=value, anything={"a": [value, "1.10"]}))

    assert exchange.request.body.decode() == f'{{"amount":{digits},"anything":{{"a":[{digits},"1.10"]}}}}'


def test_a_decimal_in_a_model_is_a_number(sdk: Any, server: Server) -> None:
    item = sdk.Item(more={"a": Decimal("1.10")}, extra=Decimal("2.50"))

    exchange = server.call(sdk, lambda client: client.pay.send(1, items=[item]))

    assert exchange.request.body.decode() == '{"items":[{"more":{"a":1.10},"extra":2.50}]}'
