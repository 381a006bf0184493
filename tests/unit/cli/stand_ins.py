"""Stand-ins for the stages: what is tested is how results become output and exit codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sdksmith.config import Config, LoadConfig
from sdksmith.diagnostics import Diagnostics, Location, Pointer
from sdksmith.model import Alias, Api, ApiInfo, Component, Disposition, Group, Ledger, Operation, Primitive
from sdksmith.planned import PlannedFile


@dataclass
class Document:
    """What the stages need of a document."""

    name: str
    tree: dict[str, Any] = field(default_factory=lambda: {"info": {"title": "The Acme Billing API"}})
    version: str = "3.1"

    def locate(self, pointer: Pointer) -> Location:
        return Location(self.name, 4, 2, pointer, "  excerpt")

    is_as_written = True

    def sources(self) -> tuple[tuple[str, str, str], ...]:
        return ()

    def at(self, pointer: Pointer) -> object:
        raise KeyError(pointer)


class Stages:
    """Stand-ins, whose behaviour a test may change."""

    def __init__(self) -> None:
        self.files = {"a.py": "A = 1\n", "b.py": "B = 1\n"}
        self.loaded: list[str] = []
        self.overlays: tuple[str, ...] = ()
        self.limits: list[LoadConfig] = []
        self.on_load: Callable[[Diagnostics], object] = lambda _: None
        self.on_parse: Callable[[Diagnostics, Ledger], object] = lambda _, __: None
        self.on_validate: Callable[[Diagnostics], object] = lambda _: None

    def load(
        self, source: str, limits: LoadConfig, diagnostics: Diagnostics, overlays: tuple[str, ...] = ()
    ) -> Document:
        self.loaded.append(source)
        self.overlays = overlays
        self.limits.append(limits)
        self.on_load(diagnostics)
        return Document(source)

    def validate(self, _: Document, diagnostics: Diagnostics) -> None:
        self.on_validate(diagnostics)

    def parse(self, _: Document, __: Config, diagnostics: Diagnostics, ledger: Ledger) -> Api:
        self.on_parse(diagnostics, ledger)
        ledger.count("operation", "GET /users", Disposition.GENERATED)
        operation = Operation(("paths", "/users", "get"), ("users",), "list", "get", "/users")
        group = Group((), groups=(Group(("users",), (operation,)),))
        symbol = ("components", "schemas", "Name")
        alias = Alias(symbol, Component("Name"), Primitive("string"))
        return Api(ApiInfo("Acme", "2"), (), (), (), group, {symbol: alias})

    def plan(self, *_: object) -> list[PlannedFile]:
        return [PlannedFile(path, "text", {"text": text}) for path, text in self.files.items()]


@dataclass
class Run:
    code: int
    out: str
    err: str


Command = Callable[..., Run]


def fail(code: str = "bad-document") -> Callable[[Diagnostics], None]:
    return lambda diagnostics: diagnostics.error(code, "it is bad", pointer=("paths",))


def degrade(_: Diagnostics, ledger: Ledger) -> None:
    ledger.record(("paths", "/x"), "keyword", "not", Disposition.DEGRADED, "Any: it can't be said")
    ledger.unaccounted.append((("paths", "/y"), "mystery"))
