"""Methods of clients, and the descriptions of their operations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sdksmith.model import Array, Enum, Parameter, Reference, Type, object_of, resolve
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Argument, Method, Sdk
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.targets.go.client.options import CredentialKeys
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.layout.values import composite
from sdksmith.targets.go.methods.paging import paging_entries
from sdksmith.targets.go.methods.requests import RequestType, RequestWriter
from sdksmith.targets.go.methods.serialization import path_style
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.expressions import Imports, TypePrinter


@dataclass(slots=True)
class MethodText:
    """The text of a method.

    Attributes
    ----------
    endpoint
        The description of the operation.
    lines
        The method, and its form that returns the response.
    """

    symbol: Symbol
    name: str
    #: As it stands in documentation.
    signature: str
    endpoint: list[str]
    lines: list[str]
    raw: list[str]
    request: RequestType | None = None
    imports: Imports = field(default_factory=Imports)


class MethodWriter:
    """Writes the methods of one client."""

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, keys: CredentialKeys, imports: Imports) -> None:
        self._sdk = sdk
        self._names = names
        self._keys = keys
        self._imports = imports
        self._root = packages.root
        self._printer = TypePrinter(sdk.api.declarations, names.types, imports, packages.root_import, packages.root)
        self._requests = RequestWriter(sdk, names, packages, self._printer, imports)
        self._packages = packages

    def text(self, method: Method, client: str) -> MethodText:
        """Write a method.

        Parameters
        ----------
        client
            Name of the struct that has it.
        """
        name = self._names.methods[method.symbol]
        request = self._requests.request(method)
        variable = f"{client[0].lower()}{client[1:].removesuffix('Client')}{name}"
        call, result, raw_call, raw_result = self._calls(method, variable)
        paths = [argument for argument in method.arguments if argument.location == "path"]
        parameters = ["ctx context.Context"]
        parameters += [f"{self._names.parameters[method.symbol][each.key]} {self.path_type(each)}" for each in paths]
        if request is not None:
            parameters.append(f"request {request.expression}")
        parameters.append("opts ...option.RequestOption")
        given: list[str] = []
        if paths:
            by_wire = {each.wire_name: self._names.parameters[method.symbol][each.key] for each in paths}
            places = re.findall(r"\{([^{}]+)\}", method.operation.path)
            given.append(f"Path: []any{{{', '.join(by_wire[place] for place in places if place in by_wire)}}}")
        if request is not None:
            given.append(f"{'Request' if request.is_struct else 'Body'}: request")
        arguments = f"ctx, c.client, &{variable}, call.Input{{{', '.join(given)}}}, opts"
        extra = self._further(method, variable)
        signature = f"{name}({', '.join(parameters)})"
        root = client == "Client"
        return MethodText(
            method.symbol,
            name,
            f"func (c *{client}) {signature} {result}",
            self._endpoint(method, variable),
            [
                *self._comment(method, name),
                f"func (c *{client}) {signature} {result} {{",
                f"\treturn call.{call}({arguments}{extra})",
                "}",
            ],
            [
                *comment(wrap(f"{name} is {name} of [{client}] with the response.")),
                f"func (c *{'RawClient' if root else f'Raw{client}'}) {signature} {raw_result} {{",
                f"\treturn call.{raw_call}({arguments}{extra})",
                "}",
            ],
            request,
        )

    # -- types ----------------------------------------------------------------------------------------------------

    def path_type(self, argument: Argument) -> str:
        """Return the type of a part of the path, which is always given."""
        inner = resolve(argument.type, self._sdk.api.declarations, through_null=True)
        declared = self._sdk.api.declarations.get(inner.symbol) if isinstance(inner, Reference) else None
        text = self._printer.value(argument.type)
        return f"*{text}" if isinstance(declared, Enum) and len(declared.values) > 1 else text

    def _result_type(self, method: Method) -> str:
        types = method.result.types
        if len(types) != 1:
            return "any"
        return self._printer.field(types[0], optional=method.result.optional)

    def _calls(self, method: Method, variable: str) -> tuple[str, str, str, str]:
        """Return the runtime's function and the results, of both forms."""
        core = "core"
        match method.result.kind:
            case "nothing":
                self._core()
                return "Nothing", "error", "RawNothing", "(*core.Response[struct{}], error)"
            case "download":
                self._core()
                return "Download", "(*core.Download, error)", "Download", "(*core.Download, error)"
            case "events" | "values":
                self._core()
                typed = self._printer.item(method.result.types[0])
                name = "Events" if method.result.kind == "events" else "Values"
                stream = f"(*{core}.Stream[{typed}], error)"
                return f"{name}[{typed}]", stream, f"{name}[{typed}]", stream
            case "pages":
                self._core()
                item, response = self._page_types(method)
                page = f"*{core}.Page[{item}, {response}]"
                types = f"[{item}, {response}]"
                return f"Pages{types}", f"({page}, error)", f"RawPages{types}", f"(*{core}.Response[{page}], error)"
            case "data":
                self._core()
                typed = self._result_type(method)
                return f"Data[{typed}]", f"({typed}, error)", f"Raw[{typed}]", f"(*{core}.Response[{typed}], error)"

    def _core(self) -> None:
        self._imports.paths.add(f"{self._packages.root_import}/core")

    def _page_types(self, method: Method) -> tuple[str, str]:
        paging = method.paging
        assert paging is not None
        return self._printer.item(paging.item), self._page_type(method.result.types[0])

    def _page_type(self, kind: Type) -> str:
        return self._printer.field(kind, optional=True)

    def _further(self, method: Method, variable: str) -> str:
        if method.result.kind == "pages":
            return f", &{variable}Paging"
        if method.result.kind == "events":
            return f', {literals.string(method.result.protocol_tag)}, ""'
        return ""

    # -- descriptions ---------------------------------------------------------------------------------------------

    def _endpoint(self, method: Method, variable: str) -> list[str]:
        operation = method.operation
        path = operation.path.partition("#")[0]
        entries = [("Method", literals.string(operation.method)), ("Path", literals.string(path))]
        body = method.body
        if body is not None:
            entries.append(("Body", literals.string(body.kind)))
            usual = {
                "json": "application/json",
                "form": "application/x-www-form-urlencoded",
                "multipart": "multipart/form-data",
            }
            if body.media.content_type != usual.get(body.kind) and "*" not in body.media.content_type:
                entries.append(("ContentType", literals.string(body.media.content_type)))
            whole = [argument for argument in method.arguments if argument.role == "body"]
            if not body.required or any(not argument.is_required for argument in whole):
                entries.append(("OptionalBody", "true"))
        if method.result.accept:
            entries.append(("Accept", literals.string(method.result.accept)))
        if method.servers:
            entries.append(("Server", _server(method)))
        if method.security is not None:
            entries.append(("Security", self._keys.requirements(method.security)))
        errors = self._errors(method)
        if errors:
            entries.append(("Errors", f"map[string]func() any{{{', '.join(errors)}}}"))
        styles = [
            f"{literals.string(each.wire_name)}: {literals.string(style)}"
            for each in method.arguments
            if isinstance(each.source, Parameter) and each.location == "path" and (style := path_style(each.source))
        ]
        if styles:
            entries.append(("Styles", f"map[string]string{{{', '.join(styles)}}}"))
        lines = composite(f"var {variable} = call.Endpoint", entries)
        if method.result.kind == "pages":
            paging = method.paging
            assert paging is not None
            item, response = self._page_types(method)
            rule = paging_entries(paging, item, response, self._names)
            lines += ["", *composite(f"var {variable}Paging = call.Paging[{item}, {response}]", rule)]
        return lines

    def _errors(self, method: Method) -> list[str]:
        found: list[str] = []
        for error in method.errors:
            if error.body is None:
                continue
            kind = error.body.type
            known = object_of(kind, self._sdk.api.declarations) is not None or isinstance(kind, Array | Reference)
            if known:
                made = self._printer.value(kind).removeprefix("*")
                found.append(
                    f"{literals.string(error.status.upper() if error.status != 'default' else 'default')}: func() any {{ return new({made}) }}"
                )
        return found

    def _comment(self, method: Method, name: str) -> list[str]:
        operation = method.operation
        summary = operation.summary or operation.description.partition("\n\n")[0]
        lines = (
            wrap(f"{name}: {summary}") if summary.strip() else [f"{name} calls {operation.method} {operation.path}."]
        )
        rest = operation.description if operation.summary else operation.description.partition("\n\n")[2]
        if rest.strip():
            lines += ["", *wrap(rest)]
        lines += ["", *wrap(f"{operation.method} {operation.path}")]
        stage = stage_of(operation)
        if stage == "deprecated":
            lines += ["", "Deprecated: the API says so."]
        elif stage:
            lines += ["", f"Release stage: {stage}."]
        return comment(lines)


def _server(method: Method) -> str:
    server = method.servers[0]
    defaults = ", ".join(f"{literals.string(each.name)}: {literals.string(each.default)}" for each in server.variables)
    text = f"&call.Server{{URL: {literals.string(server.url)}"
    return f"{text}, Defaults: map[string]string{{{defaults}}}}}" if defaults else f"{text}}}"
