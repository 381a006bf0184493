"""A generated package -> its members, read from its source: for states of which there is no document, as of an earlier sdksmith."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sdksmith.surface import Direction, Member, Surface
from sdksmith.targets.python.changes import custom
from sdksmith.targets.python.changes.annotations import Types
from sdksmith.targets.python.changes.library import requirement
from sdksmith.targets.python.client.credentials import RESERVED

#: Settings of one library that not all have.
_OWN_SETTINGS: Final = frozenset(("token", "base_url", "username", "password"))
#: What a call gives that is no wire fact, or is told of each argument.
_TOLD_ELSEWHERE: Final = frozenset(("request_options", "item", "items", "error_types", "discriminator"))
_PARTS: Final = {
    "path_parameters": "path", "query": "query", "header_parameters": "header", "cookies": "cookie",
    "json": "body", "form": "body", "multipart": "body", "files": "body",
}  # fmt: skip


def read(folder: Path) -> Surface | None:
    """Return the members of the package in a folder; ``None`` where there is none that sdksmith generated.

    Raises
    ------
    ValueError
        A module is no Python.
    """
    found = sorted(
        (file.parent.parent for file in folder.rglob("types/__init__.py")), key=lambda each: (len(each.parts), each)
    )
    package = next((each for each in found if (each / "client.py").is_file() and (each / "core").is_dir()), None)
    if package is None:
        return None
    try:
        reader = _Reader(package)
    except SyntaxError as error:
        raise ValueError(f"{error.filename}:{error.lineno}: {error.msg}") from error
    except (OSError, StopIteration) as error:
        raise ValueError(f"{package}: a module of the package is not there, or not as sdksmith writes it") from error
    members = {member.path: member for member in (*_project(folder, package), *reader)}
    return Surface(target="python", members=members, suffix=".py", credentials=reader.credentials)


def _project(folder: Path, package: Path) -> Iterator[Member]:
    name = ".".join(package.relative_to(folder).parts) or package.name
    yield Member(kind="package", path="package", types=frozenset((name,)), wire={})
    try:
        project: dict[str, Any] = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return
    yield from map(requirement, (f"python{project.get('requires-python', '')}", *project.get("dependencies", ())))


class _Reader:
    """Reader of the modules of a package."""

    def __init__(self, package: Path) -> None:
        self._package = package
        self._types = Types.read(package / "types")
        self._sent: set[str] = set()
        self._received: set[str] = set()
        self._security = "null"
        self._errors = dict(_errors(package / "errors.py"))
        self.credentials: frozenset[str] = frozenset()
        self._members = list(self._clients())
        self._members += self._incoming()
        self._members += self._declared()
        self._members += custom.exports(package)
        self._members += custom.methods_of_models(package, _imported)

    def __iter__(self) -> Iterator[Member]:
        return iter(self._members)

    # -- clients --------------------------------------------------------------------------------------------------

    def _clients(self) -> Iterator[Member]:
        tree = _parsed(self._package / "client.py")
        root = next(each for each in tree.body if isinstance(each, ast.ClassDef) and _is_client(each))
        yield Member(kind="client", path=root.name, wire={})
        yield from self._settings(tree, root)
        yield from self._group(self._package / "client.py", root, ("client",))

    def _settings(self, tree: ast.Module, root: ast.ClassDef) -> Iterator[Member]:
        made = next(each for each in root.body if isinstance(each, ast.FunctionDef) and each.name == "__init__")
        keys: dict[str, str] = {}
        for call in ast.walk(made):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                if call.func.id == "ApiKey":
                    wire, name, location = (
                        ast.literal_eval(ast.unparse(each)) if isinstance(each, ast.Constant) else ast.unparse(each)
                        for each in call.args
                    )
                    keys[name] = f"{location} {wire}"
                elif call.func.id in ("ApiClient", "AsyncApiClient"):
                    self._security = next(
                        (_json(each.value) for each in call.keywords if each.arg == "security"), "null"
                    )
        own: set[str] = set()
        for argument, default in zip(made.args.kwonlyargs, made.args.kw_defaults, strict=True):
            name = argument.arg
            if name in RESERVED - _OWN_SETTINGS:
                continue
            own.add(name)
            wire = {"credential": keys[name]} if name in keys else {}
            if name == "base_url":
                wire = {"server": _server(tree, made)}
            path = f"{root.name}({name})"
            required = default is None
            yield Member(kind="setting", path=path, types=frozenset(("str",)), required=required, wire=wire)
        basic = {"basic"} if "username" in own else set[str]()
        self.credentials = frozenset((*(own & {"token"}), *basic, *keys))

    def _group(self, file: Path, client: ast.ClassDef, attributes: tuple[str, ...]) -> Iterator[Member]:
        for base in client.bases:
            # A class of the user's own has the generated one as its base.
            found = _imported(file, _parsed(file), ast.unparse(base))
            if found is not None and found[1].name != "Resource":
                yield from self._group(*found, attributes)
        for item in client.body:
            if not isinstance(item, ast.FunctionDef) or item.name.startswith("_"):
                continue
            if not item.decorator_list or any(ast.unparse(each) == "override" for each in item.decorator_list):
                if item.name != "close" or len(attributes) > 1:
                    yield from self._method(item, attributes)
            elif any(ast.unparse(each) == "cached_property" for each in item.decorator_list):
                returned = next((each for each in ast.walk(item) if isinstance(each, ast.Return)), None)
                called = returned.value if returned is not None else None
                name = ast.unparse(called.func) if isinstance(called, ast.Call) else ""
                found = _imported(file, item, name)
                if found is not None:
                    yield from self._group(*found, (*attributes, item.name))

    def _method(self, method: ast.FunctionDef, attributes: tuple[str, ...]) -> Iterator[Member]:
        path = ".".join((*attributes, method.name))
        call = next(
            (
                each
                for each in ast.walk(method)
                if isinstance(each, ast.Call) and ast.unparse(each.func).startswith("self._api.")
            ),
            None,
        )
        given = {each.arg: each.value for each in call.keywords if each.arg} if call is not None else {}
        returned = self._types.meaning(method.returns) if method.returns is not None else frozenset[str]()
        for each in (method.returns, given.get("item")):
            self._received |= self._types.mentioned(each) if each is not None else set()
        if "rule" in given:
            returned = frozenset(f"{each} by {ast.unparse(given['rule'])}" for each in returned)
        yield Member(kind="method", path=path, types=returned, wire=self._facts(call, given))
        sent = dict(_sent(given))
        positional = [each for each in method.args.args if each.arg != "self"]
        named = list(zip(method.args.kwonlyargs, method.args.kw_defaults, strict=True))
        for position, argument in enumerate(positional):
            yield self._argument(path, argument, position, True, sent)
        for argument, default in named:
            if argument.arg != "request_options":
                yield self._argument(path, argument, -1, default is None, sent)
        for status, kind in _error_types(given):
            name = self._errors.get(status, "ApiError")
            types = self._types.meaning(ast.Name(kind))
            self._received |= self._types.mentioned(ast.Name(kind))
            yield Member(kind="error", path=f"{path}: {name}.body ({status})", types=types, wire={})

    def _facts(self, call: ast.Call | None, given: dict[str, ast.expr]) -> dict[str, str]:
        if call is None:
            return {}
        texts = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        wire: dict[str, str] = dict(zip(("method", "path"), texts, strict=False))
        if "path" in wire:
            wire["path"] = re.sub(r"\{[^{}]*\}", "{}", wire["path"])
        wire["security"] = _json(given["security"]) if "security" in given else self._security
        bodies = [part for part in given if _PARTS.get(part) == "body"]
        if bodies:
            wire["media type"] = "+".join(sorted(bodies))
        for name, value in given.items():
            if name not in _TOLD_ELSEWHERE and name not in _PARTS and name not in ("security", "rule"):
                wire[name.replace("_", " ")] = ast.unparse(value)
        return wire

    def _argument(
        self, method: str, argument: ast.arg, position: int, required: bool, sent: dict[str, tuple[str, str]]
    ) -> Member:
        assert argument.annotation is not None
        types = self._types.meaning(argument.annotation)
        self._sent |= self._types.mentioned(argument.annotation)
        if any(each in types for each in ("list[str]", "list[Any]")):
            types -= {"str"}
        wire: dict[str, str] = {}
        if argument.arg in sent:
            wire["name"], wire["style"] = sent[argument.arg]
        values = self._types.values(argument.annotation)
        return Member(
            kind="argument",
            path=f"{method}({argument.arg})",
            types=types,
            is_open=_is_open(types, values),
            required=required,
            position=position,
            direction="sent",
            values=values,
            wire=wire,
        )

    def _incoming(self) -> Iterator[Member]:
        file = self._package / "incoming.py"
        for node in _classes(file) if file.is_file() else ():
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.returns is not None and item.name != "parse":
                    self._received |= self._types.mentioned(item.returns)
                    types = self._types.meaning(item.returns)
                    path = f"{node.name}.{item.name}"
                    yield Member(kind="reader", path=path, types=types, direction="received", wire={})

    # -- types ----------------------------------------------------------------------------------------------------

    def _declared(self) -> Iterator[Member]:
        self._reach(self._sent)
        self._reach(self._received)
        for name in sorted(self._types.exported):
            if name in self._types.dicts:
                yield from self._plain(name)
            elif name in self._types.classes:
                yield from self._class(name)
            elif name in self._types.aliases:
                yield from self._other_name(name)

    def _reach(self, names: set[str]) -> None:
        """Add what the fields of classes name."""
        open_ = list(names)
        while open_:
            name = open_.pop()
            if name not in self._types.classes:
                continue
            for field in self._types.fields(name).values():
                found = self._types.mentioned(field.annotation) - names
                names |= found
                open_ += found

    def _direction(self, names: set[str]) -> Direction:
        sent, received = bool(names & self._sent), bool(names & self._received)
        return "both" if sent and received else "sent" if sent else "received"

    def _class(self, name: str) -> Iterator[Member]:
        direction = self._direction({name})
        yield Member(kind="class", path=name, types=frozenset(self._types.bases(name)), direction=direction, wire={})
        for field, item in self._types.fields(name).items():
            types = self._types.meaning(item.annotation)
            values = self._types.values(item.annotation)
            yield Member(
                kind="field",
                path=f"{name}.{field}",
                types=types,
                # The one value of a tag is always there, though it need not be given.
                required=item.value is None or (isinstance(item.value, ast.Constant) and item.value.value is not None),
                direction=direction,
                is_open=direction == "sent" and _is_open(types, values),
                values=values,
                wire={"name": _alias(item.annotation) or field},
            )

    def _plain(self, name: str) -> Iterator[Member]:
        model = name.removesuffix("Dict")
        yield Member(kind="class", path=name, direction="sent", mirror=model, wire={})
        fields = self._types.fields(model) if model in self._types.classes else {}
        named = {_alias(item.annotation) or field: field for field, item in fields.items()}
        for key, annotation in self._types.dicts[name].items():
            types, values = self._types.meaning(annotation), self._types.values(annotation)
            yield Member(
                kind="field",
                path=f"{name}[{json.dumps(key, ensure_ascii=False)}]",
                types=types,
                required="Required[" in ast.unparse(annotation).replace("NotRequired[", ""),
                direction="sent",
                is_open=_is_open(types, values),
                values=values,
                mirror=f"{model}.{named.get(key, key)}",
                wire={"name": key},
            )

    def _other_name(self, name: str) -> Iterator[Member]:
        model = name.removesuffix("Dict")
        mirror = model if name != model and model in self._types.names else ""
        types = (replace(self._types, keeps_plain=True) if mirror else self._types).meaning(ast.Name(name))
        direction = "sent" if mirror else self._direction({name})
        yield Member(kind="name", path=name, types=types, direction=direction, mirror=mirror, wire={})
        for value in dict(self._types.enums()).get(name, ()):
            yield Member(kind="value", path=f"{name}: {value}", direction=direction, wire={})


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def _imported(file: Path, tree: ast.AST, name: str) -> tuple[Path, ast.ClassDef] | None:
    """Return the module and the class that a name is imported from; ``None`` where it is from elsewhere."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level or node.module is None:
            continue
        wanted = next((each.name for each in node.names if (each.asname or each.name) == name), None)
        if wanted is None:
            continue
        folder = file.parents[node.level - 1].joinpath(*node.module.split("."))
        for module in (folder.with_suffix(".py"), folder / "__init__.py"):
            if module.is_file():
                found = next((each for each in _classes(module) if each.name == wanted), None)
                return (module, found) if found is not None else None
    return None


def _classes(file: Path) -> list[ast.ClassDef]:
    return [node for node in _parsed(file).body if isinstance(node, ast.ClassDef)]


def _is_client(node: ast.ClassDef) -> bool:
    return not node.name.startswith(("Async", "Raw")) and any(ast.unparse(each) == "Resource" for each in node.bases)


def _json(node: ast.expr) -> str:
    return json.dumps(ast.literal_eval(node))


def _is_open(types: frozenset[str], values: frozenset[str]) -> bool:
    """Whether values are of an enum, which may have others; a list of them is closed to what is no list."""
    return bool(values) and not any("[" in each for each in types)


def _alias(annotation: ast.expr) -> str:
    for call in ast.walk(annotation):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Field":
            for each in call.keywords:
                if each.arg == "alias" and isinstance(each.value, ast.Constant):
                    return str(each.value.value)
    return ""


def _server(tree: ast.Module, made: ast.FunctionDef) -> str:
    """Return the default URL, its variables filled in."""
    url = ""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(each) == "Enum" for each in node.bases):
            values = [each.value for each in node.body if isinstance(each, ast.Assign)]
            url = str(ast.literal_eval(values[0])) if values else ""
    for call in ast.walk(made):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "choose_server" and len(call.args) > 3:
            defaults: dict[str, str] = ast.literal_eval(call.args[3])
            for name, value in defaults.items():
                url = url.replace(f"{{{name}}}", value)
    return url


def _errors(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the classes of errors by their status."""
    for node in _classes(file):
        for item in node.body:
            if isinstance(item, ast.Assign) and ast.unparse(item.targets[0]) == "status":
                yield ast.unparse(item.value), node.name


def _error_types(given: dict[str, ast.expr]) -> Iterator[tuple[str, str]]:
    found = given.get("error_types")
    if isinstance(found, ast.Dict):
        for key, value in zip(found.keys, found.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
                yield str(key.value), str(value.value)


def _sent(given: dict[str, ast.expr]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what each argument is sent as: its place with its name, and how its value is written."""
    for part, location in _PARTS.items():
        found = given.get(part)
        if isinstance(found, ast.Name):
            yield found.id, (location, "")
        if not isinstance(found, ast.Dict):
            continue
        for key, value in zip(found.keys, found.values, strict=True):
            variables = [each.id for each in ast.walk(value) if isinstance(each, ast.Name)]
            # What a parameter of the path is called is not sent.
            name = str(key.value) if isinstance(key, ast.Constant) and location != "path" else ""
            if variables:
                yield variables[-1], (f"{location} {name}".strip(), _style(value, variables[-1]))


def _style(value: ast.expr, variable: str) -> str:
    text = ast.unparse(value)
    return "" if text == variable else text.replace(variable, "...")
