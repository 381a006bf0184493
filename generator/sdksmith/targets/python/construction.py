"""How examples construct a client: with which credentials, and for which server."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sdksmith.model import Api
from sdksmith.targets.python import literals
from sdksmith.targets.python.layout import Brackets
from sdksmith.targets.python.security import CredentialText
from sdksmith.targets.python.servers import VariableText


@dataclass(frozen=True)
class Construction:
    """The arguments of a client's constructor, as ``name=value``."""

    client: str
    credentials: tuple[str, ...]
    server: tuple[str, ...]

    @property
    def arguments(self) -> str:
        """All of them, on one line."""
        return ", ".join((*self.credentials, *self.server))

    def call(
        self,
        *more: str,
        prefix: str = "",
        client: str = "",
        server: tuple[str, ...] | None = None,
        credentials: tuple[str, ...] | None = None,
    ) -> Brackets:
        """Return the call of the constructor.

        Parameters
        ----------
        more
            Further arguments.
        prefix
            Stands before it: ``"client = "``.
        client, server, credentials
            In place of its own.
        """
        given = self.credentials if credentials is None else credentials
        where = self.server if server is None else server
        return Brackets(f"{prefix}{client or self.client}(", (*given, *where, *more), ")")


def credential_arguments(token: str, keys: Sequence[CredentialText], basic: bool) -> tuple[str, ...]:
    """Return what proves who is calling: the first way that the API knows."""
    if token:
        return ('token="YOUR_TOKEN"',)
    if keys:
        return (f'{keys[0].name}="YOUR_KEY"',)
    return ('username="YOUR_NAME"', 'password="YOUR_PASSWORD"') if basic else ()


def server_arguments(api: Api, variables: Sequence[VariableText]) -> tuple[str, ...]:
    """Return what says where the API is, when that is not known without."""
    if variables and "{" in variables[0].default:
        sample = re.sub(r"\{(\w*)\}", r"YOUR_\1", ast.literal_eval(variables[0].default))
        return (f"{variables[0].name}={literals.string(sample)}",)
    if not api.servers or not api.servers[0].url.startswith("http"):
        return ('base_url="https://api.example.com"',)
    return ()
