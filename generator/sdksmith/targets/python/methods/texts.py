"""The text of methods: docstrings and bodies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sdksmith.media_types import essence, is_plain_json, is_range
from sdksmith.model import Declaration, Parameter, Property, Reference, Server
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import STREAMS, Body, DocumentedError
from sdksmith.sdk.documentation.reference import description_of, success_headers, success_texts
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import Brackets, Expression, exploded, expression, flat, result_statement
from sdksmith.targets.python.methods import serialization
from sdksmith.targets.python.methods.follow_ups import FollowUpTexts
from sdksmith.targets.python.methods.paging import paging_arguments
from sdksmith.targets.python.methods.samples import Samples
from sdksmith.targets.python.methods.signatures import Call, MethodArgument, needs_cast, signature
from sdksmith.targets.python.types.expressions import Imports
from sdksmith.targets.python.types.notes import parameter_lines, stage_text

_OPTIONS_TEXT: Final = "Settings of this call alone, such as its timeout or extra headers."
_NEEDED_TEXT: Final = "To be given when anything of the body is."
#: Kind of result -> the function of the API client that gets it.
_FUNCTIONS: Final = {"events": "events", "values": "json_values", "download": "download", "pages": "paginate"}
_MAPPINGS: Final = ("path_parameters", "query", "header_parameters", "cookies")
_PARAMETER_PARTS: Final = (*_MAPPINGS, "query_string")


@dataclass(frozen=True)
class MethodText:
    """A method, ready to be printed.

    Attributes
    ----------
    raw
        Which descriptor makes its raw form, and what that takes: ``raw_method``.
    """

    name: str
    signature: list[str]
    docstring: str
    body: str
    raw: str


class MethodTexts:
    """Writes the methods of a client module.

    Parameters
    ----------
    arguments
        The names of all arguments of the module's methods.
    """

    def __init__(
        self,
        declarations: Mapping[Symbol, Declaration],
        names: Names,
        imports: Imports,
        samples: Samples,
        package: str,
        client: str,
        constructor: str,
        follow_ups: FollowUpTexts,
        arguments: Collection[str],
    ) -> None:
        self._declarations = declarations
        self._names = names
        self._imports = imports
        self._samples = samples
        self._package = package
        self._client = client
        self._constructor = constructor
        self._sequels = follow_ups
        self._arguments = arguments

    def text(self, call: Call, *, is_async: bool) -> MethodText:
        """Write a method."""
        lines = self._docstring(call, is_async=is_async)
        return MethodText(
            call.name,
            signature(call, is_async=is_async),
            prose.docstring(lines, 8),
            self._body(call, is_async=is_async),
            self._raw(call, is_async=is_async),
        )

    def _raw(self, call: Call, *, is_async: bool) -> str:
        if call.method.result.kind == "pages":
            name = "unchanged_method"
        elif call.method.is_stream:
            name = "async_raw_stream_method" if is_async else "raw_stream_method"
        else:
            name = "async_raw_method" if is_async else "raw_method"
        self._imports.core.add(name)
        return name

    # -- body -----------------------------------------------------------------------------------------------------------

    def _body(self, call: Call, *, is_async: bool) -> str:
        function = _FUNCTIONS.get(call.method.result.kind, "call")
        items: list[Expression] = []
        if function != "download":
            items.append(call.runtime_type)
        items.append(literals.string(call.method.operation.method))
        # A fragment tells operations apart in some documents; it is never sent (RFC 3986 section 3.5).
        items.append(literals.string(call.method.operation.path.partition("#")[0]))
        items.extend(self._parts(call))
        if function == "paginate":
            pagination = call.method.paging
            assert pagination is not None
            items.extend(paging_arguments(pagination, self._names, self._declarations, self._imports))
        if call.method.result.protocol_tag:
            items.append(f"discriminator={literals.string(call.method.result.protocol_tag)}")
        items.append("request_options=request_options")
        awaited = "await " if is_async and function in ("call", "paginate") else ""
        returns = call.async_returns if is_async else call.returns
        if needs_cast(call, self._declarations):
            called = Brackets(f"{awaited}self._api.call(", tuple(items), ")")
            return f"        {result_statement(returns, called)}\n        return _result"
        text = exploded(Brackets(f"return {awaited}self._api.{function}(", tuple(items), ")"), 8)
        return f"        {text}"

    def _parts(self, call: Call) -> list[Expression]:
        parts = self._parameters(call)
        parts.extend(self._sent(call))
        if call.method.result.accept:
            parts.append(f"accept={literals.string(call.method.result.accept)}")
        if call.method.operation.servers:
            server = call.method.operation.servers[0]
            parts.append(f"base_url={literals.string(server.url)}")
            defaults = [f"{literals.string(each.name)}: {literals.string(each.default)}" for each in server.variables]
            if defaults:
                parts.append(Brackets("server_variables={", tuple(defaults), "}"))
        if call.security is not None:
            parts.append(call.security)
        errors = self._error_types(call)
        if errors:
            parts.append(Brackets("error_types={", tuple(errors), "}"))
        return parts

    def _sent(self, call: Call) -> list[Expression]:
        body = call.method.body
        if body is None:
            return []
        content_type = body.media.content_type
        if body.kind in ("content", "lines"):
            return self._content(body)
        if body.flattened is None:
            parts: list[Expression] = [f"{body.kind}=request"]
        else:
            parts = self._fields(call, body)
            if not body.required:
                needed = [call.argument(design).name for design in call.method.needed_fields]
                entries = tuple(f"{literals.string(name)}: {name}" for name in needed)
                parts.append(Brackets("optional_body={", entries, "}"))
        if body.kind == "json" and not (is_plain_json(content_type) or is_range(content_type)):
            parts.append(f"content_type={literals.string(content_type)}")
        if body.kind == "multipart" and not (essence(content_type) == "multipart/form-data" or is_range(content_type)):
            parts.append(f"content_type={literals.string(essence(content_type))}")
        return parts

    def _content(self, body: Body) -> list[Expression]:
        content_type = body.media.content_type
        sent: list[Expression] = ["content=request"]
        if body.kind == "lines":
            helper = "json_sequence" if essence(content_type).endswith("json-seq") else "json_lines"
            self._imports.core.add(helper)
            sent = [Brackets(f"content={helper}(", ("request",), ")")]
        if not is_range(content_type):
            sent.append(f"content_type={literals.string(content_type)}")
        return sent

    def _fields(self, call: Call, body: Body) -> list[Expression]:
        """Return the properties of a flattened body."""
        entries: dict[str, list[Expression]] = {body.kind: []}
        for argument in call.arguments:
            if not argument.design.is_field:
                continue
            wire, kind = literals.string(argument.design.wire_name), argument.design.type
            encoding = body.media.encoding.get(argument.design.wire_name)
            if body.kind == "form":
                written = serialization.form_field(wire, argument.name, encoding, kind, self._declarations)
            elif body.kind == "multipart":
                written = serialization.part(wire, argument.name, encoding, kind)
            else:
                written = serialization.Written(body.kind, f"{wire}: {argument.name}")
            entries.setdefault(written.part, []).append(self._entry(written))
        if len(entries) > 1 and not entries[body.kind]:
            del entries[body.kind]
        return [Brackets(f"{part}={{", tuple(found), "}") for part, found in entries.items()]

    def _entry(self, written: serialization.Written) -> Expression:
        """Return an entry whose helper is imported, under a name that no argument of the module has."""
        helper = written.helper
        if not helper:
            return written.entry
        if helper in self._arguments:
            self._imports.core.add(f"{helper} as _{helper}")
            return written.calling(f"_{helper}").entry
        self._imports.core.add(helper)
        return written.entry

    def _parameters(self, call: Call) -> list[Expression]:
        """Return the parameters by place, each serialized in its style."""
        entries: dict[str, list[Expression]] = {part: [] for part in _PARAMETER_PARTS}
        for argument in call.arguments:
            if isinstance(argument.design.source, Parameter):
                written = serialization.parameter(argument.design.source, argument.name, self._declarations)
                entries[written.part].append(self._entry(written))
        parts: list[Expression] = [
            Brackets(f"{part}={{", tuple(found), "}") for part, found in entries.items() if found and part in _MAPPINGS
        ]
        parts.extend(_keyword("query_string", found) for found in entries["query_string"][:1])
        return parts

    def _error_types(self, call: Call) -> list[str]:
        found: list[str] = []
        for error in call.method.errors:
            if error.body is not None and isinstance(error.body.type, Reference):
                status = error.status if error.status.isdigit() else literals.string(_range(error.status))
                found.append(f"{status}: {literals.string(self._names.types[error.body.type.symbol])}")
        return found

    # -- documentation ----------------------------------------------------------------------------------------------------

    def _docstring(self, call: Call, *, is_async: bool) -> list[str]:
        operation = call.method.operation
        lines = prose.wrap(operation.summary or f"{operation.method} {operation.path}", 11)
        for text in (stage_text(operation), description_of(operation)):
            lines += ["", *prose.wrap(text, 8)] if text else []
        if len(operation.servers) > 1:
            lines += ["", *prose.wrap(_servers_text(operation.servers), 8)]
        lines += self._sequels.lines(call.method)
        lines += ["", "Parameters", "----------"]
        for argument in call.arguments:
            lines += [_title(argument.name, argument.annotation), *self._argument_text(call, argument)]
        lines += ["request_options : Optional[RequestOptions]", *_indented(prose.wrap(_OPTIONS_TEXT, 12))]
        lines += self._returns(call, is_async=is_async)
        lines += ["", "Raises", "------", *self._raises(call)]
        lines += ["", "Examples", "--------", *self._example(call, is_async=is_async)]
        return lines

    def _argument_text(self, call: Call, argument: MethodArgument) -> list[str]:
        source = argument.design.source
        if isinstance(source, Parameter | Property):
            lines = parameter_lines(source, 9)
        else:
            text = call.method.operation.body.description if call.method.operation.body is not None else ""
            lines = prose.wrap(text or "The body of the request.", 12)
        if any(argument.design.key == needed.key for needed in call.method.needed_fields):
            lines += ["", *prose.wrap(_NEEDED_TEXT, 12)] if lines else prose.wrap(_NEEDED_TEXT, 12)
        if not lines:
            lines = [f"``{argument.design.wire_name}`` of the {_PLACES[argument.design.location]}."]
        return _indented(lines)

    def _returns(self, call: Call, *, is_async: bool) -> list[str]:
        if call.method.result.kind == "nothing":
            return []
        returns = call.async_returns if is_async else call.returns
        text = " ".join(success_texts(call.method.operation)) or "The response."
        lines = prose.wrap(text, 12)
        headers = ", ".join(f"``{name}``" for name in success_headers(call.method.operation))
        if headers:
            lines += ["", *prose.wrap(f"Headers, in the raw response: {headers}.", 12)]
        return ["", "Returns", "-------", flat(returns), *_indented(lines)]

    def _raises(self, call: Call) -> list[str]:
        lines: list[str] = []
        for error in call.method.errors:
            lines += [error.name, *_indented(_error_text(error))]
        if all(not line.startswith("ApiError") for line in lines):
            lines += ["ApiError", *_indented(prose.wrap("The server answered with another status.", 12))]
        lines += ["TransportError", *_indented(prose.wrap("There was no response.", 12))]
        return lines

    def _example(self, call: Call, *, is_async: bool) -> list[str]:
        used: set[str] = set()
        invocation = self._samples.invocation(call, used)
        client = f"Async{self._client}" if is_async else self._client
        imports = [f"from {self._package} import {', '.join(sorted({client, *used} - {'datetime'}))}"]
        if len(imports[0]) > 80:
            names = "".join(f"    {name},\n" for name in sorted({client, *used} - {"datetime"}))
            imports = f"from {self._package} import (\n{names})".split("\n")
        if "datetime" in used:
            imports.insert(0, "from datetime import datetime")
        code = [*imports, "", f"client = {client}({self._constructor})"]
        if is_async:
            code = ["import asyncio", "", *code, "", "", "async def main() -> None:"]
        code += _use(call.method.result.kind, invocation, is_async=is_async)
        if is_async:
            code += ["", "", "asyncio.run(main())"]
        return [f"    {line}".rstrip() for line in code]


_PLACES: Final = {
    "path": "path",
    "query": "query",
    "querystring": "query",
    "header": "headers",
    "cookie": "cookies",
    "body": "body",
}


def _use(kind: str, invocation: Brackets, *, is_async: bool) -> list[str]:
    """Return the lines that make the call and do something with what it returns."""
    indent = 4 if is_async else 0
    pad = " " * indent
    if kind not in ("pages", *STREAMS):
        start = "await " if is_async else ""
        return f"{pad}{start}{expression(invocation, indent, indent + len(start), 0)}".split("\n")
    item, use = ("chunk", "print(len(chunk))") if kind == "download" else ("item", "print(item)")
    start = f"{'async ' if is_async else ''}for {item} in {'await ' if is_async and kind == 'pages' else ''}"
    loop = f"{pad}{start}{expression(invocation, indent, indent + len(start), 1)}:"
    return [*loop.split("\n"), f"{pad}    {use}"]


def _servers_text(servers: Sequence[Server]) -> str:
    """Return which servers answer a call, the one that is called first."""
    first, *others = (f"``{server.url}``" for server in servers)
    return f"Sent to {first}. A ``base_url`` in `request_options` sends it elsewhere, such as to {' or '.join(others)}."


def _title(name: str, annotation: Expression) -> str:
    return f"{name} : {flat(annotation)}"


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def _error_text(error: DocumentedError) -> list[str]:
    texts = error.descriptions or ("An error.",)
    if len(texts) == 1:
        return prose.wrap(texts[0], 12)
    lines: list[str] = []
    for text in texts:
        lines += prose.wrap(f"- {text}", 12)
    return lines


def _range(status: str) -> str:
    return status if status == "default" else status.upper()


def _keyword(name: str, value: Expression) -> Expression:
    return f"{name}={value}" if isinstance(value, str) else Brackets(f"{name}={value.head}", value.items, value.tail)
