"""Notes on a property or a parameter beside its description: limits, defaults, lifecycle."""

from __future__ import annotations

from sdksmith.model import Declaration, IncomingRequest, Operation, Parameter, Property
from sdksmith.sdk.documentation.facts import limits_in_english, limits_of, stage_of
from sdksmith.targets.python.layout import literals, prose


def declaration_lines(declared: Declaration, indent: int) -> list[str]:
    """Return the lines of a type's text, wrapped for an indent."""
    lines = prose.wrap(declared.description or declared.title, indent)
    stage = stage_text(declared)
    if stage:
        lines += [*([""] if lines else []), *prose.wrap(stage, indent)]
    return lines


def stage_text(entry: Declaration | IncomingRequest | Operation) -> str:
    """Return the stage of something as a sentence; ``""`` for the usual one."""
    found = _stage(entry)
    return f"{found[0][0].upper()}{found[0][1:]}." if found else ""


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
    found.extend(limits_in_english(limits_of(entry.constraints), literals.shown))
    if entry.default:
        found.append(f"the server's default is {literals.shown(entry.default[0])}")
    return found


def _stage(entry: Declaration | IncomingRequest | Operation | Property | Parameter) -> list[str]:
    stage = stage_of(entry)
    return [] if not stage else [stage if stage == "deprecated" else f"release stage: {stage}"]
