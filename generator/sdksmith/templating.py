"""Templates, for those who have some of their own: which there are, what each may use, copies, and a check of all."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from inspect import cleandoc, getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdksmith.diagnostics import Diagnostics
from sdksmith.output import Overrides, Renderer, stamp_of
from sdksmith.pipeline.stages import overrides_of, stop_on_template_errors
from sdksmith.targets.registry import find_target, target_names

if TYPE_CHECKING:
    from sdksmith.config import Config

#: Where templates go when the config names no folder.
DEFAULT_FOLDER: Final = "templates"
_BLOCK = re.compile(r"\{%-? block (\w+)")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template in a list.

    Attributes
    ----------
    name
        With its target: ``python/client.py.j2``.
    about
        What it lays out, as a clause; ``""`` for a part.
    is_overridden
        Whether the configuration has one in its place.
    """

    name: str
    about: str
    is_overridden: bool


def listed(config: Config) -> Iterator[TemplateLine]:
    """Yield every template of every target."""
    for target in target_names():
        overrides = overrides_of(target, config)
        for name, context in sorted(find_target(target).contract().contexts.items()):
            about = ""
            if context is not None and not name.startswith("parts/"):
                first = (getdoc(context) or "").partition("\n")[0]
                about = first.partition(": ")[2].rstrip(".").replace(":class:", "").replace("``", "`")
            yield TemplateLine(f"{target}/{name}", about, overrides is not None and name in overrides.texts)


def names() -> list[str]:
    """Return the name of every template, with its target."""
    return [f"{target}/{name}" for target in target_names() for name in find_target(target).contract().contexts]


def described(name: str) -> list[str]:
    """Return what a template may use, as lines.

    Parameters
    ----------
    name
        With its target.
    """
    target, _, template = name.partition("/")
    contract = find_target(target).contract()
    context = contract.contexts[template]
    blocks = _BLOCK.findall(Renderer(target).source(template))
    lines = [f"{name}, contract {contract.number}"]
    if blocks:
        lines += ["", f"blocks: {', '.join(dict.fromkeys(blocks))}"]
    if context is None:
        return [*lines, "", "It has no variables."]
    lines += ["", "variables:"]
    waiting, seen = [context], {context}
    while waiting:
        each = waiting.pop(0)
        if each is not context:
            lines += ["", f"{each.__name__}: {(getdoc(each) or '').partition(chr(10))[0]}"]
        meanings = field_meanings(each)
        for field in fields(each):
            meaning = meanings.get(field.name, "")
            lines.append(f"  {field.name}: {field.type}{f'  {meaning}' if meaning else ''}")
            for inner in classes_in(each, str(field.type)):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
    return lines


def field_meanings(kind: type) -> dict[str, str]:
    """Return what the docstring of a dataclass says of its fields."""
    found: dict[str, str] = {}
    text = cleandoc(kind.__doc__ or "").partition("Attributes\n----------\n")[2]
    for listed_names, meaning in re.findall(r"^(\w[\w, ]*)\n((?:    .*\n?|\n(?=    ))+)", text, re.MULTILINE):
        for name in listed_names.split(", "):
            found[name] = " ".join(line.strip() for line in meaning.splitlines() if line.strip())
    return found


def classes_in(owner: type, annotation: str) -> list[type]:
    """Return the dataclasses that an annotation of a field names."""
    known = vars(sys.modules[owner.__module__])
    found = [known.get(word) for word in re.findall(r"\w+", annotation)]
    return [each for each in found if isinstance(each, type) and is_dataclass(each)]


def copied(name: str, *, extends: bool) -> str:
    """Return the text of a copy of a template, which says what it was made of.

    Parameters
    ----------
    name
        With its target.
    extends
        Build on ours, with its blocks to be filled, in place of a copy.
    """
    target, _, template = name.partition("/")
    source = Renderer(target).source(template)
    number = find_target(target).contract().number
    stamp = f"{{# sdksmith {name}, contract {number}, sha256 {digest(source)} #}}\n"
    if not extends:
        return stamp + source
    blocks = dict.fromkeys(_BLOCK.findall(source))
    filled = [f"{{% block {block} %}}{{{{ super() }}}}{{% endblock %}}\n" for block in blocks]
    return f'{stamp}{{% extends "builtin/{template}" %}}\n{"".join(filled)}'


def digest(text: str) -> str:
    """Return the beginning of the SHA-256 of a template, enough to see that it is another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def checked(config: Config) -> tuple[int, Diagnostics]:
    """Check the templates of the user's own as far as that goes without a document.

    Returns
    -------
    tuple
        How many there are, and warnings: of copies of what has another text now.

    Raises
    ------
    Failure
        One is wrong.
    """
    count = 0
    warnings = Diagnostics()
    errors: list[tuple[str, Overrides]] = []
    for target in target_names():
        overrides = overrides_of(target, config)
        if overrides is None:
            continue
        errors.append((target, overrides))
        count += len(overrides.texts)

    def check(diagnostics: Diagnostics) -> None:
        for target, overrides in errors:
            contract = find_target(target).contract()
            renderer = Renderer(target, overrides=overrides)
            renderer.validate(diagnostics, contract)
            if not diagnostics.has_errors:
                renderer.report_unknown_variables(contract, diagnostics)
            _report_changed(target, overrides, warnings)

    stop_on_template_errors(check)
    return count, warnings


def _report_changed(target: str, overrides: Overrides, diagnostics: Diagnostics) -> None:
    ours = Renderer(target).names()
    for name, text in overrides.texts.items():
        stamp = stamp_of(text)
        if stamp is None or name not in ours or stamp.digest == digest(Renderer(target).source(name)):
            continue
        diagnostics.warning(
            "template-changed",
            f"{target}/{name} has another text since this was copied",
            location=overrides.location(name, 1),
            hint=f"compare it with `sdksmith templates copy {target}/{name}`, and take over its first line",
        )


def folder_of(config: Config) -> Path:
    """Return the folder of templates, whether it is there or not."""
    return Path(config.templates or DEFAULT_FOLDER)
