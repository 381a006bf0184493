"""Path items -> operations: parameters, bodies, responses, names and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics, Pointer
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import (
    BodyOf,
    Disposition,
    ErrorOf,
    Ledger,
    Operation,
    Origin,
    Parameter,
    ParameterOf,
    Primitive,
    RequestBody,
    Response,
    ResponseOf,
    SecurityRequirement,
    Server,
    ServerVariable,
)
from sdksmith.model.api import ParameterLocation
from sdksmith.parser.calls.contents import ContentParser
from sdksmith.parser.calls.tags import Tags
from sdksmith.parser.nodes import constraints_of, dereferenced, examples_of, lifecycle_of
from sdksmith.parser.types.schemas import SchemaParser

#: OpenAPI 3.1 section 4.8.9, and the method that 3.2 adds; in the order they appear in generated clients.
METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "trace", "query")
_DEFAULT_STYLES: Final = {
    "path": "simple",
    "query": "form",
    "querystring": "form",
    "header": "simple",
    "cookie": "form",
}
#: Header parameters of these names are set by other means and ignored (OpenAPI 3.1 section 4.8.12.1).
_RESERVED_HEADERS: Final = {
    # OpenAPI 3.1 section 4.8.12.1: such a parameter is to be ignored.
    **dict.fromkeys(
        ("accept", "content-type", "authorization"),
        "a header of this name is set from the content types and the security",
    ),
    # RFC 9110 sections 7.2, 7.6.1 and 8.6, RFC 9112 section 6.1: of the message, not of what is asked.
    **dict.fromkeys(
        ("connection", "content-length", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"),
        "a header of this name is the business of the HTTP library",
    ),
}


class OperationParser:
    """Parses path items with the help of a :class:`SchemaParser`."""

    def __init__(
        self,
        document: Document,
        schemas: SchemaParser,
        tags: Tags,
        config: Config,
        ledger: Ledger,
        diagnostics: Diagnostics,
    ) -> None:
        self._document = document
        self._schemas = schemas
        self._ledger = ledger
        self._diagnostics = diagnostics
        self._excluded = {lifecycle.casefold() for lifecycle in config.exclude_lifecycle}
        #: Operations left out by the configuration; their types may have to go too.
        self.excluded: list[Operation] = []
        self._tags = tags
        self._contents = ContentParser(schemas, ledger, self._excluded)

    def operations(self, paths: Mapping[str, Any]) -> Iterator[Operation]:
        """Yield the operations of ``paths``, sorted by path, then method."""
        for path in sorted(paths):
            if not path.startswith("/") or not is_object(paths[path]):
                continue
            pointer: Pointer = ("paths", path)
            item = dereferenced(self._document, paths[path])
            for method, place, node in methods_of(item, pointer):
                operation = self._operation(path, method, node, item, place)
                name = f"{method.upper()} {path}"
                if (operation.lifecycle or "").casefold() in self._excluded:
                    reason = f"its lifecycle is {operation.lifecycle!r}, which the configuration leaves out"
                    self._ledger.record(place, "operation", name, Disposition.EXCLUDED, reason)
                    self.excluded.append(operation)
                    continue
                self._ledger.count("operation", "operation", Disposition.GENERATED)
                yield operation

    def request(
        self, node: Mapping[str, Any], item: Mapping[str, Any], pointer: Pointer, origin: Origin
    ) -> tuple[tuple[Parameter, ...], RequestBody | None]:
        """Return the parameters and the body of a request that the API sends; `origin` is that of an inline body."""
        self._contents.begin()
        parameters = tuple(self._parameters(node, item, pointer))
        body = self._body(node["requestBody"], pointer, origin) if is_object(node.get("requestBody")) else None
        return parameters, body

    def node(self, operation: Operation) -> Mapping[str, Any]:
        """Return the object of an operation; its pointer may lead through the reference of its path item."""
        found: Any = self.deref(self._document.tree["paths"][operation.symbol[1]])
        for token in operation.symbol[2:]:
            found = found[token]
        return found if is_object(found) else {}

    def deref(self, node: Any) -> Mapping[str, Any]:
        """Follow the references of anything but a schema."""
        return dereferenced(self._document, node)

    def _operation(
        self, path: str, method: str, node: Mapping[str, Any], item: Mapping[str, Any], pointer: Pointer
    ) -> Operation:
        self._contents.begin()
        parameters = tuple(self._parameters(node, item, pointer))
        path, implied = complete_path(path, parameters, pointer)
        for parameter in implied:
            reason = "the path uses it and no parameter declares it: taken as a required string"
            self._ledger.record(pointer, "parameter", parameter.name, Disposition.DEGRADED, reason)
        parameters = (*parameters, *implied)
        responses = tuple(self._responses(node.get("responses", {}), pointer))
        body = None
        if is_object(node.get("requestBody")):
            body = self._body(node["requestBody"], pointer, BodyOf(pointer))
        security = node.get("security")
        servers = node.get("servers", item.get("servers"))
        external = node.get("externalDocs")
        return Operation(
            symbol=pointer,
            group=self._group(node, path),
            name=_name(node, method, path),
            method=method.upper(),
            path=path,
            operation_id=str(node.get("operationId") or ""),
            summary=str(node.get("summary") or item.get("summary") or ""),
            description=str(node.get("description") or item.get("description") or ""),
            deprecated=node.get("deprecated") is True,
            lifecycle=lifecycle_of(node),
            parameters=parameters,
            body=body,
            responses=responses,
            security=tuple(security_requirements(security)) if is_array(security) else None,
            servers=tuple(parse_servers(servers)) if is_array(servers) else (),
            documentation_url=str(external.get("url") or "") if is_object(external) else "",
            extensions={key: value for key, value in node.items() if key.startswith("x-") and key != "x-codeSamples"},
        )

    def _group(self, node: Mapping[str, Any], path: str) -> tuple[str, ...]:
        named = node.get("x-operation-group")
        if isinstance(named, str) and named.strip():
            return (named,)
        if is_array(named) and named and all(isinstance(part, str) and part.strip() for part in named):
            return tuple(named)
        group = self._tags.group(node.get("tags"))
        if group:
            return group
        segments = (segment for segment in path.split("/") if segment and "{" not in segment)
        return (next(segments, "api"),)

    # -- parameters -----------------------------------------------------------------------------------------------

    def _parameters(self, node: Mapping[str, Any], item: Mapping[str, Any], pointer: Pointer) -> Iterator[Parameter]:
        merged: dict[tuple[str, str], tuple[Pointer, Mapping[str, Any]]] = {}
        for owner, place in ((item, _item_of(pointer)), (node, pointer)):
            for index, entry in enumerate(owner.get("parameters", ())):
                at = (*place, "parameters", str(index))
                found = dereferenced(self._document, entry)
                if isinstance(found.get("name"), str) and isinstance(found.get("in"), str):
                    merged[found["in"], found["name"]] = (at, found)
        for (location, name), (at, found) in merged.items():
            if found.get("x-sdk-ignore") is True:
                self._ledger.record(at, "parameter", name, Disposition.EXCLUDED, "x-sdk-ignore")
            elif location == "header" and name.casefold() in _RESERVED_HEADERS:
                reason = _RESERVED_HEADERS[name.casefold()]
                self._ledger.record(at, "parameter", name, Disposition.EXCLUDED, reason)
            elif (lifecycle_of(found) or "").casefold() in self._excluded:
                reason = "its lifecycle is left out by the configuration"
                self._ledger.record(at, "parameter", name, Disposition.EXCLUDED, reason)
            elif location in _DEFAULT_STYLES:
                yield self._parameter(found, name, cast(ParameterLocation, location), at, pointer)
            else:
                self._ledger.record(at, "parameter", name, Disposition.REJECTED, f"unknown location {location!r}")

    def _parameter(
        self, node: Mapping[str, Any], name: str, location: ParameterLocation, at: Pointer, operation: Pointer
    ) -> Parameter:
        style = str(node.get("style") or _DEFAULT_STYLES[location])
        schema = node.get("schema", True)
        place = (*at, "schema")
        content_type = None
        content = node.get("content")
        if is_object(content) and content:
            content_type, media = next(iter(content.items()))
            place = (*at, "content", content_type, "schema")
            if is_object(media):
                schema = media.get("schema", True)
        texts: Any = schema if is_object(schema) else {}
        return Parameter(
            symbol=at,
            name=name,
            location=location,
            type=self._schemas.expression(schema, place, ParameterOf(operation, name)),
            required=node.get("required") is True or location == "path",
            style=style,
            explode=bool(node.get("explode", style in ("form", "cookie"))),
            allow_reserved=node.get("allowReserved") is True,
            content_type=content_type,
            description=str(node.get("description") or texts.get("description") or ""),
            default=(texts["default"],) if "default" in texts else (),
            deprecated=node.get("deprecated") is True or texts.get("deprecated") is True,
            lifecycle=lifecycle_of(node),
            constraints=constraints_of(texts),
            examples=examples_of(node) or examples_of(texts),
        )

    # -- bodies and responses ---------------------------------------------------------------------------------------

    def _body(self, node: Any, pointer: Pointer, origin: Origin) -> RequestBody:
        place = (*pointer, "requestBody")
        node = dereferenced(self._document, node)
        alternatives = tuple(self._contents.content(node.get("content"), place, origin))
        # Leaving `required` out means false, yet documents leave it out where a call without a body makes no sense.
        return RequestBody(alternatives, node.get("required") is not False, str(node.get("description") or ""))

    def _responses(self, node: Any, pointer: Pointer) -> Iterator[Response]:
        if not is_object(node):
            return
        for status in sorted(key for key in node if not key.startswith("x-")):
            place = (*pointer, "responses", status)
            found = dereferenced(self._document, node[status])
            origin: Origin = (ResponseOf if status.startswith("2") else ErrorOf)(pointer, status)
            texts = [str(found.get("description") or "")]
            numbered = (key for key in found if re.fullmatch(r"x-description-\d+", key))
            texts.extend(str(found[key]) for key in sorted(numbered, key=lambda key: int(key[14:])))
            yield Response(
                status,
                tuple(dict.fromkeys(text.strip() for text in texts if text.strip())),
                tuple(self._contents.content(found.get("content"), place, origin)),
                tuple(self._contents.headers(found.get("headers"), place)),
            )


def _item_of(operation: Pointer) -> Pointer:
    """Return the pointer of the path item that an operation stands in."""
    return operation[: -2 if operation[-2] == "additionalOperations" else -1]


def methods_of(item: Mapping[str, Any], pointer: Pointer) -> Iterator[tuple[str, Pointer, Mapping[str, Any]]]:
    """Yield the operations of a path item: the method in lower case, the pointer and the object."""
    for method in METHODS:
        if is_object(item.get(method)):
            yield method, (*pointer, method), item[method]
    additional = item.get("additionalOperations")
    if is_object(additional):
        for method in sorted(additional):
            if is_object(additional[method]):
                yield method, (*pointer, "additionalOperations", method), additional[method]


def _name(node: Mapping[str, Any], method: str, path: str) -> str:
    named = node.get("x-operation-name")
    if isinstance(named, str) and named.strip():
        return named
    identifier = node.get("operationId")
    if isinstance(identifier, str) and identifier.strip():
        return identifier
    words = [method, *(re.sub(r"[{}]", "", segment) for segment in path.split("/") if segment)]
    return "_".join(words)


_PLACEHOLDER: Final = re.compile(r"{([^{}]*)}")


def complete_path(path: str, parameters: tuple[Parameter, ...], pointer: Pointer) -> tuple[str, tuple[Parameter, ...]]:
    """Return a path whose placeholders are parameters, and the parameters that were missing.

    Operators of URI templates (RFC 6570), which OpenAPI does not know, are taken off: ``{rest*}`` is the parameter
    ``rest``, and ``{?page}`` only repeats what the query says.
    """
    declared = {parameter.name for parameter in parameters if parameter.location == "path"}
    implied: dict[str, Parameter] = {}

    def replaced(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in declared:
            return found.group()
        if name[:1] in ("?", "&"):
            return ""
        bare = name.strip("+#./;*") or name
        if bare not in declared:
            kind = Primitive("string")
            implied[bare] = Parameter((*pointer, "path", bare), bare, "path", kind, True, "simple", False)
        return f"{{{bare}}}"

    return _PLACEHOLDER.sub(replaced, path), tuple(implied.values())


def security_requirements(node: list[Any]) -> Iterator[SecurityRequirement]:
    """Yield the alternatives of a ``security`` list."""
    for entry in node:
        if is_object(entry):
            yield {
                name: tuple(str(scope) for scope in scopes) if is_array(scopes) else ()
                for name, scopes in sorted(entry.items())
            }


def parse_servers(node: list[Any]) -> Iterator[Server]:
    """Yield the servers of a document, a path item or an operation."""
    for entry in node:
        if not is_object(entry):
            continue
        variables: list[ServerVariable] = []
        url = str(entry.get("url") or "")
        declared = entry.get("variables")
        declared = declared if is_object(declared) else {}
        # One that the URL uses and nobody declares has to be given by the caller, as one without a default.
        names = {*declared, *_PLACEHOLDER.findall(url)} - {""}
        for name in sorted(names, key=lambda name: (url.find(f"{{{name}}}"), name)):
            variable = declared.get(name, {})
            if not is_object(variable):
                continue
            values = variable.get("enum") or ()
            variables.append(
                ServerVariable(
                    name,
                    str(variable.get("default") or (values[0] if values else "")),
                    tuple(str(value) for value in values),
                    str(variable.get("description") or ""),
                )
            )
        yield Server(
            url,
            str(entry.get("description") or ""),
            tuple(variables),
            str(entry.get("name") or ""),
        )
