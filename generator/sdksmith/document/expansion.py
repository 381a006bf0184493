"""Size and depth of a tree whose nodes may be shared."""

from __future__ import annotations

from typing import Any

from sdksmith.diagnostics import Pointer
from sdksmith.document.pointers import is_container, is_object


class EndlessNode(Exception):
    """An object that holds itself.

    Attributes
    ----------
    pointer
        Where it does.
    """

    def __init__(self, pointer: Pointer) -> None:
        super().__init__("an object holds itself")
        self.pointer = pointer


def expanded_size(tree: Any) -> int:
    """Count the nodes of a tree whose objects may be shared, each use counted, none visited twice.

    Raises
    ------
    EndlessNode
        An object holds itself.
    """
    sizes: dict[int, int] = {}
    open_nodes = {id(tree)}
    stack: list[tuple[Any, list[tuple[str, Any]], int]] = [(tree, _children(tree), 1)]
    keys: list[str] = []
    while True:
        node, children, size = stack.pop()
        while children:
            key, child = children.pop()
            if id(child) in sizes:
                size += sizes[id(child)]
            elif id(child) in open_nodes:
                raise EndlessNode((*keys, key))
            else:
                stack.append((node, children, size))
                keys.append(key)
                open_nodes.add(id(child))
                node, children, size = child, _children(child), 1
        sizes[id(node)] = size
        open_nodes.discard(id(node))
        if not stack:
            return size
        keys.pop()
        parent, left, before = stack.pop()
        stack.append((parent, left, before + size))


def _children(node: Any) -> list[tuple[str, Any]]:
    if is_object(node):
        return [(key, child) for key, child in node.items() if is_container(child)]
    return [(str(index), child) for index, child in enumerate(node) if is_container(child)]


def is_deeper(tree: Any, max_depth: int) -> bool:
    """Whether objects and arrays nest deeper than a limit; shared ones are looked at again at each level."""
    level: dict[int, Any] = {id(tree): tree} if is_container(tree) else {}
    for _ in range(max_depth):
        level = {
            id(child): child
            for node in level.values()
            for child in (node.values() if is_object(node) else node)
            if is_container(child)
        }
        if not level:
            return False
    return True
