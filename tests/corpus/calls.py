"""Operations of any document, called against the validating server of the wire suite.

Which argument goes under which name of the wire is read off the generated method; that it does go there, in the right
place and form, is for the server to say. The document is read as one 3.1 tree by the document stage, which the tests
of that stage answer for.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import typing
from collections import ChainMap, Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

from openapi_schema_validator import OAS31Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.corpus.bodies import Body, holds_files, sample_body
from tests.runtime.loopback import Answer
from tests.wire import typed
from tests.wire.calls import METHODS
from tests.wire.samples import Direction, Pointer, Sample, Sampler, Style
from tests.wire.schemas import Schema, Schemas
from tests.wire.server import Document, WireServer, without_exclusion
from tests.wire.suite import in_python_patterns

from sdksmith import pipeline
from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.project import open_project


@dataclass(frozen=True)
class Method:
    """A generated method: how to get at it, what it calls, and wire name -> argument."""

    attributes: tuple[str, ...]
    verb: str
    path: str
    arguments: dict[str, str]
    whole_body: str


@dataclass
class Calls:
    """What was called, and what was wrong."""

    called: int = 0
    bodies: Counter[str] = field(default_factory=Counter[str])
    answers: int = 0
    skipped: list[str] = field(default_factory=list[str])
    failures: list[str] = field(default_factory=list[str])


def call_some(source: Path, folder: Path, package: str, most: int) -> Calls:
    """Generate of a document, and call at most `most` of its operations, spread evenly; what was wrong is returned."""
    config = open_project(str(source), None, (f"targets.python.package={package}", "targets.python.client=Api")).config
    pipeline.generate(str(source), config, outputs={"python": folder})
    sys.path.insert(0, str(folder))
    invalidate_caches()
    try:
        import_module(package)
        return _Session(_tree(source), folder, package).run(most)
    finally:
        sys.path.remove(str(folder))
        for name in [each for each in sys.modules if each.partition(".")[0] == package]:
            del sys.modules[name]


def _tree(source: Path) -> dict[str, Any]:
    tree: dict[str, Any] = in_python_patterns(load(str(source), Config().input, Diagnostics()).tree)
    # All is sent to loopback, and without credentials.
    tree["servers"] = [{"url": "/"}]
    tree.pop("security", None)
    for item in tree.get("paths", {}).values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("security", None)
    cleaned: dict[str, Any] = _readable_parameters(tree)
    return cleaned


def _readable_parameters(node: Any) -> Any:
    """Return a document without the header parameters that OpenAPI ignores (3.1, section 4.8.12.1).

    Nor are parameters null in it: openapi-core does not see the array in ``anyOf: [array, null]``.
    """
    if isinstance(node, list):
        return [_readable_parameters(item) for item in node if not _is_ignored(item)]
    if not isinstance(node, dict):
        return node
    cleaned = {key: _readable_parameters(value) for key, value in node.items()}
    schema = cleaned.get("schema")
    if isinstance(cleaned.get("in"), str) and isinstance(schema, dict) and isinstance(schema.get("anyOf"), list):
        others = [variant for variant in schema["anyOf"] if variant != {"type": "null"}]
        if len(others) == 1:
            cleaned["schema"] = {**others[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    return cleaned


def _is_ignored(node: Any) -> bool:
    if not isinstance(node, dict) or node.get("in") != "header":
        return False
    return str(node.get("name")).lower() in ("accept", "content-type", "authorization")


def methods(folder: Path, package: str) -> Iterator[Method]:
    """Yield the blocking methods of a package that make one call each."""
    root = folder / package
    for file in sorted(root.rglob("client.py")):
        attributes = file.parent.relative_to(root).parts
        if not attributes or attributes[0] in ("core", "types"):
            continue
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Resource" for base in node.bases):
                for function in node.body:
                    if isinstance(function, ast.FunctionDef) and not function.decorator_list:
                        yield from _method(attributes, function)


def _method(attributes: tuple[str, ...], function: ast.FunctionDef) -> Iterator[Method]:
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or len(node.args) < 3:
            continue
        texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if len(texts) < 2 or not texts[-1].startswith("/"):
            continue
        arguments: dict[str, str] = {}
        whole = ""
        for given in node.keywords:
            if isinstance(given.value, ast.Dict) and given.arg != "error_types":
                for key, value in zip(given.value.keys, given.value.values, strict=True):
                    names = [each.id for each in ast.walk(value) if isinstance(each, ast.Name)]
                    # Several entries of one value are made by a helper, which gets the name.
                    wire = value.args[0] if key is None and isinstance(value, ast.Call) and value.args else key
                    if isinstance(wire, ast.Constant) and names:
                        arguments[(_BODY if given.arg in _BODIES else "") + str(wire.value)] = names[-1]
            elif given.arg in _BODIES and isinstance(given.value, ast.Name):
                whole = given.value.id
        yield Method((*attributes, function.name), texts[-2], texts[-1], arguments, whole)
        return


#: Of openapi-core itself: names with dots in a path, parameters that may be null, and some deep objects are too much for it.
CRASHES = ("KeyError(", "TypeError(", "DeserializeError('deepObject'")
#: Values in a sample, after which only what is required is added.
MOST_VALUES = 500
#: Marks properties of the body, which may have the names of parameters.
_BODY = "body:"
_BODIES = ("json", "form", "multipart", "content", "files", "data")


class _Sampler(Sampler):
    """Leaves out what is required and nowhere declared: no keyword of a method, and no field of a model, stands for it.

    Where everything leads to everything, as payments to customers and back, a sample is cut off at some size.
    """

    def __init__(self, schemas: Schemas, style: Style, direction: Direction) -> None:
        super().__init__(schemas, style, direction)
        self._made = 0

    def sample(self, schema: Schema) -> Sample:
        self._made = 0
        return super().sample(schema)

    def _value(self, schema: Schema, at: Pointer, inside: tuple[int, ...], index: int = 0) -> Any:
        self._made += 1
        return super()._value(schema, at, inside, index)

    def _skipped(self, schema: Schema, inside: tuple[int, ...]) -> bool:
        return self._made > MOST_VALUES or super()._skipped(schema, inside)

    def _more_fields(self, flat: Schema, result: dict[str, Any], at: Pointer, inside: tuple[int, ...]) -> None:
        declared = flat.get("properties")
        if declared:
            flat = {**flat, "required": [name for name in flat.get("required", ()) if name in declared]}
        super()._more_fields(flat, result, at, inside)


class _Session:
    def __init__(self, tree: dict[str, Any], folder: Path, package: str) -> None:
        self.tree = tree
        self.folder = folder
        self.package = package
        self.schemas = Schemas(tree)
        # Of other bodies than JSON openapi-core reads some, and not all of these rightly: see tests/corpus/bodies.py.
        self.document = Document(tree, judges_body=lambda content_type: content_type == "application/json")
        plain = without_exclusion(tree)
        self._registry: Registry[Any] = Registry().with_resource("document", DRAFT202012.create_resource(plain))
        self.decode = import_module(f"{package}.core.decoding").decode
        self.encode = import_module(f"{package}.core.encoding").encode_json
        types, core = import_module(f"{package}.types"), import_module(f"{package}.core")
        exports = {name: getattr(module, name) for module in (types, core) for name in module.__all__}
        self.names: dict[str, Any] = {**vars(typing), **exports}
        self.calls = Calls()

    def run(self, most: int) -> Calls:
        found = [each for each in methods(self.folder, self.package) if self._operation(each) is not None]
        picked = found if len(found) <= most else [found[index * len(found) // most] for index in range(most)]
        constructor = import_module(self.package).Api
        required = {
            name: "secret"
            for name, each in inspect.signature(constructor).parameters.items()
            if each.default is inspect.Parameter.empty
        }
        with (
            WireServer(self.document) as server,
            constructor(**required, base_url=server.url, max_retries=0) as client,
        ):
            for method in picked:
                for style in typing.get_args(Style)[:2]:
                    try:
                        self._call(server, client, method, style)
                    except Exception as error:  # noqa: BLE001 - whatever it is, the others are tried too
                        self._fail(method, f"{type(error).__name__}: {str(error)[:400]}")
        return self.calls

    def _fail(self, method: Method, text: str) -> None:
        self.calls.failures.append(f"{method.verb} {method.path}: {text}")

    def _operation(self, method: Method) -> dict[str, Any] | None:
        item = self.schemas.resolve(self.tree.get("paths", {}).get(method.path))
        operation = item.get(method.verb.lower()) if item else None
        if operation is None or method.verb.lower() not in METHODS or "servers" in item or "servers" in operation:
            return None
        shared = {(each["name"], each["in"]): each for each in map(self.schemas.resolve, item.get("parameters", ()))}
        own = {(e["name"], e["in"]): e for e in map(self.schemas.resolve, operation.get("parameters", ()))}
        return {**operation, "parameters": list({**shared, **own}.values())}

    def _sound(self, schema: Any, value: Any) -> bool:
        """Say whether a sample follows its schema: some ask for what no sample can guess."""
        schema = json.loads(json.dumps(without_exclusion(schema)).replace('"#/', '"document#/'))
        try:
            return bool(OAS31Validator(schema, registry=self._registry).is_valid(value))
        except Exception:  # noqa: BLE001 - a pattern that Python can't read, or a reference that leads nowhere
            return False

    def _call(self, server: WireServer, client: Any, method: Method, style: Style) -> None:
        operation = self._operation(method)
        assert operation is not None
        function: Any = client
        for name in method.attributes:
            function = getattr(function, name)
        hints = self._hints(function)
        arguments: dict[str, Any] = {}
        sampler = _Sampler(self.schemas, style, "request")
        for each in operation["parameters"]:
            wanted = each.get("required") or style == "all"
            if not wanted or each["in"] == "cookie" or each["name"] not in method.arguments:
                continue
            value = sampler.sample(each.get("schema", {})).value
            if each["in"] == "header":
                # Headers are ASCII.
                value = json.loads(json.dumps(value, ensure_ascii=False).replace("ü", "u"))
            if "content" in each or not self._sound(each.get("schema", {}), value) or value in ("", [], {}, None):
                if each.get("required"):
                    self.calls.skipped.append(f"{method.path}: no sample of {each['name']}")
                    return
                continue
            arguments[method.arguments[each["name"]]] = value
        body: Body | None = None
        described = self.schemas.resolve(operation.get("requestBody", {}))
        content = described.get("content", {})
        if content:
            body = sample_body(self.schemas, sampler, content)
            body.optional = described.get("required") is False
            if body.kind in ("json", "form") and not self._sound(body.schema, body.value):
                self.calls.skipped.append(f"{method.path}: no sample of the body")
                return
            if method.whole_body:
                arguments[method.whole_body] = body.value
            elif any(_BODY + name not in method.arguments for name in body.value):
                self.calls.skipped.append(f"{method.path}: a body of undocumented properties")
                return
            else:
                arguments.update({method.arguments[_BODY + name]: value for name, value in body.value.items()})
        missing = [
            name
            for name, each in inspect.signature(function).parameters.items()
            if each.default is inspect.Parameter.empty and name not in arguments
        ]
        if missing:
            self.calls.skipped.append(f"{method.path}: no sample of {', '.join(missing)}")
            return
        answer = self._answer(server, operation)
        raw = method.whole_body if body is not None and body.kind == "content" else ""
        typed_arguments = {
            name: value if name == raw or holds_files(value) else self._typed(hints, name, value)
            for name, value in arguments.items()
        }
        before = len(server.exchanges)
        result = function(**typed_arguments)
        if hasattr(result, "iter_pages"):
            result = result.response
        self.calls.called += 1
        for exchange in server.exchanges[before:]:
            for complaint in exchange.complaints:
                if any(crash in complaint for crash in CRASHES):
                    self.calls.skipped.append(f"{method.path}: openapi-core can't judge it: {complaint[:100]}")
                elif body is None or not body.is_nothing:
                    self._fail(method, complaint[:500])
        if body is not None:
            self.calls.bodies[body.kind] += 1
            for difference in body.complaints(server.exchanges[before].received):
                self._fail(method, f"the body differs at {difference}"[:500])
        if answer is not None and not hasattr(result, "__next__"):
            self.calls.answers += 1
            for difference in typed.differences(answer, json.loads(self.encode(result))):
                self._fail(method, f"the answer differs at {difference}")

    def _answer(self, server: WireServer, operation: dict[str, Any]) -> Any:
        """Have the server give the first documented answer of success; return its value, where it has one."""
        for status, response in operation.get("responses", {}).items():
            content = self.schemas.resolve(response).get("content", {})
            if status.isdecimal() and status.startswith("2"):
                if "application/json" in content and status != "204":
                    schema = content["application/json"].get("schema", {})
                    value = _Sampler(self.schemas, "all", "response").sample(schema).value
                    headers = {"Content-Type": "application/json"}
                    server.next = Answer(int(status), json.dumps(value).encode(), headers)
                    return value
                if not content:
                    server.next = Answer(int(status), b"")
                    return None
        server.next = Answer(204, b"")
        return None

    def _hints(self, function: Any) -> dict[str, Any]:
        space = ChainMap(vars(sys.modules[function.__module__]), self.names)
        annotations = {name: each for name, each in function.__annotations__.items() if name != "return"}
        return {name: eval(each, {}, space) if isinstance(each, str) else each for name, each in annotations.items()}

    def _typed(self, hints: dict[str, Any], name: str, value: Any) -> Any:
        """Make what the method declares of a JSON value; a plain value stays as it is, but for a time."""
        return self.decode(hints[name], json.dumps(value).encode()) if name in hints else value
