"""Authorization of a call, for pages: schemes, their headers, scopes, and where these are granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from sdksmith.model import SecurityScheme
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.credentials import BASIC, TOKEN, credential_of
from sdksmith.targets.reference.markup import texts


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A security scheme, as the first page has it.

    Attributes
    ----------
    kind
        What proves who is calling, in words.
    header
        Where it goes in a request; ``""`` where the document does not say.
    grants
        Of OAuth 2.0: each flow, in words, and the URL that gives tokens or asks for consent.
    scopes
        Anchor, name and description of each.
    """

    anchor: str
    name: str
    kind: str
    header: str
    text: str
    html: Markup
    grants: tuple[tuple[str, str], ...]
    scopes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class RequirementView:
    """Schemes that prove together who is calling: name, anchor and kind of each, and their headers. None: no credentials are needed."""

    schemes: tuple[tuple[str, str, str], ...]
    header: str


@dataclass(frozen=True, slots=True)
class ScopeView:
    """A scope that a call needs; the anchor is empty where no scheme says what grants it."""

    name: str
    anchor: str
    about: str


class Authorization:
    """Writer of the authorization of the whole API and of each call."""

    def __init__(self, sdk: Sdk, words: Mapping[str, str]) -> None:
        self._sdk = sdk
        self._words = words
        #: Scope -> its anchor and description: the first scheme that has one tells.
        self._scopes: dict[str, tuple[str, str]] = {}
        self.schemes = tuple(self._scheme(scheme, index) for index, scheme in enumerate(sdk.api.security_schemes, 1))

    def _scheme(self, scheme: SecurityScheme, index: int) -> SchemeView:
        grants: list[tuple[str, str]] = []
        scopes: list[tuple[str, str, str]] = []
        for flow, settings in scheme.flows.items():
            known = self._words.get(f"flow_{flow}", texts.visible(flow))
            grants += [
                (known, texts.visible(url)) for key in _URLS if isinstance(url := settings.get(key), str) and url
            ]
            given: object = settings.get("scopes")
            named = cast("dict[str, object]", given) if isinstance(given, dict) else {}
            for name, about in named.items():
                if name not in self._scopes:
                    anchor = f"scopes-{len(self._scopes) + 1}" if not _is_anchor(name) else f"scope-{name}"
                    self._scopes[name] = anchor, texts.visible(str(about))
                    scopes.append((anchor, texts.visible(name), texts.visible(str(about))))
        if scheme.open_id_connect_url:
            grants.append(("OpenID Connect", texts.visible(scheme.open_id_connect_url)))
        return SchemeView(
            anchor=f"scheme-{index}",
            name=texts.visible(scheme.name),
            kind=self._kind(scheme),
            header=_header(scheme),
            text=texts.markdown(scheme.description),
            html=texts.html(scheme.description),
            grants=tuple(grants),
            scopes=tuple(scopes),
        )

    def _kind(self, scheme: SecurityScheme) -> str:
        credential = credential_of(scheme)
        if scheme.type in ("oauth2", "openIdConnect"):
            return self._words["kind_oauth"]
        if credential == TOKEN:
            return self._words["kind_bearer"]
        if credential == BASIC:
            return self._words["kind_basic"]
        return self._words["kind_key"] if credential is not None else texts.visible(scheme.type)

    def requirements(self, method: Method) -> list[RequirementView]:
        """Return the alternatives of a call, each with all that must be given together."""
        needed = method.security if method.security is not None else self._sdk.credentials.default
        schemes = self._sdk.api.security_schemes
        views = {scheme.name: view for scheme, view in zip(schemes, self.schemes, strict=True)}
        if needed is None:
            return [RequirementView((_told(view),), view.header) for view in self.schemes]
        by_credential = {credential_of(scheme): views[scheme.name] for scheme in reversed(schemes)}
        found: list[RequirementView] = []
        for together in needed:
            said = [by_credential[each] for each in together if each in by_credential]
            headers = "; ".join(view.header for view in said if view.header)
            found.append(RequirementView(tuple(map(_told, said)), headers))
        return found

    def scopes(self, method: Method) -> list[ScopeView]:
        """Return the scopes that a call names, in the order of their names."""
        return [
            ScopeView(texts.visible(name), *self._scopes.get(name, ("", ""))) for name in sorted(set(_named(method)))
        ]


def _told(view: SchemeView) -> tuple[str, str, str]:
    return view.name, view.anchor, view.kind


def _named(method: Method) -> Iterator[str]:
    for requirement in method.operation.security or ():
        for scopes in requirement.values():
            yield from scopes


_URLS = ("authorizationUrl", "deviceAuthorizationUrl", "tokenUrl")


def _is_anchor(name: str) -> bool:
    return name.isprintable() and not any(each.isspace() for each in name)


def _header(scheme: SecurityScheme) -> str:
    """Return where a credential goes in a request."""
    credential = credential_of(scheme)
    if credential == TOKEN:
        return "Authorization: Bearer <token>"
    if credential == BASIC:
        return "Authorization: Basic <base64(user:password)>"
    if credential is None:
        return ""
    parameter = texts.visible(scheme.parameter)
    return {"header": f"{parameter}: <key>", "query": f"?{parameter}=<key>"}.get(
        scheme.location, f"Cookie: {parameter}=<key>"
    )
