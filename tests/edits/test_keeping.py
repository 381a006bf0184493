"""Edits of generated files are kept when the document changes, or nothing is written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from tests.e2e.support import run_python
from tests.edits.library import (
    BASE,
    CLIENT,
    CONFIG,
    DOCUMENT,
    NEWER,
    add_method,
    begin,
    files,
    reword,
    sdksmith,
    update,
)

from sdksmith.output.joining import may_join


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    monkeypatch.chdir(tmp_path)
    # The first text that an edit began with comes from here.
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    return tmp_path


def pristine(folder: Path) -> bytes:
    """Return the client as the document alone would have it."""
    assert sdksmith("generate", "-q", "--no-cache", "--output", "pristine") == 0
    return (folder / "pristine" / "bakery" / "loaves" / "client.py").read_bytes()


def test_an_edit_is_in_what_is_generated_from_a_newer_document(folder: Path) -> None:
    begin(folder)
    add_method(folder)
    update(folder)
    assert sdksmith("generate", "-q") == 0

    program = """
        from bakery import Bakery
        from bakery.core import MockResponse, MockTransport
        client = Bakery(transport=MockTransport(MockResponse(json=7)))
        print(client.loaves.dozen(), client.loaves.warm_up(), client.loaves.bake.__doc__.splitlines()[0])
    """
    program = "\n".join(line.strip() for line in program.splitlines())
    assert run_python(program, cwd=folder, path=folder / "out").strip() == "12 7 Bake one loaf"
    assert (folder / BASE).read_bytes() == pristine(folder)


def test_what_was_generated_is_kept_with_the_first_run_and_a_further_run_has_nothing_to_do(folder: Path) -> None:
    begin(folder)
    add_method(folder)
    assert not (folder / BASE).exists()
    assert sdksmith("generate", "--check", "-q") == 1
    assert sdksmith("generate", "-q") == 0
    assert (folder / BASE).read_bytes() == pristine(folder)

    before = files(folder)
    for more in ((), ("--no-cache",)):
        assert sdksmith("generate", "--check", "-q", *more) == 0
        assert sdksmith("generate", "-q", *more) == 0
        assert files(folder) == before


def test_edits_outlive_many_documents(folder: Path) -> None:
    begin(folder)
    add_method(folder)
    for number in range(5):
        changed = DOCUMENT.replace("Bake a loaf", f"Bake loaf {number}")
        (folder / "api.yaml").write_text(changed, encoding="utf-8")
        assert sdksmith("generate", "-q", "--no-cache" if number else "-q") == 0
        text = (folder / CLIENT).read_text(encoding="utf-8")
        assert text.count("def dozen") == 1 and text.count(f"Bake loaf {number}") == 2


def test_without_the_setting_edits_are_refused_as_ever(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(folder, CONFIG.replace('edits = "merge"', ""))
    add_method(folder)
    before = files(folder)
    assert sdksmith("generate") == 3
    assert 'edits = "merge"' in capsys.readouterr().err
    assert files(folder) == before


def test_a_conflict_is_told_with_its_lines_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(folder)
    reword(folder, "Bake a loaf", "Bake the loaf")
    update(folder)
    before = files(folder)
    capsys.readouterr()

    assert sdksmith("generate") == 4
    shown = capsys.readouterr()
    line = (folder / CLIENT).read_text(encoding="utf-8").splitlines().index('        """Bake the loaf') + 1
    assert f"{CLIENT}:{line}:1: error[edit-conflict]" in shown.err
    assert f' {line} |         """Bake the loaf' in shown.err
    assert shown.out.splitlines() == [
        f"bakery/loaves/client.py:{line}",
        "<<<<<<< yours",
        '        """Bake the loaf',
        "||||||| generated before",
        '        """Bake a loaf',
        "=======",
        '        """Bake one loaf',
        ">>>>>>> generated now",
    ]
    assert files(folder) == before

    assert sdksmith("generate", "--check", "--format", "json") == 4
    told = json.loads(capsys.readouterr().out)
    assert told["exit_code"] == 4 and len(told["conflicts"]) == 1
    assert [found["line"] for found in told["diagnostics"]] == [line]


@pytest.mark.parametrize(("name", "code"), [("dozen", 0), ("carve", 4)])
def test_two_methods_at_one_place_both_stay_unless_they_have_one_name(folder: Path, name: str, code: int) -> None:
    begin(folder)
    reword(folder, "    def list_loaves(", f"    def {name}(self) -> int:\n        return 12\n\n    def list_loaves(")
    carving = NEWER.replace("warm_up", "carve").replace("/ovens", "/knives")
    (folder / "api.yaml").write_text(carving, encoding="utf-8")

    assert sdksmith("generate", "-q") == code

    text = (folder / CLIENT).read_text(encoding="utf-8")
    sync = text[: text.index("class Async")]
    expected = ["bake", "carve", "dozen", "list_loaves"] if code == 0 else ["bake", "carve", "list_loaves"]
    assert (
        re.findall(r"    def ([a-z]\w+)\(\n? *self", sync.replace("with_raw_response", "_"))[: len(expected)]
        == expected
    )


@pytest.mark.parametrize(
    ("mine", "base", "now", "may"),
    [
        (["import os"], [], ["from json import dumps"], True),
        (
            ["    @staticmethod", "    def a():", "        return 1", ""],
            [""],
            ["    async def b(self):", "        pass"],
            True,
        ),
        (["    def a(self): ..."], [], ["    b: int", '    """A field."""', "    c: str = 'c'"], True),
        (["    def b(self): ..."], [], ["    b: int"], False),
        (["    a: int"], [], ["    b: int"], False),
        (["    def a(self): ..."], [], ['    """A text alone."""'], False),
        (["def a(): ..."], [], ["b: int = a()"], False),
        (["import os"], [], ["import os"], False),
        (["import os"], ["import re"], ["import json"], False),
        (["a = 1"], [], ["def b(): ..."], False),
        (["    def a():", "        pass"], [], ["def b(): ..."], False),
        (["        return 1", "", "    def a(self):"], [], ["    def b(self): ..."], False),
        ([""], [], ["def b(): ..."], False),
    ],
)
def test_only_whole_declarations_of_different_names_go_together(
    mine: list[str], base: list[str], now: list[str], may: bool
) -> None:
    assert may_join(mine, base, now) is may


def test_conflicts_can_be_written_into_the_files_and_are_resolved_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(folder)
    reword(folder, "Bake a loaf", "Bake the loaf")
    update(folder)
    assert sdksmith("generate", "-q", "--conflicts", "markers") == 0
    text = (folder / CLIENT).read_text(encoding="utf-8")
    assert text.count("<<<<<<< yours\n") == 1
    line = text.splitlines().index("<<<<<<< yours") + 1
    capsys.readouterr()

    assert sdksmith("generate") == 4
    assert f"{CLIENT}:{line}:1: error[edit-unresolved]" in capsys.readouterr().err
    before, _, rest = text.partition("<<<<<<< yours\n")
    _, _, after = rest.partition(">>>>>>> generated now\n")
    (folder / CLIENT).write_text(f'{before}        """Bake one more loaf\n{after}', encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    (folder / "api.yaml").write_text(NEWER.replace("List the loaves", "List all loaves"), encoding="utf-8")
    assert sdksmith("generate", "-q", "--no-cache") == 0
    text = (folder / CLIENT).read_text(encoding="utf-8")
    assert "Bake one more loaf" in text and "List all loaves" in text and "yours" not in text


def test_a_merge_that_is_no_python_is_a_conflict_as_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(folder)
    # Each change alone is well; together a method has an argument twice.
    mine = "request_options: Optional[RequestOptions] = None,\n        kind: Optional[str] = None,"
    reword(folder, "request_options: Optional[RequestOptions] = None,", mine)
    before = files(folder)
    capsys.readouterr()
    changed = DOCUMENT.replace(
        "operationId: bake", "operationId: bake\n      parameters: [{name: kind, in: query, schema: {type: string}}]"
    )
    (folder / "api.yaml").write_text(changed, encoding="utf-8")

    assert sdksmith("generate") == 4
    said = capsys.readouterr().err
    assert f"{CLIENT}:" in said and "error[edit-invalid]" in said and "duplicate argument 'kind'" in said
    assert files(folder) == before
    # It can be mended in the file.
    assert sdksmith("generate", "-q", "--conflicts", "markers") == 0
    reword(folder, "None,\n        kind: Optional[str] = None,", "None,")
    assert sdksmith("generate", "-q") == 0
    assert sdksmith("generate", "--check", "-q") == 0


def test_an_edit_that_is_generated_now_is_none_any_more(folder: Path) -> None:
    begin(folder)
    reword(folder, "Bake a loaf", "Bake one loaf")
    assert sdksmith("generate", "-q") == 0
    assert (folder / BASE).exists()
    (folder / CLIENT).write_text(
        (folder / CLIENT).read_text(encoding="utf-8").replace("Bake a loaf", "Bake one loaf"), encoding="utf-8"
    )
    (folder / "api.yaml").write_text(DOCUMENT.replace("Bake a loaf", "Bake one loaf"), encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    assert not (folder / "out" / ".sdksmith-base").exists()
    assert (folder / CLIENT).read_bytes() == pristine(folder)
    assert sdksmith("generate", "--check", "-q", "--no-cache") == 0


def test_force_ends_an_edit(folder: Path) -> None:
    begin(folder)
    add_method(folder)
    assert sdksmith("generate", "-q") == 0
    assert sdksmith("generate", "-q", "--force") == 0
    assert (folder / CLIENT).read_bytes() == pristine(folder)
    assert not (folder / "out" / ".sdksmith-base").exists()


def test_a_text_that_is_nowhere_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(folder)
    add_method(folder)
    before = files(folder)
    assert sdksmith("generate", "--no-cache") == 3
    assert f"{CLIENT}: error[no-base]" in capsys.readouterr().err
    assert files(folder) == before


def test_without_git_it_is_an_error_that_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(folder)
    add_method(folder)
    assert sdksmith("generate", "-q") == 0
    update(folder)
    before = files(folder)
    monkeypatch.setenv("PATH", str(folder))
    assert sdksmith("generate") == 3
    assert f"{CLIENT}: error[git-missing]" in capsys.readouterr().err
    assert files(folder) == before


def test_a_base_that_somebody_changed_is_not_believed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(folder)
    add_method(folder)
    assert sdksmith("generate", "-q") == 0
    (folder / BASE).write_text("something else\n", encoding="utf-8")
    assert sdksmith("generate", "--no-cache") == 3
    assert "error[no-base]" in capsys.readouterr().err
    # The cache has the real one.
    assert sdksmith("generate", "-q") == 0
    assert (folder / BASE).read_bytes() == pristine(folder)


def test_a_run_that_is_cut_off_loses_no_edit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(folder)
    add_method(folder)
    update(folder)
    real = os.replace
    moved: list[str] = []

    def cut_off(source: str, target: str) -> None:
        real(source, target)
        moved.append(str(target))
        if str(target).endswith("loaves/client.py"):
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", cut_off)
        assert sdksmith("generate", "-q") == 130
    assert moved[-1].endswith(CLIENT) and not (folder / BASE).exists()

    assert sdksmith("generate", "-q") == 0
    text = (folder / CLIENT).read_text(encoding="utf-8")
    assert text.count("def dozen") == 1 and text.count("Bake one loaf") == 2
    assert (folder / BASE).read_bytes() == pristine(folder)


def test_edits_are_listed_shown_kept_and_dropped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(folder)
    generated = (folder / CLIENT).read_bytes()
    assert sdksmith("edits", "list") == 0
    assert capsys.readouterr().out == ""
    reword(folder, "Bake a loaf", "Bake the loaf")
    assert sdksmith("edits", "list") == 0
    assert capsys.readouterr().out == f"{CLIENT}  (what was generated is in the cache or in git)\n"
    assert sdksmith("edits", "show", "out/bakery") == 0
    assert '-        """Bake a loaf\n+        """Bake the loaf\n' in capsys.readouterr().out
    assert sdksmith("edits", "adopt") == 0
    assert (folder / BASE).read_bytes() == generated
    assert sdksmith("edits", "list") == 0
    assert "(what was generated is kept)" in capsys.readouterr().out
    assert sdksmith("edits", "drop", "out/README.md") == 3
    assert "out/README.md: error[no-edit]" in capsys.readouterr().err
    assert sdksmith("edits", "drop", CLIENT) == 0
    assert (folder / CLIENT).read_bytes() == generated and not (folder / "out" / ".sdksmith-base").exists()
    assert sdksmith("generate", "--check", "-q") == 0


def test_other_line_ends_are_no_matter_to_lines_that_nobody_touched(folder: Path) -> None:
    begin(folder)
    reword(folder, '        """Bake a loaf\n', '        """Bake a loaf\n        and wait\n')
    (folder / "api.yaml").write_text(DOCUMENT.replace("List the", "List all"), encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    text = (folder / CLIENT).read_text(encoding="utf-8")
    assert "and wait" in text and "List all" in text
