"""A project whose libraries need every template that there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sdksmith.cli import main
from sdksmith.output import Renderer, templates_folder
from sdksmith.targets.registry import target_names

DOCUMENT = """
openapi: 3.1.0
info: {title: Bakery, version: '1'}
servers:
  - url: https://{region}.example.com
    variables: {region: {default: eu, enum: [eu, us]}}
security: [{login: []}]
paths:
  /loaves:
    get:
      operationId: list_loaves
      tags: [loaves]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}}}
    post:
      operationId: bake
      tags: [loaves]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}}}
webhooks:
  baked:
    post:
      operationId: on_baked
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}}
      responses: {'204': {description: ok}}
components:
  securitySchemes:
    login:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: 'https://login.example.com/token', scopes: {}}}
  schemas:
    Loaf:
      type: object
      required: [weight]
      properties:
        weight: {type: integer}
        grain: {$ref: '#/components/schemas/Grain'}
        box: {$ref: '#/components/schemas/Box'}
        names: {$ref: '#/components/schemas/Names'}
    Box: {type: object, properties: {loaves: {$ref: '#/components/schemas/Loaves'}}}
    Names: {type: object, additionalProperties: {type: string}}
    Grain: {type: string, enum: [rye, wheat]}
    Loaves: {type: array, items: {$ref: '#/components/schemas/Loaf'}}
"""
CONFIG = """
spec = "api.yaml"
templates = "mine"
[targets.python]
package = "bakery"
client = "Bakery"
tests = true
import_budget = {import = 500}
client_credentials = {client = "Tokens"}
[targets.go]
module = "example.com/bakery"
[targets.reference]
base_url = "https://docs.example.com"
search = false
logo = "logo.svg"
older = [{version = "0", spec = "older.yaml"}]
"""
#: Makes a comment of a word; of a page just a line.
COMMENTS = {"python": "# {}\n", "go": "// {}\n", "reference": "{}\n"}
TEMPLATES = [(target, name) for target in target_names() for name in Renderer(target).names()]

Run = Callable[..., int]


def begin(folder: Path) -> None:
    """Write the document and the config, without a template."""
    (folder / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "older.yaml").write_text(DOCUMENT.replace("operationId: bake", "operationId: mix"), encoding="utf-8")
    (folder / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "mine").mkdir()


def ours(target: str, name: str) -> str:
    """Return the text of a template of ours."""
    return (templates_folder() / target / name).read_bytes().decode("utf-8")


def override(folder: Path, target: str, name: str, text: str) -> Path:
    """Write a template of the user's own."""
    file = folder / "mine" / target / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
    return file


def run(*arguments: str) -> int:
    """Run a command, and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def written(folder: Path) -> dict[str, bytes]:
    """Return path -> content of what was generated, without the manifests."""
    files = sorted((folder / "generated").rglob("*"))
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and not file.name.startswith(".sdksmith")
    }
