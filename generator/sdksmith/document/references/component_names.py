"""Names for what comes from other files: from the content and the files' names, never from the order of discovery."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sdksmith.diagnostics import Pointer
from sdksmith.document.pointers import is_object, step
from sdksmith.document.references.resolving import Referent
from sdksmith.document.specification.grammar import DEFINITIONS, SCHEMA_PARENTS


@dataclass(frozen=True, slots=True, order=True)
class BundledComponent:
    """Something in another file that becomes a component.

    Attributes
    ----------
    section
        Of ``components``.
    file
        The file's display name: relative to the root document's folder, so the same on every machine.
    pointer
        The place in that file.
    identity
        The file's identity.
    """

    section: str
    file: str
    pointer: Pointer
    identity: str


def component_root(target: Referent, section: str, aliased: Set[Pointer]) -> tuple[Pointer, Pointer]:
    """Split a pointer into the component it leads to, and the way on from there.

    ``definitions.yaml#/Pet/properties/id`` is a part of the component ``Pet``, as it would be if all were one file.

    Parameters
    ----------
    target
        Where a reference leads.
    section
        Of ``components``.
    aliased
        Pointers into the same file that the root document gives names to, in this section.
    """
    pointer = target.pointer
    if pointer in aliased:
        return pointer, ()
    if len(pointer) > 3 and pointer[:2] == ("components", section):
        return pointer[:3], pointer[3:]
    if section != "schemas":
        return pointer, ()
    node = target.source.tree
    for depth, token in enumerate(pointer):
        if pointer[:depth] in aliased or (
            token in SCHEMA_PARENTS and depth + 1 < len(pointer) and _is_schema(node, token)
        ):
            return pointer[:depth], pointer[depth:]
        if token in ("items", "additionalProperties", "not") and _is_schema(node, token):
            return pointer[:depth], pointer[depth:]
        if token in DEFINITIONS and _says_what_values_are(node):
            # They go along with the schema that they are written for; without one the object only collects them.
            return pointer[:depth], pointer[depth:]
        try:
            node = step(node, token)
        except KeyError:
            break
    return pointer, ()


def _is_schema(node: object, token: str) -> bool:
    """Tell a schema from an object whose members happen to be called like schema keywords."""
    if not is_object(node):
        return False
    if isinstance(node.get("type"), (str, list)):
        return True
    if any(isinstance(node.get(keyword), list) for keyword in ("allOf", "anyOf", "oneOf", "required", "enum")):
        return True
    return token in ("properties", "patternProperties") and is_object(node.get(token))


def _says_what_values_are(node: object) -> bool:
    if not is_object(node):
        return False
    composed = any(isinstance(node.get(keyword), list) for keyword in ("allOf", "anyOf", "oneOf", "enum"))
    return composed or any(is_object(node.get(keyword)) for keyword in ("properties", "items"))


def parts_of_others(
    components: Collection[BundledComponent],
) -> dict[BundledComponent, tuple[BundledComponent, Pointer]]:
    """Find the schemas that stand inside components of other kinds, such as the schema of a parameter.

    Returns
    -------
    dict
        Such a schema -> the component, and the way from there.
    """
    sections = sorted({component.section for component in components} - {"schemas"})
    found: dict[BundledComponent, tuple[BundledComponent, Pointer]] = {}
    for part in components if sections else ():
        if part.section != "schemas":
            continue
        for depth in range(len(part.pointer)):
            wholes = (replace(part, section=section, pointer=part.pointer[:depth]) for section in sections)
            whole = next((each for each in wholes if each in components), None)
            if whole is not None:
                found[part] = (whole, part.pointer[depth:])
                break
    return found


def choose_names(
    components: Iterable[BundledComponent],
    taken: Mapping[str, Iterable[str]],
    aliases: Mapping[BundledComponent, list[str]],
) -> dict[BundledComponent, str]:
    """Give every component a name.

    Parameters
    ----------
    components
        All of them.
    taken
        Section -> names that the root document uses for something of its own.
    aliases
        BundledComponent -> names under which the root document does nothing but refer to it. One of them is the name.

    Returns
    -------
    dict[BundledComponent, str]
        Distinct within a section.
    """
    names: dict[BundledComponent, str] = {}
    used: dict[str, set[str]] = {section: set(own) for section, own in taken.items()}
    groups: dict[tuple[str, str], list[BundledComponent]] = {}
    for component in sorted(set(components)):
        natural = _natural_name(component)
        given = aliases.get(component)
        if given:
            names[component] = natural if natural in given else min(given)
            used.setdefault(component.section, set()).update(given)
        else:
            groups.setdefault((component.section, natural), []).append(component)
    for section, natural in sorted(groups):
        # Every natural name stays free for the component that has it to itself.
        if len(groups[section, natural]) == 1 and natural not in used.setdefault(section, set()):
            names[groups[section, natural][0]] = natural
            used[section].add(natural)
            groups[section, natural] = []
    for (section, natural), group in sorted(groups.items()):
        for component, name in zip(group, _distinguish(group, natural), strict=True):
            unique, count = name, 1
            while unique in used[section]:
                count += 1
                unique = f"{name}_{count}"
            names[component] = unique
            used[section].add(unique)
    return names


def _natural_name(component: BundledComponent) -> str:
    for depth in range(len(component.pointer), 0, -1):
        token = component.pointer[depth - 1]
        if token and not token.isdigit():
            return "_".join(component.pointer[depth - 1 :])
    return _stem(component) or "component"


def _stem(component: BundledComponent) -> str:
    return PurePosixPath(component.file).stem


def _distinguish(group: list[BundledComponent], natural: str) -> list[str]:
    """Put before a shared name the nearest part of the path that tells the components apart, or the whole path."""
    paths: list[list[str]] = []
    for component in group:
        parts = [part for part in PurePosixPath(component.file).parent.parts if part not in ("..", "/")]
        if component.pointer:
            parts += [_stem(component), *component.pointer[:-1]]
        paths.append(parts)
    for back in range(1, max((len(parts) for parts in paths), default=0) + 1):
        chosen = [parts[-back] if back <= len(parts) else "" for parts in paths]
        if len(set(chosen)) == len(chosen) and all(chosen):
            return [f"{part}_{natural}" for part in chosen]
    return ["_".join([*parts, natural]) for parts in paths]
