"""The client credentials grant (RFC 6749, section 4.4), without the network.

:class:`TokenGrant` knows what to ask a token endpoint, and what its response means, and
holds the token. Blocking and asynchronous providers do the asking.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite
from threading import Lock
from typing import Any, Literal, cast
from urllib.parse import quote_plus, urlsplit

from .api_error import ApiError, TokenRequestError, describe
from .credentials import BasicCredentials
from .http_response import HttpResponse
from .request_parts import checked_base_url

_FIELDS = ("error", "error_description", "error_uri")
_HIDDEN = "[hidden]"


class TokenGrant:
    """Request for a token, and the token that was given.

    Parameters
    ----------
    token_url
        An absolute URL.
    client_id, client_secret
        Who asks.
    parameters
        Further fields of the form, such as ``audience``.
    scopes
        What to ask for; by default the server decides.
    secret_in
        ``"header"``: HTTP basic (RFC 6749, section 2.3.1). ``"body"``: in the form.
    leeway
        Seconds before its end from which a token is renewed; at most half its life.
    clock
        The time, in seconds.

    Raises
    ------
    ValueError
        `token_url` is no absolute URL, or the name or the secret is empty.
    """

    def __init__(
        self,
        *,
        token_url: str,
        client_id: str,
        client_secret: str,
        parameters: Mapping[str, str] | None = None,
        scopes: Sequence[str] | None = None,
        secret_in: Literal["body", "header"] = "body",
        leeway: float = 60.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not client_id or not client_secret:
            raise ValueError("client_id and client_secret must not be empty")
        checked_base_url(token_url)
        url = urlsplit(token_url)
        self.token_url = token_url
        #: The URL in two parts: base and path. The path may end with a slash.
        self.base_url = f"{url.scheme}://{url.netloc}"
        self.path = token_url[len(self.base_url) :].partition("#")[0]
        self.client_id = client_id
        self._secret = client_secret
        self._in_header = secret_in == "header"
        self._leeway = leeway
        self._clock = clock
        self._parameters = dict(parameters or {})
        if scopes:
            self._parameters["scope"] = " ".join(scopes)
        self._lock = Lock()
        #: The token, and when it is renewed.
        self._held: tuple[str, float] = ("", -inf)

    def form(self) -> dict[str, str]:
        """Return the fields of the request."""
        fields = {"grant_type": "client_credentials", **self._parameters}
        if not self._in_header:
            fields["client_id"] = self.client_id
            fields["client_secret"] = self._secret
        return fields

    def credentials(self) -> dict[str, BasicCredentials]:
        """Return what goes into the header: both parts are form-encoded first."""
        if not self._in_header:
            return {}
        name, secret = quote_plus(self.client_id), quote_plus(self._secret)
        return {"basic": BasicCredentials(name, secret)}

    def now(self) -> float:
        """Return the time."""
        return self._clock()

    def held(self) -> str | None:
        """Return the token, unless there is none or it must be renewed."""
        token, renewal = self._held
        return token if token and self._clock() < renewal else None

    def forget(self, token: str) -> None:
        """Forget a token that was refused, unless there is another one by now."""
        with self._lock:
            if self._held[0] == token:
                self._held = ("", -inf)

    def keep(self, response: HttpResponse[Any], asked: float) -> str:
        """Take the token out of a response (RFC 6749, section 5.1) and hold it.

        Without ``expires_in`` a token is held until it is refused.

        Parameters
        ----------
        asked
            The time before the request: the token may be as old as that.

        Raises
        ------
        TokenRequestError
            There is no bearer token in it.
        """
        data: Any = response.data
        fields = cast(dict[str, Any], data) if isinstance(data, dict) else {}
        found = fields.get("access_token")
        token = found.strip() if isinstance(found, str) else ""
        if not token:
            raise self._unusable(response, "the response holds no access_token")
        if not (token.isascii() and token.isprintable()):
            raise self._unusable(response, "the access_token can't be sent in a header")
        kind = fields.get("token_type", "Bearer")
        if not isinstance(kind, str) or kind.lower() != "bearer":
            raise self._unusable(response, "the token is no bearer token")
        life = _seconds(fields.get("expires_in"))
        with self._lock:
            self._held = (token, asked + life - min(self._leeway, life / 2))
        return token

    def refusal(self, fault: ApiError) -> TokenRequestError:
        """Make the error for a response that is none, without the secret in it."""
        fields: dict[str, str] = {}
        said: Any = fault.body
        if isinstance(said, Mapping):
            body = cast(Mapping[str, Any], said)
            fields = {
                name: self._without_secret(body[name])
                for name in _FIELDS
                if isinstance(body.get(name), str)
            }
        reasons = [fields[name] for name in _FIELDS[:2] if fields.get(name)]
        headers = {
            name: self._without_secret(value)
            for name, value in (fault.headers or {}).items()
            if name.lower() != "set-cookie"
        }
        message = describe(
            fault.status_code,
            headers,
            ": ".join(reasons),
            method="POST",
            url=self.token_url,
        )
        return TokenRequestError(
            status_code=fault.status_code,
            headers=headers,
            body=fields or None,
            message=f"no token: {message}",
            error=fields.get("error"),
        )

    def _unusable(self, response: HttpResponse[Any], reason: str) -> TokenRequestError:
        message = describe(
            response.status_code,
            response.headers,
            reason,
            method="POST",
            url=self.token_url,
        )
        return TokenRequestError(
            status_code=response.status_code, message=f"no token: {message}"
        )

    def _without_secret(self, text: str) -> str:
        for secret in (self._secret, quote_plus(self._secret)):
            text = text.replace(secret, _HIDDEN)
        return text


def _seconds(value: Any) -> float:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return inf
    return max(seconds, 0.0) if isfinite(seconds) else inf
