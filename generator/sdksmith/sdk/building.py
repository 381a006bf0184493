"""The order in which a library is designed: calls first, then the types that they leave standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdksmith.model import Api, Declaration, Disposition, Group, Ledger, Object, Operation, Union_, object_at
from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import arguments_of, needed_fields
from sdksmith.sdk.bodies import choose_body
from sdksmith.sdk.clusters import find_clusters
from sdksmith.sdk.credentials import Credentials, find_credentials
from sdksmith.sdk.directions import find_received, find_sent
from sdksmith.sdk.emission import find_emitted
from sdksmith.sdk.errors import documented_errors
from sdksmith.sdk.library import Method, MethodGroup, Sdk, TypePlan
from sdksmith.sdk.policy import Policy
from sdksmith.sdk.polymorphism import find_distinguishing_enums, find_tagged_unions, has_subtypes, subtype_tags
from sdksmith.sdk.results import choose_result
from sdksmith.sdk.servers import find_servers


def build(api: Api, policy: Policy, ledger: Ledger) -> Sdk:
    """Design the client library of an API.

    Parameters
    ----------
    policy
        What the language of the library wants otherwise than others.
    ledger
        Receives what becomes of types that are not emitted, and of discriminators that tell nothing.
    """
    credentials = find_credentials(api)
    methods = {
        operation.symbol: _method(api, operation, group.path, policy, credentials)
        for group in api.groups()
        for operation in group.operations
    }
    _record_unsent(methods.values(), api.declarations, ledger)
    _record_untold(api.declarations, ledger)
    emitted = find_emitted(api, methods.values(), ledger)
    sent = find_sent((argument for method in methods.values() for argument in method.arguments), api.declarations)
    received = find_received(api)
    unions = find_tagged_unions(api.declarations, sorted(emitted), ledger)
    untagged = [
        symbol for symbol in sorted(emitted) if symbol not in unions and isinstance(api.declarations[symbol], Union_)
    ]
    distinguishing = find_distinguishing_enums(api.declarations, untagged)
    return Sdk(
        api=api,
        root=_group(api.root, methods),
        methods=methods,
        types={
            symbol: TypePlan(
                declaration=declared,
                emitted=symbol in emitted,
                sent=symbol in sent,
                received=symbol in received,
                distinguishing=distinguishing.get(symbol, ()),
            )
            for symbol, declared in api.declarations.items()
        },
        unions=unions,
        clusters=find_clusters(api.declarations, emitted),
        credentials=credentials,
        servers=find_servers(api),
    )


def _method(api: Api, operation: Operation, group: tuple[str, ...], policy: Policy, credentials: Credentials) -> Method:
    body = choose_body(operation, api.declarations, policy)
    result = choose_result(operation, api.declarations)
    arguments = arguments_of(operation, body, api.declarations)
    return Method(
        symbol=operation.symbol,
        operation=operation,
        # Several spellings are one group: the one that the operation itself has may not be its name.
        group=group,
        arguments=arguments,
        body=body,
        needed_fields=needed_fields(body, arguments),
        result=result,
        paging=operation.pagination if result.kind == "pages" else None,
        security=credentials.calls.get(operation.symbol),
        servers=operation.servers,
        errors=documented_errors(operation),
    )


def _record_unsent(methods: Iterable[Method], declarations: Mapping[Symbol, Declaration], ledger: Ledger) -> None:
    """Record the flattened bodies whose sub-types have more to send than the arguments are."""
    for method in methods:
        flattened = method.body.flattened if method.body is not None else None
        if flattened is not None and has_subtypes(object_at(flattened, declarations)):
            reason = "the parts of sub-types can't be sent: the arguments are those of the object that they extend"
            ledger.record((*method.symbol, "requestBody"), "media-type", "discriminator", Disposition.DEGRADED, reason)


def _record_untold(declarations: Mapping[Symbol, Declaration], ledger: Ledger) -> None:
    """Record the sub-types that no value of the tag's property tells."""
    for symbol, declared in declarations.items():
        if isinstance(declared, Object) and declared.subtypes is not None:
            told = {subtype for _, subtype in subtype_tags(declared, declarations)}
            for name, subtype in declared.subtypes.mapping:
                if subtype not in told:
                    reason = (
                        f"{name[:80]!r} is no value of {declared.subtypes.property!r}: such values are of this type"
                    )
                    ledger.record(symbol, "schema", "discriminator", Disposition.DEGRADED, reason)


def _group(group: Group, methods: dict[Symbol, Method]) -> MethodGroup:
    return MethodGroup(
        path=group.path,
        description=group.description,
        methods=tuple(methods[operation.symbol] for operation in group.operations),
        groups=tuple(_group(child, methods) for child in group.groups),
    )
