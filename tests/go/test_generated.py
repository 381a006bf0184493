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


ROOT = "github.com/auth0/go-auth0/management/management"
STANDARD = ("context", "errors", "fmt", "io", "log", "strings", "time", "encoding/json")


def test_every_block_of_the_pages_compiles(repository: Path, tmp_path: Path) -> None:
    module = tmp_path / "go"
    shutil.copytree(repository / "generated" / "go", module)
    packages = {path.name: path for path in (module / "management").rglob("*") if path.is_dir()}
    paths = {path.rpartition("/")[2]: path for path in STANDARD} | {"management": ROOT}
    paths |= {name: f"{ROOT}/{path.relative_to(module / 'management').as_posix()}" for name, path in packages.items()}
    pages = "".join((module / page).read_text(encoding="utf-8") for page in ("README.md", "reference.md"))
    blocks = [
        block for block in re.findall(r"^```go\n(.*?)^```$", pages, re.M | re.S) if not block.startswith("func (")
    ]
    assert len(blocks) > 60
    for number, block in enumerate(blocks):
        makes_client = "client.NewClient(" in block
        body = block if makes_client else f"client := client.NewClient()\n_ = client\n{block}"
        names = sorted(name for name in paths if f"{name}." in body)
        imports = "\n".join(f'\t"{paths[name]}"' for name in names)
        used = "\n".join(f"_ = {name}" for name in re.findall(r"^(\w+), err := ", block, re.M) if name != "_")
        text = f"package blocks\n\nimport (\n{imports}\n)\n\nfunc do({'' if 'err :=' in block else 'err error'}) {{\n{body}\n{used}\n}}\n"
        if makes_client:
            text = text.replace(f"{body}\n", f"{body}\n_ = client\n")
        folder = module / "blocks" / f"b{number}"
        folder.mkdir(parents=True)
        (folder / "block.go").write_text(text, encoding="utf-8")
    process = run_go("build", "./blocks/...", cwd=module)
    assert process.returncode == 0, process.stderr
