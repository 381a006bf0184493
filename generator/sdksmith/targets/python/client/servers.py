"""Servers of an API: the members of the environment enum, and the variables of server URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sdksmith.model import Server, ServerVariable
from sdksmith.naming import NamingProfile, settle
from sdksmith.sdk import Servers
from sdksmith.targets.python.client.credentials import RESERVED
from sdksmith.targets.python.layout import literals, prose


@dataclass(frozen=True)
class EnvironmentText:
    """A member of the environment enum."""

    name: str
    value: str
    docstring: str


@dataclass(frozen=True)
class VariableText:
    """A server variable: a keyword of the constructor."""

    name: str
    wire_name: str
    default: str
    documentation: list[str]


def environments(servers: Servers, profile: NamingProfile) -> list[EnvironmentText]:
    """Return the servers as members of an enum; the first one is DEFAULT."""
    unique = {server.url: server for server in servers.environments}
    rest = list(unique)[1:]
    names = settle((url, [_environment_name(unique[url], profile, index)]) for index, url in enumerate(rest, 2))
    found: list[EnvironmentText] = []
    for index, (url, server) in enumerate(unique.items()):
        name = names[url] if index else "DEFAULT"
        lines = prose.wrap(server.description, 7)
        found.append(EnvironmentText(name, literals.string(url), prose.docstring(lines, 4)))
    return found


def _environment_name(server: Server, profile: NamingProfile, index: int) -> str:
    text = server.name or server.description
    name = profile.name("constant", text, prefix="server") if 0 < len(text) <= 40 else ""
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name) or name == "DEFAULT":
        name = f"SERVER_{index}"
    return name


def variables(found: Iterable[ServerVariable], profile: NamingProfile) -> list[VariableText]:
    """Return variables of servers as keywords."""
    return [_variable(variable, profile) for variable in found]


def _variable(variable: ServerVariable, profile: NamingProfile) -> VariableText:
    name = profile.name("parameter", variable.name, RESERVED, prefix="server")
    lines = prose.wrap(variable.description or f"The ``{variable.name}`` part of the server's URL.", 12)
    if variable.values:
        known = ", ".join(map(literals.shown, variable.values))
        lines += prose.wrap(f"One of: {known}.", 12)
    return VariableText(name, literals.string(variable.name), literals.string(variable.default), _safe(lines))


def _safe(lines: list[str]) -> list[str]:
    return [prose.escape(line).rstrip() for line in lines]
