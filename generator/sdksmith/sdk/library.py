"""The design of a client library: what it offers, in no language's words.

Everything is known by its symbol in the model; what it is called is the naming pass's business, and how it is written a
target's. The parts are computed by the modules that declare them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sdksmith.model import Api, Declaration, Object, Operation, Pagination, Server, object_at
from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.bodies import Body
from sdksmith.sdk.clusters import Clusters
from sdksmith.sdk.credentials import Credentials, Requirements
from sdksmith.sdk.errors import DocumentedError
from sdksmith.sdk.polymorphism import TaggedUnion
from sdksmith.sdk.results import STREAMS, Result
from sdksmith.sdk.servers import Servers


@dataclass(frozen=True, kw_only=True)
class Method:
    """A call that a library offers: one operation.

    Attributes
    ----------
    symbol
        Of the operation.
    group
        The path of its group, as the document spells the parts.
    arguments
        In the order in which a caller gives them: path parameters, what is required, what may be left out.
    body
        The chosen representation of what is sent; ``None`` where nothing is.
    needed_fields
        Of a flattened body that may be left out: the arguments that have to be given once any of its others is. With none of
        them no body is sent.
    result
        What comes back; :attr:`Result.types` of it are the page where the call pages.
    paging
        How the next page is asked for; ``None`` unless the result is ``pages``.
    security
        Which credentials it is sent with; ``None``: the client's default.
    servers
        Where it is served, if elsewhere than the rest of the API; it is sent to the first.
    errors
        The documented unsuccessful responses.
    """

    symbol: Symbol
    operation: Operation
    group: tuple[str, ...]
    arguments: tuple[Argument, ...]
    body: Body | None
    needed_fields: tuple[Argument, ...]
    result: Result
    paging: Pagination | None
    security: Requirements | None
    servers: tuple[Server, ...]
    errors: tuple[DocumentedError, ...]

    @property
    def is_stream(self) -> bool:
        """Whether its result is read while it comes."""
        return self.result.kind in STREAMS


@dataclass(frozen=True, kw_only=True)
class MethodGroup:
    """A node of the client tree; the root's path is ``()``. A group without methods still exists."""

    path: tuple[str, ...]
    description: str
    methods: tuple[Method, ...]
    groups: tuple[MethodGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TypePlan:
    """Plan for a declaration.

    Attributes
    ----------
    emitted
        The library has a type for it. It has none for a body whose properties are arguments, unless something else is of it.
    sent, received
        Some call sends it, or gets it, directly or in something else; the API's own requests are received.
    distinguishing
        Of an object that is a variant of a union without a discriminator: the wire names of the enums whose values tell it
        from another variant.
    """

    declaration: Declaration
    emitted: bool
    sent: bool
    received: bool
    distinguishing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sdk:
    """A client library.

    Attributes
    ----------
    api
        The model that it was designed from.
    root
        The tree of groups and their methods.
    methods
        Operation -> its method, by group in the order of :meth:`~sdksmith.model.Api.operations`.
    types
        Declaration -> what becomes of it, for every declaration, in canonical order.
    unions
        Union -> its variants, for those emitted ones that a discriminator tells.
    clusters
        Which of the emitted types belong together.
    """

    api: Api
    root: MethodGroup
    methods: Mapping[Symbol, Method]
    types: Mapping[Symbol, TypePlan]
    unions: Mapping[Symbol, TaggedUnion]
    clusters: Clusters
    credentials: Credentials
    servers: Servers

    def groups(self) -> tuple[MethodGroup, ...]:
        """Return every group, the root first, each before its sub-groups."""
        found = [self.root]
        for group in found:
            found.extend(group.groups)
        return tuple(found)

    @cached_property
    def emitted(self) -> tuple[Symbol, ...]:
        """The declarations that the library has types for, in canonical order."""
        return tuple(symbol for symbol, plan in self.types.items() if plan.emitted)

    @cached_property
    def flattened(self) -> Mapping[Symbol, Object]:
        """Operation -> the body whose properties are arguments of its method."""
        return {
            symbol: object_at(method.body.flattened, self.api.declarations)
            for symbol, method in self.methods.items()
            if method.body is not None and method.body.flattened is not None
        }
