"""Credentials: what proves who is calling, and which of them a call is sent with.

A client takes at most one bearer token, at most one user name with its password, and each API key. Several security
schemes may come down to one credential, as everything that ends in a bearer token does. A call asks for the credentials of
its requirements (OpenAPI 3.1, sections 4.8.27 and 4.8.30).

Computed from the security schemes and requirements of the document and of its operations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sdksmith.diagnostics import Pointer
from sdksmith.model import Api, SecurityRequirement, SecurityScheme
from sdksmith.model.types import Symbol

#: Where an API key can be sent.
KEY_LOCATIONS: Final = ("header", "query", "cookie")


@dataclass(frozen=True, slots=True, order=True)
class Credential:
    """Something that a client is constructed with.

    Attributes
    ----------
    kind
        ``token``: a bearer token (RFC 6750); ``basic``: a user name and a password (RFC 7617); ``key``: an API key.
    scheme
        Of a key: the name of its security scheme.
    """

    kind: Literal["token", "basic", "key"]
    scheme: str = ""


#: Alternatives; all credentials of one go together.
Requirements: TypeAlias = tuple[tuple[Credential, ...], ...]

TOKEN: Final = Credential("token")
BASIC: Final = Credential("basic")


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """The credentials of an API.

    Attributes
    ----------
    keys
        The schemes of the API keys.
    basic
        Whether a user name and a password are accepted.
    token
        ``required`` when every call needs a bearer token, ``optional`` when some accept one, ``""`` when none does.
    default
        What calls need that do not say it; ``None``: all there is.
    calls
        Operation -> what its call needs, where that is not the default.
    """

    keys: tuple[SecurityScheme, ...]
    basic: bool
    token: Literal["required", "optional", ""]
    default: Requirements | None
    calls: Mapping[Symbol, Requirements]


def find_credentials(api: Api) -> Credentials:
    """Return the credentials of an API."""
    return _Finder(api).credentials()


class _Finder:
    def __init__(self, api: Api) -> None:
        self._api = api
        self._credentials = {scheme.name: found for scheme in api.security_schemes if (found := credential_of(scheme))}
        #: Schemes that have nothing to send: the connection proves who is calling.
        self._elsewhere = {scheme.name for scheme in api.security_schemes if scheme.type == "mutualTLS"}
        self._declared = {scheme.name for scheme in api.security_schemes}
        self._all = frozenset(self._credentials.values())
        self._root = self._requirements(api.security)

    def credentials(self) -> Credentials:
        root = self._root
        return Credentials(
            keys=tuple(scheme for scheme in self._api.security_schemes if _is_key(scheme)),
            basic=BASIC in self._all,
            token=self._token_use(),
            default=None if root is None or self._is_everything(root) else root,
            calls={
                operation.symbol: needed
                for operation in self._api.operations()
                if (needed := self._of_call(operation.security)) is not None
            },
        )

    def _of_call(self, given: tuple[SecurityRequirement, ...] | None) -> Requirements | None:
        needed = self._requirements(given)
        if needed is None or needed == self._root or (self._root is None and self._is_everything(needed)):
            return None
        return needed

    def _is_everything(self, needed: Requirements) -> bool:
        """Whether it is the same as to send all credentials there are."""
        alternatives = [together for together in needed if together]
        all_of_them = len(alternatives) == 1 and self._all == frozenset(alternatives[0])
        # When not all are given, an alternative without any means that none of them goes.
        return not self._all or (all_of_them and (len(self._all) == 1 or () not in needed))

    def _requirements(self, given: tuple[SecurityRequirement, ...] | None) -> Requirements | None:
        """Return the credentials of requirements; ``None`` if they name schemes that nobody declares.

        Alternatives that no credential can meet are left out.
        """
        if given is None or any(name not in self._declared for requirement in given for name in requirement):
            return None
        found: dict[tuple[Credential, ...], None] = {}
        for requirement in given:
            if all(name in self._credentials or name in self._elsewhere for name in requirement):
                together = {self._credentials[name] for name in requirement if name in self._credentials}
                found[tuple(sorted(together))] = None
        return tuple(found)

    def _token_use(self) -> Literal["required", "optional", ""]:
        if TOKEN not in self._all:
            return ""
        needed = [self._requirements(operation.security) for operation in self._api.operations()]
        needed = [self._root if alternatives is None else alternatives for alternatives in needed] or [self._root]
        always = all(alternatives and all(TOKEN in together for together in alternatives) for alternatives in needed)
        return "required" if always else "optional"


def credential_of(scheme: SecurityScheme) -> Credential | None:
    """Return the credential that a security scheme comes down to; ``None`` where there is none for it."""
    if scheme.type in ("oauth2", "openIdConnect") or (scheme.type == "http" and scheme.scheme == "bearer"):
        return TOKEN
    if scheme.type == "http" and scheme.scheme == "basic":
        return BASIC
    return Credential("key", scheme.name) if _is_key(scheme) else None


def _is_key(scheme: SecurityScheme) -> bool:
    return scheme.type == "apiKey" and bool(scheme.parameter) and scheme.location in KEY_LOCATIONS


def undeclared_schemes(api: Api) -> Iterator[tuple[Pointer, str]]:
    """Yield the schemes that requirements name and nobody declares: the place of the requirements, and the name."""
    declared = {scheme.name for scheme in api.security_schemes}
    given: list[tuple[Pointer, tuple[SecurityRequirement, ...] | None]] = [((), api.security)]
    given += ((operation.symbol, operation.security) for operation in api.operations())
    for place, requirements in given:
        for name in sorted({name for requirement in requirements or () for name in requirement} - declared):
            yield (*place, "security"), name
