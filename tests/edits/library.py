"""A generated library in a git repository, whose files somebody edits and whose document changes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from sdksmith.cli import main

DOCUMENT = """openapi: 3.1.0
info: {title: Bakery, version: '1'}
servers: [{url: 'https://api.example.com'}]
paths:
  /loaves:
    get:
      operationId: list_loaves
      summary: List the loaves
      tags: [loaves]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
    post:
      operationId: bake
      summary: Bake a loaf
      tags: [loaves]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}}}
components:
  schemas:
    Loaf: {type: object, properties: {grain: {type: string}}}
"""
#: Another text, and one more method, which stands behind the others.
NEWER = DOCUMENT.replace("Bake a loaf", "Bake one loaf").replace(
    "components:",
    """  /ovens:
    get:
      operationId: warm_up
      tags: [loaves]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
components:""",
)
CONFIG = """spec = "api.yaml"
edits = "merge"

[targets.python]
output = "out"
package = "bakery"
client = "Bakery"
"""
CLIENT = "out/bakery/loaves/client.py"
BASE = "out/.sdksmith-base/bakery/loaves/client.py"
_ADDED = '''
    def dozen(self) -> int:
        """Return twelve."""
        return 12
'''


def begin(folder: Path, config: str = CONFIG) -> None:
    """Write the document and the config, and generate."""
    (folder / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "sdksmith.toml").write_text(config, encoding="utf-8")
    assert sdksmith("generate", "-q") == 0


def add_method(folder: Path) -> None:
    """Edit the client: it gets a method before its first."""
    file = folder / CLIENT
    text = file.read_text(encoding="utf-8")
    head, signature, rest = text.partition("    def bake(")
    file.write_text(head + _ADDED.lstrip("\n") + "\n" + signature + rest, encoding="utf-8")


def reword(folder: Path, before: str, after: str) -> None:
    """Edit the client: another text stands in it."""
    file = folder / CLIENT
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def update(folder: Path) -> None:
    """Let the document change."""
    (folder / "api.yaml").write_text(NEWER, encoding="utf-8")


def sdksmith(*arguments: str) -> int:
    """Run a command, and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def files(folder: Path) -> dict[str, bytes]:
    """Return path -> content of what is in the output folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted((folder / "out").rglob("*"))
        if file.is_file()
    }


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; it knows no settings but its own."""
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    settings = ("user.name=A", "user.email=a@example.com", "init.defaultBranch=main", "commit.gpgSign=false")
    options = [part for setting in settings for part in ("-c", setting)]
    process = subprocess.run(
        ["git", *options, *arguments],
        cwd=folder,
        env={**os.environ, **names},
        capture_output=True,
        text=True,
        check=True,
    )
    return process.stdout


def commit(folder: Path, message: str) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
