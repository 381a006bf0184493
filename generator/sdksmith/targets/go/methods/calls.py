"""Calls as expressions of Go: for tests, examples and samples."""

from __future__ import annotations

from collections.abc import Sequence

from sdksmith.model import Enum, Object, Parameter, Property, Reference, resolve
from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.values import Values, is_dict
from sdksmith.sdk.wire.cases import GivenArgument
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.values import Composite, Value, lines_of
from sdksmith.targets.go.methods.expressions import ValueWriter
from sdksmith.targets.go.methods.requests import RequestType
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.expressions import Imports


class CallWriter:
    """Writes calls, as a package outside of the module sees them."""

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, values: Values, imports: Imports) -> None:
        self._sdk = sdk
        self._names = names
        self._packages = packages
        self._imports = imports
        self._values = ValueWriter(sdk, names, packages.root, packages.root_import, imports, values)

    def lines(
        self,
        target: str,
        context: str,
        method: Method,
        given: Sequence[GivenArgument],
        request: RequestType | None,
        indent: str = "\t",
    ) -> list[str]:
        """Return a call with what is given, the first line without its indent.

        Parameters
        ----------
        target
            What is called.
        context
            The expression of the context.

        Raises
        ------
        UntestableError
            A value can't be written.
        """
        arguments: list[Value] = [context]
        arguments += [self._path(each) for each in given if each.argument.location == "path"]
        if request is not None:
            arguments.append(self.request(method, given, request))
        lines = [f"{target}("]
        for argument in arguments:
            text = lines_of(argument, indent)
            lines[-1] += ("" if lines[-1].endswith("(") else ", ") + text[0]
            lines += text[1:]
        lines[-1] += ")"
        return lines

    def _path(self, given: GivenArgument) -> Value:
        made = self._values.value(given.value, given.argument.type)
        return f"{made}.Ptr()" if self._is_enum_pointer(given) and isinstance(made, str) else made

    def _is_enum_pointer(self, given: GivenArgument) -> bool:
        declarations = self._sdk.api.declarations
        kind = resolve(given.argument.type, declarations, through_null=True)
        declared = declarations.get(kind.symbol) if isinstance(kind, Reference) else None
        return isinstance(declared, Enum) and len(declared.values) > 1

    def request(self, method: Method, arguments: Sequence[GivenArgument], request: RequestType) -> Value:
        """Return what a call takes beside its path.

        Raises
        ------
        UntestableError
            A value can't be written.
        """
        rest = [given for given in arguments if given.argument.location != "path"]
        if not request.is_struct:
            if not rest:
                return "nil"
            given = rest[0]
            if request.expression == "map[string]any" and is_dict(given.value):
                return self._values.any(given.value)
            if request.expression == "io.Reader":
                self._imports.paths.add("strings")
                return f"strings.NewReader({literals.string(str(given.value))})"
            return self._values.field(given.value, given.argument.type, optional=not given.argument.is_required)
        self._imports.paths.add(
            self._packages.request_import(method.group) if method.group else self._packages.root_import
        )
        entries: list[tuple[str, Value]] = []
        for given in rest:
            source = given.argument.source
            optional = not given.argument.is_required
            if source is None:
                entries.append(("Body", self._values.field(given.value, given.argument.type, optional=optional)))
                continue
            if isinstance(source, Property):
                # A property that the body must have stands in the struct as a value, even where the body may be left out.
                optional = not source.required
            field = self._field(method, given)
            entries.append((field, self._values.field(given.value, given.argument.type, optional=optional)))
        return Composite(f"&{request.expression[1:]}", tuple(entries))

    def _field(self, method: Method, given: GivenArgument) -> str:
        source = given.argument.source
        flattened = method.body.flattened if method.body is not None else None
        if isinstance(source, Property) and flattened is not None and self._sdk.types[flattened].emitted:
            declared = self._sdk.types[flattened].declaration
            name = self._names.requests.get(method.symbol)
            if isinstance(declared, Object) and name == self._names.types[flattened]:
                return self._names.fields[flattened][source.name]
        assert isinstance(source, Property | Parameter)
        return self._names.parameters[method.symbol][given.argument.key]
