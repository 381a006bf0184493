"""What documentation says of a property or a parameter beside its description: limits, defaults, lifecycle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdksmith.model import Declaration, Parameter, Property
from sdksmith.targets.python import literals, prose


def declaration_lines(declared: Declaration, indent: int) -> list[str]:
    """Return the lines of a type's text, wrapped for an indent."""
    lines = prose.wrap(declared.description or declared.title, indent)
    stage = [f"{fact[0].upper()}{fact[1:]}." for fact in _stage(declared)]
    if stage:
        lines += [*([""] if lines else []), *prose.wrap(stage[0], indent)]
    return lines


def property_notes(entry: Property) -> list[str]:
    """Return the lines of a field's text, wrapped for its place below the field."""
    return _lines(entry, 4)


def parameter_lines(entry: Property | Parameter, indent: int) -> list[str]:
    """Return the lines of a parameter's text, wrapped for an indent."""
    return _lines(entry, indent)


def _lines(entry: Property | Parameter, indent: int) -> list[str]:
    lines = prose.wrap(entry.description, indent + 3) if entry.description else []
    further = facts(entry)
    if further:
        if lines:
            lines.append("")
        lines.extend(prose.wrap(further, indent + 3))
    return lines


def facts(entry: Property | Parameter) -> str:
    """Return what is to be said beside the description, as a sentence; ``""`` for nothing."""
    text = "; ".join(_facts(entry))
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _facts(entry: Property | Parameter) -> list[str]:
    found = _stage(entry)
    if isinstance(entry, Property):
        if entry.read_only:
            found.append("read-only")
        if entry.write_only:
            found.append("write-only")
    if entry.constraints:
        found.extend(_limits(entry.constraints))
    if entry.default:
        found.append(f"the server's default is {literals.shown(entry.default[0])}")
    return found


def _stage(entry: Declaration | Property | Parameter) -> list[str]:
    if entry.deprecated or (entry.lifecycle or "").casefold() == "deprecated":
        return ["deprecated"]
    if entry.lifecycle and entry.lifecycle.casefold() not in ("ga", "stable"):
        return [f"release stage: {entry.lifecycle}"]
    return []


def _limits(constraints: Mapping[str, Any]) -> list[str]:
    facts: list[str] = []
    for low, high, unit in (
        ("minLength", "maxLength", ("character", "characters")),
        ("minItems", "maxItems", ("item", "items")),
        ("minProperties", "maxProperties", ("entry", "entries")),
        ("minimum", "maximum", ("", "")),
    ):
        facts.extend(_range(constraints.get(low), constraints.get(high), *unit))
    if "exclusiveMinimum" in constraints:
        facts.append(f"more than {constraints['exclusiveMinimum']}")
    if "exclusiveMaximum" in constraints:
        facts.append(f"less than {constraints['exclusiveMaximum']}")
    if "multipleOf" in constraints:
        facts.append(f"a multiple of {constraints['multipleOf']}")
    if constraints.get("uniqueItems") is True:
        facts.append("no item twice")
    if "pattern" in constraints:
        facts.append(f"matches {literals.shown(constraints['pattern'])}")
    return facts


def _range(low: Any, high: Any, one: str, several: str) -> list[str]:
    def amount(number: Any) -> str:
        return f"{number} {one if number == 1 else several}".rstrip()

    if low is not None and high is not None:
        return [f"{low} to {amount(high)}" if low != high else f"exactly {amount(low)}"]
    if high is not None:
        return [f"at most {amount(high)}"]
    return [f"at least {amount(low)}"] if low not in (None, 0) else []
