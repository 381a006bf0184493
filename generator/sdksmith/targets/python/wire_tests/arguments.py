"""The arguments of a call, side by side: what a caller writes, and what the document says the request then holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sdksmith.model import (
    Any_,
    Array,
    Enum,
    File,
    Map,
    MediaType,
    Parameter,
    Primitive,
    Property,
    Reference,
    Type,
    resolve,
)
from sdksmith.targets.python.layout import Expression
from sdksmith.targets.python.methods import Call, MethodArgument
from sdksmith.targets.python.samples import named
from sdksmith.targets.python.wire_tests import expectations
from sdksmith.targets.python.wire_tests.construction import Constructor, content
from sdksmith.targets.python.wire_tests.expectations import Expected, UntestableError
from sdksmith.targets.python.wire_tests.values import NoValueError, is_dict, is_list


@dataclass(frozen=True)
class Given:
    """An argument with a value."""

    argument: MethodArgument
    value: Any
    expression: Expression


@dataclass(frozen=True)
class Invocation:
    """A call: what is between its parentheses, and the request that it makes."""

    arguments: tuple[Expression, ...]
    expected: Expected


@dataclass(frozen=True)
class ArgumentPlanner:
    """Chooses arguments and works out requests."""

    constructor: Constructor

    def invocations(self, call: Call) -> list[Invocation]:
        """Return the call with the required arguments, and the one with all, if that is another one.

        Raises
        ------
        UntestableError
            A required argument has no value that a test could send and check.
        """
        needed = [argument for argument in call.arguments if argument.design.is_required]
        # Of an object that must be given, the first call sends only what must be in it.
        least = [self._given(call, argument, detail=0) for argument in needed]
        required = [self._given(call, argument) for argument in needed]
        more: list[Given] = []
        for argument in call.arguments:
            if argument.design.is_required or _is_read_only(argument):
                continue
            try:
                given = self._given(call, argument)
                self._expected(call, [*required, given])
                more.append(given)
            except (UntestableError, NoValueError):
                # An optional argument that can't be checked is left out.
                continue
        found = [self._invocation(call, least)]
        if more or least != required:
            order = {argument.name: index for index, argument in enumerate(call.arguments)}
            everything = sorted([*required, *more], key=lambda given: order[given.argument.name])
            found.append(self._invocation(call, everything))
        return found

    # -- values -------------------------------------------------------------------------------------------------------

    def _given(self, call: Call, argument: MethodArgument, *, detail: int = 1) -> Given:
        source = argument.design.source
        try:
            if source is None:
                return self._request(call, argument, detail)
            if isinstance(source, Property):
                return self._property(call, argument, source, detail)
            return self._parameter(argument, source)
        except NoValueError:
            raise UntestableError(f"no value can be made for {argument.name!r}") from None

    def _request(self, call: Call, argument: MethodArgument, detail: int) -> Given:
        body = call.method.body
        assert body is not None
        if body.kind == "lines":
            raise UntestableError(f"a body as {body.media.content_type}")
        if body.kind == "content":
            return _as_it_is(argument, body.media)
        examples = body.media.examples if detail else ()
        value = self.constructor.values.value(body.media.type, "request", examples, detail=detail)
        return Given(argument, value, self.constructor.expression(value, body.media.type))

    def _property(self, call: Call, argument: MethodArgument, source: Property, detail: int) -> Given:
        if isinstance(argument.design.type, File):
            return Given(argument, "content", content("content"))
        if isinstance(argument.design.type, Array) and isinstance(argument.design.type.item, File):
            raise UntestableError("several files")
        value = self._from_body_example(call, source)
        if value is None:
            examples = (*source.examples, *source.default)
            value = self.constructor.values.value(source.type, source.name, examples, detail=detail)
        return Given(argument, value, self.constructor.expression(value, source.type))

    def _from_body_example(self, call: Call, source: Property) -> Any:
        assert call.method.body is not None
        for example in call.method.body.media.examples:
            value: object = example.get(source.name) if is_dict(example) else None
            try:
                if value is not None:
                    return self.constructor.values.value(source.type, source.name, (value,))
            except NoValueError:
                continue
        return None

    def _parameter(self, argument: MethodArgument, source: Parameter) -> Given:
        kind = resolve(source.type, self._declarations)
        values = self.constructor.values
        examples = (*source.examples, *source.default)
        plain: Type = kind if source.content_type is not None or not _is_open(kind) else Primitive("string")
        if isinstance(plain, Array):
            several = [example for example in examples if is_list(example) and example]
            value = values.value(plain, source.name, tuple(several))
            if not several:
                value = [*value, *self._another(value, plain.item)]
        else:
            sayable = tuple(example for example in examples if example is not None and example != "")
            value = values.value(plain, source.name, sayable)
            if source.location == "path" and isinstance(plain, Primitive) and not sayable and plain == _ANY_TEXT:
                # So that it is seen that a value stays one segment.
                value = f"{value}/1"
        return Given(argument, value, self.constructor.expression(value, plain))

    def _another(self, value: Any, item: Type) -> list[Any]:
        """Return a second entry for an array, where there is a simple one."""
        resolved = resolve(item, self._declarations)
        declared = self._declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
        if isinstance(declared, Enum):
            return list(declared.values[1:2])
        return [f"{value[0]} 2"] if resolved == _ANY_TEXT and value else []

    @property
    def _declarations(self) -> Any:
        return self.constructor.declarations

    # -- requests -----------------------------------------------------------------------------------------------------

    def _invocation(self, call: Call, given: list[Given]) -> Invocation:
        arguments = tuple(
            (
                entry.expression
                if entry.argument.design.location == "path"
                else named(entry.argument.name, entry.expression)
            )
            for entry in given
        )
        return Invocation(arguments, self._expected(call, given))

    def _expected(self, call: Call, given: list[Given]) -> Expected:
        expected = Expected(*_path(call, given))
        defaults = [_default(argument) for argument in call.arguments if argument.design.default]
        said = {entry.argument.name for entry in given}
        cookies: list[str] = []
        for entry in (*given, *(entry for entry in defaults if entry.argument.name not in said)):
            source = entry.argument.design.source
            if not isinstance(source, Parameter):
                continue
            if source.location == "querystring":
                raise UntestableError("a parameter that is the whole query")
            if source.location == "query":
                expected.query.extend(expectations.query_entries(source, entry.value))
            elif source.location == "header":
                expected.headers[source.name.lower()] = expectations.header_text(source, entry.value)
            elif source.location == "cookie":
                cookies.append(expectations.cookie_text(source, entry.value))
        if cookies:
            expected.headers["cookie"] = "; ".join(cookies)
        if call.method.result.accept:
            expected.headers["accept"] = call.method.result.accept
        expected.body = _body(call, given)
        return expected


_ANY_TEXT = Primitive("string")


def _is_open(kind: Type) -> bool:
    return isinstance(kind, Any_ | Map)


def _is_read_only(argument: MethodArgument) -> bool:
    return isinstance(argument.design.source, Property) and argument.design.source.read_only


def _default(argument: MethodArgument) -> Given:
    """Return an argument with the default that the method sends, which only paging has."""
    return Given(argument, argument.design.default[0], argument.default or "")


def _as_it_is(argument: MethodArgument, media: MediaType) -> Given:
    if not isinstance(media.type, File) and media.type != _ANY_TEXT:
        raise UntestableError(f"a body as {media.content_type}")
    is_text = media.type == _ANY_TEXT
    return Given(argument, "content", '"content"' if is_text else content("content"))


def _path(call: Call, given: list[Given]) -> tuple[str, list[str]]:
    """Return the path, and the query that it comes with; a fragment is never sent (RFC 3986 section 3.5)."""
    path, _, query = call.method.operation.path.partition("#")[0].partition("?")
    for entry in given:
        if isinstance(entry.argument.design.source, Parameter) and entry.argument.design.location == "path":
            text = expectations.path_text(entry.argument.design.source, entry.value)
            path = path.replace(f"{{{entry.argument.design.wire_name}}}", text)
    # Characters that no URL holds are the HTTP library's to encode, and what it makes of `//` no document says.
    if not path.isascii() or any(character in path for character in ' "<>\\^`{|}') or "//" in path or "{" in query:
        raise UntestableError("a path with characters that URLs can't hold")
    return _own_base(call) + path, [entry for entry in query.split("&") if entry]


def _own_base(call: Call) -> str:
    """Return the path of the server that an operation has of its own."""
    if not call.method.operation.servers:
        return ""
    url = call.method.operation.servers[0].url
    if not url.startswith(("http://", "https://")) or "{" in url:
        raise UntestableError("a server of its own that is relative, or has variables")
    _, _, path = url.partition("://")[2].rstrip("/").partition("/")
    return f"/{path}" if path else ""


def _body(call: Call, given: Iterable[Given]) -> dict[str, Any]:
    """Return how the body is checked: keyword -> value."""
    body = call.method.body
    if body is None:
        return {}
    values = {entry.argument.design.wire_name: entry.value for entry in given if entry.argument.design.is_field}
    whole = [entry.value for entry in given if entry.argument.design.role == "body"]
    if body.flattened is None:
        if not whole:
            return {}
        if body.kind in ("json", "content"):
            return {body.kind: whole[0]}
        raise UntestableError("a form that is no object")
    if body.kind == "json":
        return {"json": values}
    if body.media.encoding.keys() & values.keys():
        raise UntestableError("a form with an encoding of its own")
    if body.kind == "form":
        return {"form": expectations.form_fields(values)} if values else {}
    return {"multipart": expectations.multipart_fields(values)} if values else {}
