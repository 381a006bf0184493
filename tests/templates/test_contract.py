"""What templates may use is a contract: told by ``sdksmith templates``, kept in the tests, numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.templates.projects import TEMPLATES, begin, ours, override, run

from sdksmith import templating
from sdksmith.output import Renderer, stamp_of
from sdksmith.pipeline import generate
from sdksmith.planned import PlannedFile, TemplateContract
from sdksmith.project import open_project
from sdksmith.targets.python.target import PythonTarget
from sdksmith.targets.registry import find_target, target_names

NUMBERED = TemplateContract(
    3,
    find_target("python").contract().contexts,
    {
        2: {"client.py.j2": ("module.docstring was module.title",)},
        3: {"client.py.j2": ("client.base is gone",), "root.py.j2": ("about is a list",)},
    },
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_contract_is_what_it_was(golden: Callable[[Path, Mapping[str, str]], None]) -> None:
    """Where a field goes or changes its meaning, raise the number and say so in ``changes``; then ``make golden``."""
    tree = {f"{name}.txt": "\n".join(templating.described(name)) + "\n" for name in templating.names()}
    golden(Path(__file__).parent / "contract", tree)


def test_each_template_is_in_the_contract_of_its_target() -> None:
    for target in target_names():
        assert sorted(find_target(target).contract().contexts) == Renderer(target).names()


def test_each_file_has_the_context_that_the_contract_names(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[tuple[str, PlannedFile]] = []
    whole = Renderer.render

    def render(self: Renderer, files: Any, *rest: Any) -> dict[str, str]:
        rendered.extend((self._root.name, file) for file in files if not file.verbatim)
        return whole(self, files, *rest)

    monkeypatch.setattr(Renderer, "render", render)
    found = open_project(None, None)
    generate(found.source, found.config, outputs={name: project / name for name in target_names()})

    assert {(target, file.template) for target, file in rendered} == {
        (target, name)
        for target, name in TEMPLATES
        if not name.startswith("parts") and (target, name) != ("reference", "base.html.j2")
    }
    for target, file in rendered:
        kind = find_target(target).contract().contexts[file.template]
        assert type(file.context) is (type(None) if kind is None else kind), file.template


def test_contexts_are_frozen_and_hold_data_alone() -> None:
    waiting = {kind for name in target_names() for kind in find_target(name).contract().contexts.values() if kind}
    seen: set[type] = set()
    while waiting:
        kind: Any = waiting.pop()
        seen.add(kind)
        assert kind.__dataclass_params__.frozen, kind
        assert [name for name, value in vars(kind).items() if isinstance(value, property)] == [], kind
        assert (kind.__doc__ or "").strip() and not (kind.__doc__ or "").startswith(f"{kind.__name__}("), kind
        for field in fields(kind):
            waiting |= {each for each in templating.classes_in(kind, str(field.type)) if is_dataclass(each)} - seen
    assert len(seen) > 40


def test_the_list_marks_what_is_overridden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    override(project, "go", "go.mod.j2", "module x\n")

    assert run("templates", "list") == 0
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == len(TEMPLATES)
    assert [line for line in lines if line.startswith("*")] == ["* go/go.mod.j2"]
    assert re.search(r"^  python/client\.py\.j2 +the clients of a group$", "\n".join(lines), re.MULTILINE)


def test_what_a_template_may_use_is_shown_with_its_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("templates", "show", "python/root.py.j2") == 0
    text = capsys.readouterr().out

    assert text.startswith("python/root.py.j2, contract 1\n\nblocks: header, imports, class_end, module_end\n")
    assert "\n  user_agent: str  A literal.\n" in text
    assert "\nRootClient: " in text


def test_a_copy_has_a_stamp_and_makes_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("templates", "copy", "python/client.py.j2") == 0
    assert capsys.readouterr().out == "wrote mine/python/client.py.j2\n"
    text = (project / "mine/python/client.py.j2").read_text(encoding="utf-8")
    stamp, _, rest = text.partition("\n")

    assert re.fullmatch(r"\{# sdksmith python/client\.py\.j2, contract 1, sha256 [0-9a-f]{16} #\}", stamp)
    assert rest == ours("python", "client.py.j2")
    found = stamp_of(text)
    assert found is not None and found.number == find_target("python").contract().number
    assert run("templates", "copy", "python/client.py.j2") == 3
    assert "--force" in capsys.readouterr().err
    assert run("templates", "copy", "python/client.py.j2", "--force", "--extend") == 0
    assert '{% extends "builtin/client.py.j2" %}' in (project / "mine/python/client.py.j2").read_text("utf-8")


@pytest.mark.parametrize("extend", [[], ["--extend"]])
def test_what_copy_writes_changes_nothing(project: Path, extend: list[str]) -> None:
    folder = project / "mine"
    assert run("generate", "--quiet", "--target", "python", "--output", "before") == 0
    for name in ("client.py.j2", "root.py.j2", "types.py.j2", "package_init.py.j2", "readme.md.j2"):
        assert run("templates", "copy", f"python/{name}", *extend) == 0
    assert len(list(folder.rglob("*.j2"))) == 5
    assert run("generate", "--quiet", "--target", "python", "--output", "after") == 0
    before = {file.relative_to(project / "before"): file.read_bytes() for file in (project / "before").rglob("*.*")}
    after = {file.relative_to(project / "after"): file.read_bytes() for file in (project / "after").rglob("*.*")}
    assert before == after and len(before) > 50


def test_a_template_that_there_isn_t_gets_a_suggestion(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("templates", "show", "python/clint.py.j2") == 3
    assert "did you mean 'python/client.py.j2'?" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["generate", "--quiet", "--target", "python"], ["templates", "check"]])
def test_a_copy_for_an_earlier_contract_is_outdated(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(PythonTarget, "contract", lambda self: NUMBERED)
    text = ours("python", "client.py.j2")
    override(project, "python", "client.py.j2", f"{{# sdksmith python/client.py.j2, contract 1, sha256 0 #}}\n{text}")

    assert run(*command) == 3
    assert capsys.readouterr().err == (
        "mine/python/client.py.j2:1:1: error[template-outdated]: the template is for contract 1; since then: "
        "module.docstring was module.title; client.base is gone\n"
        " 1 | {# sdksmith python/client.py.j2, contract 1, sha256 0 #}\n"
        "   | ^\n"
        "  hint: follow what changed, and raise the number in its first line to 3\n"
        "1 error\n"
    )
    assert not (project / "generated").exists()


def test_a_copy_that_no_change_concerns_is_not_outdated(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PythonTarget, "contract", lambda self: NUMBERED)
    for name, number in (("types.py.j2", 1), ("root.py.j2", 3)):
        text = f"{{# sdksmith python/{name}, contract {number}, sha256 0 #}}\n{ours('python', name)}"
        override(project, "python", name, text)

    assert run("templates", "check") == 0
    assert "template-outdated" not in capsys.readouterr().err


def test_check_finds_what_no_document_would_show(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A branch that is not taken; and blocks in loops have the variables of these."""
    override(project, "python", "readme.md.j2", "{% if basic %}\n{{ titel }}\n{% endif %}\n")
    override(
        project,
        "python",
        "client.py.j2",
        '{% extends "builtin/client.py.j2" %}\n{% block class_end %}{{ client.name }}{% endblock %}\n',
    )

    assert run("templates", "check") == 3
    assert "mine/python/readme.md.j2:2:4: error[template-field]: the template has no variable 'titel'" in (
        capsys.readouterr().err
    )


def test_check_tells_of_copies_whose_original_has_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("templates", "copy", "go/go.mod.j2") == 0
    assert run("templates", "copy", "go/source.go.j2") == 0
    file = project / "mine/go/go.mod.j2"
    file.write_text(re.sub("sha256 [0-9a-f]+", "sha256 0123456789abcdef", file.read_text("utf-8")), encoding="utf-8")
    capsys.readouterr()

    assert run("templates", "check") == 0
    printed = capsys.readouterr()
    assert printed.out == "checked 2 templates\n"
    assert re.findall(r"^(\S+): warning\[([a-z-]+)\]", printed.err, re.MULTILINE) == [
        ("mine/go/go.mod.j2:1:1", "template-changed")
    ]


def test_the_stamp_of_a_copy_is_that_of_our_text(project: Path) -> None:
    text = templating.copied("go/go.mod.j2", extends=False)
    stamp = stamp_of(text)
    assert stamp is not None and stamp.digest == templating.digest(ours("go", "go.mod.j2"))
    assert stamp_of("no stamp") is None
