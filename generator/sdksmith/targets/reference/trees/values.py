"""Limits, allowed values and the like, in the words of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sdksmith.sdk.documentation.attributes import Attribute, TypeDescription
from sdksmith.sdk.documentation.facts import Limit
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.trees.types import as_json
from sdksmith.targets.reference.trees.views import ValueFacts


def limits_in_words(limits: Iterable[Limit], words: Mapping[str, str]) -> list[str]:
    """Return limits, but for patterns, each a part of a sentence in the language of a site."""
    found: list[str] = []
    for limit in limits:
        low, high = limit.low, limit.high
        match limit.kind:
            case "exclusive":
                found += [words["limit_more"].format(low)] if low is not None else []
                found += [words["limit_less"].format(high)] if high is not None else []
            case "step":
                found.append(words["limit_step"].format(limit.value))
            case "unique":
                found.append(words["limit_unique"])
            case "pattern":
                pass
            case kind:
                if low is not None and high is not None and low != high:
                    found.append(words["limit_range"].format(low, _amount(kind, high, words)))
                elif low is not None and low == high:
                    found.append(words["limit_exact"].format(_amount(kind, low, words)))
                elif high is not None:
                    found.append(words["limit_most"].format(_amount(kind, high, words)))
                elif low:
                    found.append(words["limit_least"].format(_amount(kind, low, words)))
                elif low is not None and kind == "value":
                    found.append(words["limit_least"].format(low))
    return found


def _amount(kind: str, number: Any, words: Mapping[str, str]) -> str:
    if kind == "value":
        return str(number)
    return words[f"amount_{kind}" if number == 1 else f"amount_{kind}_several"].format(number)


def facts_of(found: Attribute | TypeDescription, words: Mapping[str, str]) -> ValueFacts:
    """Return what is said of the values of an attribute, or of a type."""
    label = words["label"]
    limits = [f"{each[0].upper()}{each[1:]}." for each in limits_in_words(found.limits, words)]
    each = limits_in_words(found.item_limits, words)
    if each:
        limits.append(words["each"].format(", ".join(each)))
    values: list[tuple[str, tuple[str, ...]]] = [
        (label.format(words["matches"]), (texts.visible(each),)) for each in _patterns(found.limits)
    ]
    values += [(label.format(words["each_matches"]), (texts.visible(each),)) for each in _patterns(found.item_limits)]
    if found.allowed:
        values.append((label.format(words["allowed"]), tuple(map(as_json, found.allowed))))
    if isinstance(found, Attribute):
        values += [(words["default"], (as_json(each),)) for each in found.default]
        values += [(label.format(words["example"]), (as_json(each),)) for each in found.examples[:1]]
    return ValueFacts(tuple(map(texts.visible, limits)), tuple(values))


def _patterns(limits: Iterable[Limit]) -> list[str]:
    return [str(each.value) for each in limits if each.kind == "pattern"]
