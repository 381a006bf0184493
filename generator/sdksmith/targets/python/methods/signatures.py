"""Methods in Python: the signature of one operation's method, for the blocking and the asynchronous client."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sdksmith.media_types import is_text
from sdksmith.model import Array, Declaration, Object, Parameter, Primitive, Reference, resolve
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Argument, Method, Result
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression, expression
from sdksmith.targets.python.layout.code import parameter as parameter_line
from sdksmith.targets.python.methods.serialization import is_scalar
from sdksmith.targets.python.types.expressions import Imports, PlainForm, TypePrinter


@dataclass(frozen=True)
class MethodArgument:
    """An argument of a method.

    Attributes
    ----------
    name
        In Python; ``request`` for a whole body.
    default
        As it is printed; ``None``: it must be given.
    design
        What it stands for.
    """

    name: str
    annotation: Expression
    default: str | None
    design: Argument

    @property
    def is_positional(self) -> bool:
        """Whether it may be given without its name."""
        return self.design.location == "path"


@dataclass(frozen=True)
class Call:
    """A method, decided: what its text is made of.

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

    method: Method
    attributes: tuple[str, ...]
    name: str
    arguments: tuple[MethodArgument, ...]
    returns: Expression
    async_returns: Expression
    runtime_type: Expression
    security: Expression | None
    imports: Imports

    def argument(self, design: Argument) -> MethodArgument:
        """Return what stands for an argument of the design."""
        return next(argument for argument in self.arguments if argument.design.key == design.key)


class CallPlanner:
    """Prints the signature of one method.

    Parameters
    ----------
    also
        Union -> what may be given in its place.
    hidden
        Names that stand for something else within the class of the method.
    """

    def __init__(
        self,
        declarations: Mapping[Symbol, Declaration],
        names: Names,
        forms: Mapping[Symbol, PlainForm],
        also: Mapping[Symbol, Sequence[Symbol]],
        hidden: Collection[str],
    ) -> None:
        self._declarations = declarations
        self._hidden = hidden
        self._names = names
        self._imports = imports = Imports()
        name = partial(self._name, names.types)
        self._input = TypePrinter(
            imports,
            name,
            as_input=True,
            plain_forms=forms,
            plain_name=partial(self._name, names.plain),
            also=also,
            file="File",
        )
        self._output = TypePrinter(imports, name)

    def _name(self, names: Mapping[Symbol, str], symbol: Symbol) -> str:
        name = names[symbol]
        if name in self._hidden:
            return f"_types.{name}"
        self._imports.types.add(name)
        return name

    def call(self, method: Method, attributes: tuple[str, ...], security: Expression | None) -> Call:
        """Return the method with its signature."""
        arguments = tuple(self._argument(method, argument) for argument in method.arguments)
        returns, async_returns = self._returns(method)
        return Call(
            method,
            attributes,
            self._names.methods[method.symbol],
            arguments,
            returns,
            async_returns,
            self._runtime_type(method.result),
            security,
            self._imports,
        )

    # -- arguments ----------------------------------------------------------------------------------------------------

    def _argument(self, method: Method, argument: Argument) -> MethodArgument:
        name = "request"
        if argument.role != "body":
            name = self._names.parameters[method.symbol][argument.location, argument.wire_name]
        annotation = self._annotation(method, argument)
        if argument.is_required:
            return MethodArgument(name, annotation, None, argument)
        if argument.default:
            default = literals.value(argument.default[0])
            assert isinstance(default, str)
        elif argument.location == "body":
            default = "OMIT"
            self._imports.core.add("OMIT")
        else:
            default = "None"
        return MethodArgument(name, self._input.optional(annotation), default, argument)

    def _annotation(self, method: Method, argument: Argument) -> Expression:
        if argument.role == "body":
            return self._whole_body(method)
        if isinstance(argument.source, Parameter) and argument.source.content_type is None:
            resolved = resolve(argument.type, self._declarations)
            if isinstance(resolved, Array):
                # One item is as good as a list of one.
                item = self._input.print(resolved.item)
                return item if item == "Any" else self._input.one_of(item, self._input.generic("Sequence", item))
        return self._input.print(argument.type)

    def _whole_body(self, method: Method) -> Expression:
        body = method.body
        assert body is not None
        kind = body.media.type
        if body.kind == "content" and not (is_text(body.media.content_type) and is_scalar(kind, self._declarations)):
            return self._input.one_of("bytes", "str", self._input.generic("IO", "bytes"))
        annotation = self._input.print(kind)
        return self._input.generic("Iterable", annotation) if body.kind == "lines" else annotation

    # -- results ------------------------------------------------------------------------------------------------------

    def _returns(self, method: Method) -> tuple[Expression, Expression]:
        output, result = self._output, method.result
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
        if method.paging is not None:
            self._imports.core.update(("SyncPager", "AsyncPager"))
            parts = (output.print(method.paging.item), output.print(result.types[0]))
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


def signature(call: Call, *, is_async: bool) -> list[str]:
    """Return the lines of ``def name(...) -> returns:``, at the indent of a method."""
    plain = is_async and call.method.is_stream
    start = "    async def" if is_async and not plain else "    def"
    lines = [f"{start} {call.name}(", "        self,"]
    positional = [argument for argument in call.arguments if argument.is_positional]
    keywords = [argument for argument in call.arguments if not argument.is_positional]
    lines.extend(_parameter(argument) for argument in positional)
    lines.append("        *,")
    lines.extend(_parameter(argument) for argument in keywords)
    lines.append("        request_options: Optional[RequestOptions] = None,")
    returns = call.async_returns if is_async else call.returns
    closing = _closing(returns)
    return [*lines, *closing]


def _parameter(argument: MethodArgument) -> str:
    return parameter_line(argument.name, argument.annotation, argument.default, 8)


def _closing(returns: Expression) -> list[str]:
    return f"    ) -> {expression(returns, 4, 9, 1)}:".split("\n")


def needs_cast(call: Call, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether the result has to be declared, because a checker can't infer it from the runtime's arguments."""
    if call.method.result.kind != "data":
        return False
    types = call.method.result.types
    if call.method.result.optional or len(types) != 1:
        return True
    kind = resolve(types[0], declarations)
    if isinstance(kind, Reference):
        declared = declarations.get(kind.symbol)
        return not isinstance(declared, Object)
    return not (isinstance(kind, Primitive) and kind.name != "null")
