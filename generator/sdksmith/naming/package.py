"""Names in the name space of a package, beside those of types: of request types, and of the values of enums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdksmith.diagnostics import format_pointer
from sdksmith.model import BodyOf, Enum
from sdksmith.model.types import Symbol
from sdksmith.naming.pins import Pinned, pinned_first
from sdksmith.naming.profile import NamingProfile
from sdksmith.naming.settling import settle
from sdksmith.naming.spelling import spelled
from sdksmith.sdk import Method, Sdk

#: Of Go and TypeScript: how the type is called of what an operation without a body takes.
_EXTENSION = "x-operation-request-parameters-name"


def name_request_types(
    sdk: Sdk,
    profile: NamingProfile,
    types: Mapping[Symbol, str],
    bases: Mapping[Symbol, tuple[str, str]],
    pins: Pinned,
) -> dict[Symbol, str]:
    """Name the type of what each call takes beside its path, for those that take something.

    A body whose properties are arguments gives its name; so does the document. The packages of groups that have one parent
    are one name space, and that of the top-level groups is the one of types.

    Parameters
    ----------
    bases
        Operation -> what its types are called after: its last group and itself, and all of its groups and itself.
    pins
        Pointer of an operation -> the name that its type is to have.
    """
    found: dict[Symbol, str] = {}
    claims: dict[tuple[str, ...], dict[str, Method]] = {}
    for method in sdk.methods.values():
        named = [each for each in method.arguments if each.location != "path" and each.role != "body"]
        flattened = method.body.flattened if method.body is not None else None
        if flattened is not None and sdk.types[flattened].emitted and all(each.is_field for each in named):
            # There is a type of just that already.
            found[method.symbol] = types[flattened]
        elif named:
            claims.setdefault(method.group[:-1], {})[format_pointer(method.symbol)] = method
    emitted = {types[symbol] for symbol in sdk.emitted}
    for space, methods in claims.items():
        taken = profile.reserved_types if space else profile.reserved_types | emitted
        ordered = sorted(methods, key=lambda key: (len(methods[key].operation.path), key))
        options = ((key, _request_options(methods[key], sdk, profile, types, bases)) for key in ordered)
        settled = settle(pinned_first(options, pins), None, taken)
        found.update((method.symbol, settled[key]) for key, method in methods.items())
    return {symbol: found[symbol] for symbol in sdk.methods if symbol in found}


def _request_options(
    method: Method,
    sdk: Sdk,
    profile: NamingProfile,
    types: Mapping[Symbol, str],
    bases: Mapping[Symbol, tuple[str, str]],
) -> Iterator[str]:
    flattened = method.body.flattened if method.body is not None else None
    if flattened is not None and not isinstance(sdk.types[flattened].declaration.origin, BodyOf):
        yield types[flattened]
    given = method.operation.extensions.get(_EXTENSION)
    if flattened is None and isinstance(given, str) and given:
        yield profile.name("type", given, profile.reserved_types)
    for base in bases[method.symbol]:
        yield profile.free(f"{base}Request", profile.reserved_types)


def name_constants(
    sdk: Sdk, profile: NamingProfile, types: Mapping[Symbol, str], others: Iterable[str]
) -> dict[Symbol, tuple[str, ...]]:
    """Name the values of each enum that is emitted, in their order.

    Parameters
    ----------
    others
        Names beside those of types that are taken.
    """
    enums: dict[Symbol, Enum] = {}
    for symbol in sdk.emitted:
        declared = sdk.types[symbol].declaration
        if isinstance(declared, Enum):
            enums[symbol] = declared
    claims = {
        f"{types[symbol]} {index} {value}": (types[symbol], str(value))
        for symbol, declared in sorted(enums.items(), key=lambda each: (len(types[each[0]]), types[each[0]]))
        for index, value in enumerate(declared.values)
    }
    taken = {*profile.reserved_types, *types.values(), *others}
    settled = settle(((key, _constant_options(profile, *claim)) for key, claim in claims.items()), None, taken)
    return {
        symbol: tuple(settled[f"{types[symbol]} {index} {value}"] for index, value in enumerate(declared.values))
        for symbol, declared in enums.items()
    }


def _constant_options(profile: NamingProfile, type_name: str, value: str) -> Iterator[str]:
    join = profile.cases["constant"].join
    for text in (value, spelled(value)):
        name = type_name + (join(text, profile.words) or "Empty")
        if profile.is_identifier(name, "constant"):
            yield name
    yield f"{type_name}Value"
