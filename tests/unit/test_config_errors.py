"""Wrong configurations: what is said of them, where, and what a JSON Schema validator thinks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sdksmith.config import load_config
from sdksmith.config.schema import schema_of
from sdksmith.diagnostics import Failure
from sdksmith.targets.registry import options_of, target_names

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = schema_of({name: options for name in target_names() if (options := options_of(name)) is not None})

#: Text of the file -> the place, the message and the hint.
WRONG: dict[str, tuple[str, str, str]] = {
    "wrods = 'lodash'": ("1:1", "there is no key `wrods` in the configuration", "did you mean `words`?"),
    "words = 'lodahs'": ("1:1", '`words` can\'t be "lodahs"', 'did you mean "lodash"?'),
    "words = 1": ("1:1", '`words` must be "lodash" or "compact", not 1', 'write, for example: words = "lodash"'),
    "spec = ['a.yaml']": (
        "1:1",
        '`spec` must be a path or a URL, not ["a.yaml"]',
        'write, for example: spec = "openapi.yaml"',
    ),
    "overlays = 'a.yaml'": (
        "1:1",
        '`overlays` must be a list of paths, not "a.yaml"',
        'write, for example: overlays = ["fixes.yaml"]',
    ),
    "package = 'acme'": (
        "1:1",
        "there is no key `package` in the configuration",
        "did you mean `targets.python.package`?",
    ),
    "zebra = 'acme'": (
        "1:1",
        "there is no key `zebra` in the configuration",
        "there are: spec, overlays, words, exclude_lifecycle, file_header, edits, templates, input, pagination, diff, versioning, targets",
    ),
    "exclude_lifecycle = ['beta', 1]": (
        "1:1",
        '`exclude_lifecycle` must be a list of strings, not ["beta", 1]',
        'write, for example: exclude_lifecycle = ["beta"]',
    ),
    "input = 3": ("1:1", "`input` must be a table, not 3", "write [input] above its keys"),
    "[input]\nmax_bytes = 0": (
        "2:1",
        "`input.max_bytes` must be a whole number, at least 1, not 0",
        "write, for example: max_bytes = 50_000_000",
    ),
    "[input]\n# so deep\n  max_depth = 9_999": (
        "3:3",
        "`input.max_depth` must be a whole number, at least 1 and at most 2,000, not 9999",
        "write, for example: max_depth = 1000",
    ),
    "[input]\nheaders = {Authorization = 7}": (
        "2:1",
        "`input.headers` must be a table of headers, each a name and a string",
        'write, for example: headers = {"Authorization" = "Bearer ${DOCS_TOKEN}"}',
    ),
    "[input.headers]\n'Author ization' = 'secret'": (
        "1:1",
        "`input.headers` must be a table of headers, each a name and a string",
        'write, for example: headers = {"Authorization" = "Bearer ${DOCS_TOKEN}"}',
    ),
    "[pagination]\nenabled = 'yes'": (
        "2:1",
        '`pagination.enabled` must be true or false, not "yes"',
        "write, for example: enabled = false",
    ),
    "[pagination]\nconventions = ['ofset']": (
        "2:1",
        '`pagination.conventions` can\'t be "ofset"',
        'did you mean "offset"?',
    ),
    '[pagination.operations]\n"users.list" = "cursr"': (
        "2:1",
        '`pagination.operations."users.list"` can\'t be "cursr"',
        'did you mean "cursor"?',
    ),
    "[targets.pyton]": ("1:1", "there is no target 'pyton'", "did you mean 'python'?"),
    "[targets.cobol]": ("1:1", "there is no target 'cobol'", "there are: python, go, reference"),
    "targets = 1": (
        "1:1",
        "`targets` must be a table, with one for each target",
        "write, for example: [targets.python]",
    ),
    "[targets.python]\npakage = 'acme'": (
        "2:1",
        "there is no key `pakage` in [targets.python]",
        "did you mean `package`?",
    ),
    "[targets.python]\npackage = '../evil'": (
        "2:1",
        '`targets.python.package` must be an import name, not "../evil"',
        'write, for example: package = "acme.billing"',
    ),
    "[targets.python]\npackage = 'a.class'": (
        "2:1",
        "`targets.python.package` can't have 'class', a keyword of Python, as a name",
        "choose another name",
    ),
    "[targets.python]\nclient = 'None'": (
        "2:1",
        "`targets.python.client` can't have 'None', a keyword of Python, as a name",
        "choose another name",
    ),
    "[targets.python]\nversion = 'one'": (
        "2:1",
        '`targets.python.version` must be a PEP 440 version, as a string, not "one"',
        'write, for example: version = "1.0.0"',
    ),
    "[targets.python]\nversion = 1.0": (
        "2:1",
        "`targets.python.version` must be a PEP 440 version, as a string, not 1.0",
        'put it in quotes: version = "1.0"',
    ),
    "[targets.python]\ndistribution = 'my library'": (
        "2:1",
        '`targets.python.distribution` must be the name of a distribution, not "my library"',
        'write, for example: distribution = "acme-billing"',
    ),
    "[targets.python.client_credentials]\nsecret_in = 'body'": (
        "1:1",
        "`targets.python.client_credentials.client` is missing: it is a class name",
        'write, for example: client = "ManagementClient"',
    ),
    "[targets.python.client_credentials]\nclient = 'True'": (
        "2:1",
        "`targets.python.client_credentials.client` can't have 'True', a keyword of Python, as a name",
        "choose another name",
    ),
    "[targets.reference]\nlinks = [{text = 'Status'}]": (
        "2:1",
        "`targets.reference.links.url` is missing: it is an address that begins with http or https",
        'write, for example: url = "https://status.acme.com"',
    ),
    "targets.go.package = 'My'": (
        "1:1",
        '`targets.go.package` must be a name of lower-case letters and digits, not "My"',
        'write, for example: package = "billing"',
    ),
}
#: What only the program finds: no schema should repeat what the languages and their libraries take for themselves.
BEYOND_SCHEMA = {
    "[targets.go]\npackage = 'func'": "`targets.go.package` can't be 'func', a keyword of Go",
    "[targets.go]\npackage = 'main'": "`targets.go.package` can't be 'main', which is a program: nobody can import it",
    "[targets.python]\npackage = 'json.client'": (
        "`targets.python.package` can't begin with 'json', a module of Python's own"
    ),
    "[targets.python]\npackage = 'test'": "`targets.python.package` can't begin with 'test', a module of Python's own",
    "[targets.python]\npackage = 'pydantic'": (
        "`targets.python.package` can't begin with 'pydantic', which the package itself imports"
    ),
}


def found(text: str, tmp_path: Path, *overrides: str) -> list[tuple[str, str, str]]:
    """Return the place, the message and the hint of each error."""
    file = tmp_path / "sdksmith.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Failure) as failure:
        load_config(file, overrides, options_of=options_of, known=target_names)
    rows: list[tuple[str, str, str]] = []
    for each in failure.value.diagnostics:
        assert each.code == "config-invalid"
        assert each.location is not None
        rows.append((str(each.location).removeprefix(f"{file}:"), each.message, each.hint))
    return rows


def schema_errors(tree: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(tree)]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said_at_its_line_in_words_of_the_config(text: str, tmp_path: Path) -> None:
    assert found(text, tmp_path) == [WRONG[text]]


@pytest.mark.parametrize("text", WRONG)
def test_the_schema_refuses_it_too(text: str) -> None:
    assert schema_errors(tomllib.loads(text)) != []


@pytest.mark.parametrize("text", BEYOND_SCHEMA)
def test_names_that_make_a_library_nobody_can_import_are_refused(text: str, tmp_path: Path) -> None:
    assert [(place, message) for place, message, _ in found(text, tmp_path)] == [("2:1", BEYOND_SCHEMA[text])]


def test_the_schema_is_one_and_takes_what_is_right() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    config = (ROOT / "specs" / "sdksmith.toml").read_text(encoding="utf-8")
    assert schema_errors(tomllib.loads(config)) == []
    assert schema_errors({}) == []


def test_nothing_that_is_secret_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "sdksmith.toml"
    file.write_text("[input]\nheaders = {Authorization = ['hunter2']}\n", encoding="utf-8")
    with pytest.raises(Failure) as failure:
        load_config(file, (), options_of=options_of, known=target_names)
    assert "hunter2" not in repr(list(failure.value.diagnostics))


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    rows = found("wrods = 1\n\n[targets.python]\npakage = 'x'\ntests = 'no'\n[targets.go]\nmodul = 'x'\n", tmp_path)
    assert [place for place, _, _ in rows] == ["1:1", "4:1", "5:1", "7:1"]


def test_names_that_are_taken_are_said_beside_other_mistakes(tmp_path: Path) -> None:
    text = (
        "[targets.python]\nclient = 'None'\npackage = 'a.class'\nversion = 1.0\n"
        "client_credentials = {client = 'True', secret_in = 'head'}\n"
    )
    assert [message for _, message, _ in found(text, tmp_path)] == [
        "`targets.python.client` can't have 'None', a keyword of Python, as a name",
        "`targets.python.package` can't have 'class', a keyword of Python, as a name",
        "`targets.python.version` must be a PEP 440 version, as a string, not 1.0",
        '`targets.python.client_credentials.secret_in` can\'t be "head"',
        "`targets.python.client_credentials.client` can't have 'True', a keyword of Python, as a name",
    ]


def test_lines_are_found_whatever_the_spelling_of_the_file(tmp_path: Path) -> None:
    text = 'spec = """\nwords = 1\n"""\n[targets]\npython.package = "x y"\n["targets"."go"]\n"package" = "x y"\n'
    assert [place for place, _, _ in found(text, tmp_path)] == ["5:1", "7:1"]


def test_a_setting_of_the_command_line_is_named_as_such(tmp_path: Path) -> None:
    rows = found("words = 'compact'\n", tmp_path, "targets.python.tests=perhaps", "input.max_depth=x")
    assert [(place, message) for place, message, _ in rows] == [
        ("<command line>", '`input.max_depth` must be a whole number, at least 1 and at most 2,000, not "x"'),
        ("<command line>", '`targets.python.tests` must be true or false, not "perhaps"'),
    ]


@pytest.mark.parametrize("version", ["1.0", "2", "1.2.3", "1.0rc1", "1!2.0", "1.0.dev3", "1.0+local.1"])
def test_versions_are_texts_on_the_command_line(version: str) -> None:
    config = load_config(None, (f"targets.python.version={version}",), options_of=options_of)
    assert getattr(config.targets["python"], "version", "") == version
