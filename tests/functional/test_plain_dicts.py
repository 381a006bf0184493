"""Plain dicts in the place of models: what goes over the wire, and the ``TypedDict`` beside each model."""

from __future__ import annotations

import json
from collections import UserDict
from datetime import datetime, timedelta, timezone
from email import message_from_bytes
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.functional.support import Server, Spec, make_package

SHOP = Spec("""
schemas:
  Size: {type: string, enum: [small, large]}
  Named: {type: object, required: [name], properties: {name: {type: string}}}
  Label:
    type: object
    required: [text]
    properties: {text: {type: string}, printed-at: {type: string, format: date-time}, from: {type: string}}
  Toy:
    description: Something to play with.
    allOf:
      - {$ref: "#/components/schemas/Named"}
      - type: object
        required: [labels, note, id]
        properties:
          id: {type: string, readOnly: true}
          labels: {type: array, items: {$ref: "#/components/schemas/Label"}}
          note: {type: [string, "null"]}
          size: {$ref: "#/components/schemas/Size"}
          madeAt: {type: string, format: date-time}
          parts: {type: object, additionalProperties: {$ref: "#/components/schemas/Toy"}}
          parent: {$ref: "#/components/schemas/Toy"}
  Renamed:
    allOf:
      - {$ref: "#/components/schemas/Named"}
      - {type: object, properties: {name: {type: integer}, other: {type: string}}}
  Shadows:
    type: object
    required: [str, Toy]
    properties:
      str: {type: integer}
      Toy: {type: string}
      List: {type: string}
      __hidden: {type: string}
      text: {type: string}
      toy: {$ref: "#/components/schemas/Toy"}
  Label2: {type: object, properties: {text: {type: integer}}}
  LabelDict: {type: object, properties: {label: {$ref: "#/components/schemas/Label"}}}
  Translations:
    type: object
    properties: {default: {type: string}}
    additionalProperties: {type: object, properties: {text: {type: string}}}
  Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
  Square: {type: object, required: [side], properties: {side: {type: number}, label: {$ref: "#/components/schemas/Label"}}}
  Shape: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}, {type: string}]}
  Shapes: {type: array, items: {$ref: "#/components/schemas/Shape"}}
  Tree: {oneOf: [{$ref: "#/components/schemas/Circle"}, {type: array, items: {$ref: "#/components/schemas/Tree"}}]}
  Card: {type: object, required: [number], properties: {kind: {type: string}, number: {type: string}}}
  Cash: {type: object, properties: {coins: {type: integer}}}
  Payment:
    oneOf: [{$ref: "#/components/schemas/Card"}, {$ref: "#/components/schemas/Cash"}]
    discriminator:
      propertyName: kind
      mapping: {card: "#/components/schemas/Card", cash: "#/components/schemas/Cash"}
  Anything: {oneOf: [{$ref: "#/components/schemas/Circle"}, {}]}
  Receipt: {type: object, properties: {total: {type: number}, lines: {type: array, items: {$ref: "#/components/schemas/Line"}}}}
  Line: {type: object, properties: {toy: {$ref: "#/components/schemas/Toy"}}}
paths:
  /toys:
    post:
      tags: [toys]
      operationId: create
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [toy, shape]
              properties:
                toy: {$ref: "#/components/schemas/Toy"}
                shape: {$ref: "#/components/schemas/Shape"}
                payment: {$ref: "#/components/schemas/Payment"}
                renamed: {$ref: "#/components/schemas/Renamed"}
                shadows: {$ref: "#/components/schemas/Shadows"}
                other: {$ref: "#/components/schemas/LabelDict"}
                label2: {$ref: "#/components/schemas/Label2"}
                translations: {$ref: "#/components/schemas/Translations"}
                tree: {$ref: "#/components/schemas/Tree"}
                anything: {$ref: "#/components/schemas/Anything"}
                maybe: {oneOf: [{$ref: "#/components/schemas/Circle"}, {type: "null"}]}
                box: {type: object, required: [width], properties: {width: {type: integer}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Receipt"}}}}
    get:
      tags: [toys]
      operationId: find
      parameters:
        - {name: like, in: query, style: deepObject, explode: true, schema: {$ref: "#/components/schemas/Circle"}}
        - {name: also, in: query, content: {application/json: {schema: {$ref: "#/components/schemas/Label"}}}}
        - {name: flat, in: query, schema: {$ref: "#/components/schemas/Square"}}
  /array:
    put:
      tags: [toys]
      operationId: put_all
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Toy"}}}}}
  /map:
    put:
      tags: [toys]
      operationId: put_map
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, additionalProperties: {$ref: "#/components/schemas/Label"}}}}
  /union:
    put:
      tags: [toys]
      operationId: pay
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Payment"}}}}
  /shapes:
    put:
      tags: [toys]
      operationId: draw
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Shapes"}}}}
  /form:
    post:
      tags: [toys]
      operationId: form
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]}
  /upload:
    post:
      tags: [toys]
      operationId: upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [picture]
              properties:
                picture: {type: string, format: binary}
                label: {$ref: "#/components/schemas/Label"}
                labels: {type: array, items: {$ref: "#/components/schemas/Label"}}
""")

TOY: dict[str, Any] = {"name": "bear", "labels": [{"text": "soft", "from": "here"}], "note": None, "size": "huge"}


@pytest.fixture
def sdk() -> Any:
    return make_package(SHOP)


def _sent(sdk: Any, server: Server, **body: Any) -> Any:
    """Send a body, and return what arrived."""
    server.answer(body={})
    return server.call(sdk, lambda client: client.toys.create(**{"toy": TOY, "shape": "dot", **body})).json


def test_a_dict_goes_over_the_wire_as_written(sdk: Any, server: Server) -> None:
    unknown = {**TOY, "python_name": 1, "parts": {"head": {**TOY, "extra": [{}]}}}
    assert _sent(sdk, server, toy=unknown) == {"toy": unknown, "shape": "dot"}


def test_a_dict_says_the_same_as_the_model(sdk: Any, server: Server) -> None:
    model = sdk.Toy(**{**TOY, "id": "1", "parent": {**TOY, "id": "2"}})
    assert _sent(sdk, server, toy={**TOY, "id": "1", "parent": {**TOY, "id": "2"}}) == _sent(sdk, server, toy=model)


def test_models_inside_of_dicts_and_dicts_inside_of_dicts(sdk: Any, server: Server) -> None:
    label = sdk.Label(text="soft", from_="here")
    parent = sdk.Toy(name="dog", id="1", labels=[label], note="n")
    sent = _sent(sdk, server, toy={**TOY, "labels": (label, {"text": "x"}), "parent": parent})["toy"]
    assert sent["labels"] == [{"text": "soft", "from": "here"}, {"text": "x"}]
    assert sent["parent"] == {"name": "dog", "id": "1", "labels": [{"text": "soft", "from": "here"}], "note": "n"}


def test_times_inside_of_dicts_are_rfc_3339_with_a_zone(sdk: Any, server: Server) -> None:
    aware = datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2)))
    naive = datetime(2026, 1, 31, 12)
    toy = {**TOY, "madeAt": aware, "labels": [{"text": "a", "printed-at": naive}]}
    sent = _sent(sdk, server, toy=toy)["toy"]
    assert datetime.fromisoformat(sent["madeAt"]) == aware
    assert datetime.fromisoformat(sent["labels"][0]["printed-at"]) == naive.astimezone()


def test_omit_leaves_a_key_out_at_any_depth_and_none_is_null(sdk: Any, server: Server) -> None:
    toy = {**TOY, "size": sdk.OMIT, "labels": [{"text": "a", "from": sdk.OMIT}, sdk.OMIT], "parent": None}
    assert _sent(sdk, server, toy=toy)["toy"] == {
        "name": "bear",
        "note": None,
        "labels": [{"text": "a"}],
        "parent": None,
    }


@pytest.mark.parametrize("mapping", [MappingProxyType, UserDict], ids=lambda kind: kind.__name__)
def test_any_mapping_and_any_sequence_will_do(sdk: Any, server: Server, mapping: Any) -> None:
    assert _sent(sdk, server, toy=mapping({**TOY, "labels": (mapping({"text": "a"}),)}))["toy"]["labels"] == [
        {"text": "a"}
    ]


def test_an_array_a_map_and_a_union_as_the_whole_body(sdk: Any, server: Server) -> None:
    label = sdk.Label(text="m")
    assert server.call(sdk, lambda client: client.toys.put_all(request=[TOY, TOY])).json == [TOY, TOY]
    sent = server.call(sdk, lambda client: client.toys.put_map(request={"a": {"text": "x"}, "b": label})).json
    assert sent == {"a": {"text": "x"}, "b": {"text": "m"}}
    payment = {"kind": "card", "number": "42", "brand-new": sdk.OMIT}
    assert server.call(sdk, lambda client: client.toys.pay(request=payment)).json == {"kind": "card", "number": "42"}
    shapes = [{"radius": 1}, sdk.Square(side=2), "dot"]
    assert server.call(sdk, lambda client: client.toys.draw(request=shapes)).json == [
        {"radius": 1},
        {"side": 2.0},
        "dot",
    ]


def test_a_form_takes_a_dict_like_its_model(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.toys.form(request={"side": 2.5, "label": sdk.OMIT})).request.body
    assert sent == b"side=2.5"
    assert sent == server.call(sdk, lambda client: client.toys.form(request=sdk.Square(side=2.5))).request.body


def test_a_multipart_field_takes_a_dict_like_its_model(sdk: Any, server: Server) -> None:
    labels = [{"text": "a", "from": sdk.OMIT}, sdk.Label(text="b")]
    sent = server.call(sdk, lambda client: client.toys.upload(picture=b"x", label={"text": "l"}, labels=labels)).request
    message = message_from_bytes(b"content-type: " + sent.headers["content-type"].encode() + b"\n\n" + sent.body)
    parts = [part for part in message.walk() if part.get_content_type() == "application/json"]
    assert [json.loads(part.get_payload(decode=True)) for part in parts] == [  # type: ignore[arg-type]
        {"text": "l"},
        {"text": "a"},
        {"text": "b"},
    ]


def test_a_parameter_takes_a_dict_like_its_model(sdk: Any, server: Server) -> None:
    sent = server.call(
        sdk, lambda client: client.toys.find(like={"radius": 1.5}, also={"text": "a"}, flat={"side": 2.0})
    )
    models = server.call(
        sdk,
        lambda client: client.toys.find(like=sdk.Circle(radius=1.5), also=sdk.Label(text="a"), flat=sdk.Square(side=2)),
    )
    assert sent.query == models.query == "like%5Bradius%5D=1.5&also=%7B%22text%22%3A%22a%22%7D&side=2.0"


def test_what_has_no_json_form_says_so(sdk: Any, server: Server) -> None:
    endless: dict[str, Any] = {}
    endless["itself"] = endless
    for value in (object(), endless):
        with sdk.Api(base_url=server.url) as client, pytest.raises(TypeError, match="JSON"):
            client.toys.create(toy={"name": value}, shape="dot")
    assert server.requests == []


# -- the TypedDict --------------------------------------------------------------------------------------------------------


def test_keys_are_wire_names_and_required_is_what_must_be_there(sdk: Any) -> None:
    assert sdk.LabelAsDict.__required_keys__ == {"text"}
    assert sdk.LabelAsDict.__optional_keys__ == {"printed-at", "from"}
    # Inherited keys count; what is read-only is never asked for; null does not mean that a key may be missing.
    assert sdk.ToyDict.__required_keys__ == {"name", "labels", "note"}
    assert {"id", "madeAt", "size"} <= sdk.ToyDict.__optional_keys__


def test_a_base_gives_its_keys_and_one_that_is_declared_again_flattens(sdk: Any) -> None:
    assert sdk.ToyDict.__orig_bases__ == (sdk.NamedDict,)
    assert get_type_hints(sdk.RenamedDict) == {"name": int, "other": str}


def test_keys_that_a_class_body_could_not_hold(sdk: Any) -> None:
    assert set(sdk.ShadowsDict.__annotations__) == {"str", "Toy", "List", "__hidden", "text", "toy"}
    assert sdk.ShadowsDict.__required_keys__ == {"str", "Toy"}


def test_a_type_that_the_document_calls_so_keeps_the_name(sdk: Any) -> None:
    assert issubclass(sdk.LabelDict, sdk.Label.__mro__[1])
    assert sdk.LabelAsDict.__total__ is False
    assert sdk.LabelDictDict.__optional_keys__ == {"label"}


def test_a_discriminated_union_has_a_dict_for_each_tag(sdk: Any) -> None:
    assert get_args(sdk.PaymentDict) == (sdk.Payment_CardDict, sdk.Payment_CashDict)
    assert sdk.Payment_CardDict.__required_keys__ == {"kind", "number"}
    assert sdk.Payment_CashDict.__required_keys__ == {"kind"}
    assert get_args(get_type_hints(sdk.Payment_CashDict)["kind"]) == ("cash",)


def test_a_union_and_an_array_have_an_alias(sdk: Any) -> None:
    assert get_args(sdk.ShapeDict) == (sdk.CircleDict, sdk.SquareDict, str)
    (item,) = get_args(sdk.ShapesDict)
    assert get_args(item) == (sdk.Circle, sdk.Square, str, sdk.CircleDict, sdk.SquareDict)


def test_only_what_is_sent_has_one(sdk: Any) -> None:
    names = set(sdk.types.__all__)
    assert {"ToyDict", "TreeDict"} <= names
    assert not {"ReceiptDict", "LineDict", "SizeDict", "AnythingDict"} & names


def test_pydantic_reads_them_too(sdk: Any) -> None:
    """Also on Python 3.11, where it takes those of typing_extensions alone."""
    adapter = TypeAdapter(sdk.CircleDict)
    assert adapter.validate_python({"radius": 1}) == {"radius": 1.0}
    with pytest.raises(ValidationError):
        adapter.validate_python({})


def test_they_can_be_called_like_any_typed_dict(sdk: Any, server: Server) -> None:
    assert _sent(sdk, server, shape=sdk.CircleDict(radius=1.5))["shape"] == {"radius": 1.5}
