"""Credentials in Python: the keywords that take them, and what a call says of those it is sent with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sdksmith.diagnostics import Pointer
from sdksmith.model import Api, SecurityScheme
from sdksmith.naming import NamingProfile, settle
from sdksmith.sdk import Credential, Credentials, Method, Requirements
from sdksmith.sdk.credentials import credential_of, undeclared_schemes
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import Brackets, Expression, expression

#: Keywords that every constructor has.
RESERVED: Final = frozenset(
    "token base_url environment headers timeout max_retries retry_policy follow_redirects httpx_client transport strict_responses "
    "ignore_operation_servers before_request after_response on_retry on_drift logging username password self "
    # The names of credentials in the runtime.
    "basic "
    # Those of the client that gets its tokens itself.
    "client_id client_secret scopes".split()
)

_PLACES: Final = {"header": "header", "query": "query parameter", "cookie": "cookie"}


@dataclass(frozen=True)
class CredentialText:
    """An API key: a keyword of the constructor."""

    name: str
    expression: str
    documentation: list[str]


class CredentialTexts:
    """The credentials of a package.

    Attributes
    ----------
    keys
        The API keys.
    basic
        Whether a user name and a password are accepted (RFC 7617).
    token
        As of :class:`~sdksmith.sdk.Credentials`.
    """

    def __init__(self, credentials: Credentials, profile: NamingProfile) -> None:
        self._credentials = credentials
        self._keywords = _keywords(credentials, profile)
        self.keys = [_key(scheme, self._keywords[scheme.name]) for scheme in credentials.keys]
        self.basic = credentials.basic
        self.token = credentials.token

    @property
    def argument(self) -> Expression | None:
        """The argument of the API client: what calls need that do not say it; ``None``: all there is."""
        return None if self._credentials.default is None else self._list(self._credentials.default)

    def of_call(self, method: Method) -> Expression | None:
        """Return the argument of a call, if it does not go without saying."""
        return None if method.security is None else self._list(method.security)

    def needed(self, method: Method) -> str:
        """Return what a call needs, said or not, as JSON: alternatives, each a list of keywords; ``null`` for all there are."""
        needed = method.security if method.security is not None else self._credentials.default
        return json.dumps(None if needed is None else [sorted(map(self._keyword, together)) for together in needed])

    @property
    def names(self) -> frozenset[str]:
        """What the credentials are called in such lists."""
        single = {kind for kind, has in (("token", self.token), ("basic", self.basic)) if has}
        return frozenset((*single, *(key.name for key in self.keys)))

    def _list(self, needed: Requirements) -> Expression:
        alternatives = (
            Brackets("[", tuple(map(literals.string, sorted(map(self._keyword, together)))), "]") for together in needed
        )
        return Brackets("security=[", tuple(alternatives), "]")

    def _keyword(self, credential: Credential) -> str:
        return self._keywords[credential.scheme] if credential.kind == "key" else credential.kind


def unsupported(api: Api) -> Iterator[tuple[Pointer, str, str]]:
    """Yield what no credential is sent for: pointer, what it is, and what a user can do."""
    for scheme in api.security_schemes:
        pointer = ("components", "securitySchemes", scheme.name)
        if scheme.type == "mutualTLS":
            yield pointer, scheme.type, "a client certificate is a matter of the connection: pass an httpx_client that has it"
        elif credential_of(scheme) is None:
            kind = f"{scheme.type} {scheme.scheme}".strip()
            reason = f"there is no keyword for {kind!r}: pass an httpx_client that authenticates, or set headers"
            yield pointer, scheme.type, reason
    for place, name in undeclared_schemes(api):
        reason = f"no security scheme is called {name!r}: what calls need otherwise is sent"
        yield place, "security", reason


def _keywords(credentials: Credentials, profile: NamingProfile) -> dict[str, str]:
    """Return the keyword of each API key: ``{"appId": "app_id"}``."""
    if len(credentials.keys) == 1:
        return {credentials.keys[0].name: "api_key"}
    return settle(
        (scheme.name, [profile.name("parameter", scheme.name, RESERVED, prefix="key")]) for scheme in credentials.keys
    )


def _key(scheme: SecurityScheme, name: str) -> CredentialText:
    text = scheme.description or "An API key."
    lines = prose.wrap(f"{text.strip()} Sent as the {_PLACES[scheme.location]} ``{scheme.parameter}``.", 12)
    arguments: tuple[str, ...] = (literals.string(scheme.parameter), name, literals.string(scheme.location))
    # The template puts it on a line of its own, with the name before it and a comma behind it.
    written = expression(Brackets("ApiKey(", arguments, ")"), 16, 16 + len(f"{name}="), 1)
    return CredentialText(name, written, [prose.escape(line).rstrip() for line in lines])
