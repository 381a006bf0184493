"""The second root client, which gets its tokens itself: by the client credentials grant (RFC 6749 section 4.4).

What it needs is in the document: the token URL, and the further fields that ``x-form-parameters`` adds to the request.
The configuration says that there is to be one, and what it is called.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.model import Api
from sdksmith.naming import NamingProfile
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.examples import example_client
from sdksmith.targets.python.client.construction import Construction, server_arguments
from sdksmith.targets.python.client.credentials import RESERVED
from sdksmith.targets.python.client.root import RootClient, RootText
from sdksmith.targets.python.client.servers import VariableText
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import Brackets, expression, import_from
from sdksmith.targets.python.options import ClientCredentialsOptions
from sdksmith.targets.python.package.profile import token_module_name

#: Where its settings are: a target knows no more of the config file.
_CONFIG = Location("<config>", pointer=("targets", "python", "client_credentials"))
#: Fields of the request that the runtime fills in.
_OWN_FIELDS = frozenset(("grant_type", "client_id", "client_secret", "scope"))
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
#: What examples give to the client.
_CREDENTIALS = ('client_id="YOUR_CLIENT_ID"', 'client_secret="YOUR_CLIENT_SECRET"')
#: Names that the module imports.
_IMPORTED = frozenset("ClientCredentials HttpxTransport Logger Mapping Optional Sequence Token Union".split())


@dataclass(frozen=True)
class TokenFieldText:
    """A further field of the token request: a keyword of the constructor."""

    name: str
    wire_name: str
    #: What is sent when the keyword is not given.
    default: str
    documentation: list[str]


@dataclass(frozen=True)
class TokenClientText:
    """Texts that the template needs beside those of the root client."""

    name: str
    module: str
    token_url: str
    fields: list[TokenFieldText]
    in_header: bool
    client_imports: str
    server_imports: str
    variables: list[VariableText]


def describe(
    sdk: Sdk,
    options: ClientCredentialsOptions,
    profile: NamingProfile,
    root: RootText,
    module: str,
    diagnostics: Diagnostics,
) -> tuple[TokenClientText, Construction] | None:
    """Return the texts of the client, and how examples make one; ``None``, with an error, if it can't be made.

    Parameters
    ----------
    root
        The texts of the root client, whose keywords it has.
    """
    flow = _flow(sdk.api)
    if flow is None:
        diagnostics.error(
            "client-credentials",
            f"{options.client!r} can't be made: no OAuth2 scheme of the document has a clientCredentials flow",
            hint="remove [targets.python.client_credentials] from the configuration",
            location=_CONFIG,
        )
        return None
    if options.client in _IMPORTED | {root.client, root.environment} or f"Async{options.client}" == root.client:
        message = f"the name {options.client!r} is taken"
        diagnostics.error("client-credentials", message, hint="choose another client", location=_CONFIG)
        return None
    variables = _variables(options, root, diagnostics)
    taken = {*RESERVED, *(item.name for item in variables), *(item.name for item in root.credentials)}
    url: str = flow["tokenUrl"]
    token_url = literals.string(url) if _ABSOLUTE.match(url) else _absolute(url, "token_url=", 16, 1)
    fields = _fields(flow.get("x-form-parameters"), profile, taken)
    resolves = any(text.startswith("absolute_url(") for text in (token_url, *(field.default for field in fields)))
    text = TokenClientText(
        name=options.client,
        module=token_module_name(options.client),
        token_url=token_url,
        fields=fields,
        in_header=options.secret_in == "header",
        client_imports=_client_imports(root, module),
        server_imports="absolute_url, choose_server" if resolves else "choose_server",
        variables=variables,
    )
    return text, Construction(options.client, (), (*server_arguments(example_client(sdk), variables), *_CREDENTIALS))


def _client_imports(root: RootText, module: str) -> str:
    names = [root.client, f"Async{root.client}"]
    if module == "client":
        return import_from(".client", [*names, root.environment])
    return "\n".join((import_from(".client", [root.environment]), import_from(f".{module}", names)))


def clients(name: str, roots: list[RootClient]) -> list[RootClient]:
    """Return the two clients, each derived from the root client of its kind."""
    return [replace(root, name=f"{root.prefix}{name}", base=root.name) for root in roots]


def _flow(api: Api) -> Mapping[str, Any] | None:
    for scheme in api.security_schemes:
        flow = scheme.flows.get("clientCredentials")
        if scheme.type == "oauth2" and isinstance(flow, Mapping) and isinstance(flow.get("tokenUrl"), str):
            return flow
    return None


def _variables(options: ClientCredentialsOptions, root: RootText, diagnostics: Diagnostics) -> list[VariableText]:
    if options.server_variable is None:
        return root.variables
    wire_name = literals.string(options.server_variable)
    if not any(variable.wire_name == wire_name for variable in root.variables):
        message = f"no server of the document has a variable {options.server_variable!r}"
        hint = f"one of: {', '.join(variable.wire_name for variable in root.variables) or 'none, leave it out'}"
        diagnostics.error("client-credentials", message, hint=hint, location=_CONFIG)
    taken = {*RESERVED, *(item.name for item in root.variables if item.wire_name != wire_name)}
    argument = options.argument
    return [
        replace(item, name=_free(argument, taken)) if argument and item.wire_name == wire_name else item
        for item in root.variables
    ]


def _fields(given: Any, profile: NamingProfile, taken: set[str]) -> list[TokenFieldText]:
    found: list[TokenFieldText] = []
    if not isinstance(given, Mapping):
        return found
    for wire_name, value in cast(Mapping[str, Any], given).items():
        if wire_name in _OWN_FIELDS or not isinstance(value, str | int | float):
            continue
        text = value if isinstance(value, str) else json.dumps(value)
        name = _free(profile.name("parameter", wire_name, prefix="field"), taken)
        taken.add(name)
        relative = text.startswith("/")
        shown = literals.shown(text) + (", on the server of the API" if relative else "")
        lines = prose.wrap(f"The ``{wire_name}`` of the token request; by default {shown}.", 8)
        default = _absolute(text, f"{name} = ", 16, 0) if relative else literals.string(text)
        documentation = [prose.escape(line).rstrip() for line in lines]
        found.append(TokenFieldText(name, literals.string(wire_name), default, documentation))
    return found


def _absolute(reference: str, before: str, indent: int, after: int) -> str:
    call = Brackets("absolute_url(", ("base_url", literals.string(reference)), ")")
    return expression(call, indent, indent + len(before), after)


def _free(name: str, taken: set[str]) -> str:
    while name in taken or keyword.iskeyword(name):
        name += "_"
    return name
