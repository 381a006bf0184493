"""Methods: signature, docstring and body of one operation, for the blocking and the asynchronous client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from sdksmith.media_types import is_json, is_text
from sdksmith.model import (
    Any_,
    Array,
    Declaration,
    Encoding,
    File,
    Nullable,
    Object,
    Operation,
    Parameter,
    Primitive,
    Property,
    Reference,
    Type,
    all_properties,
    object_at,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.bodies import Body
from sdksmith.sdk.results import Result
from sdksmith.targets.python.expressions import Imports, PlainForm, TypePrinter
from sdksmith.targets.python.layout import Brackets, Expression, expression
from sdksmith.targets.python.layout import parameter as parameter_line
from sdksmith.targets.python.serialization import is_scalar

#: Results that are sent when they are read, so that the asynchronous method is an ordinary one.
STREAMS: Final = ("events", "values", "download")


@dataclass(frozen=True)
class Argument:
    """A parameter of a method.

    Attributes
    ----------
    name
        In Python.
    source
        The parameter or property it stands for; ``None`` for ``request``.
    """

    name: str
    annotation: Expression
    default: str | None
    source: Parameter | Property | None
    location: str
    wire_name: str = ""


@dataclass(frozen=True)
class Call:
    """An operation, decided: what a method's text is made of.

    Attributes
    ----------
    attributes
        What leads from the root client to its group.
    runtime_type
        What the runtime decodes to; named types are looked up when they are needed.
    security
        Which credentials it is sent with, if not the usual ones.
    imports
        What the module needs for the signature.
    """

    operation: Operation
    attributes: tuple[str, ...]
    name: str
    arguments: tuple[Argument, ...]
    body: Body | None
    result: Result
    returns: Expression
    async_returns: Expression
    runtime_type: Expression
    security: Expression | None
    imports: Imports


class CallPlanner:
    """Decides the method of one operation."""

    def __init__(
        self, declarations: Mapping[Symbol, Declaration], names: Names, forms: Mapping[Symbol, PlainForm]
    ) -> None:
        self._declarations = declarations
        self._names = names
        self._imports = imports = Imports()
        name = partial(self._name, names.types)
        self._input = TypePrinter(
            imports,
            name,
            as_input=True,
            plain_forms=forms,
            plain_name=partial(self._name, names.plain),
            file="File",
        )
        self._output = TypePrinter(imports, name)

    def _name(self, names: Mapping[Symbol, str], symbol: Symbol) -> str:
        name = names[symbol]
        self._imports.types.add(name)
        return name

    def call(
        self,
        operation: Operation,
        attributes: tuple[str, ...],
        body: Body | None,
        result: Result,
        security: Expression | None,
    ) -> Call:
        """Decide the method."""
        arguments = [self._argument(operation, entry) for entry in operation.parameters]
        if body is not None and body.flattened is not None:
            arguments.extend(self._body_argument(operation, body, entry) for entry in self._properties(body.flattened))
        elif body is not None:
            arguments.append(self._request(body))
        path_order = {name: index for index, name in enumerate(_placeholders(operation.path))}
        path = sorted(
            (argument for argument in arguments if argument.location == "path"),
            key=lambda argument: path_order.get(argument.wire_name, len(path_order)),
        )
        rest = [argument for argument in arguments if argument.location != "path"]
        required = [argument for argument in rest if argument.default is None]
        optional = [argument for argument in rest if argument.default is not None]
        returns, async_returns = self._returns(operation, result)
        return Call(
            operation,
            attributes,
            self._names.methods[operation.symbol],
            (*path, *required, *optional),
            body,
            result,
            returns,
            async_returns,
            self._runtime_type(result),
            security,
            self._imports,
        )

    # -- arguments ----------------------------------------------------------------------------------------------------

    def _argument(self, operation: Operation, entry: Parameter) -> Argument:
        name = self._names.parameters[operation.symbol][entry.location, entry.name]
        resolved = resolve(entry.type, self._declarations)
        if isinstance(resolved, Array) and entry.content_type is None:
            # One item is as good as a list of one.
            item = self._input.print(resolved.item)
            annotation = item if item == "Any" else self._input.one_of(item, self._input.generic("Sequence", item))
        else:
            annotation = self._input.print(entry.type)
        default: str | None = None
        if not entry.required or (isinstance(entry.type, Nullable) and entry.location != "path"):
            annotation = self._input.optional(annotation)
            default = self._paging_default(operation, entry) or "None"
        return Argument(name, annotation, default, entry, entry.location, entry.name)

    def _paging_default(self, operation: Operation, entry: Parameter) -> str | None:
        pagination = operation.pagination
        if pagination is None or not pagination.has_defaults or entry.location != "query":
            return None
        offset = pagination.kind == "offset"
        if entry.name == pagination.page_parameter:
            # Some APIs count their pages from 1.
            first = max(_whole(entry.constraints.get("minimum")), *map(_whole, entry.default), 0)
            return str(first) if offset else None
        if entry.name == pagination.size_parameter:
            return str(min(50, _whole(entry.constraints.get("maximum")) or 50))
        return "True" if entry.name == pagination.totals_parameter else None

    def _properties(self, flattened: Symbol) -> list[Property]:
        return all_properties(object_at(flattened, self._declarations), self._declarations)

    def _body_argument(self, operation: Operation, body: Body, entry: Property) -> Argument:
        name = self._names.parameters[operation.symbol]["body", entry.name]
        kind = entry.type
        if body.kind == "multipart":
            kind = part_type(kind, body.media.encoding.get(entry.name), self._declarations)
        annotation = self._input.print(kind)
        default = None
        if not entry.required or entry.nullable or entry.read_only:
            annotation = self._input.optional(annotation)
            default = "OMIT"
            self._imports.core.add("OMIT")
        return Argument(name, annotation, default, replace(entry, type=kind), "body", entry.name)

    def _request(self, body: Body) -> Argument:
        kind = body.media.type
        annotation: Expression
        if body.kind == "content" and not (is_text(body.media.content_type) and is_scalar(kind, self._declarations)):
            annotation = self._input.one_of("bytes", "str", self._input.generic("IO", "bytes"))
        else:
            annotation = self._input.print(kind)
        if body.kind == "lines":
            annotation = self._input.generic("Iterable", annotation)
        default = None
        if not body.required or isinstance(kind, Nullable | Any_):
            annotation = self._input.optional(annotation)
            default = "OMIT"
            self._imports.core.add("OMIT")
        return Argument("request", annotation, default, None, "request")

    # -- results ------------------------------------------------------------------------------------------------------

    def _returns(self, operation: Operation, result: Result) -> tuple[Expression, Expression]:
        output = self._output
        if result.kind == "nothing":
            return "None", "None"
        if result.kind == "download":
            self._imports.core.update(("BinaryStream", "AsyncBinaryStream"))
            return "BinaryStream", "AsyncBinaryStream"
        if result.kind in ("events", "values"):
            name = "EventStream" if result.kind == "events" else "JsonStream"
            self._imports.core.update((name, f"Async{name}"))
            item = output.union(result.types)
            return Brackets(f"{name}[", (item,), "]"), Brackets(f"Async{name}[", (item,), "]")
        if result.kind == "pages" and operation.pagination is not None:
            self._imports.core.update(("SyncPager", "AsyncPager"))
            parts = (output.print(operation.pagination.item), output.print(result.types[0]))
            return Brackets("SyncPager[", parts, "]"), Brackets("AsyncPager[", parts, "]")
        annotation = output.union(result.types)
        if result.optional:
            annotation = output.optional(annotation)
        return annotation, annotation

    def _runtime_type(self, result: Result) -> Expression:
        printer = TypePrinter(self._imports, lambda symbol: f"_types.{self._names.types[symbol]}")
        if result.kind in ("nothing", "download"):
            return "None"
        annotation = printer.union(result.types)
        return printer.optional(annotation) if result.optional else annotation


def part_type(kind: Type, encoding: Encoding | None, declarations: Mapping[Symbol, Declaration]) -> Type:
    """Return the type of a property of a multipart body: files, and arrays of them, are such."""
    inner = resolve(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    if isinstance(inner, Array):
        item = part_type(inner.item, encoding, declarations)
        return Array(item) if isinstance(item, File) else kind
    if isinstance(inner, Any_) and encoding is not None and encoding.content_types:
        # 3.1 leaves the schema of bytes empty (section 4.8.14.3); what they are then only the encoding says.
        return kind if any(is_json(name) or is_text(name) for name in encoding.content_types) else File()
    binary = isinstance(inner, Primitive) and inner.name == "string" and inner.format in ("binary", "byte")
    return File() if binary or isinstance(inner, File) else kind


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _placeholders(path: str) -> list[str]:
    return [part.split("}")[0] for part in path.split("{")[1:]]


def signature(call: Call, *, is_async: bool) -> list[str]:
    """Return the lines of ``def name(...) -> returns:``, at the indent of a method."""
    plain = is_async and call.result.kind in STREAMS
    start = "    async def" if is_async and not plain else "    def"
    lines = [f"{start} {call.name}(", "        self,"]
    positional = [argument for argument in call.arguments if argument.location == "path"]
    keywords = [argument for argument in call.arguments if argument.location != "path"]
    lines.extend(_parameter(argument) for argument in positional)
    lines.append("        *,")
    lines.extend(_parameter(argument) for argument in keywords)
    lines.append("        request_options: Optional[RequestOptions] = None,")
    returns = call.async_returns if is_async else call.returns
    closing = _closing(returns)
    return [*lines, *closing]


def _parameter(argument: Argument) -> str:
    return parameter_line(argument.name, argument.annotation, argument.default, 8)


def _closing(returns: Expression) -> list[str]:
    return f"    ) -> {expression(returns, 4, 9, 1)}:".split("\n")


def needs_cast(call: Call, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether the result has to be declared, because a checker can't infer it from the runtime's arguments."""
    if call.result.kind != "data":
        return False
    types = call.result.types
    if call.result.optional or len(types) != 1:
        return True
    kind = resolve(types[0], declarations)
    if isinstance(kind, Reference):
        declared = declarations.get(kind.symbol)
        return not isinstance(declared, Object)
    return not (isinstance(kind, Primitive) and kind.name != "null")
