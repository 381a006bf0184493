"""Wire cases: for each call what is given, the HTTP request that it makes, a response, and what the library must hold then.

Computed from the methods (:mod:`sdksmith.sdk.library`), with values of :mod:`sdksmith.sdk.values`, requests worked out by
:mod:`sdksmith.sdk.wire.requests` and responses made by :mod:`sdksmith.sdk.wire.responses`. Each target prints the cases as tests in its
language, so that all libraries are held to the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sdksmith.media_types import is_range
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
from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.library import Method, Sdk
from sdksmith.sdk.values import NoValueError, Values, is_dict, is_list
from sdksmith.sdk.wire import requests
from sdksmith.sdk.wire.requests import ExpectedRequest, UntestableError, encoded, text_of
from sdksmith.sdk.wire.responses import ResponseMaker, WireFailure, WireResponse

_ANY_TEXT: Final = Primitive("string")


@dataclass(frozen=True, slots=True)
class GivenArgument:
    """An argument with a value.

    Attributes
    ----------
    type
        What the value is one of: the argument's own type, or a text where that is open.
    value
        JSON; the text of the bytes where bytes are given.
    """

    argument: Argument
    type: Type
    value: Any


@dataclass(frozen=True, slots=True)
class WireCall:
    """A call, and the request that it makes."""

    arguments: tuple[GivenArgument, ...]
    request: ExpectedRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class WireCase:
    """Expected request and response of a method on the wire.

    Attributes
    ----------
    calls
        The call with what is required, then that with all arguments, if it is another one.
    response
        Of a call that goes well.
    pages
        Of a call that pages: the bodies of the responses, one after the other.
    queries
        The query of the request for each of the pages, when all are asked for by the first of the calls; empty where no
        number and no cursor tells the next page, so that the last page is the only response.
    events
        Of a call that gets events: the ``event`` field and the data of each.
    failure
        A response that is an error.
    """

    method: Method
    calls: tuple[WireCall, ...]
    response: WireResponse
    pages: tuple[Any, ...]
    queries: tuple[tuple[str, ...], ...]
    events: tuple[tuple[str, Any], ...]
    failure: WireFailure

    @property
    def event_values(self) -> tuple[Any, ...]:
        """The values that the events are read as: with the tag, which the protocol has, in its place."""
        tag = self.method.result.protocol_tag
        return tuple({tag: name, **data} if tag else data for name, data in self.events)


class WireCases:
    """Makes the cases of a library.

    Attributes
    ----------
    sent, received
        What makes the values of either direction.
    """

    def __init__(self, sdk: Sdk) -> None:
        self._declarations = sdk.api.declarations
        self.sent = Values(sdk.api.declarations, sdk.unions, "request")
        self.received = Values(sdk.api.declarations, sdk.unions, "response")
        self._responses = ResponseMaker(self.received, sdk.api.declarations, sdk.unions)

    def case(self, method: Method) -> WireCase:
        """Return the case of a method.

        Raises
        ------
        UntestableError
            The document does not say what would be right, or it can't be said here yet.
        """
        kind = method.result.kind
        if method.operation.method == "HEAD" and kind != "nothing":
            raise UntestableError("a response to HEAD, which has no body")
        if kind == "values":
            raise UntestableError("a stream of JSON values")
        calls = self.calls(method)
        response = self._responses.success(method)
        pages = self._responses.pages(method) if kind == "pages" else []
        return WireCase(
            method=method,
            calls=tuple(calls),
            response=response,
            pages=tuple(pages),
            queries=_queries(method, calls[0].request, pages),
            events=tuple(self._responses.events(method)) if kind == "events" else (),
            failure=self._responses.failure(method.operation),
        )

    def calls(self, method: Method) -> list[WireCall]:
        """Return the call with the required arguments, and the one with all, if that is another one.

        Raises
        ------
        UntestableError
            A required argument has no value that a test could send and check.
        """
        needed = [argument for argument in method.arguments if argument.is_required]
        # Of an object that must be given, the first call sends only what must be in it.
        least = [self._given(method, argument, detail=0) for argument in needed]
        required = [self._given(method, argument) for argument in needed]
        more: list[GivenArgument] = []
        for argument in method.arguments:
            if argument.is_required or _is_read_only(argument):
                continue
            try:
                given = self._given(method, argument)
                _expected(method, [*required, given])
                more.append(given)
            except UntestableError:
                # An optional argument that can't be checked is left out.
                continue
        if {argument.key for argument in method.needed_fields} - {given.argument.key for given in more}:
            # Without all that it must have, a body is not sent.
            more = [given for given in more if not given.argument.is_field]
        found = [_call(method, least)]
        if more or least != required:
            order = {argument.key: index for index, argument in enumerate(method.arguments)}
            found.append(_call(method, sorted([*required, *more], key=lambda given: order[given.argument.key])))
        return found

    # -- values -------------------------------------------------------------------------------------------------------

    def _given(self, method: Method, argument: Argument, *, detail: int = 1) -> GivenArgument:
        source = argument.source
        try:
            if source is None:
                given = self._whole_body(method, argument, detail)
            elif isinstance(source, Property):
                given = self._field(method, argument, source, detail)
            else:
                given = self._parameter(argument, source)
            self.sent.check(given.value, given.type)
        except NoValueError:
            name = repr(argument.wire_name) if argument.wire_name else "the body"
            raise UntestableError(f"no value can be made for {name}") from None
        return given

    def _whole_body(self, method: Method, argument: Argument, detail: int) -> GivenArgument:
        body = method.body
        assert body is not None
        if body.kind == "lines":
            raise UntestableError(f"a body as {body.media.content_type}")
        if body.kind == "content":
            return _as_it_is(argument, body.media)
        examples = body.media.examples if detail else ()
        value = self.sent.value(body.media.type, "request", examples, detail=detail)
        return GivenArgument(argument, body.media.type, value)

    def _field(self, method: Method, argument: Argument, source: Property, detail: int) -> GivenArgument:
        if isinstance(argument.type, File):
            return GivenArgument(argument, argument.type, "content")
        if argument.role == "file":
            raise UntestableError("several files")
        value = self._from_body_example(method, argument, source)
        if value is None:
            examples = (*source.examples, *source.default)
            value = self.sent.value(argument.type, source.name, examples, detail=detail)
        return GivenArgument(argument, argument.type, value)

    def _from_body_example(self, method: Method, argument: Argument, source: Property) -> Any:
        assert method.body is not None
        for example in method.body.media.examples:
            value: object = example.get(source.name) if is_dict(example) else None
            try:
                if value is not None:
                    return self.sent.value(argument.type, source.name, (value,))
            except NoValueError:
                continue
        return None

    def _parameter(self, argument: Argument, source: Parameter) -> GivenArgument:
        kind = resolve(argument.type, self._declarations)
        examples = (*source.examples, *source.default)
        plain = kind if source.content_type is not None or not isinstance(kind, Any_ | Map) else _ANY_TEXT
        if isinstance(plain, Array):
            several = [example for example in examples if is_list(example) and example]
            value = self.sent.value(plain, source.name, tuple(several))
            if not several:
                value = [*value, *self._another(value, plain.item)]
        else:
            sayable = tuple(example for example in examples if example is not None and example != "")
            value = self.sent.value(plain, source.name, sayable)
            if source.location == "path" and not sayable and plain == _ANY_TEXT:
                # So that it is seen that a value stays one segment.
                value = f"{value}/1"
        return GivenArgument(argument, plain, value)

    def _another(self, value: Any, item: Type) -> list[Any]:
        """Return a second entry for an array, where there is a simple one."""
        resolved = resolve(item, self._declarations)
        declared = self._declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
        if isinstance(declared, Enum):
            return list(declared.values[1:2])
        return [f"{value[0]} 2"] if resolved == _ANY_TEXT and value else []


# -- requests ---------------------------------------------------------------------------------------------------------


def wire_call(method: Method, given: Sequence[GivenArgument]) -> WireCall:
    """Return a call with the request that it makes.

    Raises
    ------
    UntestableError
        It is not known what would be sent.
    """
    return _call(method, list(given))


def _call(method: Method, given: list[GivenArgument]) -> WireCall:
    return WireCall(tuple(given), _expected(method, given))


def _expected(method: Method, given: list[GivenArgument]) -> ExpectedRequest:
    path, query = _path(method, given)
    expected = ExpectedRequest(method=method.operation.method, path=path, query=query)
    said = {entry.argument.key for entry in given}
    defaults = [
        GivenArgument(argument, argument.type, argument.default[0])
        for argument in method.arguments
        if argument.default and argument.key not in said
    ]
    cookies: list[str] = []
    for entry in (*given, *defaults):
        source = entry.argument.source
        if not isinstance(source, Parameter):
            continue
        if source.location == "querystring":
            raise UntestableError("a parameter that is the whole query")
        if source.location == "query":
            expected.query.extend(requests.query_entries(source, entry.value))
        elif source.location == "header":
            expected.headers[source.name.lower()] = requests.header_text(source, entry.value)
        elif source.location == "cookie":
            cookies.append(requests.cookie_text(source, entry.value))
    if cookies:
        expected.headers["cookie"] = "; ".join(cookies)
    if method.result.accept:
        expected.headers["accept"] = method.result.accept
    expected.body = _body(method, given)
    if expected.body and method.body is not None and not is_range(method.body.media.content_type):
        expected.content_type = method.body.media.content_type
    return expected


def _is_read_only(argument: Argument) -> bool:
    return isinstance(argument.source, Property) and argument.source.read_only


def _as_it_is(argument: Argument, media: MediaType) -> GivenArgument:
    if not isinstance(media.type, File) and media.type != _ANY_TEXT:
        raise UntestableError(f"a body as {media.content_type}")
    return GivenArgument(argument, media.type, "content")


def _path(method: Method, given: Iterable[GivenArgument]) -> tuple[str, list[str]]:
    """Return the path, and the query that it comes with; a fragment is never sent (RFC 3986 section 3.5)."""
    path, _, query = method.operation.path.partition("#")[0].partition("?")
    for entry in given:
        if isinstance(entry.argument.source, Parameter) and entry.argument.location == "path":
            text = requests.path_text(entry.argument.source, entry.value)
            path = path.replace(f"{{{entry.argument.wire_name}}}", text)
    # Characters that no URL holds are the HTTP library's to encode, and what it makes of `//` no document says.
    if not path.isascii() or any(character in path for character in ' "<>\\^`{|}') or "//" in path or "{" in query:
        raise UntestableError("a path with characters that URLs can't hold")
    return _own_base(method) + path, [entry for entry in query.split("&") if entry]


def _own_base(method: Method) -> str:
    """Return the path of the server that an operation has of its own."""
    if not method.servers:
        return ""
    url = method.servers[0].url
    if not url.startswith(("http://", "https://")) or "{" in url:
        raise UntestableError("a server of its own that is relative, or has variables")
    _, _, path = url.partition("://")[2].rstrip("/").partition("/")
    return f"/{path}" if path else ""


def _body(method: Method, given: Iterable[GivenArgument]) -> dict[str, Any]:
    """Return how the body is checked: what it is -> value."""
    body = method.body
    if body is None:
        return {}
    values = {entry.argument.wire_name: entry.value for entry in given if entry.argument.is_field}
    whole = [entry.value for entry in given if entry.argument.role == "body"]
    if body.flattened is None:
        if not whole:
            return {}
        if body.kind in ("json", "content"):
            return {body.kind: whole[0]}
        raise UntestableError("a form that is no object")
    if not body.required and not values:
        return {}
    if body.kind == "json":
        return {"json": values}
    if body.media.encoding.keys() & values.keys():
        raise UntestableError("a form with an encoding of its own")
    if body.kind == "form":
        return {"form": requests.form_fields(values)} if values else {}
    return {"multipart": requests.multipart_fields(values)} if values else {}


def _queries(method: Method, expected: ExpectedRequest, pages: Sequence[Any]) -> tuple[tuple[str, ...], ...]:
    pagination = method.paging
    if pagination is None or len(pages) < 2:
        return ()
    name = f"{pagination.page_parameter}="
    given = next((entry for entry in expected.query if entry.startswith(name)), "")
    others = [entry for entry in expected.query if entry != given]
    if pagination.kind == "cursor":
        cursor = encoded(text_of(pages[0][pagination.next_property]))
        return tuple(expected.query), (*others, f"{name}{cursor}")
    first = int(given.removeprefix(name)) if given.removeprefix(name).isdigit() else 0
    # Pages are counted, or the items that came with them: one, then two.
    later = [first + 1, first + 2] if pagination.kind == "offset" else [first + 1, first + 3]
    if pagination.kind == "offset" and not given:
        later = [pagination.first + 1, pagination.first + 2]
    return tuple(expected.query), *((f"{name}{number}", *others) for number in later)
