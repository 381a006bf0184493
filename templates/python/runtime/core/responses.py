"""Responses of the server -> data, or the error to raise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import NoneType
from typing import Any, get_args
from urllib.parse import parse_qsl, urlsplit

from .api_error import ApiError, DecodeError, describe
from .decoding import decode
from .drift import Drift, InvalidJsonError, told
from .headers import Headers
from .transport import Request


class PageOrList:
    """The type of a response that is a page, or the bare list of its items."""

    def __init__(self, page: Any, item: Any) -> None:
        self._page = page
        self._item = item

    def type_of(self, body: bytes) -> Any:
        """Return the type that a body is to be read as."""
        is_list = body.lstrip(b" \t\r\n").startswith(b"[")
        any_list: Any = list
        return any_list[self._item] if is_list else self._page


class ResponseReader:
    """Reads responses, with what is common to all calls of a client.

    Parameters
    ----------
    type_resolver
        Name of a type of the package -> the type, for the bodies of errors.
    strict
        Raise :class:`DecodeError` for a response that departs from the document, instead
        of reading what fits.
    """

    def __init__(
        self,
        *,
        type_resolver: Callable[[str], Any] | None,
        strict: bool,
    ) -> None:
        self._type_resolver = type_resolver
        self.strict = strict

    def data(
        self,
        type_: Any,
        request: Request,
        status: int,
        headers: Headers,
        body: bytes,
        drifts: list[Drift],
    ) -> Any:
        """Read the body of a successful response.

        Where it departs from the document is added to `drifts`, also if it is refused.

        Raises
        ------
        DecodeError
            It is not JSON, or, if `strict`, does not follow the document.
        """
        if type_ is None:
            return None
        if type_ is bytes:
            return body
        # A 204 never has a body, whatever the document says (RFC 9110, 15.3.5).
        if not body and (status == 204 or NoneType in get_args(type_)):
            return None
        # The usual type, without parameters, needs no look at what it says.
        if headers.get("content-type") != "application/json":
            if not _is_json(headers) and _takes_text(type_):
                return _text_value(type_, _text(body, headers))
            body = _utf8(body, headers)
        body = body.removeprefix(_BOM)
        if isinstance(type_, PageOrList):
            type_ = type_.type_of(body)

        def refused(reason: str) -> DecodeError:
            text = body.decode("utf-8", "replace")
            return decode_error(request, status, headers, text, reason)

        def drifted(found: list[Drift]) -> None:
            drifts.extend(found)
            if self.strict:
                raise refused(
                    f"the response does not follow the document: {told(found)}"
                )

        try:
            return decode(type_, body, drifted)
        except InvalidJsonError as fault:
            raise refused(f"the response can't be read: {fault}") from fault

    def error(
        self,
        request: Request,
        status: int,
        headers: Headers,
        content: bytes,
        error_types: Mapping[int | str, str] | None,
    ) -> ApiError:
        """Make the error that an unsuccessful response stands for.

        `error_types` names the type of the body by status, by range (``"4XX"``), and
        for all others (``"default"``).
        """
        from ..errors import error_class

        plain = _plain_body(content, headers)
        body = plain
        known = error_types or {}
        name = (
            known.get(status) or known.get(f"{status // 100}XX") or known.get("default")
        )
        if name is not None and self._type_resolver is not None:
            # If a proxy answered in words of its own, the text is kept.
            with suppress(InvalidJsonError):
                body = decode(self._type_resolver(name), _utf8(content, headers))
        message = describe(
            status, headers, plain, method=request.method, url=request.url
        )
        for secret in _secrets(request):
            message = message.replace(secret, "[hidden]")
        specific = error_class(status)
        if specific is not None:
            return specific(body, headers, message=message)
        return ApiError(status_code=status, headers=headers, body=body, message=message)


def decode_error(
    request: Request, status: int, headers: Headers, text: str, reason: str
) -> DecodeError:
    """Make the error for a success that can't be read, or departs from the document."""
    message = describe(status, headers, reason, method=request.method, url=request.url)
    return DecodeError(status_code=status, headers=headers, body=text, message=message)


def _is_json(headers: Headers) -> bool:
    content_type: str = headers.get("content-type", "application/json")
    media_type = content_type.partition(";")[0]
    return media_type.strip().lower().endswith("json")


_SCALARS = (int, float, bool)


def _takes_text(type_: Any) -> bool:
    """Whether a response that is no JSON can be of a type: one that texts can stand for."""
    kinds = get_args(type_) or (type_,)
    return str in kinds or any(kind in kinds for kind in _SCALARS)


def _text_value(type_: Any, text: str) -> Any:
    """Read a plain text as a number or a truth value, where only those are expected."""
    kinds = get_args(type_) or (type_,)
    if str in kinds:
        return text
    try:
        return decode(type_, text.strip().encode())
    except InvalidJsonError:
        return text


def _charset(headers: Headers) -> str:
    found = re.search(
        r";\s*charset\s*=\s*\"?([^\s;\"]+)",
        headers.get("content-type", ""),
        re.IGNORECASE,
    )
    return found[1].lower() if found else "utf-8"


def _text(body: bytes, headers: Headers) -> str:
    """Decode a text in its charset (RFC 9110, section 8.3.2), by default UTF-8."""
    try:
        return body.decode(_charset(headers), "replace")
    except LookupError:
        # No charset that Python knows.
        return body.decode("utf-8", "replace")


def _utf8(body: bytes, headers: Headers) -> bytes:
    """Return JSON in UTF-8 and without a byte order mark (RFC 8259, section 8.1)."""
    body = body.removeprefix(_BOM)
    if "charset" not in headers.get("content-type", "").lower():
        return body
    charset = _charset(headers)
    return body if charset in _UTF8 else _text(body, headers).encode()


_BOM = b"\xef\xbb\xbf"
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


def _plain_body(content: bytes, headers: Headers) -> Any:
    text = _text(content, headers)
    if not _is_json(headers) and not text.lstrip().startswith(("{", "[")):
        return text
    try:
        return decode(Any, _utf8(content, headers))
    except InvalidJsonError:
        return text


def _secrets(request: Request) -> list[str]:
    """List the credentials of a request, which a server may repeat."""
    secrets: list[str] = []
    for name in request.secret_headers:
        # Without the scheme, or the names of cookies.
        secrets += re.split(r"[\s;=]+", request.headers.get(name, ""))
    if request.secret_query:
        for name, value in parse_qsl(urlsplit(request.url).query):
            if name in request.secret_query:
                secrets.append(value)
    # A shorter one would be found inside ordinary words.
    return [secret for secret in secrets if len(secret) >= 8]
