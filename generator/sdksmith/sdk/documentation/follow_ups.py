"""Follow-ups of a call: other calls, by the links of its responses, and requests of the API, its callbacks.

Computed from the responses and callbacks of operations.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.library import Method, Sdk


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """A call that may follow another (OpenAPI 3.1 section 4.8.20).

    Attributes
    ----------
    method
        The operation of the call.
    arguments
        An argument of it, or the name that the link gives where there is no such argument -> the runtime expression or the
        constant that it takes.
    """

    method: Symbol
    arguments: tuple[tuple[Argument | str, str], ...]
    description: str


def follow_ups(method: Method, sdk: Sdk) -> list[FollowUp]:
    """Return the calls that may follow one, by the responses and their links."""
    return [
        FollowUp(
            method=link.operation,
            arguments=tuple(
                (_argument(sdk.methods[link.operation], name), expression) for name, expression in link.parameters
            ),
            description=link.description,
        )
        for response in method.operation.responses
        for link in response.links
        if link.operation in sdk.methods
    ]


def _argument(method: Method, name: str) -> Argument | str:
    """Return the parameter that a link names, which may say its place too: ``path.id``."""
    known = {argument.key: argument for argument in method.arguments if argument.location != "body"}
    location, dot, bare = name.partition(".")
    if dot and (location, bare) in known:
        return known[location, bare]
    return next((known[key] for key in sorted(known) if key[1] == name), name)
