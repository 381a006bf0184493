"""Every code that sdksmith can print, provoked by a document a few lines long: it names the right place and a way out."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import sdksmith
from sdksmith.cli import main
from sdksmith.report.catalogue import CATALOGUE, SECTIONS, reference

#: A document that is well but for what is put in its place.
HEAD = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n"
PATHS = HEAD + "paths:\n"
SCHEMAS = HEAD + "components:\n  schemas:\n"
OVERLAY = "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions:\n"
GOOD = HEAD + "paths: {}\n"
OK = "responses: {'200': {description: ok}}"
TOKEN_CLIENT = 'spec = "api.yaml"\n[targets.python.client_credentials]\nclient = "Tokens"\n'


@dataclass(frozen=True)
class Case:
    """What is run, and what is said.

    Attributes
    ----------
    code
        Of the finding that is looked for.
    files
        Name -> content; a document that is only a text is ``api.yaml``.
    place
        ``file:line:col``, or the file alone.
    arguments
        Of ``sdksmith generate``, after the document.
    exit_code
        Of the command.
    """

    code: str
    files: str | bytes | dict[str, str | bytes]
    place: str
    arguments: tuple[str, ...] = ()
    exit_code: int = 2
    document: str = "api.yaml"

    def __str__(self) -> str:
        return f"{self.code} {self.place}"


CASES = [
    # Reading files
    Case("empty-file", "", "api.yaml"),
    Case("encoding", HEAD.encode() + b"x: \xff", "api.yaml:3:4"),
    Case("too-large", GOOD, "api.yaml", ("--set", "input.max_bytes=10")),
    Case("unreadable", {}, "api.yaml"),
    Case("unreadable", SCHEMAS + "    A: {$ref: b.yaml}\n", "api.yaml:5:5"),
    # JSON and YAML
    Case("duplicate-key", GOOD + "info: {}\n", "api.yaml:4:1"),
    Case("duplicate-key", {"api.json": '{"a": 1,\n "a": 2}'}, "api.json:2:2", document="api.json"),
    Case("json-syntax", {"api.json": '{"a": 1,\n'}, "api.json:2:1", document="api.json"),
    Case("json-syntax", {"api.json": '{"a": "1\n'}, "api.json:2:1", document="api.json"),
    Case("json-syntax", {"api.json": '{"a" 1}'}, "api.json:1:6", document="api.json"),
    Case("lone-surrogate", {"api.json": '{"a":\n "\\ud800"}'}, "api.json:2:3", document="api.json"),
    Case("multiple-documents", GOOD + "---\na: 1\n", "api.yaml:4:1"),
    Case("number", {"api.json": '{"a":\n NaN}'}, "api.json:2:2", document="api.json"),
    Case("number", GOOD + "x: " + "9" * 5_000, "api.yaml:4:4"),
    Case("too-deep", GOOD + "x: " + "[" * 30 + "]" * 30, "api.yaml:4:23", ("--set", "input.max_depth=20")),
    Case(
        "too-many-nodes", GOOD + "x: &x [1, 2, 3]\ny: [*x, *x, *x]\n", "api.yaml:5:13", ("--set", "input.max_nodes=12")
    ),
    Case("yaml-alias", GOOD + "x: *nothing\n", "api.yaml:4:4"),
    Case("yaml-alias", GOOD + "x: &x [*x]\n", "api.yaml:4:8"),
    Case("yaml-key", GOOD + "? [a]\n: 1\n", "api.yaml:4:3"),
    Case("yaml-merge", GOOD + "x: {<<: 1}\n", "api.yaml:4:9"),
    Case("yaml-syntax", HEAD + "paths: {a: [}\n", "api.yaml:3:13"),
    Case("yaml-tab", HEAD + "paths:\n\ta: 1\n", "api.yaml:4:1"),
    Case("yaml-tag", GOOD + "x: !!python/object:os.system x\n", "api.yaml:4:4"),
    # The document as a whole
    Case("missing-field", "info: {}\n", "api.yaml:1:1"),
    Case("missing-field", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n", "api.yaml:1:1"),
    Case("missing-field", HEAD, "api.yaml:1:1"),
    Case("missing-field", "openapi: 3.1.0\npaths: {}\n", "api.yaml:1:1", exit_code=0),
    Case("missing-field", HEAD + "components:\n  parameters:\n    P: {name: p, schema: {}}\n", "api.yaml:5:5"),
    Case("top-level", "[]", "api.yaml:1:1"),
    Case("unsupported-version", "swagger: '2.0'\n", "api.yaml:1:1"),
    Case("unsupported-version", "openapi: 4.0.0\n", "api.yaml:1:1"),
    # References
    Case("circular-reference", SCHEMAS + "    A: {$ref: '#/components/schemas/A'}\n", "api.yaml:5:5"),
    Case(
        "circular-reference",
        {"api.yaml": SCHEMAS + "    A: {$ref: b.yaml}\n", "b.yaml": "$ref: api.yaml#/components/schemas/A\n"},
        "api.yaml:5:5",
    ),
    Case("circular-reference", PATHS + "  /a: {$ref: '#/paths/~1a'}\n", "api.yaml:4:3"),
    Case(
        "reference-kind",
        SCHEMAS + "    A: {$ref: '#/components/parameters/P'}\n  parameters: {P: {name: p, in: query, schema: {}}}\n",
        "api.yaml:5:5",
        exit_code=0,
    ),
    Case("reference-outside", SCHEMAS + "    A: {$ref: ../../b.yaml}\n", "api.yaml:5:5"),
    Case("reference-outside", SCHEMAS + "    A: {$ref: 'file:///b.yaml'}\n", "api.yaml:5:5"),
    Case(
        "reference-type",
        SCHEMAS + "    A: {$ref: '#/x-b'}\nx-b: text\n",
        "api.yaml:5:5",
    ),
    Case("remote-reference", SCHEMAS + "    A: {$ref: 'https://localhost/b.yaml'}\n", "api.yaml:5:5"),
    Case(
        "unresolvable-example",
        GOOD + "components: {examples: {one: {$ref: '#/components/examples/Gone'}}}\n",
        "api.yaml:4:25",
        exit_code=0,
    ),
    Case(
        "unresolvable-mapping",
        SCHEMAS + "    A:\n      discriminator:\n        propertyName: kind\n        mapping: {b: '#/nowhere'}\n",
        "api.yaml:8:19",
        exit_code=0,
    ),
    Case("default-type", SCHEMAS + "    A:\n      type: integer\n      default: a\n", "api.yaml:7:7", exit_code=0),
    Case("empty-enum", SCHEMAS + "    A:\n      type: string\n      enum: []\n", "api.yaml:7:7", exit_code=0),
    Case("impossible-limit", SCHEMAS + "    A:\n      minimum: 3\n      maximum: 2\n", "api.yaml:6:7", exit_code=0),
    Case("invalid-pattern", SCHEMAS + "    A:\n      type: string\n      pattern: '(a'\n", "api.yaml:7:7", exit_code=0),
    Case(
        "body-parameter",
        HEAD + "paths: {/a: {get: {parameters: [{name: b, in: body, schema: {}}], " + OK + "}}}\n",
        "api.yaml:3:33",
        exit_code=0,
    ),
    Case(
        "header-name",
        HEAD + "paths: {/a: {get: {parameters: [{name: 'a b', in: header, schema: {}}], " + OK + "}}}\n",
        "api.yaml:3:33",
        exit_code=0,
    ),
    Case("unknown-security-scheme", GOOD + "security: [{gone: []}]\n", "api.yaml:4:13", exit_code=0),
    Case("unresolvable-reference", SCHEMAS + "    A: {$ref: '#/components/schemas/B'}\n", "api.yaml:5:5"),
    # Types and values
    Case("null-value", SCHEMAS + "    A:\n", "api.yaml:5:5", exit_code=0),
    Case("null-value", SCHEMAS + "    A: {title: null}\n", "api.yaml:5:9", exit_code=0),
    Case("unknown-type", SCHEMAS + "    A: {type: strnig}\n", "api.yaml:5:9", exit_code=0),
    Case("wrong-type", SCHEMAS + "    A: 5\n", "api.yaml:5:5", exit_code=0),
    Case("wrong-type", SCHEMAS + "    A: {properties: [a]}\n", "api.yaml:5:9", exit_code=0),
    Case("wrong-type", SCHEMAS + "    A: {minLength: '5'}\n", "api.yaml:5:9", exit_code=0),
    Case("wrong-type", HEAD + "paths: []\n", "api.yaml:3:1"),
    Case("wrong-type", "openapi: []\n", "api.yaml:1:1"),
    # Operations
    Case(
        "duplicate-operation-id",
        PATHS + f"  /a:\n    get: {{operationId: a, {OK}}}\n    put: {{operationId: a, {OK}}}\n",
        "api.yaml:6:11",
        exit_code=0,
    ),
    Case(
        "duplicate-parameter",
        PATHS + f"  /a:\n    get:\n      {OK}\n      parameters:\n" + "      - {name: p, in: query, schema: {}}\n" * 2,
        "api.yaml:9:9",
        exit_code=0,
    ),
    Case(
        "parameter-without-schema",
        PATHS + f"  /a:\n    get:\n      {OK}\n      parameters: [{{name: p, in: query}}]\n",
        "api.yaml:7:20",
        exit_code=0,
    ),
    Case("path-without-slash", PATHS + f"  a: {{get: {{{OK}}}}}\n", "api.yaml:4:3", exit_code=0),
    Case("undeclared-path-parameter", PATHS + f"  '/{{a}}':\n    get: {{{OK}}}\n", "api.yaml:4:3", exit_code=0),
    Case(
        "unused-path-parameter",
        PATHS
        + f"  /a:\n    get:\n      {OK}\n      parameters: [{{name: p, in: path, required: true, schema: {{}}}}]\n",
        "api.yaml:7:20",
        exit_code=0,
    ),
    # What is only partly supported
    Case("degraded", SCHEMAS + "    A: {type: strnig}\n", "api.yaml:5:9", ("--strict",)),
    Case("degraded", SCHEMAS + "    A: {type: strnig}\n", "api.yaml:5:9", ("--fail-on", "warning")),
    Case("unknown-type", SCHEMAS + "    A: {type: strnig}\n", "api.yaml:5:9", ("--fail-on", "warning")),
    Case("degraded", SCHEMAS + "    A: {type: strnig}\n", "api.yaml:5:9", exit_code=0),
    Case("rejected", SCHEMAS + "    A: {typ: string}\n", "api.yaml:5:9", ("--strict",)),
    # Validation
    Case("invalid-openapi", PATHS + "  /a: {get: {responses: {}}}\n", "api.yaml:4:14", ("--validate",)),
    # Overlays
    Case(
        "overlay-conflict",
        {"api.yaml": GOOD, "o.yaml": OVERLAY + "- {target: $.info, update: {title: [1]}}\n"},
        "o.yaml:4:29",
        ("--overlay", "o.yaml"),
    ),
    Case("overlay-invalid", {"api.yaml": GOOD, "o.yaml": OVERLAY + "- 1\n"}, "o.yaml:4:3", ("--overlay", "o.yaml")),
    Case(
        "overlay-invalid",
        {"api.yaml": GOOD, "o.yaml": OVERLAY + "- {target: $.info.x-a, remove: true}\n"},
        "o.yaml:4:4",
        ("--overlay", "o.yaml"),
    ),
    Case(
        "overlay-no-match",
        {"api.yaml": GOOD, "o.yaml": OVERLAY + "- {target: $.tags, remove: true}\n"},
        "o.yaml:4:4",
        ("--overlay", "o.yaml"),
        exit_code=0,
    ),
    Case(
        "overlay-too-complex",
        {"api.yaml": GOOD, "o.yaml": OVERLAY + f"- {{target: ${'.a' * 6_000}, remove: true}}\n"},
        "o.yaml:4:4",
        ("--overlay", "o.yaml"),
    ),
    # Configuration
    Case("client-credentials", {"api.yaml": GOOD, "sdksmith.toml": TOKEN_CLIENT}, "sdksmith.toml:2:1", exit_code=3),
    Case("config-invalid", {"api.yaml": GOOD, "sdksmith.toml": "wrods = 1"}, "sdksmith.toml:1:1", exit_code=3),
    Case(
        "config-invalid",
        {"api.yaml": GOOD, "sdksmith.toml": "[pagination]\nenabled = true\n[input]\n  max_depth = 'x'\n"},
        "sdksmith.toml:4:3",
        exit_code=3,
    ),
    Case(
        "name-pin",
        {"api.yaml": GOOD, "sdksmith.toml": '[targets.python.names]\n"Pett" = "Animal"\n'},
        "sdksmith.toml:2:1",
        exit_code=3,
    ),
    Case("config-override", GOOD, "<command line>", ("--set", "words"), 3),
    Case("config-syntax", {"api.yaml": GOOD, "sdksmith.toml": "a = "}, "sdksmith.toml:1:5", exit_code=3),
    Case("config-syntax", {"api.yaml": GOOD, "sdksmith.toml": "a = 1\n[b"}, "sdksmith.toml:2:3", exit_code=3),
    Case("config-syntax", {"api.yaml": GOOD, "sdksmith.toml": b"\xff"}, "sdksmith.toml", exit_code=3),
    Case(
        "import-budget",
        {"api.yaml": GOOD, "sdksmith.toml": "[targets.python.import_budget]\nimport = 30\n"},
        "api.yaml:1:1",
        exit_code=0,
    ),
    Case(
        "import-budget",
        {
            "api.yaml": GOOD,
            "sdksmith.toml": "[targets.python]\ntests = true\nimport_budget = {first_call = 9, method = 'a.b'}\n",
        },
        "api.yaml:1:1",
    ),
    Case(
        "logo-unreadable",
        {"api.yaml": GOOD, "sdksmith.toml": '[targets.reference]\nlogo = "none.svg"\n'},
        "none.svg",
        exit_code=3,
    ),
    Case(
        "migration-unreadable",
        {"api.yaml": GOOD, "sdksmith.toml": '[targets.python]\nmigration = "none.md"\n'},
        "none.md",
        exit_code=3,
    ),
    Case(
        "no-such-word",
        {"api.yaml": GOOD, "sdksmith.toml": '[targets.reference.translations]\nserach = "Suche"\n'},
        "sdksmith.toml:2:1",
        exit_code=3,
    ),
    Case(
        "tests-folder",
        {"api.yaml": GOOD, "sdksmith.toml": '[targets.python]\npackage = "tests"\ntests = true\n'},
        "api.yaml:1:1",
    ),
    Case("no-document", {}, "<command line>", exit_code=3, document=""),
    # Templates of the user's own
    *(
        Case(code, {"api.yaml": GOOD, "t/python/root.py.j2": text}, f"t/python/{place}", ("--set", "templates=t"), 3)
        for code, text, place in (
            ("template-error", "\n{{ 1 / 0 }}", "root.py.j2:2:1"),
            ("template-field", "{{ rot }}", "root.py.j2:1:4"),
            ("template-output", "\nclass:", "root.py.j2:2:1"),
            ("template-syntax", "{{", "root.py.j2:1:1"),
        )
    ),
    Case(
        "template-unknown",
        {"api.yaml": GOOD, "t/python/rot.py.j2": "text"},
        "t/python/rot.py.j2:1:1",
        ("--set", "templates=t"),
        3,
    ),
    Case("template-unreadable", GOOD, "t", ("--set", "templates=t"), 3),
    # Writing
    Case("foreign-file", {"api.yaml": GOOD, "out/pyproject.toml": "mine"}, "out/pyproject.toml", exit_code=3),
    Case("output-blocked", {"api.yaml": GOOD, "out/pyproject.toml/a": "mine"}, "out/pyproject.toml", exit_code=3),
    Case(
        "output-manifest",
        {"api.yaml": GOOD, "out/.sdksmith-manifest.json": "?"},
        "out/.sdksmith-manifest.json",
        exit_code=3,
    ),
    Case("output-unwritable", GOOD, "api.yaml/package", ("--output", "api.yaml/package"), 3),
]

#: Codes that no small document brings about, and where they are tested.
ELSEWHERE = {
    "custom-class": "tests/custom/test_faults.py",
    "custom-folder": "tests/custom/test_faults.py",
    "custom-import": "tests/custom/test_faults.py",
    "custom-missing": "tests/custom/test_faults.py",
    "custom-name": "tests/custom/test_faults.py",
    "custom-override": "tests/custom/test_faults.py",
    "custom-source": "tests/custom/test_faults.py",
    "custom-unknown": "tests/custom/test_faults.py",
    "header-variable": "tests/unit/document/test_fetching.py",
    "edit-conflict": "tests/edits/test_keeping.py",
    "edit-invalid": "tests/edits/test_keeping.py",
    "edit-unresolved": "tests/edits/test_keeping.py",
    "edited-file": "below",
    "git-missing": "tests/edits/test_keeping.py",
    "no-base": "tests/edits/test_keeping.py",
    "no-edit": "tests/edits/test_keeping.py",
    "stale-file-kept": "below",
    "config-unreadable": "tests/unit/test_config.py",
    "no-such-state": "tests/changes/test_diff.py",
    "no-library": "tests/changes/test_folders.py",
    "nothing-accepted": "tests/changes/test_formats.py",
    "no-release": "tests/changes/test_release.py",
    "no-wire-test": "tests/e2e/test_wire_tests.py",
    "output-collision": "tests/unit/output/test_render.py",
    "output-path": "tests/unit/output/test_write.py",
    "search-index": "tests/reference/test_search.py",
    "template-changed": "tests/templates/test_contract.py",
    "template-outdated": "tests/templates/test_contract.py",
    "unaccounted-input": "tests/unit/cli/test_generate.py",
    "unencodable-text": "tests/unit/cli/test_generate.py",
}


def run(folder: Path, case: Case, *more: str) -> int:
    document = [case.document] if case.document else []
    with pytest.raises(SystemExit) as ended:
        main(["generate", *document, "--output", "out", *case.arguments, *more])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, case: Case) -> None:
    files = case.files if isinstance(case.files, dict) else {"api.yaml": case.files}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_names_the_place_and_a_way_out(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, case)

    code = run(folder, case, "--format", "json")
    output = json.loads(capsys.readouterr().out)

    places = {
        found["file"] + (f":{found['line']}:{found['column']}" if found["line"] else "")
        for found in output["diagnostics"]
        if found["code"] == case.code
    }
    assert case.place in places, output["diagnostics"]
    assert code == output["exit_code"] == case.exit_code
    assert (folder / "out" / "README.md").exists() == (code == 0)
    for found in output["diagnostics"]:
        assert found["message"] and not found["message"].endswith("."), found
        assert "Traceback" not in found["message"]
        if found["severity"] != "note":
            assert found["hint"] and not found["hint"].endswith("."), found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_people_see_it_with_its_line_and_a_caret(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, case)

    run(folder, case)
    printed = capsys.readouterr().err

    shown = re.findall(r"^(\S.*?)(?:#\S*)?: (?:error|warning)\[([a-z-]+)\]: ", printed, flags=re.MULTILINE)
    if case.code in ("degraded",) and case.exit_code == 0:
        assert (case.place, case.code) not in shown
        return
    assert (case.place, case.code) in shown, printed
    # Several faults may stand at one place, but each is said once.
    said = [line for line in printed.splitlines() if re.match(r"\S.*: (error|warning)\[", line)]
    assert len(said) == len(set(said)), printed
    # Behind the end of a file there is no line to show.
    if ":" in case.place and "unexpected end" not in printed:
        after = printed.partition(f"{case.place}: ")[2].splitlines()
        assert re.match(r" \d+ \| ", after[1]), printed
        assert after[2].strip(" |") == "^", printed


def test_an_edited_file_is_not_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Case("edited-file", GOOD, "")
    write(folder, case)
    run(folder, case)
    (folder / "out" / "README.md").write_text("mine")

    assert run(folder, case) == 3
    assert "out/README.md: error[edited-file]" in capsys.readouterr().err


def test_a_stale_file_that_was_edited_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Case("stale-file-kept", SCHEMAS + "    Pet: {properties: {a: {type: string}}}\n", "")
    write(folder, case)
    run(folder, case)
    (stale,) = (folder / "out").rglob("pet.py")
    stale.write_text("mine")
    (folder / "api.yaml").write_text(GOOD)

    assert run(folder, case) == 0
    assert f"{stale.relative_to(folder).as_posix()}: warning[stale-file-kept]" in capsys.readouterr().err


def test_every_code_is_provoked_by_a_test(repository: Path) -> None:
    assert {case.code for case in CASES} | ELSEWHERE.keys() == CATALOGUE.keys()
    for code, file in ELSEWHERE.items():
        if file != "below":
            assert code in (repository / file).read_text("utf-8"), f"{file} does not test {code}"


def codes_in_the_source() -> Iterator[str]:
    """Yield what is given as a code wherever a diagnostic is made."""
    root = Path(sdksmith.__file__).parent
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position = {"report": 1}.get(name, 0)
            if (
                name.removeprefix("_")
                in (
                    "Diagnostic",
                    "InputProblem",
                    "error",
                    "warning",
                    "note",
                    "report",
                    "Oddity",
                    "at_config",
                    "at_code",
                    "say",
                )
                and node.args[position:]
            ):
                yield from _constants(node.args[position])
                yield from _constants(node.args[0])
        # Where a code is chosen first: code, message = "edited-file", "...".
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("(code, message"):
                assert isinstance(node.value, ast.Tuple)
                yield from _constants(node.value.elts[0])


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", node.value):
        yield node.value


def test_the_catalogue_is_what_the_source_has() -> None:
    assert set(codes_in_the_source()) == CATALOGUE.keys()
    assert sum(map(len, SECTIONS.values())) == len(CATALOGUE)


def test_the_documentation_is_the_catalogue(repository: Path) -> None:
    text = (repository / "docs" / "diagnostics.md").read_text("utf-8")
    begin, end = "<!-- codes: sdksmith.report.catalogue.reference() -->\n\n", "<!-- end of codes -->\n"

    assert text.partition(begin)[2].partition(end)[0] == reference() + "\n"
