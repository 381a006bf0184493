"""What the pages for users show is what the program prints."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest
from tests.documentation.console import Example, Shell, begin, examples, matches, rewritten

from sdksmith.cli.commands import commands

PAGES = [
    "README.md",
    "docs/commands.md",
    "docs/maintaining.md",
    "docs/building.md",
    "docs/customizing.md",
    "docs/templates.md",
    "docs/configuration.md",
]

_NAMES = commands.list_commands(click.Context(commands))

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the examples use GNU sed")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_its_commands_print(
    name: str, repository: Path, tmp_path: Path, rewrite_goldens: bool
) -> None:
    page = (repository / name).read_text(encoding="utf-8")
    shell = begin(repository, tmp_path)
    if rewrite_goldens:
        (repository / name).write_text(rewritten(page, shell), encoding="utf-8")
        return
    count = 0
    for example in examples(page):
        if isinstance(example, Example):
            output = shell.run(example.command)
            assert matches(example.output, output), f"$ {example.command}\n{output}\n(see `make golden`)"
            count += 1
        else:
            shell.write(*example)
    assert count >= 3


def test_each_command_has_an_example(repository: Path) -> None:
    page = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    shown = {example.command.split()[1] for example in examples(page) if isinstance(example, Example)}
    assert set(_NAMES) - shown == {"serve", "watch"}
    assert set(re.findall(r"^## `(\w+)`", page, re.MULTILINE)) == set(_NAMES)


def test_the_readme_leads_to_each_page(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert [name for name in PAGES[1:] if f"({name}" not in text] == []


def test_a_page_that_shows_something_else_is_found_out(tmp_path: Path) -> None:
    assert matches("one\n...\nthree\n", "one\ntwo\nand a half\nthree\n")
    assert matches("one\n...\n", "one\n")
    assert not matches("one\n...\nthree\n", "one\ntwo\n")
    assert not matches("one\n", "one\ntwo\n")
    assert matches("3 operations (66 files: 66 written)\n", "3 operations (70 files: 70 written)\n")
    assert not matches("3 operations (66 files: 66 written)\n", "4 operations (66 files: 66 written)\n")
    page = "```console\n$ cat a.txt\nold\n$ exit 3\n$ echo $?\n```\n\n```text\n# a.txt\nnew\n```\n\n```console\n$ cat a.txt\n...\n```\n"
    (tmp_path / "a.txt").write_text("first\n", encoding="utf-8")
    assert rewritten(page, Shell(tmp_path, tmp_path)) == page.replace("old\n", "first\n").replace(
        "echo $?\n", "echo $?\n3\n"
    )
