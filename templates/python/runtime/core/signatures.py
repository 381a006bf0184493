"""Checks that a request which claims to come from the API does so."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol

from .webhook_error import WebhookVerificationError

#: Seconds that the clocks of sender and receiver may differ by, the way included.
_TOLERANCE = 300.0


class SignatureVerifier(Protocol):
    """Knows how the API signs its requests."""

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Parameters
        ----------
        body
            The bytes as they came.
        headers
            Names in lower case.

        Raises
        ------
        WebhookVerificationError
            It does not come from the API, or is too old.
        """
        ...


class StandardSignature:
    """The signatures of the Standard Webhooks specification, version 1.

    The headers ``webhook-id``, ``webhook-timestamp`` and ``webhook-signature`` hold what
    is needed; the HMAC is taken over ``id.timestamp.body``.

    Parameters
    ----------
    secret
        As it was given out: Base64, with or without ``whsec_`` before it; or several,
        while one replaces another.
    tolerance
        Seconds that a request may be old, or ahead of the clock here.
    clock
        Returns the seconds since the epoch.

    Raises
    ------
    ValueError
        A secret is empty, or no Base64.
    """

    def __init__(
        self,
        secret: str | Sequence[str],
        *,
        tolerance: float = _TOLERANCE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._keys = [_decoded(item) for item in _several(secret)]
        self._tolerance = tolerance
        self._clock = clock

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request; see :meth:`SignatureVerifier.verify`."""
        identifier = _header(headers, "webhook-id")
        timestamp = _header(headers, "webhook-timestamp")
        given = _header(headers, "webhook-signature")
        self._check_age(timestamp)
        signed = f"{identifier}.{timestamp}.".encode() + body
        known = [
            base64.b64encode(hmac.digest(key, signed, "sha256")) for key in self._keys
        ]
        for entry in given.split():
            version, _, text = entry.partition(",")
            if version == "v1" and _is_one_of(text, known):
                return
        raise WebhookVerificationError("the signature does not fit the request")

    def _check_age(self, timestamp: str) -> None:
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16):
            raise WebhookVerificationError("webhook-timestamp is no number of seconds")
        age = self._clock() - int(timestamp)
        if abs(age) > self._tolerance:
            when = "too old" if age > 0 else "ahead of the clock"
            raise WebhookVerificationError(f"the request is {when}")


class HmacSignature:
    """An HMAC of the body in a header, as many APIs send it.

    It says nothing of when a request was sent: one that was seen before passes again.

    Parameters
    ----------
    secret
        The key, as text; or several, while one replaces another.
    header
        The name of the header.
    prefix
        What stands before the signature there, such as ``sha256=``.
    algorithm
        A name that :mod:`hashlib` knows.
    encoding
        How the signature is written.

    Raises
    ------
    ValueError
        A secret is empty, or the algorithm is not known.
    """

    def __init__(
        self,
        secret: str | Sequence[str],
        *,
        header: str,
        prefix: str = "",
        algorithm: str = "sha256",
        encoding: Literal["hex", "base64"] = "hex",
    ) -> None:
        self._keys = [item.encode() for item in _several(secret)]
        if not all(self._keys):
            raise ValueError("the secret is empty")
        if algorithm not in hashlib.algorithms_available:
            raise ValueError(f"hashlib knows no algorithm {algorithm!r}")
        self._header = header.lower()
        self._prefix = prefix
        self._algorithm = algorithm
        self._encoding = encoding

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request; see :meth:`SignatureVerifier.verify`."""
        given = _header(headers, self._header)
        if not given.startswith(self._prefix):
            raise WebhookVerificationError(
                f"{self._header} does not begin with {self._prefix!r}"
            )
        text = given.removeprefix(self._prefix)
        if self._encoding == "hex":
            text = text.lower()
        if not _is_one_of(text, [self._signature(key, body) for key in self._keys]):
            raise WebhookVerificationError("the signature does not fit the request")

    def _signature(self, key: bytes, body: bytes) -> bytes:
        digest = hmac.digest(key, body, self._algorithm)
        if self._encoding == "hex":
            return digest.hex().encode()
        return base64.b64encode(digest)


def _several(secret: str | Sequence[str]) -> list[str]:
    secrets = [secret] if isinstance(secret, str) else list(secret)
    if not secrets:
        raise ValueError("there is no secret")
    return secrets


def _decoded(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        # Without the cause, which may quote the secret.
        raise ValueError("the secret is no Base64 text") from None
    if not key:
        raise ValueError("the secret is empty")
    return key


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name, "")
    if not value:
        raise WebhookVerificationError(f"the header {name} is missing")
    return value


def _is_one_of(text: str, known: list[bytes]) -> bool:
    """Compare in a time that does not tell how much of a signature was right."""
    given = text.encode("utf-8", "replace")
    # Every one is compared, so that the time does not tell which it was either.
    return any([hmac.compare_digest(given, signature) for signature in known])
