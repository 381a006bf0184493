"""Names in scripts without capitals, where a field, a method and a type may all be spelled alike."""

from __future__ import annotations

import typing
from pathlib import Path
from typing import Any

import pytest
from tests.functional.scopes import hidden_names
from tests.functional.support import Server, Spec, make_package

ORDERS = Spec(
    """
openapi: 3.0.3
schemas:
  注文:
    type: object
    required: [番号]
    properties:
      顧客: {$ref: "#/components/schemas/顧客"}
      明細: {type: array, items: {$ref: "#/components/schemas/明細"}}
      番号: {$ref: "#/components/schemas/番号"}
      前: {$ref: "#/components/schemas/注文"}
      注文: {type: string}
      数: {type: integer}
  番号: {type: string, enum: [a, b]}
  顧客: {type: object, required: [名], properties: {名: {type: string}}}
  明細: {type: object, properties: {数: {type: integer}}}
  会員: {allOf: [{$ref: "#/components/schemas/顧客"}, {type: object, properties: {明細: {$ref: "#/components/schemas/明細"}}}]}
  支払:
    oneOf: [{$ref: "#/components/schemas/現金"}, {$ref: "#/components/schemas/振込"}]
    discriminator:
      propertyName: 種
      mapping: {現: "#/components/schemas/現金", 振: "#/components/schemas/振込"}
  現金: {type: object, required: [種], properties: {種: {type: string}, 顧客: {$ref: "#/components/schemas/顧客"}}}
  振込: {type: object, required: [種], properties: {種: {type: string}, 明細: {$ref: "#/components/schemas/明細"}}}
  מסמך: {type: object, properties: {עמוד: {$ref: "#/components/schemas/עמוד"}}}
  עמוד: {type: object, properties: {מסמך: {$ref: "#/components/schemas/מסמך"}}}
paths:
  /o:
    get:
      operationId: 注文
      tags: [o]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/注文"}}}}
    post:
      operationId: 顧客
      tags: [o]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/注文"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/顧客"}}}}
    put:
      operationId: pay
      tags: [o]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/支払"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/支払"}}}}
  /p:
    get:
      operationId: get
      tags: [顧客]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/顧客"}}}}
  /m:
    get:
      operationId: read
      tags: [o]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/מסמך"}}}}
""",
    tests=True,
)
ORDERS.use = """
from __future__ import annotations

from {package} import Api, 注文, 注文Dict, 顧客


def use(client: Api) -> str:
    order: 注文 = client.o.注文()
    customer: 顧客 = client.o.顧客(番号="a", 顧客=order.顧客_)
    plain: 注文Dict = {{"番号": "a", "顧客": customer}}
    numbers = [entry.数 for entry in order.明細_ or ()]
    return customer.名 + (order.注文_ or "") + str(numbers) + plain["番号"]
"""


@pytest.fixture
def sdk() -> Any:
    return make_package(ORDERS)


ORDER = {
    "顧客": {"名": "x"},
    "明細": [{"数": 1}],
    "番号": "a",
    "前": {"番号": "b"},
    "注文": "text",
    "数": 2,
}


def test_a_field_that_is_called_as_a_type_beside_it_keeps_that_type(sdk: Any, server: Server) -> None:
    server.answer(body=ORDER)
    order = server.call(sdk, lambda client: client.o.注文(), strict_responses=True).result
    assert type(order.顧客_) is sdk.顧客
    assert type(order.明細_[0]) is sdk.明細
    assert type(order.前) is sdk.注文
    assert order.model_dump() == ORDER
    assert order.model_fields_set == {"顧客_", "明細_", "番号_", "前", "注文_", "数"}


def test_no_name_of_a_class_hides_a_type_that_it_uses(sdk: Any) -> None:
    assert hidden_names(Path(sdk.__file__).parent) == []
    for name in sdk.types.__all__:
        model = getattr(sdk, name)
        if isinstance(model, type) and hasattr(model, "model_fields"):
            typing.get_type_hints(model)


def test_a_model_is_made_by_either_name(sdk: Any) -> None:
    customer = sdk.顧客(名="x")
    made = sdk.注文(番号_="a", 顧客_=customer)
    assert made == sdk.注文(番号="a", 顧客=customer)
    assert made.model_dump() == {"顧客": {"名": "x"}, "番号": "a"}


def test_fields_that_hide_nothing_keep_their_names(sdk: Any) -> None:
    assert sdk.明細(数=1).数 == 1
    assert sdk.会員(名="x").名 == "x"


def test_variants_of_a_union_too(sdk: Any, server: Server) -> None:
    server.answer(body={"種": "現", "顧客": {"名": "x"}})
    paid = server.call(sdk, lambda client: client.o.pay(request={"種": "振"}), strict_responses=True).result
    assert type(paid.顧客_) is sdk.顧客


def test_types_that_refer_to_each_other(sdk: Any, server: Server) -> None:
    body: dict[str, Any] = {"עמוד": {"מסמך": {}}}
    server.answer(body=body)
    read = server.call(sdk, lambda client: client.o.read(), strict_responses=True).result
    assert read.model_dump() == body
    assert type(read.עמוד_) is sdk.עמוד


def test_annotations_of_methods_are_the_types_and_not_the_methods(sdk: Any) -> None:
    hints = typing.get_type_hints(type(sdk.Api(base_url="http://localhost").o).注文)
    assert hints["return"] is sdk.注文
