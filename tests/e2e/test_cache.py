"""With a cache and without one, a run leaves the same files and says the same."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.support import ROOT, sdksmith, tree

from sdksmith import document
from sdksmith.cli import main
from sdksmith.pipeline import reuse

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example.com"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "responses": {
                    "200": {
                        "description": "Pets",
                        "content": {"application/json": {"schema": {"$ref": "pets.json#/Pets"}}},
                    }
                },
            }
        }
    },
    "components": {"schemas": {"Shop": {"type": "object", "properties": {"name": {"type": "string"}}}}},
}
PETS: dict[str, Any] = {
    "Pets": {"type": "array", "items": {"$ref": "#/Pet"}},
    "Pet": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
}


class Shop:
    """A folder with a document in two files, and a way to generate from it."""

    def __init__(self, folder: Path, loads: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._loads = loads
        self._capsys = capsys
        self.write(DOCUMENT, PETS)

    def write(self, root: object, pets: object) -> None:
        (self.folder / "shop.json").write_text(json.dumps(root, indent=1))
        (self.folder / "pets.json").write_text(json.dumps(pets, indent=1))

    def generate(self, *options: str, output: str = "out", source: str = "shop.json") -> tuple[int, str, str]:
        """Run the command; the exit code, and both outputs."""
        with pytest.raises(SystemExit) as ended:
            main(["generate", source, "--output", output, *options])
        captured = self._capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, without_times(captured.out), captured.err

    def loaded(self) -> bool:
        """Whether the document was read since this was last asked."""
        found = bool(self._loads)
        self._loads.clear()
        return found

    def files(self, output: str = "out") -> dict[str, bytes]:
        return tree(self.folder / output)


def without_times(out: str) -> str:
    """Remove from JSON how long a run took, and whether it took its result from an earlier one."""
    if not out.startswith("{"):
        return out
    found = json.loads(out)
    for key in ("timings", "reused"):
        found.pop(key, None)
    return json.dumps(found)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cache: Path) -> Shop:
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.chdir(folder)
    loads: list[str] = []
    load = document.load

    def counted(source: str, *arguments: Any, **options: Any) -> document.Document:
        loads.append(source)
        return load(source, *arguments, **options)

    monkeypatch.setattr(document, "load", counted)
    return Shop(folder, loads, capsys)


def uncached(shop: Shop) -> dict[str, bytes]:
    """What a run without a cache makes of the document as it is now."""
    code, _, err = shop.generate("--no-cache", "--force", output="fresh")
    assert code == 0, err
    return shop.files("fresh")


def test_an_unchanged_document_is_not_read_again_and_no_file_is_touched(shop: Shop) -> None:
    shop.generate()
    times = {path: (shop.folder / "out" / path).stat().st_mtime_ns for path in shop.files()}
    assert shop.loaded()

    code, out, err = shop.generate()

    assert not shop.loaded()
    assert (code, err) == (0, "")
    assert f"({len(times) - 1} files: 0 written, {len(times) - 1} unchanged, 0 removed)" in out
    assert {path: (shop.folder / "out" / path).stat().st_mtime_ns for path in shop.files()} == times


def test_a_text_that_the_configuration_names_is_part_of_the_request(shop: Shop) -> None:
    text = shop.folder / "moving.md"
    setting = ("--set", "targets.python.migration=moving.md")
    text.write_text("## Move here\n", encoding="utf-8")
    shop.generate(*setting)
    text.write_text("## Move there\n", encoding="utf-8")

    shop.generate(*setting)

    assert "## Move there" in shop.files()["README.md"].decode()
    assert shop.loaded()
    shop.generate(*setting)
    assert not shop.loaded()


def test_no_cache_reads_and_leaves_nothing(shop: Shop, cache: Path) -> None:
    shop.generate("--no-cache")
    assert not cache.exists()
    shop.generate()
    shop.loaded()

    assert shop.generate("--no-cache") == shop.generate()
    assert shop.loaded()


@pytest.mark.parametrize("options", [(), ("--check",), ("--format", "json"), ("--quiet",)])
def test_findings_are_told_again_with_their_places(shop: Shop, options: tuple[str, ...]) -> None:
    root = json.loads(json.dumps(DOCUMENT))
    root["components"]["schemas"]["Odd"] = {"type": "string", "contentSchema": {"type": "object"}}
    root["paths"]["/pets/{pet}"] = {"get": {"operationId": "getPet", "responses": {"204": {"description": "Done"}}}}
    shop.write(root, PETS)
    _, out, err = shop.generate()
    assert "shop.json:" in err and "warning[undeclared-path-parameter]" in err
    assert "only partly supported" in out
    told = shop.generate("--no-cache", *options)
    shop.generate(*options)
    shop.loaded()

    assert shop.generate(*options) == told
    assert not shop.loaded()


def change_root(shop: Shop) -> None:
    root = json.loads(json.dumps(DOCUMENT))
    root["components"]["schemas"]["Shop"]["properties"]["owner"] = {"type": "string"}
    shop.write(root, PETS)


def change_referenced(shop: Shop) -> None:
    pets = json.loads(json.dumps(PETS))
    pets["Pet"]["properties"]["name"] = {"type": "string"}
    shop.write(DOCUMENT, pets)


@pytest.mark.parametrize("change", [change_root, change_referenced])
def test_a_changed_document_is_generated_again(shop: Shop, change: Callable[[Shop], None]) -> None:
    shop.generate()
    before = shop.files()
    change(shop)

    code, _, _ = shop.generate()

    assert code == 0
    assert shop.files() != before
    assert shop.files() == uncached(shop)


def test_one_property_more_rewrites_only_what_depends_on_it(shop: Shop) -> None:
    shop.generate()
    change_root(shop)

    _, out, _ = shop.generate("--format", "json")

    (target,) = json.loads(out)["targets"]
    assert [path for path in target["written"] if "/types/" not in path] == []
    assert len(target["written"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file's name may be any bytes")
def test_a_name_that_is_no_text_is_no_problem(shop: Shop) -> None:
    name = "shop-\udcff.json"
    (shop.folder / "shop.json").rename(shop.folder / name)

    assert shop.generate(source=name)[0] == 0
    assert shop.generate(source=name, output="other")[0] == 0
    assert shop.files("other") == shop.files()


def test_going_back_to_an_earlier_document_writes_what_it_made(shop: Shop) -> None:
    shop.generate()
    before = shop.files()
    change_root(shop)
    shop.generate()
    shop.write(DOCUMENT, PETS)
    shop.loaded()

    shop.generate()

    assert not shop.loaded()
    assert shop.files() == before


def test_a_link_that_leads_elsewhere_now_is_noticed(shop: Shop) -> None:
    (shop.folder / "pets.json").rename(shop.folder / "one.json")
    (shop.folder / "two.json").write_bytes((shop.folder / "one.json").read_bytes())
    (shop.folder / "pets.json").symlink_to("one.json")
    shop.generate()
    (shop.folder / "pets.json").unlink()
    (shop.folder / "pets.json").symlink_to("two.json")
    shop.loaded()

    shop.generate()

    assert shop.loaded()


def test_a_moved_checkout_finds_its_runs(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.generate()
    shop.folder = shop.folder.rename(tmp_path / "elsewhere")
    monkeypatch.chdir(shop.folder)
    shop.loaded()

    assert shop.generate()[0] == 0
    assert not shop.loaded()


@pytest.mark.parametrize(
    "options",
    [
        ("--set", "targets.python.version=2.0.0"),
        ("--set", "words=lodash"),
        ("--set", "input.max_bytes=1000000"),
        ("--strict",),
        ("--fail-on", "warning"),
        ("--validate",),
    ],
)
def test_other_settings_are_another_run(shop: Shop, options: tuple[str, ...]) -> None:
    shop.generate()
    shop.loaded()

    assert shop.generate(*options)[0] == 0
    assert shop.loaded()
    shop.generate(*options)
    assert not shop.loaded()


def test_another_program_is_another_run(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from sdksmith.cache import program

    shop.generate()
    shop.loaded()
    changed = program.program_digest
    monkeypatch.setattr(program, "program_digest", lambda folders: changed(folders) + "0")

    shop.generate()

    assert shop.loaded()


def test_a_program_that_changes_while_it_runs_keeps_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from sdksmith.cache import program

    digests = iter(["before", "after", "after", "after"])
    monkeypatch.setattr(program, "program_digest", lambda _: next(digests))
    shop.generate()
    shop.loaded()

    shop.generate()

    assert shop.loaded()


def test_a_file_that_changes_while_it_is_read_is_kept_as_what_was_read(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = document.load

    def late(*arguments: Any, **options: Any) -> document.Document:
        change_root(shop)
        return load(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(document, "load", late)
        shop.generate()
    shop.write(DOCUMENT, PETS)

    shop.generate()

    assert shop.files() == uncached(shop)


def edit(shop: Shop) -> None:
    (shop.folder / "out" / "README.md").write_text("mine")


def delete(shop: Shop) -> None:
    (shop.folder / "out" / "README.md").unlink()


@pytest.mark.parametrize("change", [edit, delete])
@pytest.mark.parametrize("options", [(), ("--check",), ("--force",), ("--format", "json")])
def test_a_changed_output_is_told_and_mended_as_without_a_cache(
    shop: Shop, change: Callable[[Shop], None], options: tuple[str, ...]
) -> None:
    shop.generate()
    change(shop)
    told = shop.generate("--no-cache", *options)
    left = shop.files()
    shop.generate("--no-cache", "--force")
    change(shop)
    shop.loaded()

    assert shop.generate(*options) == told
    assert not shop.loaded()
    assert shop.files() == left


def test_a_deleted_output_is_written_again(shop: Shop) -> None:
    shop.generate()
    before = shop.files()
    for path in before:
        (shop.folder / "out" / path).unlink()
    shop.loaded()

    shop.generate()

    assert not shop.loaded()
    assert shop.files() == before


def test_two_output_folders_share_a_run(shop: Shop) -> None:
    shop.generate()
    shop.loaded()

    shop.generate(output="other")

    assert not shop.loaded()
    assert shop.files("other") == shop.files()


def test_what_an_earlier_document_made_is_removed(shop: Shop) -> None:
    change_root(shop)
    shop.generate(output="other")
    root = json.loads(json.dumps(DOCUMENT))
    del root["components"]
    shop.write(root, PETS)
    shop.generate(output="other")
    shop.generate()
    change_root(shop)
    shop.generate()
    shop.write(root, PETS)

    shop.generate()

    assert shop.files() == shop.files("other") == uncached(shop)


@pytest.mark.parametrize("suffix", ["run", "tree"])
@pytest.mark.parametrize("content", [b"", b"garbage", None])
def test_a_damaged_entry_is_no_problem(shop: Shop, cache: Path, suffix: str, content: bytes | None) -> None:
    shop.generate()
    before = shop.files()
    (entry,) = (cache / "runs").glob(f"*.{suffix}")
    entry.write_bytes(entry.read_bytes()[:-3] if content is None else content)
    (shop.folder / "out" / "README.md").unlink()
    shop.loaded()

    code, _, err = shop.generate()

    assert (code, err) == (0, "")
    assert shop.loaded()
    assert shop.files() == before
    shop.generate(output="other")
    assert not shop.loaded(), "the damaged entry was not replaced"


def test_entries_of_another_form_are_no_problem(shop: Shop, cache: Path) -> None:
    from sdksmith.cache import Store

    shop.generate()
    store = Store(cache / "runs")
    for entry in (cache / "runs").iterdir():
        store.write(entry.name, b'{"run": {"manifest": 1}}')
    shop.loaded()

    assert shop.generate()[0] == 0
    assert shop.loaded()


def test_a_tree_that_leads_out_of_the_folder_is_refused(shop: Shop, cache: Path) -> None:
    import msgspec

    from sdksmith.cache import Store

    shop.generate()
    (entry,) = (cache / "runs").glob("*.tree")
    Store(cache / "runs").write(entry.name, msgspec.msgpack.encode({"python": {"../escaped.py": b"x"}}))
    (shop.folder / "out" / "README.md").unlink()

    code, _, err = shop.generate()

    assert (code, "output-path" in err) == (3, True)
    assert not (shop.folder / "escaped.py").exists()


@pytest.mark.parametrize("named", ["file", "file/below"])
def test_a_cache_folder_that_cannot_be_is_no_problem(
    shop: Shop, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path / named))

    assert shop.generate()[0] == 0
    assert shop.generate()[0::2] == (0, "")


def test_a_cache_that_can_only_be_read_is_read(shop: Shop, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.generate()
    shop.loaded()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Tests may run as a user whom permissions don't stop.
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    monkeypatch.setattr(os, "utime", refuse)

    assert shop.generate()[0] == 0
    assert not shop.loaded()
    change_root(shop)
    assert shop.generate()[0] == 0
    assert shop.files() == uncached(shop)


def test_without_a_home_there_is_no_cache_and_no_problem(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sdksmith.cache.cache_folder", lambda: None)

    assert reuse.open_cache() is None
    assert shop.generate()[0] == 0
    assert sorted(file.name for file in shop.folder.iterdir()) == ["out", "pets.json", "shop.json"]


def test_a_run_reads_nothing_that_its_key_does_not_know(shop: Shop, tmp_path: Path) -> None:
    program = """
import json, os, sys
opened = set()
def note(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes, os.PathLike)):
        opened.add(os.path.realpath(os.fsdecode(arguments[0])))
from sdksmith.cli import main
sys.addaudithook(note)
try:
    main(sys.argv[1:])
except SystemExit as ended:
    print(json.dumps([ended.code, sorted(opened)]))
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", program, "generate", "shop.json", "--output", "out", "--quiet"]
    process = subprocess.run(command, cwd=shop.folder, env=environment, capture_output=True, text=True, check=True)

    code, opened = json.loads(process.stdout)

    assert code == 0
    known = [
        ROOT / "generator",
        ROOT / "templates",
        sys.prefix,
        sys.base_prefix,
        tmp_path / "cache",
        shop.folder / "out",
    ]
    folders = [os.path.realpath(str(folder)) for folder in known]
    others = {file for file in opened if not any(file == above or file.startswith(above + os.sep) for above in folders)}
    documents = {os.path.realpath(shop.folder / name) for name in ("shop.json", "pets.json")}
    assert documents <= others
    assert others - documents - {os.path.realpath(shop.folder), os.devnull} == set(), "add it to cache.runs.Request"


def test_a_pipe_is_read_once(shop: Shop, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    root = json.loads(json.dumps(DOCUMENT))
    root["paths"] = {}
    writer = subprocess.Popen([sys.executable, "-c", f"open({str(tmp_path / 'pipe.json')!r}, 'w').write({json.dumps(root)!r})"])  # fmt: skip

    process = sdksmith("generate", tmp_path / "pipe.json", "--output", "out", cwd=shop.folder)

    assert (process.returncode, process.stderr) == (0, "")
    assert writer.wait() == 0


def test_runs_at_the_same_time_do_not_disturb_each_other(shop: Shop, cache: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "sdksmith", "generate", "shop.json", "--output"]
    runs = [
        subprocess.Popen([*command, f"out{number}"], cwd=shop.folder, env=environment, stderr=subprocess.PIPE)
        for number in range(4)
    ]

    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 4
    expected = uncached(shop)
    assert all(shop.files(f"out{number}") == expected for number in range(4))
    assert sorted(file.suffix for file in (cache / "runs").iterdir()) == [".run", ".tree"]


def test_random_edits_make_what_they_make_without_a_cache(shop: Shop) -> None:
    chance = random.Random(5)
    pets = json.loads(json.dumps(PETS))
    root = json.loads(json.dumps(DOCUMENT))
    for _ in range(25):
        schemas = chance.choice([root["components"]["schemas"], pets])
        match chance.randrange(4):
            case 0:
                kind = {"type": chance.choice(["string", "integer", "boolean"])}
                schemas[f"New{chance.randrange(4)}"] = {"type": "object", "properties": {"a": kind}}
            case 1:
                found = [schema for schema in schemas.values() if "properties" in schema]
                chance.choice(found)["properties"][f"p{chance.randrange(4)}"] = {"type": "string", "enum": ["a", "b"]}
            case 2:
                found = [schema for schema in schemas.values() if "properties" in schema]
                chance.choice(found)["description"] = f"Number {chance.randrange(3)}."
            case _:
                for name in [name for name in schemas if name.startswith("New")][:1]:
                    del schemas[name]
        shop.write(root, pets)

        code, _, err = shop.generate()

        assert code == 0, err
        assert shop.files() == uncached(shop)


def test_an_overlay_that_changes_makes_another_run(shop: Shop) -> None:
    head = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
    overlay = shop.folder / "mend.yaml"
    overlay.write_text(head + "- {target: $.info, update: {description: one}}\n")
    shop.generate("--overlay", "mend.yaml")
    assert shop.loaded()
    shop.generate("--overlay", "mend.yaml")
    assert not shop.loaded()

    overlay.write_text(head + "- {target: $.info, update: {description: two}}\n")

    shop.generate("--overlay", "mend.yaml")
    assert shop.loaded()
