"""The API of the model: groups, operations and what they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from sdksmith.model.types import Declaration, Symbol, Type

ParameterLocation: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]


@dataclass(frozen=True, slots=True)
class ApiInfo:
    """The document's ``info``."""

    title: str
    version: str
    summary: str = ""
    description: str = ""
    terms_of_service: str = ""
    contact_url: str = ""
    documentation_url: str = ""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A placeholder of a server URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, with ``{placeholders}`` for its variables."""

    url: str
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate (OpenAPI 3.1 section 4.8.27).

    Attributes
    ----------
    name
        Its key in the components.
    type
        ``apiKey``, ``http``, ``oauth2``, ``openIdConnect`` or ``mutualTLS``.
    scheme
        For ``http``: ``bearer``, ``basic``, ... in lower case.
    location, parameter
        For ``apiKey``: where it goes, and under which wire name.
    flows
        For ``oauth2``: flow name -> the flow object as it stands, extensions included.
    """

    name: str
    type: str
    scheme: str = ""
    location: str = ""
    parameter: str = ""
    description: str = ""
    flows: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    open_id_connect_url: str = ""


#: Scheme name -> scopes, all of which must hold together; alternatives are a tuple of these.
SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation.

    Attributes
    ----------
    name
        As it goes over the wire.
    style, explode
        Defaults filled in (OpenAPI 3.1 section 4.8.12.2).
    content_type
        Set when the value is serialized as a media type (``content``) instead of a style.
    default
        As for :attr:`Property.default`.
    """

    symbol: Symbol
    name: str
    location: ParameterLocation
    type: Type
    required: bool
    style: str
    explode: bool
    allow_reserved: bool = False
    content_type: str | None = None
    description: str = ""
    default: tuple[Any, ...] = ()
    deprecated: bool = False
    lifecycle: str | None = None
    constraints: Mapping[str, Any] = field(default_factory=dict[str, Any])
    examples: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """A documented header of a response or of a part."""

    name: str
    type: Type
    description: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Encoding of a property of a form or of a multipart body (OpenAPI 3.1 section 4.8.15).

    Attributes
    ----------
    content_types
        The media types that the part may have; usually one.
    style, explode, allow_reserved
        As of a query parameter; `style` is ``None`` where the content type decides.
    headers
        Of the part.
    """

    content_types: tuple[str, ...] = ()
    style: str | None = None
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaType:
    """One representation of a body; for a sequence (events, JSON lines) `type` is that of one item."""

    content_type: str
    type: Type
    #: Property -> how it is written.
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    examples: tuple[Any, ...] = ()
    lifecycle: str | None = None


@dataclass(frozen=True, slots=True)
class RequestBody:
    """Request body of an operation; its content types with JSON first, then by name.

    Attributes
    ----------
    required
        Not said to be optional: only an explicit ``required: false`` makes a body optional.
    """

    alternatives: tuple[MediaType, ...]
    required: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class IncomingRequest:
    """A request that the API sends: a webhook, or a callback of an operation (OpenAPI 3.1 sections 4.8.1 and 4.8.18).

    Attributes
    ----------
    symbol
        Its pointer: ``("webhooks", "petCreated", "post")``.
    name
        Its key in ``webhooks``, or in the operation's ``callbacks``.
    operation, expression
        Of a callback: the operation it belongs to, and the runtime expression that its URL is made of.
    """

    symbol: Symbol
    name: str
    method: str
    operation: Symbol = ()
    expression: str = ""
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None
    parameters: tuple[Parameter, ...] = ()
    body: RequestBody | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Link from a response to a following call (OpenAPI 3.1 section 4.8.20).

    Attributes
    ----------
    operation
        The operation it leads to; ``()`` where that is not one of this document's.
    parameters
        Parameter, as the link spells it -> a runtime expression or a constant.
    """

    name: str
    operation: Symbol = ()
    parameters: tuple[tuple[str, str], ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A response.

    Attributes
    ----------
    status
        ``"200"``, ``"2XX"`` or ``"default"``.
    descriptions
        The description, then the further texts of ``x-description-N``.
    """

    status: str
    descriptions: tuple[str, ...]
    alternatives: tuple[MediaType, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_success(self) -> bool:
        """Whether it answers a call that went well."""
        return self.status.startswith("2")


@dataclass(frozen=True, slots=True)
class Pagination:
    """Pagination of an operation (docs/mapping.md).

    Attributes
    ----------
    kind
        ``offset``: a page number goes up until a page is empty; ``items``: a number of items to pass over does.
        ``cursor``: each response names the next; ``last-item``: the last item of a page does. ``next-url`` and
        ``link-header``: each response holds the URL of the next, in its body or its header.
    page_parameter
        Wire name of the parameter that chooses the page; ``""`` where a URL does.
    size_parameter, totals_parameter
        Wire names of the parameters for the size of a page, and for a response with totals; ``""`` where there is none.
    response
        The page type that the operation returns; ``()`` where it returns the bare list.
    items_property
        Wire name of the list in the page; ``""`` where the response is the bare list.
    next_path
        The way to what names the next page, or says that there is one: objects, each with the wire name of its property.
    key
        Of ``last-item``: the item's type, and the wire name of the property that names it.
    first
        Of ``offset``: the number of the first page.
    has_defaults
        Whether the parameters have defaults of the client's own.
    """

    kind: Literal["offset", "items", "cursor", "last-item", "next-url", "link-header"]
    page_parameter: str
    size_parameter: str
    totals_parameter: str
    response: Symbol
    items_property: str
    item: Type
    next_path: tuple[tuple[Symbol, str], ...] = ()
    key: tuple[Symbol, str] = ((), "")
    first: int = 0
    has_defaults: bool = True

    @property
    def next_property(self) -> str:
        """The wire name of what names the next page, ``""`` where nothing does."""
        return self.next_path[-1][1] if self.next_path else ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path.

    Attributes
    ----------
    symbol
        Its pointer: ``("paths", "/users/{id}", "get")``.
    group
        Parts as the document spells them.
    name
        As the document spells it (``x-operation-name``, else made of the operationId or the path).
    paging_dropped_parameters
        Wire names of parameters that the chosen page shape makes meaningless; they are not in `parameters`.
    """

    symbol: Symbol
    group: tuple[str, ...]
    name: str
    method: str
    path: str
    operation_id: str = ""
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None
    parameters: tuple[Parameter, ...] = ()
    body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[SecurityRequirement, ...] | None = None
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    paging_dropped_parameters: tuple[str, ...] = ()
    documentation_url: str = ""
    callbacks: tuple[IncomingRequest, ...] = ()
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Group:
    """A node of the client tree; the root's path is ``()``. A group without operations still exists."""

    path: tuple[str, ...]
    operations: tuple[Operation, ...] = ()
    groups: tuple[Group, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything a target needs to know."""

    info: ApiInfo
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    #: ``None``: the document says nothing; ``()``: calls need none.
    security: tuple[SecurityRequirement, ...] | None
    root: Group
    #: In canonical order: by symbol.
    declarations: Mapping[Symbol, Declaration]
    #: Declared in the document and no longer standing for anything: unchosen page wrappers.
    unchosen: frozenset[Symbol] = frozenset()
    webhooks: tuple[IncomingRequest, ...] = ()
    #: What all this was read from, in one file and in the vocabulary of OpenAPI 3.1: for targets that hand it on.
    document: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False, compare=False)

    def incoming(self) -> tuple[IncomingRequest, ...]:
        """Return every webhook, then every callback, by operation."""
        callbacks = (callback for operation in self.operations() for callback in operation.callbacks)
        return (*self.webhooks, *callbacks)

    def operations(self) -> tuple[Operation, ...]:
        """Return every operation, by group."""
        return tuple(operation for group in self.groups() for operation in group.operations)

    def groups(self) -> tuple[Group, ...]:
        """Return every group, the root first, each before its sub-groups."""
        found = [self.root]
        for group in found:
            found.extend(group.groups)
        return tuple(found)
