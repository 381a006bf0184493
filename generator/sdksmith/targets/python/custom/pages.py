"""Section of the reference page on code of the user's own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdksmith.sdk.documentation.text import first_sentence
from sdksmith.targets.python.custom.modules import CustomModule, Function, methods_of
from sdksmith.targets.python.custom.places import Custom, OwnName
from sdksmith.targets.python.layout import prose


@dataclass(frozen=True)
class CustomItem:
    """Something that the library has beside what is generated: how users name it, and a sentence about it as Markdown."""

    name: str
    text: str


def custom_items(custom: Custom, modules: Mapping[str, CustomModule], package: str) -> list[CustomItem]:
    """Return what users can name: methods that clients and models get, and exports."""
    found: list[CustomItem] = []
    for key, place in sorted(custom.clients.items()):
        # Those that users construct go by the name of their class.
        start = f"client.{key}" if key and key != place.name else "client" if not key else place.name
        found += _members(place, start, modules, package)
    for key, place in sorted(custom.types.items()):
        found += _members(place, key, modules, package)
    if custom.model_base is not None:
        found += _members(custom.model_base, "Model", modules, package)
    for place in sorted(custom.exports, key=lambda place: place.name):
        module = modules.get(f"{package}.{place.module}")
        node = module.definitions.get(place.name) if module is not None else None
        found.append(_item(f"{package}.{place.name}", node))
    return found


def _members(place: OwnName, start: str, modules: Mapping[str, CustomModule], package: str) -> Iterator[CustomItem]:
    module = modules.get(f"{package}.{place.module}")
    node = module.classes().get(place.name) if module is not None else None
    for name, each in methods_of(node).items() if node is not None else ():
        if not name.startswith("_") and isinstance(each, Function):
            yield _item(f"{start}.{name}", each)


def _item(name: str, node: ast.stmt | None) -> CustomItem:
    shown, text = name, ""
    if isinstance(node, Function):
        decorators = {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
        if not decorators & {"property", "cached_property"}:
            shown = f"{name}({', '.join(_parameters(node.args))})"
    if isinstance(node, Function | ast.ClassDef):
        text = first_sentence(ast.get_docstring(node) or "")
    return CustomItem(prose.markdown_code(shown), prose.markdown_text(text))


def _parameters(arguments: ast.arguments) -> Iterator[str]:
    """Yield how a call is written, without annotations: those of code are for type checkers."""
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    required = len(names) - len(arguments.defaults)
    for position, name in enumerate(names):
        if name not in ("self", "cls"):
            yield name if position < required else f"{name}=..."
    if arguments.vararg is not None:
        yield f"*{arguments.vararg.arg}"
    elif arguments.kwonlyargs:
        yield "*"
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield each.arg if default is None else f"{each.arg}=..."
    if arguments.kwarg is not None:
        yield f"**{arguments.kwarg.arg}"
