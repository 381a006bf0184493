"""Providers of tokens by a grant."""

from __future__ import annotations

from typing import Any

from .settings import ApiSettings
from .token_grant import TokenGrant


class TokenProvider:
    """The part of it that does not wait; neither shown nor pickled with its secret."""

    def __init__(self, grant: TokenGrant, settings: ApiSettings) -> None:
        self._grant = grant
        settings["credentials"] = {**grant.credentials()}
        # A redirect could take the secret to another place.
        settings["follow_redirects"] = False

    def invalidate(self, token: str) -> None:
        """Forget this token, if it is still the one held: the server refused it."""
        self._grant.forget(token)

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("client credentials hold a secret, and are not pickled")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self._grant.client_id!r})"
