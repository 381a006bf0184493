"""Choice of the credentials of a call (OpenAPI 3.1, section 4.8.30)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_plus

from .credentials import Credential
from .parameters import encode_query
from .transport import Request

#: Alternatives, in order of preference; all credentials of one go together. They have
#: the names of the client's keywords: ``[["token"], ["api_key", "app_id"]]``. An empty
#: alternative stands for a call without credentials, and so does no alternative.
Security = Sequence[Sequence[str]]

TOKEN = "token"


@dataclass(frozen=True, slots=True)
class Authorization:
    """Headers and query values that authorize a request."""

    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    query: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_headers(self, headers: Mapping[str, str]) -> Authorization:
        """Return this with more headers."""
        return Authorization({**self.headers, **headers}, self.query)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The credentials of one call.

    Attributes
    ----------
    token
        Whether the bearer token is among them.
    fixed
        The others.
    """

    token: bool
    fixed: Authorization


class CredentialStore:
    """The credentials of a client.

    Parameters
    ----------
    credentials
        Those that do not change, by name.
    has_token
        Whether there is a bearer token, or something that gives one.
    security
        What calls need that do not say it themselves. ``None``: nothing is known, so
        that everything there is goes with them.
    """

    def __init__(
        self,
        credentials: Mapping[str, Credential],
        *,
        has_token: bool,
        security: Security | None = None,
    ) -> None:
        self._credentials = credentials
        self._held = {*credentials, TOKEN} if has_token else set(credentials)
        self._usual = self._choose(security)

    def chosen(self, security: Security | None) -> Chosen:
        """Return what goes with a call; ``None``: it says nothing about it."""
        return self._usual if security is None else self._choose(security)

    def _choose(self, security: Security | None) -> Chosen:
        names = self._held if security is None else self._names(security)
        chosen = [
            credential
            for name, credential in self._credentials.items()
            if name in names
        ]
        return Chosen(TOKEN in names, _together(chosen))

    def _names(self, security: Security) -> Sequence[str]:
        for names in security:
            if names and self._held.issuperset(names):
                return names
        if not all(security):
            return ()
        # There are not all of any alternative; the server says best what is missing.
        parts = ([name for name in names if name in self._held] for names in security)
        return next(filter(None, parts), ())


def _together(credentials: Iterable[Credential]) -> Authorization:
    headers: dict[str, str] = {}
    query: dict[str, str] = {}
    for credential in credentials:
        query.update(credential.query())
        for name, value in credential.headers().items():
            both = name == "cookie" and name in headers
            headers[name] = f"{headers[name]}; {value}" if both else value
    return Authorization(headers, query)


def authorized(request: Request, authorization: Authorization) -> Request:
    """Return a request with credentials; what its caller set by hand stays."""
    if not authorization.headers and not authorization.query:
        return request
    added = authorization.headers
    headers = {**added, **request.headers}
    if "cookie" in added and "cookie" in request.headers:
        headers["cookie"] = f"{added['cookie']}; {request.headers['cookie']}"
    url = request.url
    if authorization.query:
        url = _with_query(url, authorization.query)
    return replace(
        request,
        url=url,
        headers=headers,
        secret_headers=request.secret_headers.union(added),
        secret_query=frozenset(authorization.query),
    )


def _with_query(url: str, query: Mapping[str, str]) -> str:
    pairs = url.partition("?")[2].split("&")
    given = {unquote_plus(pair.partition("=")[0]) for pair in pairs}
    text = encode_query(
        {name: value for name, value in query.items() if name not in given}
    )
    return f"{url}{'&' if '?' in url else '?'}{text}" if text else url
