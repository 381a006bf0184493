"""What may follow a call, for its docstring: links of its answers, and its callbacks."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.model import Api, Link, Operation
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.targets.python import prose


class Sequels:
    """Writes of what may follow a call.

    Parameters
    ----------
    methods
        Operation -> its method, as a user would call it: ``client.users.get``.
    """

    def __init__(self, api: Api, names: Names, methods: Mapping[Symbol, str]) -> None:
        self._names = names
        self._methods = methods
        self._parameters = {
            operation.symbol: {(entry.location, entry.name) for entry in operation.parameters}
            for operation in api.operations()
        }

    def lines(self, operation: Operation) -> list[str]:
        """Return the lines of the docstring, each paragraph after an empty one."""
        found: list[str] = []
        for response in operation.responses:
            for link in response.links:
                if link.operation in self._methods:
                    found += ["", *prose.wrap(self._link(link), 8)]
        for callback in operation.callbacks:
            # Imported here because most APIs send nothing.
            from sdksmith.targets.python import incoming

            name = f"{incoming.CALLBACKS}.{self._names.incoming[callback.symbol]}"
            text = f"A request may follow, sent by the API to ``{callback.expression}``: ``{name}`` reads it."
            found += ["", *prose.wrap(text, 8)]
        return found

    def _link(self, link: Link) -> str:
        method = self._methods[link.operation]
        given = [
            f"``{self._argument(link.operation, name)}`` is ``{expression}``" for name, expression in link.parameters
        ]
        text = f"``{method}`` may follow"
        if given:
            text += f", where {' and '.join(given)}"
        return f"{text}. {link.description}".strip()

    def _argument(self, operation: Symbol, name: str) -> str:
        """Return the Python name of a parameter, which a link may qualify: ``path.id``."""
        location, dot, bare = name.partition(".")
        known = self._parameters[operation]
        if dot and (location, bare) in known:
            return self._names.parameters[operation][location, bare]
        return next((self._names.parameters[operation][place] for place in sorted(known) if place[1] == name), name)
