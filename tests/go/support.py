"""Inline documents -> Go modules -> programs that use them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.functional.support import Spec
from tests.go.toolchain import gofmt, run_go

from sdksmith.config import to_config
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of

#: One path for every module, so that the go command compiles the runtime once.
MODULE = "example.com/shop"


def make_module(spec: Spec, folder: Path, **options: Any) -> Path:
    """Generate a module of an inline document."""
    document = folder / "api.json"
    document.write_text(json.dumps(spec.document), encoding="utf-8")
    table = {"module": MODULE, "package": "shop", **options}
    config = to_config({"targets": {"go": table}}, options_of)
    generate(str(document), config, outputs={"go": folder / "module"})
    return folder / "module"


def run_program(module: Path, program: str) -> str:
    """Run a program that uses a module, and return what it prints.

    Parameters
    ----------
    program
        Statements of ``main``; ``$imports`` are found by what they mention.
    """
    main = module / "cmd" / "main.go"
    main.parent.mkdir(exist_ok=True)
    imports = "\n".join(f'\t"{path}"' for name, path in IMPORTS.items() if f"{name}." in program)
    main.write_text(f"package main\n\nimport (\n{imports}\n)\n\nfunc main() {{\n{program}\n}}\n", encoding="utf-8")
    process = run_go("run", "./cmd", cwd=module)
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


IMPORTS: Mapping[str, str] = {
    "bytes": "bytes",
    "client": f"{MODULE}/shop/client",
    "context": "context",
    "core": f"{MODULE}/shop/core",
    "errors": "errors",
    "fmt": "fmt",
    "http": "net/http",
    "httptest": "net/http/httptest",
    "io": "io",
    "json": "encoding/json",
    "option": f"{MODULE}/shop/option",
    "shop": f"{MODULE}/shop",
    "strings": "strings",
    "time": "time",
    "url": "net/url",
}


def complaints(module: Path, *, tests: bool = False) -> str:
    """Return what gofmt, the compiler and vet say about a module, and its own tests where it has some."""
    formatted = subprocess.run([gofmt(), "-l", "."], cwd=module, capture_output=True, text=True, check=False)
    found = formatted.stdout + formatted.stderr
    # To test is to compile and to vet too.
    for command in [["test", "-vet=all", "./..."]] if tests else [["vet", "./..."], ["build", "./..."]]:
        process = run_go(*command, cwd=module)
        if process.returncode != 0:
            found += process.stdout + process.stderr
    return found
