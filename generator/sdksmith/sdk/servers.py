"""Servers of an API that a client chooses from, and the variables of their URLs.

Computed from the servers of the document and of its operations.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdksmith.model import Api, Server, ServerVariable


@dataclass(frozen=True, kw_only=True, slots=True)
class Servers:
    """The servers of an API.

    Attributes
    ----------
    environments
        One for each URL; the first is the default. One with an empty URL where the document names none.
    variables
        The variables of all servers, each once, by the wire name; those that only operations have come last. What a client
        is constructed with.
    operation_variables
        Those of :attr:`variables` that the servers of operations have.
    operations_have_hosts
        Whether some operation is sent to a server that is not relative to the client's.
    """

    environments: tuple[Server, ...]
    variables: tuple[ServerVariable, ...]
    operation_variables: tuple[ServerVariable, ...]
    operations_have_hosts: bool


def find_servers(api: Api) -> Servers:
    """Return the servers of an API."""
    environments: dict[str, Server] = {}
    for server in api.servers:
        if server.url:
            environments.setdefault(server.url, server)
    # A call is sent to the first of its operation's servers.
    own = [operation.servers[0] for operation in api.operations() if operation.servers]
    variables: dict[str, ServerVariable] = {}
    for server in (*api.servers, *own):
        for variable in server.variables:
            variables.setdefault(variable.name, variable)
    of_operations = {variable.name for server in own for variable in server.variables}
    return Servers(
        environments=tuple(environments.values()) or (Server(""),),
        variables=tuple(variables.values()),
        operation_variables=tuple(variable for name, variable in variables.items() if name in of_operations),
        operations_have_hosts=any(not _is_relative(server.url) for server in own),
    )


def _is_relative(url: str) -> bool:
    """Return whether a server lies on the client's own host, whatever the values of its variables (RFC 3986, section 4.2)."""
    return not url.startswith(("//", "{")) and "://" not in url
