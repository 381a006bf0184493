"""Text on what may follow a call, for its docstring: links of its responses, and its callbacks."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.documentation.follow_ups import FollowUp, follow_ups
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.package.incoming import CALLBACKS


class FollowUpTexts:
    """Text of what may follow a call.

    Parameters
    ----------
    methods
        Operation -> its method, as a user would call it: ``client.users.get``.
    """

    def __init__(self, sdk: Sdk, names: Names, methods: Mapping[Symbol, str]) -> None:
        self._sdk = sdk
        self._names = names
        self._methods = methods

    def lines(self, method: Method) -> list[str]:
        """Return the lines of the docstring, each paragraph after an empty one."""
        found: list[str] = []
        for follow_up in follow_ups(method, self._sdk):
            found += ["", *prose.wrap(self._text(follow_up), 8)]
        for callback in method.operation.callbacks:
            name = f"{CALLBACKS}.{self._names.incoming[callback.symbol]}"
            text = f"A request may follow, sent by the API to ``{callback.expression}``: ``{name}`` reads it."
            found += ["", *prose.wrap(text, 8)]
        return found

    def _text(self, follow_up: FollowUp) -> str:
        parameters = self._names.parameters[follow_up.method]
        given = [
            f"``{argument if isinstance(argument, str) else parameters[argument.key]}`` is ``{expression}``"
            for argument, expression in follow_up.arguments
        ]
        text = f"``{self._methods[follow_up.method]}`` may follow"
        if given:
            text += f", where {' and '.join(given)}"
        return f"{text}. {follow_up.description}".strip()
