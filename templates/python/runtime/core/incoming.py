"""Reads requests that the API sends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, overload

from .decoding import decode
from .drift import Drift, InvalidJsonError, told
from .signatures import SignatureVerifier
from .webhook_error import WebhookPayloadError

T = TypeVar("T")


class IncomingReader:
    """Checks the signature of a request, and reads its body.

    Parameters
    ----------
    verifier
        Knows how the API signs: :class:`StandardSignature`, :class:`HmacSignature` or
        one of your own. ``None`` takes requests from anybody.
    strict
        Refuse a body that departs from the API's description, instead of reading what
        fits.
    on_drift
        Told where a body departs from the API's description.
    """

    def __init__(
        self,
        verifier: SignatureVerifier | None,
        *,
        strict: bool = False,
        on_drift: Callable[[list[Drift]], None] | None = None,
    ) -> None:
        self._verifier = verifier
        self._strict = strict
        self._on_drift = on_drift

    def verify(
        self, body: bytes | str, headers: Mapping[str, str] | None = None
    ) -> None:
        """Check the signature of a request.

        Raises
        ------
        WebhookVerificationError
            It does not come from the API.
        """
        self._verified(body, headers)

    @overload
    def _read(
        self,
        type_: type[T],
        body: bytes | str,
        headers: Mapping[str, str] | None,
    ) -> T: ...
    @overload
    def _read(
        self, type_: Any, body: bytes | str, headers: Mapping[str, str] | None
    ) -> Any: ...
    def _read(
        self, type_: Any, body: bytes | str, headers: Mapping[str, str] | None
    ) -> Any:
        data = self._verified(body, headers)
        if type_ is bytes:
            return data
        try:
            return decode(type_, data, self._drifted, is_request=True)
        except InvalidJsonError as fault:
            raise WebhookPayloadError(f"the body can't be read: {fault}") from fault

    def _verified(self, body: bytes | str, headers: Mapping[str, str] | None) -> bytes:
        data = body.encode("utf-8") if isinstance(body, str) else body
        if self._verifier is not None:
            lower = {name.lower(): value for name, value in (headers or {}).items()}
            self._verifier.verify(data, lower)
        return data

    def _drifted(self, found: list[Drift]) -> None:
        if self._on_drift is not None:
            self._on_drift(found)
        if self._strict:
            raise WebhookPayloadError(
                f"the body does not follow the API's description: {told(found)}"
            )
