"""Contexts of templates: one frozen dataclass each, with all that its template names, and data alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, meta

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.model import Ledger
from sdksmith.naming import assign_names
from sdksmith.parser import parse
from sdksmith.planned import PlannedFile
from sdksmith.sdk import build
from sdksmith.targets.python.options import ClientCredentialsOptions, ImportBudgetOptions, PythonOptions
from sdksmith.targets.python.target import TARGET

ROOT = Path(__file__).parents[4]
TEMPLATES = Environment(loader=FileSystemLoader(ROOT / "templates" / "python"))

DOCUMENT = """
openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: "https://{tenant}.example.com", variables: {tenant: {default: acme}}}]
security: [{oauth: []}, {key: []}, {login: []}]
paths:
  /things/{id}:
    get:
      tags: [things]
      operationId: getThing
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
webhooks:
  happened:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"200": {description: ""}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: string}, kind: {type: string, enum: [a, b]}}}
  securitySchemes:
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://example.com/token", scopes: {}}}}
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: basic}
"""


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> list[PlannedFile]:
    """All kinds of files of a package."""
    source = tmp_path_factory.mktemp("contexts") / "openapi.yaml"
    source.write_text(DOCUMENT, encoding="utf-8")
    config, diagnostics, ledger = Config(), Diagnostics(), Ledger()
    options = PythonOptions(
        tests=True,
        import_budget=ImportBudgetOptions(first_call=200),
        client_credentials=ClientCredentialsOptions(client="TokenClient"),
    )
    sdk = build(
        parse(load(str(source), config.input, diagnostics), config, diagnostics, ledger), TARGET.policy(options), ledger
    )
    names = assign_names(sdk, TARGET.profile(sdk, config, options))
    files = TARGET.plan(sdk, names, config, options, ledger, diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return [file for file in files if not file.verbatim]


def _variables(template: str, *, with_parts: bool) -> set[str]:
    """Return the variables of a template, and of the parts that it always includes."""
    assert TEMPLATES.loader is not None
    tree = TEMPLATES.parse(TEMPLATES.loader.get_source(TEMPLATES, template)[0])
    found = meta.find_undeclared_variables(tree)
    for name in meta.find_referenced_templates(tree) if with_parts else ():
        found |= _variables(name, with_parts=True) if name is not None else set()
    return found


def test_every_template_is_planned(planned: list[PlannedFile]) -> None:
    folder = ROOT / "templates" / "python"
    templates = {path.relative_to(folder).as_posix() for path in folder.rglob("*.j2")}

    assert {name for name in templates if not name.startswith("parts/")} == {file.template for file in planned}


def test_a_context_has_what_its_template_names_and_nothing_else(planned: list[PlannedFile]) -> None:
    for file in planned:
        known = {field.name for field in fields(file.context)} if is_dataclass(file.context) else set[str]()
        if known:
            assert type(file.context).__module__ == "sdksmith.targets.python.contexts", file.template
        # A part may also name what the template's loops do.
        assert _variables(file.template, with_parts=False) - known == set(), file.template
        assert known - _variables(file.template, with_parts=True) == set(), file.template


def test_contexts_are_frozen_and_hold_data_alone(planned: list[PlannedFile]) -> None:
    for file in planned:
        assert list(_offences(file.context, file.template)) == []


def _offences(value: Any, where: str) -> list[str]:
    if value is None or isinstance(value, str | int | float | bool):
        return []
    if isinstance(value, list | tuple):
        return [found for entry in value for found in _offences(entry, where)]
    if isinstance(value, Mapping):
        return [found for entry in value.values() for found in _offences(entry, where)]
    kind = type(value)
    where = f"{where}: {kind.__name__}"
    if not is_dataclass(kind):
        return [f"{where} is no dataclass"]
    found = [] if kind.__dataclass_params__.frozen else [f"{where} is not frozen"]  # type: ignore[attr-defined]
    found += [f"{where}.{name} is computed" for name, entry in vars(kind).items() if isinstance(entry, property)]
    return found + [
        each for field in fields(kind) for each in _offences(getattr(value, field.name), f"{where}.{field.name}")
    ]
