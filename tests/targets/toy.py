"""A target that prints a JSON file for each method: all that one needs, by the list of CONTRIBUTING.md."""

from __future__ import annotations

import json
from typing import Any

from sdksmith.config import Config, TargetOptions
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Ledger, Operation, Outcome
from sdksmith.planned import PlannedFile

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

    def plan(
        self, api: Api, config: Config, options: ToyOptions, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan a file for each operation, and copy a README."""
        if options.refuse:
            diagnostics.error("toy", "the toy target was told to refuse", pointer=())
        files = [PlannedFile("README.txt", "runtime/README.txt", verbatim=True)]
        for operation in api.operations():
            if operation.deprecated:
                ledger.record(operation.symbol, "operation", operation.name, Outcome.DEGRADED, "a toy has no marks")
            path = "/".join((*operation.group, f"{operation.name}.json"))
            files.append(PlannedFile(path, "method.json.j2", {"text": _text(operation, options)}))
        return files


def _text(operation: Operation, options: ToyOptions) -> str:
    value: dict[str, Any] = {"method": operation.method, "path": operation.path}
    return json.dumps(value, indent=options.indent)


TARGET = ToyTarget()
