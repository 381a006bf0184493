"""Whatever a document calls things, the package has good names for them, and sends the names of the document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

from sdksmith.config import Config
from sdksmith.pipeline import generate

FIELDS = Spec("""
schemas:
  Odd:
    type: object
    properties:
      from: {type: string}
      class: {type: string}
      None: {type: string}
      match: {type: string}
      1st: {type: string}
      "+1": {type: integer}
      "-1": {type: integer}
      x-rate-limit: {type: string}
      "x5t#S256": {type: string}
      json: {type: string}
      copy: {type: string}
      schema: {type: string}
      dict: {type: string}
      validate: {type: string}
      model_config: {type: string}
      model_dump: {type: string}
      register: {type: string}
      mro: {type: string}
      model_fields: {type: string}
      _private: {type: string}
      __dunder__: {type: string}
      fooBar: {type: string}
      foo_bar: {type: string}
      "": {type: string}
      "日本": {type: string}
      "a b": {type: string}
      str: {type: string}
      list: {type: array, items: {type: string}}
      datetime: {type: string, format: date-time}
      Optional: {type: string}
  str: {type: object, properties: {a: {type: string}}}
  List: {type: object, properties: {b: {type: array, items: {type: string}}}}
  Client: {type: object, properties: {c: {type: string}}}
  Model: {type: object, properties: {d: {$ref: "#/components/schemas/Model"}}}
  Optional: {type: object, properties: {e: {type: string}}}
  Api: {type: object, properties: {f: {type: string}}}
  NotFoundError: {type: object, properties: {g: {type: string}}}
  pet: {type: object, properties: {h: {type: string}}}
  Pet: {type: object, properties: {i: {type: string}}}
  "pet-owner": {type: object, properties: {j: {type: string}}}
  2fast: {type: object, properties: {k: {type: string}}}
  class: {type: object, properties: {l: {type: string}}}
  "None": {type: object, properties: {m: {type: string}}}
  Any: {type: object, properties: {n: {}}}
  Literal: {type: string, enum: [a, b]}
  OddsClient: {type: object, properties: {o: {type: string}}}
paths:
  /odds/{self}/{id}:
    get:
      tags: [odds]
      operationId: get
      parameters:
        - {name: self, in: path, required: true, schema: {type: string}}
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
        - {name: request, in: query, schema: {type: string}}
        - {name: request_options, in: query, schema: {type: string}}
        - {name: from, in: query, schema: {type: string}}
        - {name: "filter[name]", in: query, schema: {type: string}}
        - {name: 2fa, in: query, schema: {type: string}}
        - {name: X-Id, in: header, schema: {type: string}}
        - {name: json, in: query, schema: {type: string}}
        - {name: str, in: query, schema: {type: string}}
  /odds:
    post:
      tags: [odds]
      operationId: create
      parameters:
        - {name: "+1", in: query, schema: {type: string}}
        - {name: name, in: query, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties: {name: {type: string}, self: {type: string}, "+1": {type: integer}, "-1": {type: integer}, class: {type: string}}
    get:
      tags: [odds]
      operationId: list
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Odd"}}}}
    delete: {tags: [odds], operationId: delete}
    put: {tags: [odds], operationId: import}
    patch: {tags: [odds], operationId: with_raw_response}
""")

_WIRE_NAMES = sorted(FIELDS.document["components"]["schemas"]["Odd"]["properties"])


@pytest.fixture
def sdk() -> Any:
    return make_package(FIELDS)


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("from", "from_"),
        ("class", "class_"),
        ("None", "none"),
        ("match", "match"),
        ("x-rate-limit", "x_rate_limit"),
        ("x5t#S256", "x5t_s256"),
        ("json", "json_"),
        ("copy", "copy_"),
        ("schema", "schema_"),
        ("dict", "dict_"),
        ("validate", "validate_"),
        ("model_config", "model_config_"),
        ("model_dump", "model_dump_"),
        ("model_fields", "model_fields_"),
        ("list", "list_"),
        ("foo_bar", "foo_bar"),
        ("a b", "a_b"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("日本", "日本"),
    ],
)
def test_the_name_of_a_field(sdk: Any, wire: str, name: str) -> None:
    odd = sdk.Odd.model_validate({wire: [] if wire == "list" else 1 if wire[-1:] == "1" else "x"})
    assert name in odd.model_fields_set


@pytest.mark.parametrize("wire", _WIRE_NAMES)
def test_every_field_is_sent_back_under_its_wire_name(sdk: Any, wire: str) -> None:
    value: Any = {"list": ["x"], "+1": 1, "-1": 2, "datetime": "2024-01-01T00:00:00Z"}.get(wire, "x")
    odd = sdk.Odd.model_validate({wire: value})
    assert odd.model_dump(mode="json") == {wire: value}
    assert odd.model_extra == {}, "the field was not recognised"


def test_fields_have_names_of_their_own(sdk: Any) -> None:
    assert len(sdk.Odd.model_fields) == len(_WIRE_NAMES)
    assert all(name.isidentifier() and not name.startswith("_") for name in sdk.Odd.model_fields)


def test_methods_of_a_model_still_work_beside_fields_of_their_names(sdk: Any) -> None:
    odd = sdk.Odd.model_validate({"json": "a", "copy": "b", "model_dump": "c"})
    assert odd.json() == '{"json":"a","copy":"b","model_dump":"c"}'
    assert odd.model_copy() == odd


@pytest.mark.parametrize(
    ("schema", "name", "field"),
    [
        ("str", "Str", "a"),
        ("List", "List_", "b"),
        ("Client", "Client", "c"),
        ("Model", "Model_", "d"),
        ("Optional", "Optional_", "e"),
        ("Api", "Api_", "f"),
        ("NotFoundError", "NotFoundError_", "g"),
        ("Pet", "Pet", "i"),
        ("pet-owner", "PetOwner", "j"),
        ("2fast", "Type2fast", "k"),
        ("class", "Class", "l"),
        ("None", "None_", "m"),
        ("Any", "Any_", "n"),
        ("OddsClient", "OddsClient_", "o"),
    ],
)
def test_the_name_of_a_schema(sdk: Any, schema: str, name: str, field: str) -> None:
    assert list(getattr(sdk, name).model_fields) == [field]


def test_schemas_that_differ_in_case_alone_are_both_there(sdk: Any) -> None:
    fields = {tuple(getattr(sdk, name).model_fields) for name in dir(sdk.types) if name.lower().startswith("pet")}
    assert {("h",), ("i",)} <= fields


def test_parameters_that_the_method_needs_itself_get_an_underscore(sdk: Any, server: Server) -> None:
    sent = server.call(
        sdk, lambda client: client.odds.get(self_="s", id="i", request_="a", request_options_="b", from_="c")
    )
    assert (sent.path, sent.query) == ("/odds/s/i", "request=a&request_options=b&from=c")


def test_one_name_in_path_and_query_is_two_parameters(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.odds.get("s", "1", id_query="2"))
    assert (sent.path, sent.query) == ("/odds/s/1", "id=2")


def test_one_name_in_query_and_body_is_two_parameters(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.odds.create(name="query", name_body="body"))
    assert (sent.query, sent.json) == ("name=query", {"name": "body"})


def test_a_body_property_called_self_is_a_parameter(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.odds.create(name_body="n", self_="me")).json == {
        "name": "n",
        "self": "me",
    }


def test_parameters_of_punctuation_are_spelled(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.odds.create(name_body="n", plus_1_body=1, minus_1=2, class_="c"))
    assert sent.json == {"name": "n", "+1": 1, "-1": 2, "class": "c"}


def test_brackets_in_a_query_name_are_sent(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.odds.get("s", "i", filter_name="x"))
    assert sent.query in ("filter%5Bname%5D=x", "filter[name]=x")


def test_a_method_called_list_stays_list(sdk: Any, server: Server) -> None:
    server.answer(body=[{"from": "x"}])
    assert server.call(sdk, lambda client: client.odds.list()).result == [sdk.Odd(from_="x")]


def test_methods_of_reserved_names_get_an_underscore(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.odds.import_()).request.method == "PUT"
    assert server.call(sdk, lambda client: client.odds.with_raw_response_()).request.method == "PATCH"


LODASH = Spec(
    """
schemas:
  ClientAddonAWS: {type: object, properties: {x5t#S256: {type: string}}}
  FedCMLogin: {type: object, properties: {a: {type: string}}}
  ConnectionAccessTokenURLOAuth1: {type: object, properties: {b: {type: string}}}
  ClientMobileiOS: {type: object, properties: {c: {type: string}}}
paths:
  /guardian:
    put: {tags: [guardian], operationId: setFcmv1Provider}
""".replace("x5t#S256", '"x5t#S256"'),
    words="lodash",
)


@pytest.mark.parametrize("name", ["ClientAddonAws", "FedCmLogin", "ConnectionAccessTokenUrloAuth1", "ClientMobileiOs"])
def test_schema_names_as_lodash_splits_them(name: str) -> None:
    assert hasattr(make_package(LODASH), name)


def test_names_as_lodash_splits_them(server: Server) -> None:
    sdk = make_package(LODASH)
    assert "x_5_t_s_256" in sdk.ClientAddonAws.model_fields
    assert server.call(sdk, lambda client: client.guardian.set_fcmv_1_provider()).request.method == "PUT"


def test_names_split_compactly_keep_their_digits(server: Server) -> None:
    sdk = make_package(LODASH.text)
    assert server.call(sdk, lambda client: client.guardian.set_fcmv1_provider()).request.method == "PUT"


GROUPS = Spec("""
paths:
  /types: {get: {tags: [types], operationId: types/get}}
  /core: {get: {tags: [core], operationId: core/get}}
  /errors: {get: {tags: [errors], operationId: errors/get}}
  /client: {get: {tags: [client], operationId: client/get}}
  /clients: {get: {tags: [clients], operationId: clients/get}}
  /class: {get: {tags: [class], operationId: class/get}}
  /close: {get: {tags: [close], operationId: close/get}}
""")


@pytest.mark.parametrize("group", ["types", "core", "errors", "client", "class", "close"])
def test_groups_whose_names_the_package_needs_get_an_underscore(server: Server, group: str) -> None:
    sent = server.call(make_package(GROUPS), lambda client: getattr(client, f"{group}_").get())
    assert sent.path == f"/{group}"


def test_a_group_called_clients_is_reached_by_that_name(server: Server) -> None:
    assert server.call(make_package(GROUPS), lambda client: client.clients.get()).path == "/clients"


NAMESAKES = Spec(
    r"""
schemas:
  ClientGrant: {type: object, properties: {a: {type: string}}}
  Client_Grant: {type: object, properties: {b: {type: string}}}
  client-grant: {type: object, properties: {c: {type: string}}}
  "\U0001F600": {type: object, properties: {d: {type: string}}}
  "\u200fMarked": {type: object, properties: {e: {type: string}}}
  datetime: {type: object, properties: {f: {type: string}}}
  Field: {type: object, properties: {g: {type: string}}}
  model_config: {type: object, properties: {h: {type: string}}}
  __init__: {type: object, properties: {i: {type: string}}}
  LONG: {type: object, properties: {j: {type: string}}}
  Holder: {type: object, properties: {fields: {$ref: "#/components/schemas/Fields"}}}
  Fields:
    type: object
    properties:
      a_b: {type: string}
      aB: {type: string}
      a-b: {type: string}
      type: {type: string}
      "@type": {type: string}
      "\U0001F600": {type: string}
      "\u202eevil": {type: string}
      data: {type: string}
      LONG: {type: string}
paths:
  /three:
    post:
      tags: [3d, second]
      operationId: post3d
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Fields"}}}}
  /smile: {get: {tags: ["\U0001F600"], operationId: "\U0001F600"}}
""".replace("LONG", "very_long_" * 30),
    strict=False,
)
_LONG = "very_long_" * 30


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("ClientGrant", "a"),
        ("Client_Grant", "b"),
        ("ClientDashGrant", "c"),
        ("GrinningFace", "d"),
        ("Marked", "e"),
        ("Datetime", "f"),
        ("Field_", "g"),
        ("ModelConfig", "h"),
        ("Init", "i"),
    ],
)
def test_the_name_of_a_namesake_can_be_read(name: str, field: str) -> None:
    assert list(getattr(make_package(NAMESAKES), name).model_fields) == [field]


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("a_b", "a_b"),
        ("aB", "aB"),
        ("a_dash_b", "a-b"),
        ("type", "type"),
        ("at_type", "@type"),
        ("grinning_face", "\U0001f600"),
        ("evil", "\u202eevil"),
        ("data", "data"),
    ],
)
def test_a_namesake_goes_over_the_wire_as_written(server: Server, name: str, wire: str) -> None:
    sdk = make_package(NAMESAKES)
    assert server.call(sdk, lambda client: client.group_3d.post3d(**{name: "x"})).json == {wire: "x"}
    assert sdk.Fields(**{name: "x"}).model_dump() == {wire: "x"}


def test_a_very_long_name_is_cut_and_goes_over_the_wire_whole(server: Server) -> None:
    sdk = make_package(NAMESAKES)
    (name,) = (name for name in sdk.Fields.model_fields if name.startswith("very_long"))
    assert len(name) < 130
    assert server.call(sdk, lambda client: client.group_3d.post3d(**{name: "x"})).json == {_LONG: "x"}


def test_a_group_that_begins_with_a_digit_has_a_class_of_that_name() -> None:
    sdk = make_package(NAMESAKES)
    assert type(sdk.Api(base_url="http://127.0.0.1:9").group_3d).__name__ == "Group3dClient"


def test_symbols_are_called_by_their_names(server: Server) -> None:
    sent = server.call(make_package(NAMESAKES), lambda client: client.grinning_face.grinning_face())
    assert sent.path == "/smile"


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("Import", "import_", "Import"),
        ("None", "none", "None_"),
        ("JSON", "json_", "Json"),
        ("Pydantic", "pydantic_", "Pydantic"),
        ("1Forge", "api_1_forge", "Api1Forge"),
        ("\u00aaX", "a_x", "AX"),
        ("", "api", "Api"),
    ],
)
def test_a_title_becomes_names_that_can_be_imported(title: str, package: str, client: str, tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": {}}))

    generate(str(document), Config(words="lodash"), outputs={"python": tmp_path / "project"})

    assert (tmp_path / "project" / package / "__init__.py").is_file()
    assert f"class {client}(Resource)" in (tmp_path / "project" / package / "client.py").read_text(encoding="utf-8")


ODD_TAGS = Spec("""
schemas:
  Cat: {type: object, properties: {kind_: {type: string}, field_: {type: string}}}
  Dog: {type: object, properties: {bark: {type: boolean}}}
  Pet:
    oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    discriminator: {propertyName: "\u1d2eind", mapping: {"\u00ba": "#/components/schemas/Cat", "+1": "#/components/schemas/Dog"}}
""")


def test_a_tag_of_any_text_names_a_class() -> None:
    # Python reads identifiers in NFKC: what is written otherwise can't be found by its name.
    sdk = make_package(ODD_TAGS)
    assert {type(sdk.Pet_O()).__name__, type(sdk.Pet_1()).__name__} == {"Pet_O", "Pet_1"}
    assert json.loads(sdk.Pet_O().model_dump_json()) == {"\u1d2eind": "\u00ba"}


SCRIPTS = Spec(
    """
schemas:
  注文:
    type: object
    properties:
      顧客: {$ref: "#/components/schemas/顧客"}
      明細: {type: array, items: {$ref: "#/components/schemas/明細"}}
  顧客: {type: object, properties: {名: {type: string}}}
  明細: {type: object, properties: {数: {type: integer}}}
paths:
  /o:
    get:
      tags: [orders]
      operationId: get
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/注文"}}}}}
""",
    strict=False,
)


def test_a_field_does_not_hide_the_type_it_is_called_as(server: Server) -> None:
    sdk = make_package(SCRIPTS)
    order = sdk.注文
    server.answer(200, {"顧客": {"名": "a"}, "明細": [{"数": 1}]})

    result = server.call(sdk, lambda client: client.orders.get()).result

    assert type(result) is order
    assert type(result.顧客_) is sdk.顧客
    assert type(result.明細_[0]) is sdk.明細
    assert order(顧客=sdk.顧客(名="a")).model_dump() == {"顧客": {"名": "a"}}


OWN_NAMES = Spec("""
paths:
  /t: {get: {operationId: getT, tags: [type]}}
  /a: {get: {operationId: resource, tags: [things]}}
  /b: {get: {operationId: rawResource, tags: [things]}}
  /c: {get: {operationId: property, tags: [others]}}
  /p: {get: {x-operation-group: [things, property], x-operation-name: list}}
  /q: {get: {x-operation-group: [things, cached_property], x-operation-name: type}}
  /r: {get: {x-operation-group: [], x-operation-name: close}}
""")


def test_names_that_the_classes_use_themselves(server: Server) -> None:
    sdk = make_package(OWN_NAMES)

    with sdk.Api(base_url=server.url) as client:
        client.type_.get_t()
        client.things.resource()
        client.things.with_raw_response.resource()
        client.things.with_raw_response.raw_resource()
        client.things.property_.list()
        client.things.cached_property_.type_()
        client.others.property_()

    assert [request.path for request in server.requests] == ["/t", "/a", "/a", "/b", "/p", "/q", "/c"]
