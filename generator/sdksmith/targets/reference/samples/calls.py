"""Calls that the samples of a page make: with what is required, and with all arguments."""

from __future__ import annotations

from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.documentation.conforming import conforming
from sdksmith.sdk.documentation.examples import Examples
from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import GivenArgument, WireCall, WireCases, wire_call
from sdksmith.sdk.wire.requests import UntestableError


class SampleCalls:
    """Makes the calls, each with the request that it stands for."""

    def __init__(self, sdk: Sdk) -> None:
        self._cases = WireCases(sdk)
        self._declarations = sdk.api.declarations
        self._examples = Examples(sdk.api.declarations)

    def required(self, method: Method) -> WireCall | None:
        """Return the call with what is required; ``None`` where it is not known what would be sent."""
        try:
            return wire_call(method, self._examples.call(method))
        except (NoValueError, UntestableError):
            return None

    def complete(self, method: Method, required: WireCall) -> WireCall | None:
        """Return the call with all arguments; ``None`` where it is the one with what is required."""
        # A path is the same in both forms. What is sent in a body has more in it when everything is shown.
        same = {each.argument.key: each for each in required.arguments if each.argument.location != "body"}
        try:
            given = tuple(
                same.get(each.argument.key) or self._within_limits(each)
                for each in self._cases.calls(method)[-1].arguments
            )
            return None if given == required.arguments else wire_call(method, given)
        except (NoValueError, UntestableError):
            return None

    def _within_limits(self, given: GivenArgument) -> GivenArgument:
        value = conforming(
            given.value, given.type, given.argument.source, self._declarations, self._cases.sent.of_property
        )
        return GivenArgument(given.argument, given.type, value)
