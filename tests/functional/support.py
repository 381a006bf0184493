"""From a few lines of OpenAPI to an imported package, and calls against a server on loopback.

A test module states its documents as :class:`Spec` constants. ``test_types.py`` finds them all, and holds what is
generated of each against the type checkers; the tests themselves get them built and imported by :func:`make_package`.
"""

from __future__ import annotations

import asyncio
import copy
import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import yaml
from tests.runtime.loopback import Loopback, Received

from sdksmith.config import Config, to_config
from sdksmith.pipeline import GenerateOutcome, generate
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.registry import options_of

#: One for all packages of a run; taken away when the interpreter ends.
_FOLDER = TemporaryDirectory(prefix="sdksmith-functional-")
_BUILT: dict[str, ModuleType] = {}


class Spec:
    """A document, written as the part of it that matters.

    Parameters
    ----------
    text
        YAML. ``schemas`` at the top stands for ``components.schemas``; ``openapi`` and ``info`` may be left out, and so
        may the ``responses`` of an operation.
    strict
        Hold the document against the specification's own schema; false for what only lenient readers take.
    config
        Settings of ``sdksmith.toml``; those of ``[targets.python]`` by their own names.
    """

    def __init__(self, text: str, *, strict: bool = True, **config: Any) -> None:
        self.text = text
        self.strict = strict
        self.settings = config
        #: Code that uses the package, called ``{package}`` in it, for the type checkers (``test_types.py``).
        self.use = ""

    @cached_property
    def document(self) -> dict[str, Any]:
        """The whole document."""
        tree: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "Test", "version": "1"}}
        tree.update(yaml.safe_load(self.text) or {})
        schemas = tree.pop("schemas", None)
        if schemas is not None:
            tree.setdefault("components", {})["schemas"] = schemas
        for item in tree.setdefault("paths", {}).values():
            for method in ("get", "post", "put", "patch", "delete"):
                if method in item:
                    item[method].setdefault("responses", {"204": {"description": "Done"}})
        return tree

    @cached_property
    def package(self) -> str:
        """An import name that depends on the content alone."""
        content = json.dumps([self.document, self.settings], sort_keys=True)
        return f"sdk_{sha256(content.encode()).hexdigest()[:12]}"

    def config(self) -> Config:
        """Return the configuration; the root client is called ``Api`` unless the spec says otherwise."""
        python: dict[str, Any] = {"client": "Api", "package": self.package}
        tree: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key in PythonOptions.__struct_fields__:
                python[key] = value
            else:
                tree[key] = value
        return to_config({**tree, "targets": {"python": python}}, options_of)


def python_options(spec: Spec) -> PythonOptions:
    """Return the options of the Python target."""
    options = spec.config().targets["python"]
    assert isinstance(options, PythonOptions)
    return options


def write_package(spec: Spec, folder: Path, document: Path | None = None) -> GenerateOutcome:
    """Generate a package below `folder`, of the spec or of a document that stands for it."""
    source = document or folder / f"{spec.package}.json"
    if document is None:
        folder.mkdir(parents=True, exist_ok=True)
        source.write_text(json.dumps(spec.document), encoding="utf-8")
    return generate(str(source), spec.config(), outputs={"python": folder / spec.package}, validate=spec.strict)


def make_package(spec: Spec | str, **config: Any) -> Any:
    """Generate the package of a spec, import it and return it; the same spec is built once."""
    if isinstance(spec, str):
        spec = Spec(spec, **config)
    name = python_options(spec).package or ""
    if spec.package not in _BUILT:
        folder = Path(_FOLDER.name)
        write_package(spec, folder)
        sys.path.insert(0, str(folder / spec.package))
        importlib.invalidate_caches()
        try:
            _BUILT[spec.package] = importlib.import_module(name)
        finally:
            sys.path.remove(str(folder / spec.package))
    return _BUILT[spec.package]


def tree(folder: Path) -> dict[str, bytes]:
    """Return what was written below a folder: path -> bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@dataclass(frozen=True)
class Exchange:
    """What a call sent and what it returned."""

    request: Received
    result: Any

    @property
    def path(self) -> str:
        """The path as it was sent, without the query."""
        return self.request.path.partition("?")[0]

    @property
    def query(self) -> str:
        """The query as it was sent."""
        return self.request.path.partition("?")[2]

    @property
    def json(self) -> Any:
        """The body that was sent."""
        return json.loads(self.request.body)


class Server(Loopback):
    """A server on 127.0.0.1 that tests call with the blocking and the asynchronous client alike."""

    def call(self, package: Any, method: Callable[[Any], Any], **options: Any) -> Exchange:
        """Make a call with both clients, which must send the same; return the exchange of the blocking one.

        Parameters
        ----------
        package
            As :func:`make_package` returns it.
        method
            Gets a client: ``lambda client: client.pets.get("1")``.
        options
            Of the client's constructor.
        """
        options = {"base_url": self.url, "max_retries": 0, **options}
        answers = copy.copy(self.answers)
        with package.Api(**options) as client:
            result = method(client)
        blocking = self.requests[-1]
        self.answers = answers
        before = len(self.requests)

        async def call() -> Any:
            async with package.AsyncApi(**options) as client:
                return await method(client)

        awaited = asyncio.run(call())
        assert len(self.requests) > before, "the asynchronous client sent nothing"
        assert _comparable(self.requests[-1]) == _comparable(blocking), "the two clients send different requests"
        assert _plain(awaited) == _plain(result), "the two clients return different results"
        return Exchange(blocking, result)


def _comparable(request: Received) -> tuple[Any, ...]:
    boundary = request.headers.get("content-type", "").partition("boundary=")[2] or "\0"
    headers = {name: value.replace(boundary, "") for name, value in request.headers.items()}
    return request.method, request.path, headers, request.body.replace(boundary.encode(), b"")


def _plain(value: Any) -> Any:
    return value.model_dump() if hasattr(value, "model_dump") else value
