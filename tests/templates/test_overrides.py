"""Templates of the user's own take the place of ours, and what is wrong with them is said with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.templates.projects import COMMENTS, TEMPLATES, begin, ours, override, run, written


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is generated without a template of the user's own."""
    folder = tmp_path_factory.mktemp("plain")
    begin(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("generate", "--quiet") == 0
    return written(folder)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    capsys.readouterr()
    code = run("generate", "--format", "json", *arguments)
    return code, json.loads(capsys.readouterr().out)["diagnostics"]


def test_copies_of_all_templates_give_the_same_bytes(project: Path, plain: dict[str, bytes]) -> None:
    for target, name in TEMPLATES:
        override(project, target, name, ours(target, name))

    assert run("generate", "--quiet") == 0
    assert written(project) == plain


def test_templates_that_build_on_ours_and_change_nothing_give_the_same_bytes(
    project: Path, plain: dict[str, bytes]
) -> None:
    for target, name in TEMPLATES:
        if name != "parts.html.j2":  # It is imported from, and macros are no blocks.
            override(project, target, name, f'{{% extends "builtin/{name}" %}}\n')

    assert run("generate", "--quiet") == 0
    assert written(project) == plain


def test_each_template_that_is_overridden_shows(project: Path, plain: dict[str, bytes]) -> None:
    """All at once, each with a word of its own."""
    words = {(target, name): f"marker{index}x" for index, (target, name) in enumerate(TEMPLATES)}
    for (target, name), word in words.items():
        marker = COMMENTS[target].format(word)
        text = ours(target, name)
        if name == "parts.html.j2":
            marked = text.replace("{% macro tree(", "{% macro tree(", 1).replace("</", f"<!--{word}--></", 1)
        elif "{% extends" in text:
            marked = text.replace("{% block main %}\n", f"{{% block main %}}\n{marker}", 1)
        else:
            marked = text + marker
        assert marked != text, name
        override(project, target, name, marked)

    assert run("generate", "--quiet") == 0

    found = written(project)
    assert found.keys() == plain.keys()
    everything = b"\n".join(found.values()).decode("utf-8")
    assert [key for key, word in words.items() if word not in everything] == []


@pytest.mark.parametrize("block", ["header", "imports", "class_end", "module_end"])
def test_a_block_can_be_filled_without_a_copy(project: Path, block: str) -> None:
    text = {"class_end": "\n    def fresh(self) -> bool:\n        return True\n"}.get(block, "# filled\n")
    shown = "{{ super() }}" if block == "imports" else ""
    override(
        project,
        "python",
        "client.py.j2",
        f'{{% extends "builtin/client.py.j2" %}}\n{{% block {block} %}}\n{shown}{text}{{% endblock %}}\n',
    )

    assert run("generate", "--quiet", "--target", "python") == 0
    made = (project / "generated/python/bakery/loaves/client.py").read_text(encoding="utf-8")
    assert text.strip() in made
    assert ("from __future__" in made) and ("class LoavesClient" in made)


def test_what_a_template_makes_passes_through_black(project: Path) -> None:
    override(project, "python", "package_docstring.py.j2", "{{ docstring }}\nx   = {  'a':1 }\n")

    assert run("generate", "--quiet", "--target", "python") == 0
    made = (project / "generated/python/bakery/loaves/__init__.py").read_text(encoding="utf-8")
    assert made.endswith('"""\n\nx = {"a": 1}\n')


@pytest.mark.parametrize(
    ("name", "text", "code", "place", "said"),
    [
        ("package_docstring.py.j2", "#\n{{ docstrng }}\n", "template-field", (2, 4), "did you mean 'docstring'?"),
        ("client.py.j2", "\n{{ module.docstrin }}\n", "template-field", (2, 11), "did you mean 'docstring'?"),
        (
            "client.py.j2",
            '{% extends "builtin/client.py.j2" %}\n{% block class_end %}\n# {{ client.nam }}\n{% endblock %}\n',
            "template-field",
            (3, 13),
            "did you mean 'name'?",
        ),
        ("readme.md.j2", "a\n\n  {% if title %}\n", "template-syntax", (3, 3), ""),
        ("readme.md.j2", "{{ title }\n", "template-syntax", (1, 1), ""),
        ("package_docstring.py.j2", "{{ docstring }}\n\nclass (:\n", "template-output", (3, 1), ""),
        (
            "package_docstring.py.j2",
            "{{ docstring }}\n\nfrom __future__ import annotation\n",
            "template-output",
            (3, 1),
            "",
        ),
        ("pyproject.toml.j2", "[a]\nb = \n", "template-output", (2, 1), ""),
        ("root.py.j2", '{% include "parts/settings_import.j2" %}', "template-unknown", (1, 13), "settings_imports"),
        ("clint.py.j2", "text\n", "template-unknown", (1, 1), "did you mean 'client.py.j2'?"),
        ("readme.md.j2", "{{ title }}\n{{ 1 / 0 }}\n", "template-error", (2, 1), ""),
        ("readme.md.j2", "{{ title.nothing() }}\n", "template-field", (1, 10), ""),
        ("readme.md.j2", '{% extends "readme.md.j2" %}\n', "template-error", (1, 1), "'builtin'"),
    ],
)
def test_a_fault_is_said_with_its_place_and_nothing_is_written(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    code: str,
    place: tuple[int, int],
    said: str,
) -> None:
    file = override(project, "python", name, text)

    exit_code, (found,) = findings(capsys, "--target", "python")

    assert (exit_code, found["code"]) == (3, code), found
    assert (found["file"], found["line"], found["column"]) == (str(file.relative_to(project)), *place), found
    assert said in found["hint"] and found["hint"]
    assert not (project / "generated").exists()


def test_the_line_is_that_of_the_template_when_python_notices_a_fault_in_ours(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bracket that is left open is noticed where the next line of our own stands."""
    text = '{% extends "builtin/client.py.j2" %}\n{% block imports %}\n{{ super() }}\nx = [}\n{% endblock %}\n'
    override(project, "python", "client.py.j2", text)

    exit_code, (found,) = findings(capsys)

    assert (exit_code, found["code"], found["line"]) == (3, "template-output", 4)


def test_an_override_is_part_of_what_a_run_is_asked(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path / "cache"))
    made = project / "generated/python/bakery/loaves/__init__.py"
    for word in ("one", "two", "one"):
        override(project, "python", "package_docstring.py.j2", f'"""{word}"""\n')
        assert run("generate", "--quiet", "--target", "python") == 0
        assert made.read_text(encoding="utf-8") == f'"""{word}"""\n'


def test_templates_that_nobody_looks_for_are_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    override(project, "pyhton", "client.py.j2", "")
    override(project, ".", "client.py.j2", "")
    override(project, "python", "notes.txt", "no template")

    exit_code, found = findings(capsys)

    assert exit_code == 3
    assert [(each["code"], each["file"], each["hint"]) for each in found] == [
        ("template-unknown", "mine/client.py.j2", "move it to one of: python/, go/, reference/"),
        ("template-unknown", "mine/pyhton/client.py.j2", "did you mean 'python'?"),
    ]


def test_parts_of_the_user_s_own_may_have_any_name(project: Path) -> None:
    override(project, "python", "notice.j2", "# {{ docstring|length }} characters\n")
    override(project, "python", "package_docstring.py.j2", '{{ docstring }}\n{% include "notice.j2" %}')

    assert run("generate", "--quiet", "--target", "python") == 0
    assert "characters\n" in (project / "generated/python/bakery/loaves/__init__.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", ["folder", "encoding"])
def test_what_can_t_be_read_is_said(project: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    if case == "folder":
        exit_code, (found,) = findings(capsys, "--set", "templates=none")
        assert found["file"] == "none"
    else:
        override(project, "python", "client.py.j2", "").write_bytes(b"\xff")
        exit_code, (found,) = findings(capsys)
        assert found["file"] == "mine/python/client.py.j2"
    assert (exit_code, found["code"]) == (3, "template-unreadable")
