from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sdksmith.diagnostics import Severity
from sdksmith.document.references.resolving import Referent, Resolver
from sdksmith.document.syntax.source import SourceFile


def test_a_missing_target_is_named_once_with_all_its_uses(load_schemas: Any) -> None:
    missing = {"$ref": "#/components/schemas/Nope"}
    found = load_schemas(A={"items": missing}, B={"properties": {"b": missing}}, Noppe={}).only(
        "unresolvable-reference"
    )
    assert "'#/components/schemas/Nope'" in found.message
    assert "there is no 'Nope' in /components/schemas" in found.message
    assert found.hint == "did you mean 'Noppe'?"
    assert found.pointer == ("components", "schemas", "A", "items")
    assert found.related == (("also referred to here", ("components", "schemas", "B", "properties", "b")),)


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("a/b", "#/components/schemas/a~1b"),
        ("a~b", "#/components/schemas/a~0b"),
        ("a~1b", "#/components/schemas/a~01b"),
        ("a b", "#/components/schemas/a%20b"),
        ("é", "#/components/schemas/%C3%A9"),
        ("é", "#/components/schemas/é"),
        ("50%", "#/components/schemas/50%"),
        ("a%20b", "#/components/schemas/a%2520b"),
        ("a%20b", "#/components/schemas/a%20b"),
        ("", "#/components/schemas/"),
    ],
)
def test_spellings_of_a_pointer(load_schemas: Any, name: str, reference: str) -> None:
    outcome = load_schemas(**{name: {"type": "string"}, "Use": {"$ref": reference}})
    assert not len(outcome.diagnostics)
    pointer, node = outcome.document.resolve(outcome.tree["components"]["schemas"]["Use"]["$ref"])
    assert (pointer, node) == (("components", "schemas", name), {"type": "string"})
    assert outcome.document.at(pointer) is node


@pytest.mark.parametrize("reference", ["#/nope", "nope", "#nope", "http://x/#/a", "#/openapi/0"])
def test_resolve_raises_for_what_is_not_there(load_parts: Any, reference: str) -> None:
    document = load_parts().document
    with pytest.raises(KeyError):
        document.resolve(reference)


def test_at_takes_array_indexes(load_parts: Any) -> None:
    document = load_parts(tags=[{"name": "a"}, {"name": "b"}]).document
    assert document.at(("tags", "1", "name")) == "b"
    for wrong in ("2", "-1", "01", "x", "\u0661", "9" * 30):
        with pytest.raises(KeyError):
            document.at(("tags", wrong))


def test_circles_are_named(load_schemas: Any) -> None:
    outcome = load_schemas(
        Loop={"$ref": "#/components/schemas/Loop"},
        B={"$ref": "#/components/schemas/C"},
        A={"$ref": "#/components/schemas/B"},
        C={"$ref": "#/components/schemas/B", "description": "closes the circle"},
        Use={"items": {"$ref": "#/components/schemas/A"}},
    )
    assert sorted(found.message for found in outcome.found("circular-reference")) == [
        "circular reference that never reaches an object: "
        "/components/schemas/B -> /components/schemas/C -> /components/schemas/B",
        "circular reference: /components/schemas/Loop refers to itself",
    ]


def chained(length: int, last: object) -> dict[str, object]:
    names = [f"S{index}" for index in range(length)]
    following: list[object] = [{"$ref": f"#/components/schemas/{name}"} for name in names[1:]]
    return dict(zip(names, [*following, last], strict=True))


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """References that were looked up; the last number counts on."""
    steps: list[int] = []
    resolve = Resolver.resolve

    def counted(self: Resolver, text: str, source: SourceFile) -> Referent:
        steps[-1] += 1
        return resolve(self, text, source)

    monkeypatch.setattr(Resolver, "resolve", counted)
    return steps


@pytest.mark.parametrize(
    ("last", "findings"),
    [
        ({"type": "string"}, []),
        ({"$ref": "#/components/schemas/S0"}, ["circular-reference"]),
        ({"$ref": "#/components/schemas/Nope"}, ["unresolvable-reference"]),
    ],
    ids=["to a schema", "in a circle", "to nowhere"],
)
def test_a_chain_takes_steps_in_proportion_to_its_length(
    load_schemas: Any, steps: list[int], last: object, findings: list[str]
) -> None:
    for length in (500, 5_000):
        steps.append(0)
        outcome = load_schemas(**chained(length, last))
        assert [found.code for found in outcome.diagnostics] == findings

    assert 0 < steps[1] <= 11 * steps[0] < 11 * 5 * 500


def test_a_chain_of_detours_through_files_takes_steps_in_proportion_to_its_length(
    load_files: Any, steps: list[int]
) -> None:
    for length in (200, 2_000):
        steps.append(0)
        uses = {f"U{index}": {"items": {"$ref": f"b.json#/components/schemas/S{index}"}} for index in range(length)}
        other = {"components": {"schemas": chained(length, {"type": "string"})}}
        root = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"schemas": uses}}
        outcome = load_files({f"root{length}.json": root, "b.json": other})
        last = outcome.tree["components"]["schemas"]["U0"]["items"]["$ref"]
        assert outcome.document.resolve(last)[1] == {"type": "string"}
        assert last == outcome.tree["components"]["schemas"][f"U{length - 1}"]["items"]["$ref"]

    assert 0 < steps[1] <= 11 * steps[0] < 11 * 5 * 200


def test_a_mapping_to_a_reference_that_leads_nowhere_is_a_warning(load_files: Any) -> None:
    union = {"oneOf": [{}], "discriminator": {"propertyName": "a", "mapping": {"a": "b.json#/schemas/A"}}}
    root = {
        "openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": {"schemas": {"U": union}}
    }  # fmt: skip
    outcome = load_files({"root.json": root, "b.json": {"schemas": {"A": {"$ref": "#/schemas/Nope"}}}})
    assert "leads nowhere" in outcome.only("unresolvable-mapping", Severity.WARNING).message


def test_a_circle_is_named_whoever_leads_into_it_first(load_schemas: Any) -> None:
    circle = {name: {"$ref": f"#/components/schemas/{to}"} for name, to in (("C", "D"), ("D", "E"), ("E", "C"))}
    for first in ({"A": "#/components/schemas/D"}, {"A": "#/components/schemas/E"}, {"Z": "#/components/schemas/C"}):
        entries = {name: {"$ref": to} for name, to in first.items()}
        found = load_schemas(**entries, **circle).only("circular-reference")
        assert found.message.endswith(
            "/components/schemas/C -> /components/schemas/D -> /components/schemas/E -> /components/schemas/C"
        )


def test_a_circle_across_files_is_named(load_files: Any) -> None:
    root = {"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": "b.json"}}}}
    outcome = load_files({"root.json": root, "b.json": {"$ref": "root.json#/components/schemas/A"}})
    assert "/components/schemas/A" in outcome.found("circular-reference")[0].message


def test_recursive_schemas_are_fine(load_schemas: Any) -> None:
    assert not len(load_schemas(Tree={"items": {"$ref": "#/components/schemas/Tree"}}).diagnostics)


def test_a_long_chain_of_references_is_followed(load_schemas: Any) -> None:
    chain = {f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(1_500)}
    assert not len(load_schemas(**chain, S1500={"type": "string"}).diagnostics)


def test_a_target_of_the_wrong_type(load_schemas: Any) -> None:
    outcome = load_schemas(A={"$ref": "#/info/title"}, B={"$ref": "#"})
    assert [found.message for found in outcome.found("reference-type")] == [
        "the reference '#/info/title' leads to a string, where the schema belongs",
        "the reference '#' leads to a whole OpenAPI document, where the schema belongs",
    ]


def test_a_boolean_schema_is_a_target(load_schemas: Any, load_files: Any) -> None:
    assert not len(load_schemas(A=True, B={"$ref": "#/components/schemas/A"}).diagnostics)
    root = {"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": "a.json#/never"}}}}
    outcome = load_files({"root.json": root, "a.json": {"never": False}})
    assert outcome.tree["components"]["schemas"] == {"A": False}


def test_a_target_of_another_kind_is_left_as_it_is(load_parts: Any) -> None:
    parameter = {"name": "a", "in": "query", "required": True, "schema": {}}
    outcome = load_parts(
        components={"schemas": {"A": {"$ref": "#/components/parameters/P"}}, "parameters": {"P": parameter}}
    )
    outcome.only("reference-kind", Severity.WARNING)
    assert outcome.tree["components"]["parameters"]["P"] == parameter


def test_targets_outside_of_components_are_checked_too(load_parts: Any) -> None:
    outcome = load_parts(
        components={"schemas": {"A": {"$ref": "#/x-schemas/B"}}}, **{"x-schemas": {"B": {"required": 1}}}
    )
    assert outcome.only("wrong-type", Severity.WARNING).pointer == ("x-schemas", "B", "required")


@pytest.mark.parametrize(
    ("reference", "code", "words"),
    [
        ("http://127.0.0.1:9/a.yaml#/A", "remote-reference", "remote $ref is off"),
        ("HTTPS://example.test/a", "remote-reference", "remote $ref is off"),
        ("//example.test/a", "remote-reference", "remote $ref is off"),
        ("ftp://example.test/a", "remote-reference", "remote $ref is off"),
        ("urn:example:a", "remote-reference", "remote $ref is off"),
        ("file:///etc/hostname", "reference-outside", "file: URLs are not allowed"),
        ("FILE:a.yaml", "reference-outside", "file: URLs are not allowed"),
        ("/etc/hostname", "reference-outside", "outside the document's folder"),
        ("../../outside.yaml", "reference-outside", "outside the document's folder"),
        ("..%2Foutside.yaml", "reference-outside", "outside the document's folder"),
        ("link.yaml", "reference-outside", "outside the document's folder"),
        ("folder/secret.yaml", "reference-outside", "outside the document's folder"),
        ("a%00.yaml", "unreadable", "not a valid path"),
        ("missing.yaml", "unreadable", "does not exist"),
        (".", "unreadable", "not a regular file"),
    ],
)
def test_where_references_may_not_lead(tmp_path: Path, load_files: Any, reference: str, code: str, words: str) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.yaml").write_text("TOP-SECRET: [")
    (tmp_path / "outside.yaml").write_text("TOP-SECRET: [")
    (tmp_path / "in").mkdir()
    os.symlink(secret / "secret.yaml", tmp_path / "in" / "link.yaml")
    os.symlink(secret, tmp_path / "in" / "folder")
    root = {"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": reference}}}}
    outcome = load_files({"in/openapi.json": root})
    errors = [found for found in outcome.diagnostics if found.severity is Severity.ERROR]
    assert [found.code for found in errors] == [code]
    assert words in errors[0].message
    assert errors[0].pointer == ("components", "schemas", "A")
    assert "TOP-SECRET" not in repr(list(outcome.diagnostics))


def test_allowed_roots(tmp_path: Path, load_files: Any) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "a.json").write_text('{"type": "string"}')
    root = {"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": "../shared/a.json"}}}}
    assert load_files({"in/openapi.json": root}).found("reference-outside")
    outcome = load_files({"in/openapi.json": root}, allowed_roots=("shared",))
    assert outcome.tree["components"]["schemas"] == {"A": {"type": "string"}}


def test_a_faulty_file_is_reported_once_where_the_fault_is(load_files: Any) -> None:
    root = {"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": "b.yaml#/A"}, "B": {"$ref": "b.yaml#/B"}}}}
    outcome = load_files({"root.json": root, "b.yaml": "A: {}\nB: {\n"})
    (found,) = outcome.found("yaml-syntax")
    assert (found.location.file, found.location.line) == ("b.yaml", 3)
    assert found.related == (
        ("referred to here", ("components", "schemas", "A")),
        ("referred to here", ("components", "schemas", "B")),
    )


def test_a_fault_in_another_file_is_located_there(load_files: Any) -> None:
    root = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": {"A": {"$ref": "b.yaml"}}},
    }
    outcome = load_files({"root.json": root, "b.yaml": "type: object\nrequired: 3\nitems:\n  $ref: '#/nope'\n"})
    places = {found.code: (found.location.file, found.location.line) for found in outcome.diagnostics}
    assert places == {"wrong-type": ("b.yaml", 2), "unresolvable-reference": ("b.yaml", 3)}


def test_anchors_and_ids(load_schemas: Any) -> None:
    outcome = load_schemas(
        A={"$anchor": "here", "type": "string"},
        B={"$id": "urn:example:b", "$defs": {"C": {"type": "integer"}}},
        Use={
            "properties": {
                "a": {"$ref": "#here"},
                "b": {"$ref": "urn:example:b"},
                "c": {"$ref": "urn:example:b#/$defs/C"},
            }
        },
    )
    assert not len(outcome.diagnostics)
    assert outcome.tree["components"]["schemas"]["Use"]["properties"] == {
        "a": {"$ref": "#/components/schemas/A"},
        "b": {"$ref": "#/components/schemas/B"},
        "c": {"$ref": "#/components/schemas/B/$defs/C"},
    }


def test_an_unknown_anchor(load_schemas: Any) -> None:
    assert "'nowhere'" in load_schemas(A={"$ref": "#nowhere"}).only("unresolvable-reference").message


def test_dynamic_references_are_plain_ones(load_schemas: Any) -> None:
    outcome = load_schemas(Tree={"$dynamicAnchor": "node", "items": {"$dynamicRef": "#node"}})
    assert outcome.tree["components"]["schemas"]["Tree"]["items"] == {"$ref": "#/components/schemas/Tree"}


@pytest.mark.parametrize(
    ("reference", "code"), [("#node", "unresolvable-reference"), ("#", "reference-type"), ("x.yaml", "unreadable")]
)
def test_dynamic_references_are_plain_ones_where_no_anchor_is_dynamic(
    load_schemas: Any, reference: str, code: str
) -> None:
    assert code in [found.code for found in load_schemas(Tree={"$dynamicRef": reference}).diagnostics]


def test_discriminator_mappings_become_references(load_schemas: Any) -> None:
    mapping = {"a": "Cat", "b": "#/components/schemas/Dog", "c": "Nobody"}
    outcome = load_schemas(
        Pet={"discriminator": {"propertyName": "kind", "mapping": mapping}}, Cat={"type": "object"}, Dog={}
    )
    assert outcome.tree["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {
        "a": "#/components/schemas/Cat",
        "b": "#/components/schemas/Dog",
        "c": "Nobody",
    }
    assert "'Nobody'" in outcome.only("unresolvable-mapping", Severity.WARNING).message
