"""The committed library, and its size."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.go.support import complaints
from tests.go.toolchain import run_go


def test_it_is_as_gofmt_and_vet_want_it_and_its_own_tests_pass(repository: Path) -> None:
    assert complaints(repository / "generated" / "go", tests=True) == ""


def test_the_code_of_the_first_page_compiles(repository: Path, tmp_path: Path) -> None:
    (block,) = re.findall(r"^```go\n(.*?)^```$", (repository / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    module = tmp_path / "go"
    shutil.copytree(repository / "generated" / "go", module)
    program = module / "program" / "main.go"
    program.parent.mkdir()
    root = "github.com/auth0/go-auth0/management/management"
    imports = "\n".join(f'\t"{path}"' for path in ("context", "fmt", root, f"{root}/client", f"{root}/option"))
    text = f"package main\n\nimport (\n{imports}\n)\n\nfunc main() {{\n\tctx := context.Background()\n{block}\t_, _ = action, err\n}}\n"
    program.write_text(text, encoding="utf-8")
    process = run_go("vet", "./program", cwd=module)
    assert process.returncode == 0, process.stderr
