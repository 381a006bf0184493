"""What a package has beside calls and types: its name, its client, what it needs, and readers of what the API sends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sdksmith.media_types import is_json
from sdksmith.model import Api, IncomingRequest, Type
from sdksmith.naming import Names
from sdksmith.surface import Change, Member
from sdksmith.targets.python.client.incoming import payload
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.package.incoming import CALLBACKS, WEBHOOKS
from sdksmith.targets.python.package.runtime import HTTP_LIBRARIES


def requirement(text: str) -> Member:
    """Return what a package needs, of a line such as ``httpx2>=2.0,<3``."""
    match = re.match(r"[\w.-]+", text)
    name = match[0] if match is not None else ""
    return Member(kind="requirement", path=f"requires {name}", types=frozenset((text[len(name) :],)), wire={})


def of_package(package: str, client: str, http_library: str) -> Iterator[Member]:
    """Yield the names that a program begins with, and the HTTP library, which users may pass clients of."""
    yield Member(kind="package", path="package", types=frozenset((package,)), wire={})
    yield Member(kind="client", path=client, wire={})
    yield requirement(HTTP_LIBRARIES[http_library])


@dataclass(frozen=True)
class Reader:
    """A method that reads what the API sends: its path, the request, and the type of its body; ``None`` for bytes, or none."""

    path: str
    request: IncomingRequest
    body: Type | None


def readers(api: Api, names: Names) -> Iterator[Reader]:
    """Yield the readers of webhooks and callbacks."""
    callbacks = [callback for operation in api.operations() for callback in operation.callbacks]
    for owner, requests in ((WEBHOOKS, api.webhooks), (CALLBACKS, callbacks)):
        for request in requests:
            media = payload(request)
            kind = media.type if media is not None and is_json(media.content_type) else None
            yield Reader(f"{owner}.{names.incoming[request.symbol]}", request, kind)


def of_reader(reader: Reader, types_of: Callable[[Type], frozenset[str]]) -> Member:
    """Return the member that a reader is."""
    types = frozenset(("bytes" if payload(reader.request) is not None else "None",))
    return Member(
        kind="reader",
        path=reader.path,
        types=types if reader.body is None else types_of(reader.body),
        direction="received",
        wire={},
        notes=(reader.request.summary, reader.request.description),
        place=reader.request.symbol,
    )


def shown(change: Change, package: str) -> Iterator[tuple[str, list[str]]]:
    """Yield functions that show what became of the package, of its client or of what it needs; see ``Witnesses``."""
    if change.code == "client-renamed":
        yield "types", ["def types() -> None:", f"print(library.{change.member})"]
        yield "run", [f"value: object = library.{change.member}", "assert value is not None"]
    elif change.code == "package-renamed":
        yield "types", ["def types() -> None:", f"import {package} as given", "", "print(given)"]
        yield "run", [f"import {package} as given", "", "assert given is not None"]
    else:
        name = change.member.partition(" ")[2]
        text = literals.string(f"{name}{change.old}")
        yield "run", [
            f'file = Path(library.__file__ or "").parents[{package.count(".") + 1}] / "pyproject.toml"',
            'project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]',
            'needed = [f"python{project[\'requires-python\']}", *project["dependencies"]]',
            f"assert {text} in needed, needed",
        ]


def shown_of_reader(change: Change, annotation: str, body: Any, expected: str) -> Iterator[tuple[str, list[str]]]:
    """Yield functions that use a reader as programs do.

    Parameters
    ----------
    annotation
        What it returned.
    body, expected
        What is sent, and the class of what is read of it.
    """
    owner, _, name = change.member.partition(".")
    yield "types", [f"def types(given: library.{owner}) -> {annotation}:", f'return given.{name}(b"")']
    if "run" in change.breaks:
        text = literals.string(json.dumps(body))
        lines = [f"value: object = library.{owner}(None).{name}({text})"]
        yield "run", [*lines, f"assert isinstance(value, {expected}), value" if expected else "assert value is None"]
