"""The whole document: info, servers, security, groups, and the order of the parsing passes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import Api, ApiInfo, Declaration, Disposition, Group, Ledger, Operation, SecurityScheme, symbols_of
from sdksmith.model.types import Symbol
from sdksmith.parser.audit import audit
from sdksmith.parser.calls.incoming import IncomingParser
from sdksmith.parser.calls.links import LinkParser
from sdksmith.parser.calls.operations import OperationParser, parse_servers, security_requirements
from sdksmith.parser.calls.pagination import PaginationAnalysis
from sdksmith.parser.calls.tags import Tags
from sdksmith.parser.reach import reachable, types_of_request
from sdksmith.parser.types.inheritance import find_subtypes
from sdksmith.parser.types.schemas import SchemaParser
from sdksmith.words import snake


def parse(document: Document, config: Config, diagnostics: Diagnostics, ledger: Ledger) -> Api:
    """Turn a document into the model.

    Parameters
    ----------
    document
        Bundled and upgraded: every ``$ref`` is internal and resolves.
    ledger
        Is filled: every keyword of the document is in it afterwards.
    """
    tree = document.tree
    components = table(tree, "components")
    schemas = SchemaParser(document, ledger, diagnostics)
    schemas.declare_components(table(components, "schemas"))
    tags = Tags(tree)
    parser = OperationParser(document, schemas, tags, config, ledger, diagnostics)
    operations = list(parser.operations(table(tree, "paths")))
    links = LinkParser(parser, document, operations)
    incoming = IncomingParser(parser, tree, config, ledger)
    operations = [incoming.with_callbacks(links.with_links(operation)) for operation in operations]
    webhooks = tuple(incoming.webhooks())
    paging = PaginationAnalysis(schemas.declarations, schemas.composer, config.pagination, config.words)
    paged = [paging.analyse(operation) for operation in operations]
    operations = [entry.operation for entry in paged]
    unchosen = {symbol for entry in paged for symbol in entry.unchosen}
    sent = [symbol for webhook in webhooks for kind in types_of_request(webhook) for symbol in symbols_of(kind)]
    unchosen -= reachable(operations, schemas.declarations, sent)
    find_subtypes(document, schemas)
    declarations = _without_excluded(operations, sent, parser.excluded, schemas.declarations, unchosen, ledger)
    root = _tree(operations, tags.descriptions, config.words)
    audit(document, schemas, ledger)
    return Api(
        info=_info(tree),
        servers=tuple(parse_servers(tree.get("servers", []))),
        security_schemes=tuple(_security_schemes(document, table(components, "securitySchemes"))),
        security=tuple(security_requirements(tree["security"])) if is_array(tree.get("security")) else None,
        root=root,
        declarations={symbol: declarations[symbol] for symbol in sorted(declarations)},
        unchosen=frozenset(unchosen),
        webhooks=webhooks,
        document=tree,
    )


def table(node: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return a member that is an object, an empty one where there is none."""
    found = node.get(key)
    return found if is_object(found) else {}


def _without_excluded(
    operations: list[Operation],
    sent: list[Symbol],
    excluded: list[Operation],
    declarations: Mapping[Symbol, Declaration],
    unchosen: set[Symbol],
    ledger: Ledger,
) -> dict[Symbol, Declaration]:
    """Leave out types that only excluded operations use, and page shapes that nobody uses."""
    used = reachable(operations, declarations, sent)
    only_excluded = reachable(excluded, declarations, set()) - used
    # What an unreached component that stays refers to has to stay as well.
    kept = {symbol for symbol in declarations if symbol not in only_excluded and symbol not in unchosen}
    kept |= reachable((), declarations, kept)
    for symbol in sorted(declarations):
        if symbol not in kept:
            why = (
                "a page shape that no operation uses"
                if symbol in unchosen
                else "used by operations that the configuration leaves out, and nowhere else"
            )
            ledger.record(symbol, "type", symbol[-1], Disposition.EXCLUDED, why)
    return {symbol: declared for symbol, declared in declarations.items() if symbol in kept}


def _info(tree: Mapping[str, Any]) -> ApiInfo:
    info = table(tree, "info")
    contact = table(info, "contact")
    return ApiInfo(
        title=str(info.get("title") or "API"),
        version=str(info.get("version") or ""),
        summary=str(info.get("summary") or ""),
        description=str(info.get("description") or ""),
        terms_of_service=str(info.get("termsOfService") or ""),
        contact_url=str(contact.get("url") or ""),
        documentation_url=str(table(tree, "externalDocs").get("url") or ""),
    )


def _security_schemes(document: Document, schemes: Mapping[str, Any]) -> Iterable[SecurityScheme]:
    for name in sorted(schemes):
        node = schemes[name]
        while is_object(node) and isinstance(node.get("$ref"), str):
            node = document.resolve(node["$ref"])[1]
        if not is_object(node):
            continue
        yield SecurityScheme(
            name=name,
            type=str(node.get("type") or ""),
            scheme=str(node.get("scheme") or "").lower(),
            location=str(node.get("in") or ""),
            parameter=str(node.get("name") or ""),
            description=str(node.get("description") or ""),
            flows=table(node, "flows"),
            open_id_connect_url=str(node.get("openIdConnectUrl") or ""),
        )


def _tree(operations: list[Operation], descriptions: Mapping[tuple[str, ...], str], words: str) -> Group:
    """Put operations into the tree of groups; parts that read the same in snake case are one group."""
    children: dict[tuple[str, ...], dict[str, str]] = {(): {}}
    held: dict[tuple[str, ...], list[Operation]] = {}
    for operation in operations:
        path: tuple[str, ...] = ()
        for part in operation.group:
            key = snake(part, words) or part
            spelled = children[path].get(key)
            # Of several spellings the smallest is shown, so that the order of the document does not matter.
            children[path][key] = part if spelled is None else min(spelled, part)
            path = (*path, key)
            children.setdefault(path, {})
        held.setdefault(path, []).append(operation)

    def build(path: tuple[str, ...], spelled: tuple[str, ...]) -> Group:
        return Group(
            spelled,
            tuple(held.get(path, ())),
            tuple(build((*path, key), (*spelled, children[path][key])) for key in sorted(children[path])),
            descriptions.get(spelled, ""),
        )

    return build((), ())
