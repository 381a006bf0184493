"""What ``inspect`` shows of the library that would be made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from sdksmith.cli import main

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pet shop, version: 1.2.0}
servers: [{url: https://pets.example.com}]
security: [{key: []}]
tags: [{name: pets, description: All about pets.}]
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      tags: [pets]
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: per_page, in: query, schema: {type: integer}}
        - {name: kind, in: query, schema: {$ref: '#/components/schemas/Kind'}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
    post:
      operationId: createPet
      tags: [pets]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '404': {description: no, content: {application/json: {schema: {type: object}}}}
  /pets/{id}:
    get:
      deprecated: true
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /events:
    get:
      responses:
        '200': {description: ok, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Kind: {enum: [cat, dog]}
    Page:
      type: object
      properties:
        total: {type: integer}
        start: {type: integer}
        limit: {type: integer}
        pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Pet:
      type: object
      description: A pet.
      required: [id]
      properties:
        id: {type: string}
        kind: {$ref: '#/components/schemas/Kind'}
        home: {type: object, properties: {street: {type: string}}}
"""

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in a folder with the document and a config that names it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("pets.yaml").write_text(DOCUMENT, encoding="utf-8")
    Path("sdksmith.toml").write_text('spec = "pets.yaml"\n', encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, captured.out, captured.err

    return call


def test_the_library_is_a_tree(run: Command) -> None:
    assert run("inspect") == (
        0,
        """\
Pet shop 1.2.0 (pets.yaml)
Python: client = PetShop(api_key="YOUR_KEY")

client.events
  .get_events() -> EventStream[Pet]               GET /events  [a stream of events]

client.pets
  .create_pet(*, id, kind=..., home=...) -> Pet   POST /pets
  .get_pets_id(id) -> Pet                         GET /pets/{id}  [deprecated]
  .list_pets(*, page=..., per_page=..., kind=...) -> SyncPager[Pet, Page]
      GET /pets  [pages: offset]

Credentials: key (API key in header X-Key)
Servers: https://pets.example.com
Types: 4 (1 enum, 3 objects)
Only partly supported: 0
""",
        "",
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 160, 300])
def test_lines_fit_the_terminal(columns: int, run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run("inspect")[1]
    words = {word for line in out.splitlines() for word in line.split()}
    assert max(map(len, out.splitlines())) <= max(columns, 6 + max(map(len, words)))
    # What must be given is shown as long as there is room for anything.
    assert ".create_pet(*, id, kind=..., home=...)" in out or columns == 40


def test_one_method_says_where_it_comes_from_and_why_it_is_as_it_is(run: Command) -> None:
    assert run("inspect", "listPets")[1] == ("""\
client.pets.list_pets(
    *,
    page: Optional[int] = 0,
    per_page: Optional[int] = 50,
    kind: Optional[Kind] = None,
) -> SyncPager[Pet, Page]

  List pets

  sends       GET /pets  [pages: offset]
  document    pets.yaml:8:5
  name        list_pets from operationId 'listPets'
  name        client.pets from the tag 'pets'
  module      pet_shop/pets/client.py, the module of its group
  paging      offset: `page` is the number of the page, from 0 on, until a page is empty; the items are in `pets` \
(recognised by its parameters and its response)
  credentials those of the client
""")


def test_one_type_has_its_declaration_and_its_users(run: Command) -> None:
    assert run("inspect", "Pet")[1] == ("""\
class Pet(Model):
    id: str
    kind: Optional[Kind] = None
    home: Optional[PetHome] = None

  A pet.

  document    pets.yaml:47:5
  name        Pet from the schema 'Pet' of the components
  module      pet_shop/types/pets/pet.py: its name mentions the group pets; a module has what is declared inline in each \
other, or refers to each other in a circle
  direction   received
  used by     client.events.get_events, client.pets.list_pets, client.pets.create_pet, client.pets.get_pets_id
""")
    assert "from the inline schema of the property 'home' of the schema 'Pet'" in run("inspect", "PetHome")[1]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("client.pets.create_pet", "client.pets.create_pet(\n    *,\n    id: str,\n"),
        ("pets.create_pet", "client.pets.create_pet(\n    *,\n    id: str,\n"),
        ("create_pet", "client.pets.create_pet(\n    *,\n    id: str,\n"),
        ("createPet", "client.pets.create_pet(\n    *,\n    id: str,\n"),
        ("POST /pets", "client.pets.create_pet(\n    *,\n    id: str,\n"),
        ("/pets/{id}", "client.pets.get_pets_id(id: str) -> Pet\n"),
        ("pets", "client.pets\n  .create_pet(*, id, kind=..., home=...) -> Pet"),
        ("kind", 'Kind: TypeAlias = Union[Literal["cat", "dog"], Any]\n'),
    ],
)
def test_parts_are_known_by_the_names_that_people_have_for_them(name: str, first: str, run: Command) -> None:
    code, out, _ = run("inspect", name)
    assert (code, out.startswith(first)) == (0, True), out


def test_a_name_that_is_misspelt_gets_a_suggestion(run: Command) -> None:
    code, out, err = run("inspect", "pets.creat_pet")
    assert (code, out) == (3, "")
    assert "there is no method, type or group 'pets.creat_pet'; did you mean 'pets.create_pet'?" in err
    assert run("inspect", "nope.yaml")[0] == 2, "what looks like a document is one"


def test_a_method_and_a_type_can_be_shown_together(run: Command) -> None:
    out = run("inspect", "pets.yaml", "get_pets_id", "Kind")[1]
    assert "client.pets.get_pets_id(id: str) -> Pet\n\n  sends       GET /pets/{id}  [deprecated]\n" in out
    assert "\n\nKind: TypeAlias = " in out
    assert "get_pets_id from its method and path, as it has no operationId\n" in out
    assert "paging      none: no convention fits" in out


def test_the_words_are_those_of_the_chosen_target(run: Command) -> None:
    out = run("inspect", "--target", "go")[1]
    assert 'Go: client = client.NewClient(option.WithAPIKey("key"))\n' in out
    assert "  .GetPetsId(ctx, id) (*petshop.Pet, error)       GET /pets/{id}  [deprecated]\n" in out
    out = run("inspect", "--target", "go", "Pet", "listPets")[1]
    assert out.startswith('type Pet struct {\n    Id   string   `json:"id"`\n')
    assert "\nclient.Pets.ListPets(\n    ctx context.Context,\n    request *petshop." in out
    assert "  module      petshop/client/pets.go, the module of its group\n" in out


def test_a_target_that_is_no_library_shows_the_names_of_the_document(run: Command) -> None:
    out = run("inspect", "--target", "reference")[1]
    assert "client.pets\n  .createPet(id, kind, home)                      POST /pets\n" in out
    assert run("inspect", "--target", "reference", "Pet")[1].startswith("Pet (object)\n")


def test_the_ledger_is_shown_when_it_is_asked_for(run: Command) -> None:
    Path("pets.yaml").write_text(
        DOCUMENT.replace(
            "type: object\n      description: A pet.", "type: object\n      oneOf: [{title: A}]\n      x-a: 1"
        ),
        encoding="utf-8",
    )
    assert "Ledger\n" in run("inspect", "--ledger")[1]
    only = run("inspect", "--only", "degraded")[1]
    assert only.startswith("Only partly supported: ")
    assert "Ledger" not in only


def test_programs_get_the_library_as_json(run: Command) -> None:
    found = json.loads(run("inspect", "--format", "json")[1])
    methods = {each["name"]: each for each in found["library"]["methods"]}
    assert methods["client.pets.list_pets"] == {
        "name": "client.pets.list_pets",
        "arguments": [
            "*",
            "page: Optional[int] = 0",
            "per_page: Optional[int] = 50",
            "kind: Optional[Kind] = None",
        ],
        "returns": "-> SyncPager[Pet, Page]",
        "method": "GET",
        "path": "/pets",
        "operation_id": "listPets",
        "paging": "offset",
        "result": "pages",
        "deprecated": False,
        "lifecycle": None,
        "errors": [],
        "written_to": "pet_shop/pets/client.py",
        "pointer": "/paths/~1pets/get",
        "file": "pets.yaml",
        "line": 8,
        "column": 5,
    }
    assert sorted(each["name"] for each in found["library"]["types"]) == ["Kind", "Page", "Pet", "PetHome"]
    one = json.loads(run("inspect", "Pet", "--format", "json")[1])
    assert one["library"]["methods"] == []
    (pet,) = one["library"]["types"]
    assert pet["declaration"][0] == "class Pet(Model):"
    assert {"label": "name", "text": "Pet from the schema 'Pet' of the components"} in pet["facts"]
    assert found["credentials"] == [{"name": "key", "type": "apiKey"}]
    assert found["servers"] == ["https://pets.example.com"]


def test_the_json_is_as_documented(run: Command) -> None:
    page = (Path(__file__).parents[2] / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    texts = re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (schema,) = (schema for schema in map(json.loads, texts) if "library" in schema["properties"])
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = json.loads(run("inspect", "--format", "json")[1])
    method = json.loads(run("inspect", "listPets", "--format", "json")[1])
    for found in (whole, method, json.loads(run("inspect", "Pet", "--format", "json")[1])):
        jsonschema.validate(found, schema)
    assert set(whole) - {"exit_code", "diagnostics"} == set(schema["properties"]) - {"facts"}
    assert set(method) == {"exit_code", "document", "library", "diagnostics"}
    (shown,) = method["library"]["methods"]
    assert set(shown) == {*schema["properties"]["library"]["properties"]["methods"]["items"]["required"], "facts"} | {
        "file",
        "line",
        "column",
        "pointer",
    }
    assert {each["label"] for each in shown["facts"]} >= {
        "sends",
        "document",
        "name",
        "module",
        "paging",
        "credentials",
    }


def test_a_choice_of_the_configuration_is_the_reason_for_how_a_method_pages(run: Command) -> None:
    setting = 'pagination.operations={"pets.list_pets" = "none"}'
    assert "  paging      none: pagination.operations says so\n" in run("inspect", "listPets", "--set", setting)[1]
