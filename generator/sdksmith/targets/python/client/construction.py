"""Construction of a client in Python examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdksmith.sdk import Credential
from sdksmith.sdk.documentation.examples import ExampleClient
from sdksmith.targets.python.client.credentials import CredentialText
from sdksmith.targets.python.client.servers import VariableText
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets


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


def credential_arguments(example: ExampleClient, keys: Sequence[CredentialText]) -> tuple[str, ...]:
    """Return what proves who is calling."""
    match example.credential:
        case Credential("token"):
            return ('token="YOUR_TOKEN"',)
        case Credential("basic"):
            return ('username="YOUR_NAME"', 'password="YOUR_PASSWORD"')
        case Credential("key"):
            return (f'{keys[0].name}="YOUR_KEY"',)
        case _:
            return ()


def server_arguments(example: ExampleClient, variables: Iterable[VariableText]) -> tuple[str, ...]:
    """Return what says where the API is, when that is not known without."""
    if example.variable is not None:
        wire_name = literals.string(example.variable.name)
        name = next(variable.name for variable in variables if variable.wire_name == wire_name)
        return (f"{name}={literals.string(example.value)}",)
    return ('base_url="https://api.example.com"',) if example.needs_base_url else ()
