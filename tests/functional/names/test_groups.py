"""The tree of groups, and the names of methods in it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package, write_package

from sdksmith.words import folded

TREE = Spec("""
schemas:
  Thing: {type: object, properties: {id: {type: string}}}
tags: [{name: tagged things, description: What is tagged.}]
paths:
  /one: {get: {x-operation-group: loggedThings, x-operation-name: getOne, operationId: ignored, tags: [alsoIgnored]}}
  /two: {get: {x-operation-group: [attackProtection, bruteForce], x-operation-name: get}}
  /three: {get: {tags: [tagged things, other], operationId: find}}
  /from-path/{id}:
    get: {operationId: look, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
  /prefixed: {get: {tags: [Prefixed], operationId: prefixed/read}}
  /dotted: {get: {tags: [Prefixed], operationId: prefixed.write}}
  /nameless/{id}:
    put: {tags: [nameless], parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
  /deep: {get: {x-operation-group: [first, second, third], x-operation-name: run}}
  /both: {get: {x-operation-group: [first], x-operation-name: second}}
  /same-a: {get: {tags: [same], x-operation-name: get}}
  /same-b: {get: {tags: [same], x-operation-name: get}}
  /thing:
    get:
      tags: [raw]
      operationId: fetch
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /{id}:
    get: {operationId: root, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(TREE)


def test_a_group_named_by_the_extension(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.logged_things.get_one()).path == "/one"


def test_a_group_within_a_group(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.attack_protection.brute_force.get()).path == "/two"


def test_without_the_extension_the_first_tag_is_the_group(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.tagged_things.find()).path == "/three"


def test_the_description_of_a_tag_documents_its_group(sdk: Any) -> None:
    assert "What is tagged." in (type(sdk.Api(base_url="http://127.0.0.1:9")).tagged_things.__doc__ or "")


def test_without_a_tag_the_first_fixed_part_of_the_path_is_the_group(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.from_path.look("1")).path == "/from-path/1"


@pytest.mark.parametrize(("method", "path"), [("read", "/prefixed"), ("write", "/dotted")])
def test_the_group_in_an_operation_id_is_no_part_of_the_method(
    sdk: Any, server: Server, method: str, path: str
) -> None:
    assert server.call(sdk, lambda client: getattr(client.prefixed, method)()).path == path


def test_without_a_name_the_method_is_called_after_verb_and_path(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.nameless.put_nameless_id("1")).request.method == "PUT"


def test_groups_without_operations_lead_on(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.first.second.third.run()).path == "/deep"


def test_a_method_gives_way_to_a_group_of_its_name(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.first.second_()).path == "/both"


def test_two_methods_of_one_name_are_both_there(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.same.get()).path == "/same-a"
    assert server.call(sdk, lambda client: client.same.get_same_b()).path == "/same-b"


def test_a_path_without_fixed_parts_has_a_group_too(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.api.root("1")).path == "/1"


def test_a_group_is_made_once_and_loaded_when_it_is_used(sdk: Any) -> None:
    module = f"{sdk.__name__}.nameless.client"
    client = sdk.Api(base_url="http://127.0.0.1:9")
    sys.modules.pop(module, None)
    assert client.nameless is client.nameless
    assert module in sys.modules


def test_the_classes_are_named_after_the_last_part(sdk: Any) -> None:
    client, awaited = sdk.Api(base_url="http://127.0.0.1:9"), sdk.AsyncApi(base_url="http://127.0.0.1:9")
    assert type(client.attack_protection.brute_force).__name__ == "BruteForceClient"
    assert type(awaited.attack_protection.brute_force).__name__ == "AsyncBruteForceClient"


def test_the_raw_form_returns_the_whole_response(sdk: Any, server: Server) -> None:
    server.answer(200, {"id": "1"}, {"X-Id": "7"})
    response = server.call(sdk, lambda client: client.raw.with_raw_response.fetch()).result
    assert (response.data, response.status_code, response.headers["x-id"]) == (sdk.Thing(id="1"), 200, "7")
    assert response.request.url.endswith("/thing")


def test_clients_are_context_managers_and_can_be_closed(sdk: Any, server: Server) -> None:
    client = sdk.Api(base_url=server.url)
    client.same.get()
    client.close()

    async def use() -> None:
        awaited = sdk.AsyncApi(base_url=server.url)
        await awaited.same.get()
        await awaited.close()

    asyncio.run(use())
    assert len(server.requests) == 2


EMPTY = Spec("schemas: {Thing: {type: object, properties: {id: {type: string}}}}")
NOTHING = Spec("{}")


def test_an_api_without_operations_has_a_client_and_its_types() -> None:
    sdk = make_package(EMPTY)
    sdk.Api(base_url="http://127.0.0.1:9").close()
    assert sdk.Thing(id="1").id == "1"


def test_an_empty_api_has_a_client() -> None:
    make_package(NOTHING).Api(base_url="http://127.0.0.1:9").close()


LIFECYCLE = Spec(
    """
schemas:
  OnlyBeta: {type: object, properties: {shared: {$ref: "#/components/schemas/Shared"}, more: {$ref: "#/components/schemas/BetaPart"}}}
  BetaPart: {type: object, properties: {a: {type: string}}}
  Shared: {type: object, properties: {b: {type: string}}}
  Unreached: {type: object, properties: {c: {type: string}}}
paths:
  /beta:
    get:
      tags: [beta]
      operationId: get
      x-release-lifecycle: Beta
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/OnlyBeta"}}}}}
  /stable:
    get:
      tags: [stable]
      operationId: fetch
      deprecated: true
      x-release-lifecycle: GA
      parameters:
        - {name: new, in: query, x-release-lifecycle: beta, schema: {type: string}}
        - {name: old, in: query, deprecated: true, schema: {type: string, default: x}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Shared"}}}}}
""",
    exclude_lifecycle=["beta"],
)


def test_operations_of_an_excluded_stage_are_left_out() -> None:
    assert not hasattr(make_package(LIFECYCLE).Api(base_url="http://127.0.0.1:9"), "beta")


@pytest.mark.parametrize(
    ("name", "kept"), [("OnlyBeta", False), ("BetaPart", False), ("Shared", True), ("Unreached", True)]
)
def test_types_that_only_excluded_operations_use_go_with_them(name: str, kept: bool) -> None:
    assert hasattr(make_package(LIFECYCLE), name) is kept


def test_parameters_of_an_excluded_stage_are_left_out(server: Server) -> None:
    sdk = make_package(LIFECYCLE)
    with pytest.raises(TypeError, match="new"):
        sdk.Api(base_url=server.url).stable.fetch(new="x")


def test_nothing_is_left_out_unless_the_configuration_says_so(server: Server) -> None:
    sdk = make_package(LIFECYCLE.text)
    assert server.call(sdk, lambda client: client.stable.fetch(new="x")).query == "new=x"
    assert hasattr(sdk, "OnlyBeta")


def test_a_deprecation_and_a_default_are_documented() -> None:
    text = type(make_package(LIFECYCLE).Api(base_url="http://127.0.0.1:9").stable).fetch.__doc__ or ""
    assert text.count("eprecated") == 2
    assert "default is x" in text


NESTED = Spec(
    """
openapi: 3.2.0
tags:
  - {name: users, parent: admin, summary: People.}
  - {name: admin, kind: nav, description: What administrators may.}
  - {name: beta, kind: badge}
  - {name: one, parent: two}
  - {name: two, parent: one}
paths:
  /users:
    get: {tags: [beta, users], operationId: list_users}
    query: {tags: [users], operationId: search_users, responses: {"204": {description: Done}}}
    additionalOperations:
      PURGE: {tags: [users], operationId: purge_users, responses: {"204": {description: Done}}}
  /admin: {get: {tags: [admin], operationId: show}}
  /beta: {get: {tags: [beta], operationId: try}}
  /circle: {get: {tags: [one], operationId: turn}}
""",
    strict=False,
)


def test_a_tag_with_a_parent_is_a_group_inside_of_it(server: Server) -> None:
    sdk = make_package(NESTED)
    assert server.call(sdk, lambda client: client.admin.users.list_users()).path == "/users"
    assert server.call(sdk, lambda client: client.admin.show()).path == "/admin"
    assert sdk.Api.admin.__doc__ == "What administrators may."


def test_a_tag_of_another_kind_groups_only_what_has_no_other(server: Server) -> None:
    assert server.call(make_package(NESTED), lambda client: client.beta.try_()).path == "/beta"


def test_tags_in_a_circle_end(server: Server) -> None:
    assert server.call(make_package(NESTED), lambda client: client.two.one.turn()).path == "/circle"


@pytest.mark.parametrize(("name", "method"), [("search_users", "QUERY"), ("purge_users", "PURGE")])
def test_methods_of_3_2_are_sent(server: Server, name: str, method: str) -> None:
    sent = server.call(make_package(NESTED), lambda client: getattr(client.admin.users, name)())
    assert sent.request.method == method


ODD_MODULES = Spec("""
paths:
  /a: {get: {x-operation-group: [things, client], x-operation-name: read}}
  /b: {get: {x-operation-group: [things, aux], x-operation-name: read}}
  /c: {get: {x-operation-group: [CON], x-operation-name: read}}
""")


def test_a_group_has_a_name_that_its_module_can_have_on_every_system() -> None:
    # `things/client.py` is there already, and Windows has devices called aux and con.
    sdk = make_package(ODD_MODULES)
    with Server() as server:
        assert server.call(sdk, lambda client: client.things.client_.read()).path == "/a"
        assert server.call(sdk, lambda client: client.things.aux_.read()).path == "/b"
        assert server.call(sdk, lambda client: client.con_.read()).path == "/c"


NAMES_OF_BUILTINS = Spec("""
schemas:
  ListItem: {type: object, properties: {name: {type: string}}}
  SortedItem: {type: object, properties: {name: {type: string}}}
paths:
  /a: {get: {tags: [list], operationId: one, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/ListItem"}}}}}}}
  /b: {get: {tags: [sorted], operationId: two, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/SortedItem"}}}}}}}
  /c: {get: {tags: [globals], operationId: three}}
  /d: {get: {tags: [getattr], operationId: four}}
""")


def test_a_group_takes_the_place_of_no_builtin() -> None:
    # A module that was imported is an attribute of its package, and so one of the names that the package uses.
    sdk = make_package(NAMES_OF_BUILTINS)
    with Server() as server:
        server.answer(200, {"name": "x"})
        assert server.call(sdk, lambda client: client.list.one()).path == "/a"
        assert server.call(sdk, lambda client: client.sorted_.two()).path == "/b"
        assert server.call(sdk, lambda client: client.globals_.three()).path == "/c"
        assert server.call(sdk, lambda client: client.getattr_.four()).path == "/d"
    types = import_module(f"{sdk.__name__}.types")
    assert {"ListItem", "SortedItem"} <= set(types.__all__) <= set(dir(types))
    assert {"ListItem", "SortedItem"} <= set(sdk.__all__) <= set(dir(sdk))


ROOT = """
import {package} as root
groups = [root.pets, root.errors, root.core]
assert [module.__name__ for module in groups] == ["{package}.pets", "{package}.errors", "{package}.core"], groups
root.Pet
import {package}.types.pets
assert root.pets is groups[0]
from {package} import pets
assert pets is groups[0]
for name in ("nothing", "pets.client", "", "_repr_html_", "__wrapped__"):
    assert not hasattr(root, name), name
"""


@pytest.mark.parametrize("first", ["", "import {package}.types.pets", "import {package}; {package}.Pet"])
def test_a_group_at_the_root_of_the_package_is_its_module_whatever_is_loaded(first: str, tmp_path: Path) -> None:
    """And not the folder of that name among the types."""
    spec = Spec("""
schemas: {Pet: {type: object, properties: {name: {type: string}, toys: {type: object, properties: {a: {type: string}}}}}}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: list
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}, more: {type: object, properties: {b: {type: string}}}}}}}}}
""")
    write_package(spec, tmp_path)
    package = spec.package
    assert (tmp_path / package / package / "types" / "pets").is_dir()

    process = subprocess.run(
        [sys.executable, "-c", f"{first}\n{ROOT}".replace("{package}", package)],
        env={**os.environ, "PYTHONPATH": str(tmp_path / package)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert process.returncode == 0, process.stderr


#: Groups and types that Python tells apart, and a file system may not.
ALMOST_ALIKE = Spec(
    """
paths:
  /a: {get: {tags: [Straße], operationId: a}}
  /b: {get: {tags: [STRASSE], operationId: b}}
  /c: {get: {tags: ["\\u212A"], operationId: c}}
  /d: {get: {tags: [k], operationId: d}}
  /e: {get: {tags: ["caf\\u00E9"], operationId: e}}
  /f: {get: {tags: ["cafe\\u0301"], operationId: f}}
  /g: {get: {x-operation-group: [inner, Straße], operationId: g}}
  /h: {get: {x-operation-group: [inner, STRASSE], operationId: h}}
  /i: {get: {x-operation-group: [inner_strasse], operationId: i}}
schemas:
  Straße: {type: object, properties: {a: {type: string}}}
  Strasse: {type: object, properties: {a: {type: string}}}
  Maß: {type: object, properties: {a: {type: string}}}
  Mass: {type: object, properties: {a: {type: string}}}
""",
    strict=False,
    tests=True,
)


def test_groups_that_a_file_system_may_take_for_one_are_told_apart(server: Server) -> None:
    sdk = make_package(ALMOST_ALIKE)

    def path(*groups: str) -> str:
        *parents, name = groups
        return server.call(sdk, lambda client: getattr(attrgetter(".".join(parents))(client), name)()).path

    assert path("straße", "a") == "/a"
    assert path("strasse_b97805", "b") == "/b"
    # Both read as one small letter.
    assert path("k", "c") == "/c"
    assert path("k", "d") == "/d"
    assert path("caf\u00e9", "e") == "/e"
    assert path("caf\u00e9_81ef06", "f") == "/f"
    assert path("inner", "straße", "g") == "/g"
    assert path("inner", "strasse_b97805", "h") == "/h"
    assert path("inner_strasse", "i") == "/i"


def test_so_are_the_classes_of_their_methods() -> None:
    client = make_package(ALMOST_ALIKE).Api(base_url="http://127.0.0.1:9")
    groups = [client.café, client.café_81ef06, client.straße, client.strasse_b97805]
    assert [type(group).__name__ for group in groups] == [
        "CaféClient",
        "Café81ef06Client",
        "StraßeClient",
        "StrasseClient",
    ]


def test_so_are_types() -> None:
    sdk = make_package(ALMOST_ALIKE)
    for name in ("Straße", "Strasse", "Maß", "Mass"):
        assert getattr(sdk, name)(a="1").a == "1"


def test_so_are_the_tests_of_the_library(tmp_path: Path) -> None:
    write_package(ALMOST_ALIKE, tmp_path)

    names = [file.name for file in tmp_path.rglob("test_*.py")]
    assert len(names) == 8
    assert len({folded(name) for name in names}) == 8
    assert len({name.isascii() for name in names}) == 2


def test_a_name_does_not_change_with_groups_that_come_later(tmp_path: Path) -> None:
    paths = {path: item for path, item in ALMOST_ALIKE.document["paths"].items() if path in ("/a", "/b")}
    write_package(Spec(json.dumps({"paths": paths}), strict=False), tmp_path)

    assert {file.parent.name for file in tmp_path.rglob("stra*/client.py")} == {"straße", "strasse_b97805"}


#: Groups that are called as the API is, as the group that they are in, and as the kind of a client.
CALLED_ALIKE = Spec(
    """
paths:
  /a: {get: {x-operation-group: [vaults], x-operation-name: get}}
  /b: {get: {x-operation-group: [users], x-operation-name: get}}
  /c: {get: {x-operation-group: [users, users], x-operation-name: get}}
  /d: {get: {x-operation-group: [async users], x-operation-name: get}}
""",
    client="VaultsClient",
)


def test_no_client_of_a_group_has_the_name_of_one_that_stands_beside_it() -> None:
    sdk = make_package(CALLED_ALIKE)
    for prefix in ("", "Async"):
        client = getattr(sdk, f"{prefix}VaultsClient")(base_url="http://127.0.0.1:9")
        groups = [client.vaults, client.users, client.users.users, client.async_users]
        assert [type(group).__name__ for group in groups] == [
            f"{prefix}VaultsGroupClient",
            f"{prefix}UsersClient",
            f"{prefix}UsersGroupClient",
            f"{prefix}AsyncUsersGroupClient",
        ]
