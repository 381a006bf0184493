"""A statement for each member of a Go module's surface, which compiles only where the member is what the surface says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.go.toolchain import run_go

from sdksmith.surface import Member, Surface

#: Packages that are no request packages: their imports.
_STANDARD = {"context": "context", "io": "io", "time": "time"}


def failing(surface: Surface, module: Path, path: str, root: str) -> tuple[set[str], str]:
    """Compile a statement for each member against a module, and return the members that fail, with what Go says.

    Parameters
    ----------
    path, root
        Of the module, and of its root package below it.
    """
    lines: dict[int, str] = {}
    body: list[str] = []
    for member, statement in _statements(surface):
        body.append(statement)
        lines[len(body)] = member
    used = {"client"} | set(re.findall(r"(?<![\w.)])([a-z]\w*)\.", "\n".join(body).replace("...", " ")))
    imports = [f"\t{name} {_import(name, module, path, root)!r}".replace("'", '"') for name in sorted(used - {"c"})]
    folder = module / "probes"
    folder.mkdir(exist_ok=True)
    head = ["package probes", "import (", *imports, ")"]
    head += ["var c = client.NewClient()"]
    (folder / "probes.go").write_text("\n".join((*head, *body)) + "\n", encoding="utf-8")
    process = run_go("build", "-gcflags=-e", "./probes", cwd=module)
    numbers = {int(each) - len(head) for each in re.findall(r"probes\.go:(\d+):", process.stderr)}
    assert process.returncode == 0 or numbers, process.stderr
    return {lines.get(number, "") for number in numbers}, process.stderr


def _import(name: str, module: Path, path: str, root: str) -> str:
    if name in _STANDARD:
        return _STANDARD[name]
    if name == root:
        return f"{path}/{root}"
    (folder,) = (each for each in (module / root).rglob(name) if each.is_dir() and "internal" not in each.parts)
    return f"{path}/{folder.relative_to(module).as_posix()}"


def _statements(surface: Surface) -> Iterator[tuple[str, str]]:
    arguments: dict[str, list[Member]] = {}
    for member in surface.members.values():
        if member.kind == "argument":
            arguments.setdefault(member.path.partition("(")[0], []).append(member)
    for member in surface.members.values():
        written = next(iter(member.types), "")
        match member.kind:
            case "method":
                given = sorted(arguments.get(member.path, ()), key=lambda argument: argument.position)
                taken = ", ".join(("context.Context", *(next(iter(each.types)) for each in given)))
                method = f"c{member.path.removeprefix('client')}"
                yield member.path, f"var _ func({taken}, ...option.RequestOption) {written} = {method}"
            case "class" | "name":
                yield member.path, f"var _ *{member.path}"
            case "field":
                owner, _, field = member.path.rpartition(".")
                yield member.path, f"var _ {written} = (*new({owner})).{field}"
            case "value":
                owner, _, constant = member.path.partition(": ")
                yield member.path, f"const _ {owner} = {constant}"
            case "setting" if written:
                yield member.path, f"var _ {written} option.RequestOption = {member.path}"
            case _:
                pass
