"""The root client: credentials and the first level of groups."""

from __future__ import annotations

from dataclasses import dataclass

from sdksmith.targets.python.client.credentials import CredentialText
from sdksmith.targets.python.client.groups import SubgroupText
from sdksmith.targets.python.client.servers import EnvironmentText, VariableText


@dataclass(frozen=True)
class RootClient:
    """One of the two root clients: the words in which they differ."""

    name: str
    title: str
    base: str
    token: str
    http_client: str
    api_client: str
    define: str
    wait: str
    enter: str
    exit: str
    subgroups: list[SubgroupText]
    #: What is before the names of the runtime's types.
    prefix: str
    #: What the documentation of the hooks adds.
    hooks: str


def clients(
    client: str, title: str, token: str, subgroups: list[SubgroupText], asynchronous: list[SubgroupText]
) -> list[RootClient]:
    """Return the blocking and the asynchronous root client."""
    end = " = None" if token == "optional" else ""
    blocking = ("Optional[Token]" if end else "Token") + end
    awaited = ("Optional[AsyncToken]" if end else "AsyncToken") + end
    return [
        RootClient(
            client,
            f"The client of the {title}.",
            "Resource",
            blocking,
            "HttpxClient",
            "ApiClient",
            "def",
            "",
            "__enter__",
            "__exit__",
            subgroups,
            "",
            "",
        ),
        RootClient(
            f"Async{client}",
            f"The asynchronous client of the {title}.",
            "AsyncResource",
            awaited,
            "AsyncHttpxClient",
            "AsyncApiClient",
            "async def",
            "await ",
            "__aenter__",
            "__aexit__",
            asynchronous,
            "Async",
            "; it may be asynchronous",
        ),
    ]


@dataclass(frozen=True)
class RootText:
    """The context of ``client.py``."""

    client: str
    package: str
    docstring: str
    environment: str
    environment_docstring: str
    environments: list[EnvironmentText]
    variables: list[VariableText]
    credentials: list[CredentialText]
    #: Those of the servers that operations have of their own.
    operation_variables: list[VariableText]
    #: Whether operations have servers that are not relative to the client's: there is ``ignore_operation_servers``.
    operations_have_hosts: bool
    #: ``"required"``, ``"optional"`` or ``""``: whether there is a ``token``.
    token: str
    #: The argument of the API client that says what calls need, or ``""``.
    security: str
