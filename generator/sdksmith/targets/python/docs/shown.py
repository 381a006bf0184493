"""The calls that the README shows, as Python's methods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.documentation.overview import choose
from sdksmith.targets.python.methods.signatures import Call, MethodArgument


@dataclass(frozen=True, kw_only=True)
class ShownCalls:
    """The calls of :class:`~sdksmith.sdk.documentation.overview.ExampleCalls`."""

    get: Call | None
    create: Call | None
    clear: Call | None
    cleared: MethodArgument | None
    pages: Call | None
    events: Call | None
    upload: Call | None
    download: Call | None


def find_shown(sdk: Sdk, calls: Iterable[Call]) -> ShownCalls:
    """Return the calls to show."""
    by_symbol = {call.method.symbol: call for call in calls}
    chosen = choose(sdk)

    def call(method: Method | None) -> Call | None:
        return None if method is None else by_symbol[method.symbol]

    clear = call(chosen.clear)
    return ShownCalls(
        get=call(chosen.get),
        create=call(chosen.create),
        clear=clear,
        cleared=clear.argument(chosen.cleared) if clear is not None and chosen.cleared is not None else None,
        pages=call(chosen.pages),
        events=call(chosen.events),
        upload=call(chosen.upload),
        download=call(chosen.download),
    )
