"""The commands, with stand-ins for the stages: what is tested is how results become output and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from sdksmith import __version__
from sdksmith.cli import main
from sdksmith.config import Config, LoadConfig
from sdksmith.config.keys import keys_of
from sdksmith.diagnostics import Diagnostics, Failure, Location, Pointer
from sdksmith.model import Alias, Api, ApiInfo, Component, Disposition, Group, Ledger, Operation, Primitive
from sdksmith.planned import PlannedFile
from sdksmith.project import open_project
from sdksmith.starter import starter_config
from sdksmith.targets.python.options import PythonOptions


@dataclass
class Document:
    """What the stages need of a document."""

    name: str
    tree: dict[str, Any] = field(default_factory=lambda: {"info": {"title": "The Acme Billing API"}})
    version: str = "3.1"

    def locate(self, pointer: Pointer) -> Location:
        return Location(self.name, 4, 2, pointer, "  excerpt")

    is_as_written = True

    def sources(self) -> tuple[tuple[str, str, str], ...]:
        return ()

    def at(self, pointer: Pointer) -> object:
        raise KeyError(pointer)


class Stages:
    """Stand-ins, whose behaviour a test may change."""

    def __init__(self) -> None:
        self.files = {"a.py": "A = 1\n", "b.py": "B = 1\n"}
        self.loaded: list[str] = []
        self.overlays: tuple[str, ...] = ()
        self.limits: list[LoadConfig] = []
        self.on_load: Callable[[Diagnostics], object] = lambda _: None
        self.on_parse: Callable[[Diagnostics, Ledger], object] = lambda _, __: None
        self.on_validate: Callable[[Diagnostics], object] = lambda _: None

    def load(
        self, source: str, limits: LoadConfig, diagnostics: Diagnostics, overlays: tuple[str, ...] = ()
    ) -> Document:
        self.loaded.append(source)
        self.overlays = overlays
        self.limits.append(limits)
        self.on_load(diagnostics)
        return Document(source)

    def validate(self, _: Document, diagnostics: Diagnostics) -> None:
        self.on_validate(diagnostics)

    def parse(self, _: Document, __: Config, diagnostics: Diagnostics, ledger: Ledger) -> Api:
        self.on_parse(diagnostics, ledger)
        ledger.count("operation", "GET /users", Disposition.GENERATED)
        operation = Operation(("paths", "/users", "get"), ("users",), "list", "get", "/users")
        group = Group((), groups=(Group(("users",), (operation,)),))
        symbol = ("components", "schemas", "Name")
        alias = Alias(symbol, Component("Name"), Primitive("string"))
        return Api(ApiInfo("Acme", "2"), (), (), (), group, {symbol: alias})

    def plan(self, *_: object) -> list[PlannedFile]:
        return [PlannedFile(path, "text", {"text": text}) for path, text in self.files.items()]


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    stand_ins = Stages()
    # Whole modules, so that no real stage is imported.
    for parent, name, functions in (
        ("sdksmith", "document", ("load", "validate")),
        ("sdksmith", "parser", ("parse",)),
        ("sdksmith.targets.python", "plan", ("plan",)),
    ):
        module = ModuleType(f"{parent}.{name}")
        for function in functions:
            setattr(module, function, getattr(stand_ins, function))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(import_module(parent), name, module, raising=False)
    templates = tmp_path_factory.mktemp("templates")
    (templates / "python").mkdir()
    (templates / "python" / "text").write_text("{{ text }}")
    monkeypatch.setattr(import_module("sdksmith.output.render"), "templates_folder", lambda: templates)
    return stand_ins


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SDKSMITH_TRACEBACK", raising=False)
    yield tmp_path
    os.environ.pop("SDKSMITH_TRACEBACK", None)


@dataclass
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run the command line in this process."""

    def call(*arguments: str) -> Run:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, captured.out, captured.err)

    return call


Command = Callable[..., Run]


def fail(code: str = "bad-document") -> Callable[[Diagnostics], None]:
    return lambda diagnostics: diagnostics.error(code, "it is bad", pointer=("paths",))


def test_generate_writes_and_says_what(stages: Stages, run: Command, folder: Path) -> None:
    result = run("generate", "api.yaml", "--output", "out")

    said = (
        "generated 1 operation, 1 type -> out (2 files: 2 written, 0 unchanged, 0 removed)\nnext: pip install ./out\n"
    )
    assert result == Run(0, said, "")
    assert (folder / "out" / "a.py").read_text() == "A = 1\n"
    assert stages.loaded == ["api.yaml"]


def test_a_second_run_changes_only_what_changed(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")
    stages.files = {"a.py": "A = 2\n"}

    assert "(1 file: 1 written, 0 unchanged, 1 removed)" in run("generate", "api.yaml", "--output", "out").out


def test_what_changed_is_named_the_first_ten_of_it(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")
    stages.files = {"a.py": "A = 2\n", "new.py": ""}
    assert run("generate", "api.yaml", "--output", "out").out.splitlines()[1:] == [
        "  changed  a.py",
        "  removed  b.py",
        "  added    new.py",
    ]

    stages.files |= {f"f{number:02}.py": "" for number in range(12)}
    assert run("generate", "api.yaml", "--output", "out").out.splitlines()[-2:] == [
        "  added    f09.py",
        "  ... and 2 more",
    ]


def test_verbose_names_the_stages_with_their_times_and_all_that_changed(stages: Stages, run: Command) -> None:
    stages.files |= {f"f{number:02}.py": "" for number in range(12)}

    lines = run("generate", "api.yaml", "--output", "out", "--no-cache", "-v").out.splitlines()

    assert [line.split()[1] for line in lines if line.startswith("  added")] == sorted(stages.files)
    times = [re.fullmatch(r"(.+?) +\d+\.\d{3} s", line) for line in lines]
    assert [found[1] for found in times if found] == [
        "starting",
        "reading",
        "parsing",
        "planning python",
        "rendering python",
        "writing",
        "in all",
    ]
    both = run("generate", "api.yaml", "-q", "-v")
    assert (both.code, "exclude each other" in both.err) == (3, True)


def test_json_of_generate_is_as_documented(stages: Stages, run: Command) -> None:
    page = (Path(__file__).parents[2] / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    schemas = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]
    assert len(schemas) == 3

    def generate(*options: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("generate", "api.yaml", "-o", "out", "--format", "json", *options).out)
        for schema in schemas[:2]:
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.validate(found, schema)
        (target,) = found["targets"]
        assert set(target) == set(schemas[1]["properties"]["targets"]["items"]["required"])
        return found

    first = generate("--no-cache")
    assert first["targets"][0]["added"] == ["a.py", "b.py"]
    assert first["targets"][0]["next"] == "pip install ./out"
    assert [each["stage"] for each in first["timings"]][-1] == "writing"
    stages.files = {"a.py": "A = 2\n"}
    differing = generate("--no-cache", "--check", "--diff")
    assert [each["path"] for each in differing["targets"][0]["drift"]][1:] == ["a.py", "b.py"]
    assert "+A = 2" in differing["targets"][0]["drift"][1]["diff"]
    changed = generate("--no-cache")["targets"][0]
    assert (changed["written"], changed["added"], changed["removed"]) == (["a.py"], [], ["b.py"])


def test_quiet_says_nothing_when_all_is_well(stages: Stages, run: Command) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    assert run("generate", "api.yaml", "--output", "out", "--quiet") == Run(0, "", "")


def test_errors_of_the_document_exit_2_and_write_nothing(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_parse = lambda diagnostics, _: fail()(diagnostics)

    result = run("generate", "api.yaml", "--output", "out")

    assert (result.code, result.out) == (2, "")
    assert "api.yaml:4:2: error[bad-document]: it is bad" in result.err
    assert not (folder / "out").exists()


def test_a_stage_that_gives_up_is_reported_with_its_places(stages: Stages, run: Command) -> None:
    def give_up(diagnostics: Diagnostics, _: Ledger) -> None:
        fail()(diagnostics)
        raise Failure(diagnostics)

    stages.on_parse = give_up

    assert "api.yaml:4:2: error[bad-document]" in run("generate", "api.yaml").err


def test_check_exits_0_when_nothing_differs(stages: Stages, run: Command) -> None:
    run("generate", "api.yaml", "--output", "out")

    assert run("generate", "api.yaml", "--output", "out", "--check") == Run(0, "out is up to date (2 files)\n", "")


def test_check_exits_1_and_names_what_differs(stages: Stages, run: Command, folder: Path) -> None:
    run("generate", "api.yaml", "--output", "out")
    (folder / "out" / "a.py").write_text("edited")
    stages.files["new.py"] = ""
    del stages.files["b.py"]

    result = run("generate", "api.yaml", "--output", "out", "--check", "--quiet")

    assert result.code == 1
    assert result.out.splitlines()[1:] == [
        "differs  a.py (edited by hand)",
        "stale    b.py",
        "missing  new.py",
        "out is out of date: 4 files differ",
    ]
    assert (folder / "out" / "a.py").read_text() == "edited"
    assert not (folder / "out" / "new.py").exists()


def test_check_names_the_first_20(stages: Stages, run: Command) -> None:
    stages.files = {f"f{number:02}.py": "" for number in range(40)}

    lines = run("generate", "api.yaml", "--output", "out", "--check").out.splitlines()

    assert lines[20] == "... and 21 more"
    assert len(lines) == 22


def test_an_output_folder_that_is_in_use_exits_3(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "a.py").write_text("mine")

    result = run("generate", "api.yaml", "--output", ".")

    assert result.code == 3
    assert "error[foreign-file]" in result.err
    assert sorted(file.name for file in folder.iterdir()) == ["a.py"]
    assert run("generate", "api.yaml", "--output", ".", "--force").code == 0


def degrade(_: Diagnostics, ledger: Ledger) -> None:
    ledger.record(("paths", "/x"), "keyword", "not", Disposition.DEGRADED, "Any: it can't be said")
    ledger.unaccounted.append((("paths", "/y"), "mystery"))


def test_degradation_is_mentioned(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    result = run("generate", "api.yaml", "--output", "out")

    assert result.code == 0
    assert "\n1 part of the document is only partly supported:\n  api.yaml:4:2: 'not' (keyword): Any: " in result.out


def test_strict_makes_degradation_an_error(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_parse = degrade

    result = run("generate", "api.yaml", "--output", "out", "--strict")

    assert result.code == 2
    assert "error[degraded]: 'not' (keyword) is only partly supported: Any: it can't be said" in result.err
    assert "error[unaccounted-input]" in result.err
    assert not (folder / "out").exists()


def test_what_is_no_character_is_not_written(stages: Stages, run: Command, folder: Path) -> None:
    stages.files["odd.py"] = "A = '\ud800'\n"

    result = run("generate", "api.yaml", "--output", "out")

    assert result.code == 2
    assert "odd.py: error[unencodable-text]" in result.err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("fail_on", ["warning", "degraded"])
@pytest.mark.parametrize("command", ["generate", "inspect"])
def test_fail_on_makes_errors(stages: Stages, run: Command, folder: Path, command: str, fail_on: str) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--fail-on", fail_on)

    assert (result.code, "error[w]" in result.err) == ((2, True) if fail_on == "warning" else (0, False))
    stages.on_parse = degrade
    result = run(command, "api.yaml", *more, "--fail-on", fail_on)
    assert result.code == 2
    assert "error[degraded]" in result.err
    assert ("error[w]" in result.err, "warning[w]" in result.err) == (fail_on == "warning", fail_on == "degraded")


def test_nothing_is_written_when_a_warning_fails_the_run(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    run("generate", "api.yaml", "--output", "out", "--fail-on", "warning")

    assert not (folder / "out").exists()


def test_validate_fails_on_warnings_when_asked(stages: Stages, run: Command) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    assert run("validate", "api.yaml").code == 0
    assert run("validate", "api.yaml", "--fail-on", "warning").code == 2


def test_what_is_degraded_is_a_note_for_programs(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    assert "degraded]" not in run("generate", "api.yaml", "--output", "out").err
    found = json.loads(run("generate", "api.yaml", "--output", "out", "--format", "json").out)["diagnostics"]
    assert [(each["code"], each["severity"]) for each in found] == [("degraded", "note"), ("unaccounted-input", "note")]


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
@pytest.mark.parametrize("failing", [False, True])
def test_sarif_is_alone_on_standard_output(stages: Stages, run: Command, command: str, failing: bool) -> None:
    stages.on_load = fail() if failing else lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--format", "sarif")

    log = json.loads(result.out)
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True, "exitCode": 2 if failing else 0}]
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["bad-document" if failing else "w"]
    assert "api.yaml:4:2: " in result.err


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
def test_workflow_commands_are_alone_on_standard_output(stages: Stages, run: Command, command: str) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--format", "github")

    assert result.out == "::warning file=api.yaml,line=4,col=2,title=w::careful\n"
    assert result.err != ""


def test_overlays_of_the_command_line_come_after_those_of_the_config(
    stages: Stages, run: Command, folder: Path
) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "my.toml").write_text('spec = "api.json"\noverlays = ["a.yaml", "../b.yaml"]\n')

    run("inspect", "--config", "specs/my.toml", "--overlay", "c.yaml", "--overlay", "d.yaml")

    assert stages.overlays == (
        str(Path("specs") / "a.yaml"),
        str(Path("specs") / "../b.yaml"),
        "c.yaml",
        "d.yaml",
    )


def test_generate_validates_when_asked(stages: Stages, run: Command) -> None:
    stages.on_validate = fail("not-valid")

    assert run("generate", "api.yaml", "--output", "out").code == 0
    assert run("generate", "api.yaml", "--output", "out", "--validate").code == 2


def test_generate_as_json(stages: Stages, run: Command) -> None:
    stages.on_parse = lambda diagnostics, _: diagnostics.warning("w", "careful", pointer=("a",))

    result = run("generate", "api.yaml", "--output", "out", "--format", "json")

    assert result.err == ""
    found = json.loads(result.out)
    (target,) = found["targets"]
    assert (target["target"], target["written"]) == ("python", ["a.py", "b.py"])
    assert (found["exit_code"], target["operations"], target["types"], target["files"]) == (0, 1, 1, 2)
    assert [diagnostic["code"] for diagnostic in found["diagnostics"]] == ["w"]


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
def test_errors_as_json(stages: Stages, run: Command, command: str) -> None:
    stages.on_load = fail()

    result = run(command, "api.yaml", "--format", "json")

    assert (result.code, result.err) == (2, "")
    found = json.loads(result.out)
    assert found["exit_code"] == 2
    assert (found["diagnostics"][0]["file"], found["diagnostics"][0]["line"]) == ("api.yaml", 4)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["generate", "--bogus"],
        ["generate", "a", "--target", "cobol"],
        ["generate", "--config", "none.toml"],
        [],
    ],
)
def test_wrong_usage_exits_3(run: Command, arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.code == 3
    assert "Traceback" not in result.err


def test_no_document_exits_3(run: Command) -> None:
    result = run("generate")

    assert result.code == 3
    assert "no OpenAPI document was given" in result.err


def test_a_bad_config_exits_3(run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text("wrods = 1")

    result = run("generate", "api.yaml")

    assert result.code == 3
    assert "wrods" in result.err


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file or directory"), (b"\xff", "it is not UTF-8")])
def test_a_text_that_can_not_be_read_exits_3(content: bytes | None, reason: str, run: Command, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "sdksmith.toml").write_text('[targets.python]\nmigration = "moving.md"\n')
    if content is not None:
        (folder / "sub" / "moving.md").write_bytes(content)

    result = run("generate", "api.json", "--config", "sub/sdksmith.toml")

    assert result.code == 3
    assert (
        f"sub/moving.md: error[migration-unreadable]: the text that `migration` names can't be read: {reason}"
        in result.err
    )
    assert not (folder / "generated").exists()


def test_a_bad_setting_exits_3(run: Command) -> None:
    assert run("generate", "api.yaml", "--set", "wrods=1").code == 3


def test_the_config_of_the_current_folder_names_document_and_output(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text('spec = "api.json"\n[targets.python]\noutput = "library"\n')

    assert run("generate").code == 0
    assert stages.loaded == ["api.json"]
    assert (folder / "library" / "a.py").exists()


def test_paths_of_a_config_are_relative_to_it(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "my.toml").write_text(
        'spec = "api.json"\n[input]\nallowed_roots = ["../common"]\n[targets.python]\noutput = "../library"\n'
    )

    assert run("generate", "--config", "specs/my.toml").code == 0
    assert stages.loaded == [str(Path("specs") / "api.json")]
    assert stages.limits[0].allowed_roots == (str(Path("specs") / "../common"),)
    assert (folder / "library" / "a.py").exists()


def test_a_url_of_a_config_stays_a_url(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "c.toml").write_text('spec = "https://localhost/api.json"\n')

    run("generate", "--config", "c.toml")

    assert stages.loaded == ["https://localhost/api.json"]


def test_settings_beat_the_config(stages: Stages, run: Command, folder: Path) -> None:
    assert run("generate", "api.yaml", "--set", "targets.python.output=elsewhere").code == 0
    assert (folder / "elsewhere" / "a.py").exists()


def test_inspect_shows_the_tree_and_the_ledger(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    result = run("inspect", "api.yaml")

    assert result.code == 0
    assert "client.users\n  .list() -> None " in result.out
    assert "  GET /users\n" in result.out
    for out in (result.out, run("inspect", "api.yaml", "--ledger").out):
        assert "  api.yaml:4:2: 'not' (keyword): Any: it can't be said\n" in out
        assert "  api.yaml:4:2: mystery\n" in out


def test_inspect_as_json(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    found = json.loads(run("inspect", "api.yaml", "--format", "json").out)

    assert found["groups"]["groups"][0]["operations"] == [{"name": "list", "method": "GET", "path": "/users"}]
    assert found["types"] == {"alias": 1}
    assert {"kind": "keyword", "name": "not", "outcome": "degraded", "count": 1} in found["ledger"]["counts"]
    assert found["ledger"]["degraded"][0]["line"] == 4
    assert found["ledger"]["unaccounted"] == [{"pointer": "/paths/~1y", "name": "mystery"}]


def test_validate(stages: Stages, run: Command) -> None:
    assert run("validate", "api.yaml") == Run(0, "api.yaml is valid\n", "")
    stages.on_validate = fail("not-valid")
    assert run("validate", "api.yaml").code == 2


def test_init_writes_a_config_that_generate_takes(stages: Stages, run: Command, folder: Path) -> None:
    assert run("init", "api.yaml").code == 0

    config = tomllib.loads((folder / "sdksmith.toml").read_text())
    assert config["spec"] == "api.yaml"
    assert (config["targets"]["python"]["package"], config["targets"]["python"]["client"]) == (
        "acme_billing",
        "AcmeBilling",
    )
    assert run("generate").code == 0


def test_init_overwrites_nothing(run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text("# mine")

    assert run("init").code == 3
    assert (folder / "sdksmith.toml").read_text() == "# mine"


@pytest.mark.parametrize("title", ["", "API", "日本", "class", "Test", "JSON API", 'a"b\\c\n[x]', "1 2 3"])
@pytest.mark.parametrize("source", [None, 'odd "name"\\\x07.yaml'])
def test_every_title_makes_a_valid_config(title: str, source: str | None, folder: Path) -> None:
    tables = {"python": PythonOptions}
    (folder / "sdksmith.toml").write_text(
        starter_config(source, keys_of(tables), {"python": PythonOptions.suggested(title)})
    )

    if source is not None:
        assert open_project(None, None).source == source
    assert open_project("x", None).targets() == ("python",)


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("The Acme Billing API v2", "acme_billing", "AcmeBilling"),
        ("GitHub's official OpenAPI + Octokit", "github_octokit", "GitHubOctokit"),
        ("Blockfrost.io ~ API Documentation", "blockfrost_io", "BlockfrostIo"),
        ("REST API", "api", "Api"),
        ("Test", "test_client", "Test"),
        ("json", "json_client", "Json"),
    ],
)
def test_names_are_suggested_by_what_a_title_says(title: str, package: str, client: str) -> None:
    assert PythonOptions.suggested(title) == {"package": package, "client": client}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Command, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("completion", shell)

    assert result.code == 0
    assert "_SDKSMITH_COMPLETE" in result.out


def test_version(run: Command) -> None:
    assert run("--version") == Run(0, f"sdksmith {__version__}\n", "")


def test_interruption_is_quiet(stages: Stages, run: Command) -> None:
    def interrupt(_: Diagnostics) -> None:
        raise KeyboardInterrupt

    stages.on_load = interrupt

    result = run("generate", "api.yaml")

    assert (result.code, result.out, result.err.strip()) == (130, "", "")


def test_an_interruption_while_files_are_moved_says_how_many_are(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("api.json").write_text(
        '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}', encoding="utf-8"
    )
    replace = os.replace

    def interrupt(source: str, destination: str) -> None:
        if Path(destination).name == "pyproject.toml":
            raise KeyboardInterrupt
        replace(source, destination)

    monkeypatch.setattr(os, "replace", interrupt)

    result = run("generate", "api.json", "-o", "out", "--no-cache", "--set", "targets.python.package=shop")

    assert result.code == 130
    assert re.fullmatch(r"\s*sdksmith: interrupted after 1 of \d+ files in out; the next run finishes\n", result.err)


def crash(_: Diagnostics) -> None:
    raise LookupError("all is lost\x1b[2J")


def test_a_bug_is_reported_without_a_traceback(stages: Stages, run: Command) -> None:
    stages.on_load = crash

    result = run("generate", "api.yaml")

    assert result.code == 70
    assert "bug in sdksmith" in result.err
    assert "LookupError: all is lost\\x1b[2J" in result.err
    assert "Traceback" not in result.err


def test_a_bug_shows_its_traceback_when_asked(stages: Stages, run: Command) -> None:
    stages.on_load = crash

    result = run("--traceback", "generate", "api.yaml")

    assert result.code == 70
    assert "Traceback" in result.err
    assert "\x1b" not in result.err


def test_the_environment_asks_for_the_traceback_too(
    stages: Stages, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages.on_load = crash
    monkeypatch.setenv("SDKSMITH_TRACEBACK", "1")

    assert "Traceback" in run("generate", "api.yaml").err


def test_help_documents_the_exit_codes(run: Command) -> None:
    for arguments in (["--help"], ["generate", "--help"]):
        result = run(*arguments)
        assert result.code == 0
        for code in (0, 1, 2, 3, 70, 130):
            assert f"\n    {code} " in result.out


def child_environment(repository: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(repository / "generator")}


def test_a_reader_that_leaves_is_no_error(repository: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "sdksmith", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=child_environment(repository),
        check=False,
    )
    os.close(writing)

    assert (process.returncode, process.stderr) == (141, b"")


def test_help_loads_nothing_heavy(repository: Path) -> None:
    program = (
        "import sys\nfrom sdksmith.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    process = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=child_environment(repository), check=True
    )

    loaded = set(process.stderr.split())
    assert "click" in loaded
    assert not loaded & {"black", "httpx2", "jinja2", "msgspec", "openapi_spec_validator", "pydantic", "rich", "yaml"}


def test_a_configured_output_folder_is_shown_without_detours(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "c.toml").write_text('spec = "a"\n[targets.python]\noutput = "../library"\n')

    assert " -> library (" in run("generate", "--config", "specs/c.toml").out
