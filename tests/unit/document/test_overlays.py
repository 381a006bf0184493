"""Overlays, applied to small documents: the tree that comes out, the findings, and the places they name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Locator, Severity
from sdksmith.document import Document, load, validate

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /pets:
    get:
      operationId: list
      tags: [a]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: debug, in: query, schema: {type: boolean}}
      responses:
        '200': {description: ok}
    post:
      operationId: add
      tags: [b]
      responses:
        '200': {description: ok}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
"""


class Loaded:
    """What a load with overlays came to."""

    def __init__(self, folder: Path, files: dict[str, str], names: list[str], **limits: Any) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        self.diagnostics = Diagnostics()
        self.document: Document | None = None
        try:
            self.document = load("api.yaml", LoadConfig(**limits), self.diagnostics, overlays=names, base_folder=folder)
            self._locate: Locator = self.document.locate
        except Failure as failure:
            assert failure.locate is not None
            self._locate = failure.locate

    @property
    def tree(self) -> Any:
        assert self.document is not None, [found.message for found in self.diagnostics]
        return self.document.tree

    @property
    def found(self) -> list[tuple[str, Severity, str]]:
        """The code, the severity and the place of each finding."""
        return [(found.code, found.severity, str(self.place(found))) for found in self.diagnostics]

    def place(self, found: Diagnostic) -> Location:
        return found.location or self._locate(found.pointer or ())


@pytest.fixture
def overlay(tmp_path: Path) -> Any:
    """Apply actions, written as YAML, to a document."""

    def apply(actions: str, *, version: str = "1.1.0", document: str = DOCUMENT, **limits: Any) -> Loaded:
        text = f"overlay: {version}\ninfo: {{title: t, version: '1'}}\nactions:\n{actions}\n"
        return Loaded(tmp_path, {"api.yaml": document, "o.yaml": text}, ["o.yaml"], **limits)

    return apply


ERROR, WARNING = Severity.ERROR, Severity.WARNING


def test_an_update_merges_objects_appends_to_arrays_and_replaces_the_rest(overlay: Any) -> None:
    loaded = overlay(
        "- target: $.paths['/pets'].get\n"
        "  update: {operationId: browse, tags: [z], deprecated: true, responses: {'404': {description: none}}}"
    )

    operation = loaded.tree["paths"]["/pets"]["get"]
    assert loaded.found == []
    assert (operation["operationId"], operation["tags"], operation["deprecated"]) == ("browse", ["a", "z"], True)
    assert list(operation["responses"]) == ["200", "404"]
    assert len(operation["parameters"]) == 2


def test_every_node_that_is_selected_is_updated(overlay: Any) -> None:
    tree = overlay("- {target: '$.paths.*.*', update: {x-seen: true}}").tree

    assert [operation["x-seen"] for operation in tree["paths"]["/pets"].values()] == [True, True]


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
@pytest.mark.parametrize(("update", "added"), [("{name: d}", [{"name": "d"}]), ("[{name: d}]", [{"name": "d"}])])
def test_an_array_takes_an_element_or_more(overlay: Any, version: str, update: str, added: list[Any]) -> None:
    tree = overlay(f"- {{target: $.tags, update: {update}}}", version=version).tree

    assert tree["tags"] == [{"name": "a"}, {"name": "b"}, {"name": "c"}, *added]


def test_a_value_that_is_no_container_is_replaced(overlay: Any) -> None:
    assert overlay("- {target: $.info.title, update: Cats}").tree["info"]["title"] == "Cats"


def test_the_root_is_updated(overlay: Any) -> None:
    tree = overlay("- {target: $, update: {info: {title: Cats}, servers: [{url: /v1}]}}").tree

    assert tree["info"] == {"title": "Cats", "version": "1"}
    assert tree["servers"] == [{"url": "/v1"}]


def test_nodes_are_removed_from_objects_and_arrays(overlay: Any) -> None:
    tree = overlay(
        "- {target: '$.paths.*.get.parameters[?@.name == ''debug'']', remove: true}\n"
        "- {target: '$.tags[0,2]', remove: true}\n"
        "- {target: '$.paths.*.post', remove: true}"
    ).tree

    assert [parameter["name"] for parameter in tree["paths"]["/pets"]["get"]["parameters"]] == ["limit"]
    assert tree["tags"] == [{"name": "b"}]
    assert list(tree["paths"]["/pets"]) == ["get"]


def test_removing_a_node_and_one_inside_it_is_no_trouble(overlay: Any) -> None:
    tree = overlay("- {target: '$..[''post'',''description'']', remove: true}").tree

    assert tree["paths"]["/pets"] == {
        **tree["paths"]["/pets"],
        "get": {**tree["paths"]["/pets"]["get"], "responses": {"200": {}}},
    }
    assert "post" not in tree["paths"]["/pets"]


def test_remove_beats_update_and_update_beats_copy(overlay: Any) -> None:
    tree = overlay(
        "- {target: $.tags, remove: true, update: [{name: z}]}\n"
        "- {target: $.info, update: {title: Cats}, copy: $.components}"
    ).tree

    assert "tags" not in tree
    assert tree["info"] == {"title": "Cats", "version": "1"}


def test_a_node_is_copied_into_others(overlay: Any) -> None:
    tree = overlay(
        "- {target: $.paths, update: {/cats: {}}}\n"
        "- {target: '$.paths[''/cats'']', copy: '$.paths[''/pets'']'}\n"
        "- {target: '$.paths[''/cats''].get', update: {operationId: listCats}}"
    ).tree

    assert tree["paths"]["/cats"]["get"]["operationId"] == "listCats"
    assert tree["paths"]["/pets"]["get"]["operationId"] == "list"
    assert tree["paths"]["/cats"]["post"] == tree["paths"]["/pets"]["post"]


def test_a_copy_of_a_node_into_itself_ends(overlay: Any) -> None:
    tree = overlay("- {target: $.info, update: {x-all: {}}}\n- {target: '$.info[''x-all'']', copy: $}").tree

    assert tree["info"]["x-all"]["info"]["x-all"] == {}


def test_copy_must_select_one_node(overlay: Any) -> None:
    assert overlay("- {target: $.info, copy: '$.tags.*'}").found == [("overlay-conflict", ERROR, "o.yaml:4:20")]


def test_actions_and_files_apply_in_order(tmp_path: Path) -> None:
    head = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
    files = {
        "api.yaml": DOCUMENT,
        "1.yaml": head + "- {target: $.info, update: {title: one}}\n- {target: $.info, update: {x-a: [1]}}\n",
        "2.yaml": head + "- {target: $.info, update: {title: two, x-a: [2]}}\n",
    }

    assert Loaded(tmp_path, files, ["1.yaml", "2.yaml"]).tree["info"] == {"title": "two", "version": "1", "x-a": [1, 2]}
    assert Loaded(tmp_path, files, ["2.yaml", "1.yaml"]).tree["info"] == {"title": "one", "version": "1", "x-a": [2, 1]}


def test_an_alias_is_changed_in_the_place_that_was_targeted_only(overlay: Any) -> None:
    document = DOCUMENT + "    Cat: &cat {type: object}\n    Dog: *cat\n"

    tree = overlay("- {target: $.components.schemas.Dog, update: {title: Dog}}", document=document).tree

    assert tree["components"]["schemas"]["Cat"] == {"type": "object"}
    assert tree["components"]["schemas"]["Dog"] == {"type": "object", "title": "Dog"}


def test_one_update_of_many_targets_is_not_shared_by_them(overlay: Any) -> None:
    tree = overlay(
        "- {target: '$.paths.*.*', update: {x-a: {b: 1}}}\n- {target: '$.paths.*.get[''x-a'']', update: {b: 2}}"
    ).tree

    assert [operation["x-a"] for operation in tree["paths"]["/pets"].values()] == [{"b": 2}, {"b": 1}]


def test_references_of_an_overlay_lead_from_the_root_document(tmp_path: Path) -> None:
    files = {
        "in/api.yaml": DOCUMENT,
        "in/parts/cat.yaml": "type: object\ntitle: Cat\n",
        "overlays/o.yaml": "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        "- {target: $.components.schemas, update: {Cat: {$ref: parts/cat.yaml}}}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    document = load("in/api.yaml", LoadConfig(), Diagnostics(), overlays=["overlays/o.yaml"], base_folder=tmp_path)

    assert document.tree["components"]["schemas"]["Cat"] == {"type": "object", "title": "Cat"}


def test_targets_see_what_the_author_wrote_in_the_root_document(tmp_path: Path) -> None:
    document = DOCUMENT + "    Cat: {$ref: 'cat.yaml'}\n"
    text = (
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        "- {target: $.components.schemas.Cat.title, remove: true}\n"
        "- {target: $.components.schemas.Cat, update: {$ref: dog.yaml}}\n"
    )
    files = {"api.yaml": document, "cat.yaml": "title: Cat", "dog.yaml": "title: Dog", "o.yaml": text}

    loaded = Loaded(tmp_path, files, ["o.yaml"])

    assert loaded.found == [("overlay-no-match", WARNING, "o.yaml:4:4")]
    assert loaded.tree["components"]["schemas"]["Cat"] == {"title": "Dog"}


def test_a_fault_that_an_overlay_put_in_is_placed_in_the_overlay(overlay: Any) -> None:
    loaded = overlay(
        "- target: $.components.schemas.Pet.properties\n"
        "  update:\n"
        "    name:\n"
        "      type: strnig\n"
        "    owner:\n"
        "      $ref: '#/components/schemas/Nobody'\n"
        "- target: $.tags\n"
        "  update:\n"
        "    nmae: d\n"
        "- target: $.tags\n"
        "  update:\n"
        "    - nmae: e"
    )

    assert sorted(loaded.found) == [
        ("missing-field", WARNING, "o.yaml:11:3"),
        ("missing-field", WARNING, "o.yaml:15:7"),
        ("unknown-type", WARNING, "o.yaml:7:7"),
        ("unresolvable-reference", ERROR, "o.yaml:8:5"),
    ]


def test_a_fault_in_a_copy_is_placed_where_the_overlay_says_copy(overlay: Any) -> None:
    document = DOCUMENT.replace("operationId: list", "operationId: add2")

    loaded = overlay(
        "- target: $.paths\n  update: {/cats: {}}\n- target: $.paths['/cats']\n  copy: $.paths['/pets']",
        document=document,
    )

    assert loaded.found == [("duplicate-operation-id", WARNING, "o.yaml:7:3")] * 2


def test_what_an_overlay_removed_is_missing_because_of_it(overlay: Any) -> None:
    loaded = overlay("- target: $.openapi\n  remove: true")

    assert loaded.found == [("missing-field", ERROR, "o.yaml:5:3")]


def test_places_in_the_document_stay_right_when_array_elements_go(overlay: Any) -> None:
    document = DOCUMENT.replace("schema: {type: boolean}", "schema: {type: bolean}")

    loaded = overlay("- {target: '$.paths.*.get.parameters[0]', remove: true}", document=document)

    assert loaded.found == [("unknown-type", WARNING, "api.yaml:11:45")]


def test_an_action_that_matches_nothing_is_a_warning(overlay: Any) -> None:
    loaded = overlay("- target: $.paths['/cats']\n  remove: true")

    assert loaded.found == [("overlay-no-match", WARNING, "o.yaml:4:3")]


@pytest.mark.parametrize(("version", "severity", "kept"), [("1.0.0", WARNING, "new"), ("1.1.0", ERROR, "old")])
def test_what_does_not_fit_is_said(overlay: Any, version: str, severity: Severity, kept: str) -> None:
    actions = "- target: $.components.schemas.Pet\n  update:\n    type: [object, 'null']"

    loaded = overlay(actions, version=version)

    assert loaded.found == [("overlay-conflict", severity, "o.yaml:6:5")]
    (found,) = loaded.diagnostics
    assert [str(place) for _, place in found.related] == ["api.yaml:22:7"]
    if kept == "new":
        assert loaded.tree["components"]["schemas"]["Pet"]["type"] == ["object", "null"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[]", "overlay-invalid", "1:1"),
        ("a: 1", "overlay-invalid", "1:1"),
        ("overlay: 2.0.0", "unsupported-version", "1:1"),
        ("overlay: 1.0", "unsupported-version", "1:1"),
        ("overlay: 1.0.0\n", "overlay-invalid", "1:1"),
        ("overlay: 1.0.0\nactions: {}", "overlay-invalid", "2:1"),
        ("overlay: 1.0.0\nactions: []", "overlay-invalid", "2:1"),
        ("overlay: 1.0.0\nactions: [1]", "overlay-invalid", "2:11"),
        ("overlay: 1.0.0\nactions:\n- update: {}", "overlay-invalid", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: 1\n  update: {}", "overlay-invalid", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: $.info", "overlay-invalid", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: $.info\n  remove: 'yes'", "overlay-invalid", "4:3"),
        ("overlay: 1.0.0\nactions:\n- target: $.info\n  udpate: {}\n  remove: true", "overlay-invalid", "4:3"),
        ("overlay: 1.0.0\nactions:\n- target: $.info\n  copy: $.a\n  remove: true", "overlay-invalid", "4:3"),
        ("overlay: 1.1.0\nactions:\n- target: $.info\n  copy: 1", "overlay-invalid", "4:3"),
        ("overlay: 1.0.0\nactions:\n- target: info\n  remove: true", "overlay-invalid", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: $[?foo(@)]\n  remove: true", "overlay-invalid", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: $\n  remove: true", "overlay-conflict", "3:3"),
        ("overlay: 1.1.0\nactions:\n- target: $\n  update: [1]", "overlay-conflict", "4:3"),
        ("overlay: 1.0.0\nactions: [", "yaml-syntax", "2:11"),
        ("", "empty-file", ""),
        ("overlay: 1.0.0\nactions:\n- target: $" + ".a" * 6_000 + "\n  remove: true", "overlay-too-complex", "3:3"),
        ("overlay: 1.0.0\nactions:\n- target: $[?" + "(" * 3_000 + "\n  remove: true", "overlay-invalid", "3:3"),
        (
            "overlay: 1.0.0\nactions:\n- target: $[?" + "(" * 3_000 + "@.a" + ")" * 3_000 + "]\n  remove: true",
            "overlay-too-complex",
            "3:3",
        ),
    ],
)
def test_a_malformed_overlay_is_a_located_error(tmp_path: Path, text: str, code: str, place: str) -> None:
    loaded = Loaded(tmp_path, {"api.yaml": DOCUMENT, "o.yaml": text}, ["o.yaml"])

    errors = [(code, place) for code, severity, place in loaded.found if severity is ERROR]
    assert errors == [(code, f"o.yaml:{place}" if place else "o.yaml")]
    assert loaded.document is None


def test_every_overlay_is_checked_in_one_run(tmp_path: Path) -> None:
    files = {"api.yaml": DOCUMENT, "1.yaml": "a: 1", "3.yaml": "overlay: 9"}

    loaded = Loaded(tmp_path, files, ["1.yaml", "2.yaml", "3.yaml"])

    assert [(code, place) for code, _, place in loaded.found] == [
        ("overlay-invalid", "1.yaml:1:1"),
        ("unreadable", "2.yaml"),
        ("unsupported-version", "3.yaml:1:1"),
    ]


def test_info_is_only_asked_for(tmp_path: Path) -> None:
    text = "overlay: 1.0.0\nactions:\n- {target: $.tags, remove: true}"

    loaded = Loaded(tmp_path, {"api.yaml": DOCUMENT, "o.yaml": text}, ["o.yaml"])

    assert loaded.found == [("missing-field", WARNING, "o.yaml:1:1")]
    assert "tags" not in loaded.tree


def test_copies_of_copies_are_bounded(overlay: Any) -> None:
    actions = "- {target: $.info, update: {x-a: {}}}\n" + "\n".join(
        f"- {{target: $, update: {{x-{number}: {{}}}}}}\n- {{target: '$[''x-{number}'']', copy: $}}"
        for number in range(40)
    )

    loaded = overlay(actions, max_nodes=10_000)

    assert [code for code, _, _ in loaded.found] == ["too-many-nodes"]


def test_what_overlays_build_must_not_nest_too_deeply(overlay: Any) -> None:
    nested: Any = 1
    for _ in range(48):
        nested = {"a": nested}
    update = yaml.safe_dump(nested, default_flow_style=True, width=100_000).strip()

    loaded = overlay(f"- {{target: $.components.schemas.Pet.properties, update: {{x-a: {update}}}}}", max_depth=50)

    assert [code for code, _, _ in loaded.found] == ["too-deep"]


def test_an_overlay_reads_no_file(overlay: Any) -> None:
    loaded = overlay("- {target: $.components.schemas, update: {P: {$ref: '../../../etc/passwd'}}}")

    assert [code for code, _, _ in loaded.found] == ["reference-outside"]


def test_validation_sees_the_document_with_its_overlays(overlay: Any) -> None:
    document = DOCUMENT.replace("title: Pets, ", "")
    mended = overlay("- {target: $.info, update: {title: Pets}}", document=document)

    assert mended.document is not None
    validate(mended.document, mended.diagnostics)

    assert mended.found == []


def test_an_overlay_may_bring_the_first_reference_to_another_file(tmp_path: Path) -> None:
    text = (
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        "- {target: $.components.schemas.Pet, update: {examples: [{$ref: example.yaml}]}}\n"
    )
    files = {"api.yaml": DOCUMENT, "o.yaml": text, "example.yaml": "name: Tom"}

    assert Loaded(tmp_path, files, ["o.yaml"]).tree["components"]["schemas"]["Pet"]["examples"] == [{"name": "Tom"}]
