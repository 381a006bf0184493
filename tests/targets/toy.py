"""A target that prints a JSON file for each method: all that one needs, by the list of CONTRIBUTING.md."""

from __future__ import annotations

import json
from typing import Any

from sdksmith.config import Config, TargetOptions
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Disposition, Ledger, Operation
from sdksmith.naming import SNAKE, Names, NamingProfile, Role
from sdksmith.planned import PlannedFile, TemplateContract
from sdksmith.sdk import Policy, Sdk

#: Its folder of templates: name -> text.
TEMPLATES = {"method.json.j2": "{{ text }}\n", "runtime/README.txt": "Copied as it is.\n"}


class ToyOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.toy]``."""

    output: str = "generated/toy"
    indent: int = 2
    #: Stands for whatever a target may find wrong.
    refuse: bool = False


class ToyTarget:
    """A JSON file for each method."""

    name = "toy"
    options = ToyOptions

    def policy(self, options: ToyOptions) -> Policy:
        """Return the policy: a toy says nothing of bodies."""
        return Policy(flatten_bodies=False)

    def profile(self, sdk: Sdk, config: Config, options: ToyOptions) -> NamingProfile:
        """Return what names look like."""
        roles: tuple[Role, ...] = ("type", "field", "parameter", "method", "group", "module", "constant")
        return NamingProfile(
            words=config.words,
            cases=dict.fromkeys(roles, SNAKE),
            is_identifier=lambda name, role: name.isidentifier(),
            keywords=frozenset(),
        )

    def plan(
        self, sdk: Sdk, names: Names, config: Config, options: ToyOptions, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan a file for each method, and copy a README."""
        if options.refuse:
            diagnostics.error("toy", "the toy target was told to refuse", pointer=())
        files = [PlannedFile("README.txt", "runtime/README.txt", verbatim=True)]
        for method in sdk.methods.values():
            operation = method.operation
            if operation.deprecated:
                ledger.record(operation.symbol, "operation", operation.name, Disposition.DEGRADED, "a toy has no marks")
            folder = [names.groups[method.group[: depth + 1]].attribute for depth in range(len(method.group))]
            path = "/".join((*folder, f"{names.methods[method.symbol]}.json"))
            files.append(PlannedFile(path, "method.json.j2", {"text": _text(operation, options)}))
        return files

    def contract(self) -> TemplateContract:
        """Return what the template may use: a mapping, which has no fields to be told."""
        return TemplateContract(1, {"method.json.j2": None})

    def samples(self, sdk: Sdk, names: Names, config: Config, options: ToyOptions) -> None:
        """Return nothing: a toy is no library."""

    def surface(self, sdk: Sdk, names: Names, config: Config, options: ToyOptions) -> None:
        """Return nothing: a toy is no library."""

    def outline(self, sdk: Sdk, names: Names, config: Config, options: ToyOptions) -> None:
        """Return nothing: a toy is no library."""


def _text(operation: Operation, options: ToyOptions) -> str:
    value: dict[str, Any] = {"method": operation.method, "path": operation.path}
    return json.dumps(value, indent=options.indent)


TARGET = ToyTarget()
