"""Credentials: the keywords that take them, and which of them a call is sent with.

A security scheme becomes one keyword or two of the constructor; several schemes may share one, as everything that ends
in a bearer token does. A call names the keywords of its requirements (OpenAPI 3.1, sections 4.8.27 and 4.8.30).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from sdksmith.diagnostics import Pointer
from sdksmith.model import Api, Operation, SecurityRequirement, SecurityScheme
from sdksmith.naming import NamingRules
from sdksmith.naming.rules import settle
from sdksmith.targets.python import layout, literals, prose
from sdksmith.targets.python.layout import Brackets, Expression

#: Keywords that every constructor has.
RESERVED: Final = frozenset(
    "token base_url environment headers timeout max_retries retry_policy follow_redirects httpx_client transport strict_responses "
    "before_request after_response on_retry on_drift logging username password self "
    # The names of credentials in the runtime.
    "basic "
    # Those of the client that gets its tokens itself.
    "client_id client_secret scopes".split()
)

#: Alternatives; all keywords of one go together.
Requirements: TypeAlias = tuple[tuple[str, ...], ...]

_TOKEN: Final = "token"
_BASIC: Final = "basic"
_PLACES: Final = {"header": "header", "query": "query parameter", "cookie": "cookie"}


@dataclass(frozen=True)
class CredentialText:
    """An API key: a keyword of the constructor."""

    name: str
    expression: str
    documentation: list[str]


class Credentials:
    """The credentials of an API.

    Attributes
    ----------
    keys
        The API keys.
    basic
        Whether a user name and a password are accepted (RFC 7617).
    token
        ``"required"`` when every call needs a bearer token, ``"optional"`` when some accept one, else ``""``.
    """

    def __init__(self, api: Api, rules: NamingRules) -> None:
        self._keywords = _keywords(api, rules)
        #: Schemes that have nothing to send: the HTTP library proves who is calling.
        self._elsewhere = {scheme.name for scheme in api.security_schemes if scheme.type == "mutualTLS"}
        self._declared = {scheme.name for scheme in api.security_schemes}
        self._all = frozenset(self._keywords.values())
        self._root = self._requirements(api.security)
        self.keys = [_key(scheme, self._keywords[scheme.name]) for scheme in _api_keys(api)]
        self.basic = _BASIC in self._all
        self.token = self._token_use(api)

    @property
    def argument(self) -> Expression | None:
        """The argument of the API client: what calls need that do not say it; ``None``: all there is."""
        return self._expression(self._root)

    def of_call(self, operation: Operation) -> Expression | None:
        """Return the argument of a call, if it does not go without saying."""
        needed = self._requirements(operation.security)
        if needed is None or needed == self._root or (self._root is None and self._is_everything(needed)):
            return None
        return _list(needed)

    def _expression(self, needed: Requirements | None) -> Expression | None:
        return None if needed is None or self._is_everything(needed) else _list(needed)

    def _is_everything(self, needed: Requirements) -> bool:
        """Whether it is the same as to send all credentials there are."""
        alternatives = [names for names in needed if names]
        together = len(alternatives) == 1 and self._all == frozenset(alternatives[0])
        # When not all are given, an alternative without any means that none of them goes.
        return not self._all or (together and (len(self._all) == 1 or () not in needed))

    def _requirements(self, given: tuple[SecurityRequirement, ...] | None) -> Requirements | None:
        """Name the keywords of requirements; ``None`` if they name schemes that nobody declares.

        Alternatives that no keyword can meet are left out.
        """
        if given is None or any(name not in self._declared for requirement in given for name in requirement):
            return None
        found: dict[tuple[str, ...], None] = {}
        for requirement in given:
            if all(name in self._keywords or name in self._elsewhere for name in requirement):
                names = {self._keywords[name] for name in requirement if name in self._keywords}
                found[tuple(sorted(names))] = None
        return tuple(found)

    def _token_use(self, api: Api) -> str:
        if _TOKEN not in self._all:
            return ""
        needed = [self._requirements(operation.security) for operation in api.operations()]
        needed = [self._root if alternatives is None else alternatives for alternatives in needed] or [self._root]
        always = all(alternatives and all(_TOKEN in names for names in alternatives) for alternatives in needed)
        return "required" if always else "optional"


def unsupported(api: Api) -> Iterator[tuple[Pointer, str, str]]:
    """Yield what no credential is sent for: pointer, what it is, and what a user can do."""
    for scheme in api.security_schemes:
        pointer = ("components", "securitySchemes", scheme.name)
        if scheme.type == "mutualTLS":
            yield pointer, scheme.type, "a client certificate is a matter of the connection: pass an httpx_client that has it"
        elif not _keyword_kind(scheme):
            kind = f"{scheme.type} {scheme.scheme}".strip()
            reason = f"there is no keyword for {kind!r}: pass an httpx_client that authenticates, or set headers"
            yield pointer, scheme.type, reason
    declared = {scheme.name for scheme in api.security_schemes}
    given: list[tuple[Pointer, tuple[SecurityRequirement, ...] | None]] = [((), api.security)]
    given += ((operation.symbol, operation.security) for operation in api.operations())
    for place, requirements in given:
        for name in sorted({name for requirement in requirements or () for name in requirement} - declared):
            reason = f"no security scheme is called {name!r}: what calls need otherwise is sent"
            yield (*place, "security"), "security", reason


def _keyword_kind(scheme: SecurityScheme) -> str:
    if scheme.type in ("oauth2", "openIdConnect") or (scheme.type == "http" and scheme.scheme == "bearer"):
        return _TOKEN
    if scheme.type == "http" and scheme.scheme == "basic":
        return _BASIC
    return "key" if scheme.type == "apiKey" and scheme.parameter and scheme.location in _PLACES else ""


def _api_keys(api: Api) -> list[SecurityScheme]:
    return [scheme for scheme in api.security_schemes if _keyword_kind(scheme) == "key"]


def _keywords(api: Api, rules: NamingRules) -> dict[str, str]:
    """Return the keyword of each scheme that has one: ``{"oauth": "token", "appId": "app_id"}``."""
    found: dict[str, str] = {}
    keys = _api_keys(api)
    names = settle((scheme.name, [rules.snake(scheme.name, "key", RESERVED)]) for scheme in keys)
    for scheme in api.security_schemes:
        kind = _keyword_kind(scheme)
        if kind == "key":
            found[scheme.name] = "api_key" if len(keys) == 1 else names[scheme.name]
        elif kind:
            found[scheme.name] = kind
    return found


def _key(scheme: SecurityScheme, name: str) -> CredentialText:
    text = scheme.description or "An API key."
    lines = prose.wrap(f"{text.strip()} Sent as the {_PLACES[scheme.location]} ``{scheme.parameter}``.", 12)
    arguments: tuple[str, ...] = (literals.string(scheme.parameter), name, literals.string(scheme.location))
    # The template puts it on a line of its own, with the name before it and a comma behind it.
    expression = layout.expression(Brackets("ApiKey(", arguments, ")"), 16, 16 + len(f"{name}="), 1)
    return CredentialText(name, expression, [prose.escape(line).rstrip() for line in lines])


def _list(needed: Requirements) -> Expression:
    alternatives = (Brackets("[", tuple(map(literals.string, names)), "]") for names in needed)
    return Brackets("security=[", tuple(alternatives), "]")
