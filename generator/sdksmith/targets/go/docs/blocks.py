"""Blocks of Go for README, reference and examples: complete statements, with the imports that they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sdksmith.model import Property, Reference
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.credentials import BASIC, TOKEN
from sdksmith.sdk.documentation.examples import Examples, example_client
from sdksmith.sdk.documentation.overview import ExampleCalls, choose, item_fields, result_fields
from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import GivenArgument, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.targets.go.client.options import option_names
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.methods.calls import CallWriter
from sdksmith.targets.go.methods.requests import RequestType, RequestWriter
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.expressions import Imports, TypePrinter


@dataclass(frozen=True, slots=True)
class Block:
    """Statements, and the import paths that they need."""

    lines: tuple[str, ...]
    imports: frozenset[str]

    @property
    def text(self) -> str:
        """The statements as they stand in a page."""
        return "\n".join(self.lines)


class BlockWriter:
    """Writes blocks of one module."""

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, cases: WireCases) -> None:
        self._sdk = sdk
        self._names = names
        self._packages = packages
        self._cases = cases
        self._examples = Examples(sdk.api.declarations)
        #: Several samples are made of one call.
        self._requests: dict[Symbol, RequestType | None] = {}

    @cached_property
    def shown(self) -> ExampleCalls:
        """The calls that an overview shows."""
        return choose(self._sdk)

    @cached_property
    def _client(self) -> Block:
        made = example_client(self._sdk)
        names = option_names(self._sdk, self._names)
        options: list[str] = []
        if made.credential == TOKEN:
            options.append('option.WithToken("YOUR_TOKEN")')
        elif made.credential == BASIC:
            options.append('option.WithBasicAuth("YOUR_USER_NAME", "YOUR_PASSWORD")')
        elif made.credential is not None:
            options.append(f'option.{names[f"key {made.credential.scheme}"]}("YOUR_KEY")')
        if made.variable is not None:
            options.append(f"option.{names[f'variable {made.variable.name}']}({literals.string(made.value)})")
        elif made.needs_base_url:
            options.append('option.WithBaseURL("https://api.example.com")')
        root = self._packages.root_import
        imports = {f"{root}/client", *([f"{root}/option"] if options else [])}
        if len(options) < 2:
            return Block((f"client := client.NewClient({', '.join(options)})",), frozenset(imports))
        lines = ["client := client.NewClient(", *(f"\t{option}," for option in options), ")"]
        return Block(tuple(lines), frozenset(imports))

    def client(self) -> Block:
        """Return what makes a client."""
        return self._client

    def call(self, method: Method, given: Sequence[GivenArgument], *, left: str = "") -> Block:
        """Return a call whose results have the names that `left` gives, and are handled.

        Raises
        ------
        UntestableError
            A value can't be written.
        """
        imports = Imports({"context"})
        printer = TypePrinter(
            self._sdk.api.declarations,
            self._names.types,
            Imports(),
            self._packages.root_import,
            self._packages.root,
        )
        if method.symbol not in self._requests:
            writer = RequestWriter(self._sdk, self._names, self._packages, printer, Imports())
            self._requests[method.symbol] = writer.request(method)
        request = self._requests[method.symbol]
        calls = CallWriter(self._sdk, self._names, self._packages, self._cases.sent, imports)
        path = [self._names.groups[method.group[: depth + 1]].attribute for depth in range(len(method.group))]
        target = ".".join(("client", *path, self._names.methods[method.symbol]))
        lines = calls.lines(target, "context.TODO()", method, given, request, "")
        results = left or ("err" if method.result.kind == "nothing" else "response, err")
        return Block((f"{results} := {lines[0]}", *lines[1:], *HANDLED), frozenset(imports.paths))

    def required(self, method: Method, *, left: str = "") -> Block | None:
        """Return a call with what it requires; ``None`` where that can't be written."""
        try:
            return self.call(method, self._examples.arguments(method), left=left)
        except (NoValueError, UntestableError):
            return None

    def every(self, method: Method) -> Block | None:
        """Return a call with all that it takes; ``None`` where that can't be written."""
        try:
            calls = self._cases.calls(method)
            return self.call(method, calls[-1].arguments)
        except (NoValueError, UntestableError):
            return None

    def printed(self, method: Method) -> Block | None:
        """Return a call whose response is printed."""
        block = self.required(method)
        if block is None or method.result.kind == "nothing":
            return block
        return Block((*block.lines, "fmt.Println(response)"), block.imports | {"fmt"})

    def walked(self, method: Method) -> Block | None:
        """Return a call with what it requires, and what prints all that comes; ``None`` where that can't be written."""
        try:
            return walked(self, method, self._examples.arguments(method))
        except (NoValueError, UntestableError):
            return None

    def cleared(self) -> Block | None:
        """Return a call that sends null for one property, and leaves out the others."""
        method, argument = self.shown.clear, self.shown.cleared
        if method is None or argument is None or not isinstance(argument.source, Property):
            return None
        given = (*self._examples.arguments(method), GivenArgument(argument, argument.type, None))
        try:
            return self.call(method, given, left="_, err" if method.result.kind != "nothing" else "err")
        except (NoValueError, UntestableError):
            return None

    def fields(self, method: Method | None) -> list[str]:
        """Return the fields of what a call returns, or of the items of its pages."""
        if method is None:
            return []
        found = item_fields(method, self._sdk.api.declarations) or result_fields(method, self._sdk.api.declarations)
        kind = method.paging.item if method.paging is not None else method.result.types[0]
        if found is None or not isinstance(kind, Reference):
            return []
        return [self._names.fields[kind.symbol].get(name, name) for name in found]


HANDLED = ("if err != nil {", "\tlog.Fatal(err)", "}")


def walked(blocks: BlockWriter, method: Method, given: Sequence[GivenArgument]) -> Block:
    """Return a call, and what prints all that comes.

    Raises
    ------
    UntestableError
        A value can't be written.
    """
    match method.result.kind:
        case "nothing":
            return blocks.call(method, given)
        case "pages":
            block = blocks.call(method, given, left="page, err")
            return _loop(block, "item", "page.All(context.TODO())")
        case "events" | "values":
            block = blocks.call(method, given, left="stream, err")
            return _loop(block, "event", "stream.All()")
        case "download":
            block = blocks.call(method, given)
            lines = (*block.lines, "defer response.Close()", "content, err := io.ReadAll(response)", *HANDLED)
            return Block((*lines, "fmt.Println(len(content))"), block.imports | {"fmt", "io"})
        case "data":
            block = blocks.call(method, given)
            return Block((*block.lines, "fmt.Println(response)"), block.imports | {"fmt"})


def _loop(block: Block, name: str, values: str) -> Block:
    handled = (f"\t{line}" for line in HANDLED)
    lines = (*block.lines, f"for {name}, err := range {values} {{", *handled, f"\tfmt.Println({name})", "}")
    return Block(lines, block.imports | {"fmt"})
