"""Types that belong together: those that come from one component, and those that refer to each other in a circle.

A language where modules must not import each other in a circle puts each cluster into one module. Computed from the emitted
declarations and from where they stand in the document, so nothing moves when a type gets a new user.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from sdksmith.model import Alias, Declaration, Enum, ItemOf, Origin, PropertyOf, ValueOf, VariantOf, mentions
from sdksmith.model.types import Symbol

Node = TypeVar("Node")


def components(nodes: Iterable[Node], edges: Callable[[Node], Iterable[Node]]) -> list[list[Node]]:
    """Return the strongly connected components; each comes after those it points to.

    Parameters
    ----------
    nodes
        All nodes; their order decides among components that do not depend on each other.
    edges
        Node -> the nodes it points to; others than `nodes` are passed over.

    Notes
    -----
    Tarjan's algorithm with a stack of our own: chains of schemas can be longer than Python's.
    """
    ordered = list(nodes)
    known = set(ordered)
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    on_stack: set[Node] = set()
    stack: list[Node] = []
    found: list[list[Node]] = []
    for root in ordered:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        work = [(root, iter(edges(root)))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in known:
                    continue
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(edges(target))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    component: list[Node] = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        component.append(member)
                        if member == node:
                            break
                    found.append(component)
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Clusters:
    """The emitted types, by what belongs together; each is in one place.

    Attributes
    ----------
    leaves
        Types of their own that mention no other: enums, and aliases of plain types.
    circles
        All others; a cluster comes after those that it mentions.
    """

    leaves: tuple[Symbol, ...]
    circles: tuple[tuple[Symbol, ...], ...]


def find_clusters(declarations: Mapping[Symbol, Declaration], emitted: Set[Symbol]) -> Clusters:
    """Return the clusters of the emitted declarations."""
    owners: dict[Origin, list[Symbol]] = {}
    leaves: list[Symbol] = []
    for symbol in sorted(emitted):
        declared = declarations[symbol]
        root = _root(declared.origin)
        if root == declared.origin and _is_leaf(declared):
            leaves.append(symbol)
        else:
            owners.setdefault(root, []).append(symbol)
    owner_of = {symbol: root for root, symbols in owners.items() for symbol in symbols}

    def edges(root: Origin) -> Iterable[Origin]:
        for symbol in owners[root]:
            for mentioned in mentions(declarations[symbol]):
                if mentioned in owner_of:
                    yield owner_of[mentioned]

    circles = components(owners, edges)
    return Clusters(
        leaves=tuple(leaves),
        circles=tuple(tuple(symbol for root in circle for symbol in owners[root]) for circle in circles),
    )


def _root(origin: Origin) -> Origin:
    while isinstance(origin, PropertyOf | ItemOf | ValueOf | VariantOf):
        origin = origin.parent
    return origin


def _is_leaf(declared: Declaration) -> bool:
    return isinstance(declared, Enum) or (isinstance(declared, Alias) and not any(mentions(declared)))
