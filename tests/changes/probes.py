"""Probes: for each public member of a generated package, the code that somebody writes who uses it.

They are read from the package's own source, not from the surface that `diff` compares: a type checker that sees them together
with a later package says, without any rule of ours, which members changed for those who use them.
"""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.support import run

_HEADER = """\
from __future__ import annotations

from datetime import *
from typing import *

import {package} as lib
from {package} import types as t

anything: Any = None
keywords: dict[str, Any] = {{}}
"""


@dataclass(frozen=True)
class Probe:
    """Code that uses a member.

    Attributes
    ----------
    member
        By the path that the surface gives it; ``method()`` is the call with all that it asks for.
    owner
        What it can't be without: the class, the method.
    """

    member: str
    text: str
    owner: str = ""


@dataclass
class Package:
    """What the source of a generated package says."""

    root: Path
    name: str
    exported: set[str] = field(default_factory=set)
    aliases: dict[str, ast.expr] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    dicts: dict[str, dict[str, ast.expr]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, name: str) -> Package:
        found = cls(root, name)
        for file in sorted((root / "types").rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            if file.name == "__init__.py":
                found._exports(tree)
            else:
                for node in tree.body:
                    found._declared(node)
        return found

    def _exports(self, tree: ast.Module) -> None:
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
                self.exported |= {key.value for key in node.value.keys if isinstance(key, ast.Constant)}  # type: ignore[misc]

    def _declared(self, node: ast.stmt) -> None:
        match node:
            case ast.ClassDef(name=name, bases=bases):
                if any(isinstance(base, ast.Name) and base.id == "TypedDict" for base in bases):
                    self.dicts[name] = dict(_annotations(node))
                else:
                    self.classes[name] = node
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self.aliases[name] = value
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, ast.Dict(keys=keys, values=values)])):
                self.dicts[name] = {
                    str(key.value): value
                    for key, value in zip(keys, values, strict=True)
                    if isinstance(key, ast.Constant)
                }
            case _:
                pass

    def expanded(self, node: ast.expr, inside: tuple[str, ...] = ()) -> ast.expr:
        """Return an annotation in which aliases are what they stand for, and classes are looked up in the package."""
        return _visited(_Expanded(self, inside), ast.parse(ast.unparse(node), mode="eval").body)

    def fields(self, name: str) -> dict[str, ast.expr]:
        """Return the fields of a class, those that it inherits first."""
        node = self.classes[name]
        found: dict[str, ast.expr] = {}
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id in self.classes:
                found |= self.fields(base.id)
        return found | dict(_annotations(node))


class _Expanded(ast.NodeTransformer):
    def __init__(self, package: Package, inside: tuple[str, ...]) -> None:
        self._package = package
        self._inside = inside

    def visit_Name(self, node: ast.Name) -> ast.expr:
        name = node.id
        if name in self._package.aliases and name not in self._inside:
            return self._package.expanded(self._package.aliases[name], (*self._inside, name))
        if name in self._package.exported:
            return ast.parse(f"t.{name}", mode="eval").body
        return ast.parse(f"lib.{name}", mode="eval").body if name in _OF_THE_ROOT else node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        # A name that is defined further down.
        return _visited(self, ast.parse(node.value, mode="eval").body) if isinstance(node.value, str) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if isinstance(node.value, ast.Name):
            if node.value.id == "Annotated" and isinstance(node.slice, ast.Tuple):
                return _visited(self, node.slice.elts[0])
            if node.value.id in ("Required", "NotRequired"):
                return _visited(self, node.slice)
            if node.value.id == "Literal":
                return node
        self.generic_visit(node)
        return node


def _visited(visitor: ast.NodeTransformer, node: ast.expr) -> ast.expr:
    found = visitor.visit(node)
    assert isinstance(found, ast.expr)
    return found


_OF_THE_ROOT = frozenset(
    ("File", "SyncPager", "EventStream", "JsonStream", "BinaryStream", "HttpResponse")
)  # fmt: skip


def _annotations(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and not item.target.id.startswith("_"):
            yield item.target.id, item.annotation


# -- the probes -------------------------------------------------------------------------------------------------------


def probes(package: Package, directions: Mapping[str, str]) -> Iterator[Probe]:
    """Yield a probe for each public member.

    Parameters
    ----------
    directions
        Of types: values are ``sent``, ``received``, or ``both``. What is only received need not be built, and what is only
        sent need not be read.
    """
    for name in sorted(package.exported):
        direction = directions.get(name.removesuffix("Dict") if name not in directions else name, "")
        yield from _of_type(package, name, direction)
    yield from _of_clients(package)


def _of_type(package: Package, name: str, direction: str) -> Iterator[Probe]:
    if name in package.dicts:
        yield Probe(name, f"def probe(given: t.{name}) -> None: ...")
        needed = [key for key, value in package.dicts[name].items() if "Required[" in ast.unparse(value)]
        given = ", ".join(f"{key!r}: anything" for key in needed)
        yield Probe(f"{name}()", f"def probe() -> t.{name}: return {{{given}}}", name)
        for key, annotation in package.dicts[name].items():
            yield Probe(
                f"{name}[{json.dumps(key, ensure_ascii=False)}]",
                f"def probe(given: t.{name}, value: {_text(package, annotation)}) -> None: given[{key!r}] = value",
                name,
            )
    elif name in package.classes:
        yield Probe(name, f"def probe(given: t.{name}) -> None: print(given.model_dump())")
        for base in package.classes[name].bases:
            if isinstance(base, ast.Name) and base.id in package.exported:
                yield Probe(f"{name}: {base.id}", f"def probe(given: t.{name}) -> t.{base.id}: return given", name)
        for attribute, annotation in package.fields(name).items():
            text = _text(package, annotation)
            read = f"given.{attribute}"
            if direction in ("received", "both", ""):
                yield Probe(f"{name}.{attribute}", f"def probe(given: t.{name}) -> {text}: return {read}", name)
                yield from (
                    Probe(f"{name}.{attribute}", f"def probe(given: t.{name}) -> None:\n    {code}", name)
                    for code in _uses_of_any(package, annotation, read)
                )
            else:
                yield Probe(f"{name}.{attribute}", f"def probe(given: t.{name}) -> None: print({read})", name)
            if direction in ("sent", "both"):
                yield Probe(
                    f"{name}.{attribute}",
                    f"def probe(value: {text}) -> None: t.{name}({attribute}=value, **keywords)",
                    name,
                )
        if direction in ("sent", "both"):
            given = ", ".join(f"{key}=anything" for key in _required(package, name))
            yield Probe(f"{name}()", f"def probe() -> None: t.{name}({given})", name)
    elif name in package.aliases:
        text = _text(package, package.aliases[name])
        yield Probe(name, f"def probe(given: t.{name}) -> None: ...")
        if direction in ("received", "both"):
            yield Probe(name, f"def probe(given: t.{name}) -> {text}: return given")
        if direction in ("sent", "both"):
            yield Probe(name, f"def probe(given: {text}) -> t.{name}: return given")


def _required(package: Package, name: str) -> list[str]:
    node = package.classes[name]
    found: dict[str, bool] = {}
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in package.classes:
            found |= dict.fromkeys(_required(package, base.id), True)
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            found[item.target.id] = item.value is None
    return [key for key, required in found.items() if required]


def _uses_of_any(package: Package, annotation: ast.expr, read: str) -> Iterator[str]:
    """Yield what somebody does with a value that may be anything: a type checker has nothing against it, until it is a model."""
    match package.expanded(annotation):
        case ast.Name(id="Any"):
            yield f"{read}.anything"
        case ast.Subscript(value=ast.Name(id="Optional"), slice=ast.Name(id="Any")):
            yield f"if {read} is not None: {read}.anything"
        case _:
            return


def _text(package: Package, annotation: ast.expr) -> str:
    return ast.unparse(package.expanded(annotation))


def _of_clients(package: Package) -> Iterator[Probe]:
    root = ast.parse((package.root / "client.py").read_text(encoding="utf-8"))
    names = [node.name for node in root.body if isinstance(node, ast.ClassDef) and _is_client(node)]
    client = names[0]
    for node in root.body:
        if isinstance(node, ast.ClassDef) and node.name == client:
            yield from _of_constructor(node)
    for file in sorted(package.root.rglob("client.py")):
        attributes = file.parent.relative_to(package.root).parts
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and _is_client(node) and (attributes or node.name == client):
                for item in node.body:
                    if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and not item.decorator_list:
                        yield from _of_method(package, client, attributes, item)


def _is_client(node: ast.ClassDef) -> bool:
    is_resource = any(isinstance(base, ast.Name) and base.id == "Resource" for base in node.bases)
    return is_resource and not node.name.startswith(("Async", "Raw"))


def _of_constructor(node: ast.ClassDef) -> Iterator[Probe]:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            names = [each.arg for each in item.args.kwonlyargs]
            for name in names:
                member = f"{node.name}({name})"
                yield Probe(member, f"def probe() -> None: lib.{node.name}({name}=anything, **keywords)")
            needed = [
                f"{each.arg}=anything"
                for each, default in zip(item.args.kwonlyargs, item.args.kw_defaults, strict=True)
                if default is None
            ]
            yield Probe(f"{node.name}()", f"def probe() -> None: lib.{node.name}({', '.join(needed)})")


def _of_method(package: Package, client: str, attributes: Iterable[str], node: ast.FunctionDef) -> Iterator[Probe]:
    path = ".".join(("client", *attributes, node.name))
    call = path
    head = f"def probe(client: lib.{client}"
    positional = [each for each in node.args.args if each.arg != "self"]
    bare = ["anything"] * len(positional)
    yield Probe(path, f"{head}) -> None: {call}({', '.join((*bare, '**keywords'))})")
    if node.returns is not None:
        returned = _text(package, node.returns)
        yield Probe(path, f"{head}) -> {returned}: return {call}({', '.join((*bare, '**keywords'))})")
    for index, each in enumerate(positional):
        assert each.annotation is not None
        given = ", ".join((*bare[:index], "value", *bare[index + 1 :], "**keywords"))
        annotation = _text(package, each.annotation)
        yield Probe(f"{path}({each.arg})", f"{head}, value: {annotation}) -> None: {call}({given})", path)
        yield Probe(f"{path}({each.arg})", f"{head}) -> None: {call}({each.arg}=anything, **keywords)", path)
    needed = list(bare)
    for each, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        assert each.annotation is not None
        if default is None:
            needed.append(f"{each.arg}=anything")
        if each.arg == "request_options":
            continue
        given = ", ".join((*bare, f"{each.arg}=value", "**keywords"))
        annotation = _text(package, each.annotation)
        if annotation in ("Any", "Optional[Any]"):
            annotation = "object"
        yield Probe(f"{path}({each.arg})", f"{head}, value: {annotation}) -> None: {call}({given})", path)
    yield Probe(f"{path}()", f"{head}) -> None: {call}({', '.join(needed)})", path)


# -- the type checker -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Question:
    """Probes of one package, and another that they are put to.

    Attributes
    ----------
    root
        The folder that the other one is imported from.
    package
        Its import name.
    """

    probes: Sequence[Probe]
    root: Path
    package: str


Checker = Callable[[Path, Sequence[str], Sequence[str], Path], Iterator[tuple[str, int, str]]]


def failing(
    questions: Mapping[str, Question], folder: Path, cache: Path, checker: Checker | None = None
) -> dict[str, dict[str, list[str]]]:
    """Return for each question the members whose probes fail, with what is said; what lacks its owner says nothing more.

    Parameters
    ----------
    checker
        The judge; mypy by default.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"probes_{number}.py": key for number, key in enumerate(questions)}
    starts = {file: _written(questions[key], folder / file) for file, key in files.items()}
    roots = dict.fromkeys(str(question.root) for question in questions.values())
    told: dict[str, dict[str, list[str]]] = {key: {} for key in questions}
    for file, line, text in (checker or mypy)(folder, list(files), list(roots), cache):
        probe = starts[file][line]
        told[files[file]].setdefault(probe.member, []).append(text)
    return {key: _without_those_of_lost_owners(questions[key].probes, said) for key, said in told.items()}


def mypy(folder: Path, files: Sequence[str], roots: Sequence[str], cache: Path) -> Iterator[tuple[str, int, str]]:
    """Yield what mypy's strict mode has against probes: file, line, text."""
    process = run(
        sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-pretty", "--follow-imports=silent",
        "--explicit-package-bases", "--namespace-packages", "--config-file=", "--cache-dir", cache, *files,
        cwd=folder, environment={"MYPYPATH": os.pathsep.join(roots)},
    )  # fmt: skip
    assert process.returncode in (0, 1), process.stderr or process.stdout
    for line in process.stdout.splitlines():
        if match := re.match(r"(probes_\d+\.py):(\d+): error: (.*)", line):
            yield match[1], int(match[2]), match[3]


def pyright(folder: Path, files: Sequence[str], roots: Sequence[str], cache: Path) -> Iterator[tuple[str, int, str]]:
    """Yield what pyright has against probes: file, line, text.

    Its strict mode reports values of unknown types as well, which probes are full of: they give anything for what they are not
    about. What is an error all the same is one of the standard mode.
    """
    settings = {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "include": list(files),
        "extraPaths": list(roots),
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    process = run(
        sys.executable, "-m", "pyright", "--project", folder, "--pythonpath", sys.executable, "--outputjson",
        cwd=folder, environment={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )  # fmt: skip
    report = json.loads(process.stdout)
    assert report["summary"]["filesAnalyzed"] == len(files), process.stdout[:500]
    for found in report["generalDiagnostics"]:
        if found["severity"] == "error":
            text = f"{found['message']}  [{_CODES.get(found.get('rule', ''), found.get('rule', ''))}]"
            yield Path(found["file"]).name, found["range"]["start"]["line"] + 1, text


#: Rules of pyright by which something is not there -> mypy's.
_CODES = {
    "reportAttributeAccessIssue": "attr-defined",
    "reportUndefinedVariable": "name-defined",
    "reportCallIssue": "call-arg",
}


def _written(question: Question, file: Path) -> dict[int, Probe]:
    """Write probes to a file, and return which one each line is of."""
    lines = _HEADER.format(package=question.package).splitlines()
    starts: dict[int, Probe] = {}
    for number, probe in enumerate(question.probes):
        for line in probe.text.replace("def probe(", f"def probe_{number}(", 1).splitlines():
            lines.append(line)
            starts[len(lines)] = probe
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return starts


def _without_those_of_lost_owners(probes: Iterable[Probe], told: dict[str, list[str]]) -> dict[str, list[str]]:
    owners = {probe.member: probe.owner for probe in probes}
    lost = {member for member, said in told.items() if not owners[member] and any(map(_is_loss, said))}
    return {member: said for member, said in told.items() if owners[member] not in lost}


def _is_loss(text: str) -> bool:
    return "[attr-defined]" in text or "[name-defined]" in text or "[call-arg]" in text
