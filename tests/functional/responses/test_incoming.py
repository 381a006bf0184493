"""Webhooks, callbacks and links: what the API sends, and what may follow a call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Spec, make_package, write_package
from tests.unit.parser.parsing import parse_document

from sdksmith.model import Disposition

SHOP = Spec("""
schemas:
  Order: {type: object, required: [id], properties: {id: {type: string}, total: {type: number}}}
  OrderCreated:
    type: object
    required: [type, order]
    properties: {type: {const: order.created}, order: {$ref: "#/components/schemas/Order"}}
paths:
  /orders:
    post:
      tags: [orders]
      operationId: create
      requestBody:
        content:
          application/json: {schema: {type: object, required: [notify], properties: {notify: {type: string}}}}
      responses:
        "201":
          description: The order.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
          links:
            read: {operationId: get, parameters: {path.id: "$response.body#/id"}, description: Reads it again.}
            elsewhere: {operationRef: "other.yaml#/paths/~1x/get"}
      callbacks:
        shipped:
          "{$request.body#/notify}":
            post:
              summary: The order left the house
              requestBody:
                content:
                  application/json:
                    schema:
                      {type: object, required: [order], properties: {order: {$ref: "#/components/schemas/Order"}}}
              responses: {"204": {description: ok}}
  /orders/{id}:
    get:
      tags: [orders]
      operationId: get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
webhooks:
  order.created:
    post:
      summary: An order came in
      parameters: [{name: X-Shop, in: header, required: true, description: Which shop., schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/OrderCreated"}}}}
      responses: {"200": {description: ok}}
  order-cancelled:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [type, id]
              properties: {type: {const: order.cancelled}, id: {type: string}, at: {type: string, format: date-time}}
      responses: {"200": {description: ok}}
  class:
    post:
      requestBody: {content: {application/json: {schema: {type: array, items: {type: integer}}}}}
      responses: {"200": {description: ok}}
  parse:
    post: {responses: {"200": {description: ok}}}
  report:
    post:
      requestBody: {content: {text/csv: {schema: {type: string}}}}
      responses: {"200": {description: ok}}
""")
NOTHING = Spec("{}")
WEBHOOKS_ALONE = Spec("""
webhooks:
  ping:
    post:
      requestBody:
        content: {application/json: {schema: {type: object, properties: {at: {type: string}}}}}
      responses: {"200": {description: ok}}
""")
OLD = Spec("""
openapi: 3.0.3
x-webhooks:
  ping:
    post:
      requestBody:
        content: {application/json: {schema: {type: object, properties: {at: {type: string, nullable: true}}}}}
      responses: {"200": {description: ok}}
""")
EXTENDED = Spec("""
openapi: 3.0.3
x-webhooks:
  x-sdk-exclude: true
  x-own: {note: of the authors}
  ping:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {at: {type: string}}}}}}
      responses: {"200": {description: ok}}
""")
NAMED_LIKE_EXTENSIONS = Spec(
    """
webhooks:
  x-sdk-exclude: true
  x-pinged:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {at: {type: string}}}}}}
      responses: {"200": {description: ok}}
""",
    strict=False,
)
BETA = Spec(
    """
webhooks:
  a: {post: {x-release-lifecycle: beta, responses: {"200": {description: ok}}}}
  b: {post: {responses: {"200": {description: ok}}}}
""",
    exclude_lifecycle=["beta"],
)


@pytest.fixture(scope="module")
def sdk() -> Any:
    return make_package(SHOP)


def test_extensions_beside_webhooks_are_passed_over() -> None:
    webhooks = make_package(EXTENDED).Webhooks(None)
    assert webhooks.ping(b'{"at": "now"}').at == "now"
    assert not [name for name in dir(webhooks) if name.startswith("x_")]


def test_a_webhook_may_have_the_name_of_an_extension() -> None:
    assert make_package(NAMED_LIKE_EXTENSIONS).Webhooks(None).x_pinged(b'{"at": "now"}').at == "now"
    ledger = parse_document(NAMED_LIKE_EXTENSIONS.document).ledger
    assert ledger.counts["operation", "requestBody", Disposition.GENERATED] == 1


def test_a_webhook_is_typed(sdk: Any) -> None:
    event = sdk.Webhooks(None).order_created(b'{"type": "order.created", "order": {"id": "1", "new": [1]}}')
    assert isinstance(event, sdk.OrderCreated)
    assert isinstance(event.order, sdk.Order)
    assert event.model_dump() == {"type": "order.created", "order": {"id": "1", "new": [1]}}


def test_an_inline_payload_has_a_name(sdk: Any) -> None:
    event = sdk.Webhooks(None).order_cancelled('{"type": "order.cancelled", "id": "1", "at": "2026-01-01T00:00:00Z"}')
    assert isinstance(event, sdk.OrderCancelledWebhook)
    assert event.at.year == 2026


def test_any_webhook_is_told_by_its_body(sdk: Any) -> None:
    webhooks = sdk.Webhooks(None)
    assert isinstance(webhooks.parse(b'{"type": "order.cancelled", "id": "1"}'), sdk.OrderCancelledWebhook)
    assert isinstance(webhooks.parse(b'{"type": "order.created", "order": {"id": "1"}}'), sdk.OrderCreated)
    assert webhooks.parse(b"[1, 2]") == [1, 2]
    assert webhooks.parse(b'{"type": "order.lost"}') == {"type": "order.lost"}


def test_names_that_are_taken_are_told_apart(sdk: Any) -> None:
    webhooks = sdk.Webhooks(None)
    assert webhooks.class_(b"[1]") == [1]
    assert webhooks.parse_(b"") is None
    assert webhooks.report(b"a;b") == b"a;b"


def test_a_callback_is_named_by_its_operation(sdk: Any) -> None:
    shipped = sdk.Callbacks(None).orders_create_shipped(b'{"order": {"id": "1"}}')
    assert isinstance(shipped, sdk.OrdersCreateShippedCallback)
    assert shipped.order.id == "1"


def test_the_docstring_says_what_may_follow(sdk: Any) -> None:
    text = " ".join(sdk.Api(base_url="http://127.0.0.1:9").orders.create.__doc__.split())
    assert "``client.orders.get`` may follow, where ``id`` is ``$response.body#/id``. Reads it again." in text
    assert "sent by the API to ``{$request.body#/notify}``: ``Callbacks.orders_create_shipped`` reads it." in text
    assert "other.yaml" not in text


def test_the_headers_of_a_webhook_are_documented(sdk: Any) -> None:
    assert "- ``X-Shop``: Which shop." in sdk.Webhooks.order_created.__doc__


def test_a_request_of_somebody_else_is_refused(sdk: Any) -> None:
    webhooks = sdk.Webhooks(sdk.HmacSignature("secret", header="X-Signature"))
    with pytest.raises(sdk.WebhookVerificationError, match="the header x-signature is missing"):
        webhooks.parse_(b"")
    with pytest.raises(sdk.WebhookVerificationError, match="does not fit"):
        webhooks.order_created(b"{}", {"X-SIGNATURE": "00"})


def test_a_body_that_departs_is_read_as_far_as_it_fits(sdk: Any) -> None:
    found: list[Any] = []
    webhooks = sdk.Webhooks(None, on_drift=found.extend)
    event = webhooks.order_created(b'{"type": "order.created", "order": {"id": 7}}')
    assert event.order.id == 7
    assert [drift.pointer for drift in found] == ["/order/id"]


def test_a_strict_reader_refuses_it_without_quoting_it(sdk: Any) -> None:
    with pytest.raises(sdk.WebhookPayloadError, match="/order/id") as caught:
        sdk.Webhooks(None, strict=True).order_created(b'{"type": "order.created", "order": {"id": 987654321}}')
    assert "987654321" not in str(caught.value)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"nonsense"])
def test_a_body_that_is_no_json_is_an_error(sdk: Any, body: bytes) -> None:
    with pytest.raises(sdk.WebhookPayloadError, match="can't be read"):
        sdk.Webhooks(None).order_created(body)


def test_nothing_of_it_is_in_a_package_without_such_requests(tmp_path: Path) -> None:
    write_package(NOTHING, tmp_path)
    package = tmp_path / NOTHING.package / NOTHING.package
    assert not (package / "incoming.py").exists()
    assert not (package / "core" / "signatures.py").exists()
    assert "Webhook" not in (package / "__init__.py").read_text()


def test_a_document_of_webhooks_alone_is_enough() -> None:
    sdk = make_package(WEBHOOKS_ALONE)
    assert sdk.Webhooks(None).ping(b'{"at": "now"}').at == "now"
    assert not hasattr(sdk.Webhooks, "parse")


def test_3_0_documents_say_it_with_an_extension() -> None:
    found: list[Any] = []
    event = make_package(OLD).Webhooks(None, on_drift=found.extend).ping(b'{"at": null}')
    assert (event.at, found) == (None, [])


def test_what_the_configuration_leaves_out_is_left_out() -> None:
    sdk = make_package(BETA)
    assert not hasattr(sdk.Webhooks, "a")
    assert hasattr(sdk.Webhooks, "b")


def test_the_ledger_counts_them_and_descends_into_them() -> None:
    parsed = parse_document({"webhooks": {"a": {"post": {"responses": {}, "unheard": 1}}}})
    assert [webhook.name for webhook in parsed.api.webhooks] == ["a"]
    assert parsed.reasons("unheard", Disposition.REJECTED)
    assert [entry.name for entry in parsed.ledger.entries if entry.outcome is Disposition.DEGRADED] == []
