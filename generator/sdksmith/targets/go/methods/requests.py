"""Request structs: what a call takes beside its path, in one literal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model import File, Map, Nullable, Parameter, Property, resolve
from sdksmith.naming import Names
from sdksmith.sdk import Argument, Method, Sdk
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.layout.declarations import Row
from sdksmith.targets.go.methods.serialization import form_tag, parameter_tag, part_tag
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.declared import json_methods, string_method, struct
from sdksmith.targets.go.types.expressions import Imports, TypePrinter
from sdksmith.targets.go.types.fields import about, property_row


@dataclass(frozen=True, slots=True)
class RequestType:
    """Type of the parameter ``request`` of a method.

    Attributes
    ----------
    expression
        Its type, as the client package sees it.
    folder
        Below the root package: where its struct is declared.
    lines
        The declaration, empty where the type is declared among those of the API.
    is_struct
        Its fields are parameters and properties of the body; else it is the body.
    is_other_name
        The declaration is another name for a type of the root package.
    """

    expression: str
    folder: str = ""
    lines: tuple[str, ...] = ()
    imports: frozenset[str] = frozenset()
    is_struct: bool = False
    is_other_name: bool = False


class RequestWriter:
    """Writes the request types of methods.

    Parameters
    ----------
    printer
        Prints types for the client package.
    """

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, printer: TypePrinter, imports: Imports) -> None:
        self._sdk = sdk
        self._names = names
        self._packages = packages
        self._printer = printer
        self._imports = imports

    def request(self, method: Method) -> RequestType | None:
        """Return what a method takes beside its path; ``None`` for nothing."""
        given = [argument for argument in method.arguments if argument.location != "path"]
        if not given:
            return None
        name = self._names.requests.get(method.symbol)
        if name is None:
            (whole,) = given
            return RequestType(self._whole(method, whole, self._printer))
        folder = self._packages.requests[method.group[:-1]] if method.group else ""
        package = folder.rpartition("/")[2] if folder else self._packages.root
        self._imports.paths.add(f"{self._packages.root_import}/{folder}" if folder else self._packages.root_import)
        expression = f"*{package}.{name}"
        flattened = method.body.flattened if method.body is not None else None
        if flattened is not None and self._sdk.types[flattened].emitted and self._names.types[flattened] == name:
            if not folder:
                return RequestType(expression, is_struct=True)
            alias = [
                *comment([f"{name} is what {self._names.methods[method.symbol]} takes."]),
                f"type {name} = {self._packages.root}.{name}",
            ]
            return RequestType(expression, folder, tuple(alias), frozenset((self._packages.root_import,)), True, True)
        imports = Imports()
        lines = self._declared(method, name, given, imports, folder)
        return RequestType(expression, folder, tuple(lines), frozenset(imports.paths), True)

    def _whole(self, method: Method, argument: Argument, printer: TypePrinter) -> str:
        body = method.body
        assert body is not None
        if body.kind == "lines":
            return f"[]{printer.item(argument.type)}"
        if body.kind == "content" and isinstance(argument.type, File | Nullable):
            return printer.field(File(), optional=False)
        if isinstance(resolve(argument.type, self._sdk.api.declarations, through_null=True), Map):
            return "map[string]any"
        return printer.field(argument.type, optional=not argument.is_required)

    def _declared(self, method: Method, name: str, given: list[Argument], imports: Imports, folder: str) -> list[str]:
        root = self._packages.root if folder else ""
        printer = TypePrinter(self._sdk.api.declarations, self._names.types, imports, self._packages.root_import, root)
        rows = [row for _, row in self.fields(method, printer)]
        has_body = any(argument.is_field for argument in given)
        imports.paths.add(f"{self._packages.root_import}/core")
        call = f"{self._names.methods[method.symbol]} of {'.'.join(method.group) or 'the client'}"
        lines = comment(wrap(f"{name} is what {call} takes."))
        if not has_body:
            return [*lines, *struct_without_extras(name, rows, imports, self._packages)]
        imports.paths.add(f"{self._packages.root_import}/internal/codec")
        lines += [*struct(name, rows), "", *json_methods(name)]
        # What has no secrets may be printed as it is, which spares the compiler a method for each.
        has_secret = any('secret:"true"' in cell for row in rows for cell in row.cells[2:])
        return [*lines, "", *string_method(name)] if has_secret else lines

    def fields(self, method: Method, printer: TypePrinter) -> list[tuple[Argument, Row]]:
        """Return the fields of a method's own struct, as a printer writes their types."""
        given = [argument for argument in method.arguments if argument.location != "path"]
        return [(argument, self._row(method, argument, printer)) for argument in given]

    def _row(self, method: Method, argument: Argument, printer: TypePrinter) -> Row:
        source = argument.source
        if source is None:
            taken = set(self._names.parameters[method.symbol].values())
            field = next(name for name in ("Body", "RequestBody", "TheBody", "Body_") if name not in taken)
            lines = wrap(method.operation.body.description if method.operation.body is not None else "")
            return Row(
                (field, self._whole(method, argument, printer), literals.tag({"json": "-", "body": "true"})),
                tuple(lines),
            )
        name = self._names.parameters[method.symbol][argument.key]
        if isinstance(source, Parameter):
            optional = not argument.is_required
            typed = printer.field(argument.type, optional=optional)
            return Row((name, typed, literals.tag(parameter_tag(source, argument.default))), tuple(about(source)))
        return self._property(method, argument, source, name, printer)

    def _property(self, method: Method, argument: Argument, source: Property, name: str, printer: TypePrinter) -> Row:
        body = method.body
        assert body is not None
        encoding = body.media.encoding.get(source.name)
        row = property_row(source, name, printer, self._sdk.api.declarations, kind=argument.type)
        further: Mapping[str, str] = {}
        if body.kind == "form":
            further = form_tag(encoding)
        elif body.kind == "multipart":
            further = part_tag(encoding)
        if not further:
            return row
        extra = " ".join(f"{key}:{literals.string(value)}" for key, value in further.items())
        tag = row.cells[2]
        joined = f"`{tag[1:-1]} {extra}`" if tag.startswith("`") and "`" not in extra else tag
        return Row((*row.cells[:2], joined), row.about)


def struct_without_extras(name: str, rows: list[Row], imports: Imports, packages: Packages) -> list[str]:
    """Return the lines of a struct whose fields are parameters alone."""
    imports.paths.discard(f"{packages.root_import}/core")
    if any("core.Date" in row.cells[1] for row in rows):
        imports.paths.add(f"{packages.root_import}/core")
    lines = struct(name, rows)
    return [*lines[:-3], "}"] if rows else lines
