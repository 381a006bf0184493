"""Types that a caller may give as plain data: those that calls send, directly or inside of others."""

from __future__ import annotations

from sdksmith.model import (
    Alias,
    Any_,
    Declaration,
    Enum,
    Object,
    Union_,
    mentions,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.polymorphism import has_subtypes
from sdksmith.targets.python.types.expressions import PlainForm


def find_plain_forms(sdk: Sdk, names: Names) -> dict[Symbol, PlainForm]:
    """Return the plain form of each type that has one.

    An object has one when something that is sent can hold it. So has a union or an alias of such a type. What only comes back
    has none: nobody writes it.
    """
    sent = {symbol: plan.declaration for symbol, plan in sdk.types.items() if plan.sent}
    found = {symbol for symbol, declared in sent.items() if isinstance(declared, Object)}
    users: dict[Symbol, list[Symbol]] = {}
    for symbol, declared in sent.items():
        if not isinstance(declared, Object | Enum) and not _is_anything(declared):
            for mentioned in mentions(declared):
                users.setdefault(mentioned, []).append(symbol)
    pending = list(found)
    while pending:
        for user in users.get(pending.pop(), ()):
            if user not in found:
                found.add(user)
                pending.append(user)
    return {symbol: PlainForm(names.plain[symbol], _is_open(sent[symbol])) for symbol in sorted(found)}


def _is_anything(declared: Declaration) -> bool:
    if isinstance(declared, Union_):
        return any(isinstance(variant, Any_) for variant in declared.variants)
    return isinstance(declared, Alias) and isinstance(declared.target, Any_)


def _is_open(declared: Declaration) -> bool:
    """Whether there may be further properties that the ``TypedDict`` does not name.

    Sub-types have such, and the document may say what they are. A plain ``additionalProperties: true`` names none; it is what a schema says anyway, and keys are checked all the same.
    """
    if not isinstance(declared, Object):
        return False
    return has_subtypes(declared) or not isinstance(declared.additional, Any_ | None)
