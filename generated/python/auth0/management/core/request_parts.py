"""Parts that an operation gives to its request, and how a request is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, cast
from urllib.parse import urlsplit

from .encoding import encode_json
from .file import can_be_sent_again, form_parts
from .omit import OMIT
from .parameters import (
    absent,
    encode_cookies,
    encode_header,
    encode_query,
    expand_path,
    format_value,
    percent_encode,
)
from .security import Security
from .servers import absolute_url, server_url
from .transport import Request

if TYPE_CHECKING:
    from .request_options import RequestOptions

_BODY_PARTS = ("json", "form", "multipart", "files")


class RequestParts(TypedDict, total=False):
    """The parts of a request; a generated method gives those its operation has.

    Attributes
    ----------
    path_parameters, query, header_parameters, cookies
        Python values under their wire names. In the last three ``None`` and ``OMIT``
        are left out.
    query_string
        A query as one text, which is percent-encoded and put before the parameters.
    json
        The JSON body. Entries of dicts that are ``OMIT`` are left out, at any depth.
    form
        The fields of an ``application/x-www-form-urlencoded`` body.
    multipart, files
        The plain fields, and the files, of a ``multipart/form-data`` body, or of
        another multipart type that ``content_type`` names.
    optional_body
        The body may be left out, and is where none of its fields is given. These, by
        the names of their arguments, must be given with any other.
    content, content_type
        A body that is sent as it is. ``content_type`` also replaces the usual one of
        a JSON body.
    accept
        What the ``Accept`` header says.
    error_types
        Status -> name of the type of the body, in the package's ``types``; a range is
        ``"4XX"``, and ``"default"`` all others.
    request_options
        What the caller set for this call.
    """

    path_parameters: Mapping[str, Any]
    query: Mapping[str, Any]
    header_parameters: Mapping[str, Any]
    cookies: Mapping[str, Any]
    query_string: Any
    json: Any
    form: Any
    multipart: Any
    files: Mapping[str, Any]
    optional_body: Mapping[str, Any]
    content: Any
    content_type: str
    accept: str
    base_url: str
    server_variables: Mapping[str, str]
    security: Security
    error_types: Mapping[int | str, str]
    request_options: RequestOptions | None


class RequestBuilder:
    """Makes requests, with what is common to all calls of a client.

    Raises
    ------
    ValueError
        `base_url` is no absolute HTTP URL.
    """

    def __init__(
        self,
        *,
        base_url: str,
        user_agent: str | None,
        headers: Mapping[str, str] | None,
        timeout: float | None,
        follow_redirects: bool,
        server_variables: Mapping[str, str | None] | None = None,
        ignore_operation_servers: bool = False,
    ) -> None:
        self.base_url = checked_base_url(base_url)
        self._server_variables = server_variables or {}
        self._ignore_operation_servers = ignore_operation_servers
        self._timeout = timeout
        self._follow_redirects = follow_redirects
        self._headers: dict[str, str] = {}
        if user_agent:
            self._headers["user-agent"] = user_agent
        _add_headers(self._headers, headers)

    def build(
        self, method: str, path: str, parts: RequestParts, *, stream: bool = False
    ) -> Request:
        """Make the request of one call.

        Raises
        ------
        TypeError, ValueError
            An argument has no form in a request.
        """
        options = parts.get("request_options") or {}
        headers = {
            **self._headers,
            "accept": parts.get("accept", "application/json"),
        }
        if _is_left_out(parts, options):
            parts = _without_body(parts)
        content, content_type = _body(parts, options)
        form = None
        replayable = content is None or isinstance(content, bytes)
        if _is_multipart(parts, options):
            form = form_parts(
                {**_fields(parts.get("multipart")), **_extra_body(options)},
                parts.get("files"),
            )
            replayable = can_be_sent_again(form)
            if content_type:
                headers["content-type"] = content_type
        elif content_type and content is not None:
            headers["content-type"] = content_type
        for added in (
            parts.get("header_parameters"),
            options.get("additional_headers"),
        ):
            if added:
                _add_headers(headers, added)
        if "cookies" in parts:
            cookies = encode_cookies(parts["cookies"])
            if cookies:
                headers["cookie"] = cookies
        return Request(
            method=method,
            url=self._url(path, parts, options),
            headers=headers,
            content=content,
            parts=form,
            timeout=options.get("timeout_in_seconds", self._timeout),
            follow_redirects=self._follow_redirects,
            stream=stream,
            replayable=replayable,
        )

    def _url(self, path: str, parts: RequestParts, options: RequestOptions) -> str:
        base_url, base_query = self.base_url, ""
        server = options.get("base_url")
        if server is None and "base_url" in parts:
            server = self._operation_server(parts["base_url"], parts)
        if server is not None:
            base_url = checked_base_url(absolute_url(base_url, server))
        if "?" in base_url:
            # Its query, such as a version of the API, goes with every call.
            base_url, _, base_query = base_url.partition("?")
        url = base_url.rstrip("/") + expand_path(path, parts.get("path_parameters", {}))
        parameters = {
            **parts.get("query", {}),
            **options.get("additional_query_parameters", {}),
        }
        query = encode_query(parameters) if parameters else ""
        whole = parts.get("query_string")
        if not absent(whole):
            query = "&".join(
                part for part in (percent_encode(format_value(whole)), query) if part
            )
        if base_query:
            query = f"{base_query}&{query}" if query else base_query
        if not query:
            return url
        return f"{url}{'&' if '?' in url else '?'}{query}"

    def _operation_server(self, template: str, parts: RequestParts) -> str | None:
        """Return the server of an operation; one on the client's host is always used."""
        has_host = template.startswith(("//", "{")) or "://" in template
        if has_host and self._ignore_operation_servers:
            return None
        defaults = parts.get("server_variables", {})
        return server_url(template, self._server_variables, defaults)


def checked_base_url(base_url: str) -> str:
    """Return a base URL without its last slash, and without its fragment.

    Raises
    ------
    ValueError
        It is no absolute ``http`` or ``https`` URL.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(
            "base_url must be an absolute URL, such as https://api.example"
        )
    # The fragment is never sent (RFC 9110, section 7.1).
    return base_url.partition("#")[0].rstrip("/")


def _add_headers(headers: dict[str, str], added: Mapping[str, Any] | None) -> None:
    for name, value in (added or {}).items():
        if value is not None and value is not OMIT:
            headers[name.lower()] = encode_header(name, value)


def _extra_body(options: RequestOptions) -> Mapping[str, Any]:
    return options.get("additional_body_parameters") or {}


def _is_left_out(parts: RequestParts, options: RequestOptions) -> bool:
    """Return whether nothing was given of a body that may be left out.

    Raises
    ------
    TypeError
        Something was, but not all that it must have.
    """
    needed = parts.get("optional_body")
    if needed is None or _extra_body(options):
        return False
    # `None` is a value of JSON, and nothing in a form.
    fields = [*parts.get("json", {}).values()]
    for part in (parts.get("form"), parts.get("multipart"), parts.get("files")):
        fields.extend(value for value in (part or {}).values() if value is not None)
    if all(value is OMIT for value in fields):
        return True
    missing = [name for name, value in needed.items() if value is OMIT]
    if missing:
        raise TypeError(f"the body must have {', '.join(map(repr, missing))} as well")
    return False


def _without_body(parts: RequestParts) -> RequestParts:
    left = {key: value for key, value in parts.items() if key not in _BODY_PARTS}
    return cast(RequestParts, left)


def _body(parts: RequestParts, options: RequestOptions) -> tuple[Any, str | None]:
    """Return the body, and its content type if it has one."""
    content_type = parts.get("content_type")
    content = parts.get("content")
    if content is not None and content is not OMIT:
        return _as_sent(content), content_type or "application/octet-stream"
    extra = _extra_body(options)
    if "form" in parts:
        if parts["form"] is OMIT and not extra:
            return None, None
        text = encode_query({**_fields(parts["form"]), **extra})
        return text.encode("ascii"), "application/x-www-form-urlencoded"
    body = parts.get("json", OMIT)
    if body is OMIT:
        if not extra or "multipart" in parts or "files" in parts:
            return None, content_type
        body = {}
    if extra:
        body = _merged(body, extra)
    return encode_json(body), content_type or "application/json"


def _is_multipart(parts: RequestParts, options: RequestOptions) -> bool:
    whole = parts.get("multipart", OMIT)
    if whole is OMIT:
        return "files" in parts or ("multipart" in parts and bool(_extra_body(options)))
    return True


def _fields(body: Any) -> Mapping[str, Any]:
    """Return the fields of a form, given as a mapping or as a model."""
    if body is None or body is OMIT:
        return {}
    fields: Mapping[str, Any] = (
        body.model_dump() if hasattr(body, "model_dump") else body
    )
    return fields


def _as_sent(content: Any) -> Any:
    """Return content as bytes, or as what yields bytes; anything else as JSON."""
    if isinstance(content, str):
        return content.encode("utf-8")
    yields_bytes = hasattr(content, "__iter__") or hasattr(content, "__aiter__")
    is_data = hasattr(content, "keys") or hasattr(content, "model_dump")
    if yields_bytes and not is_data and type(content) not in (list, tuple):
        return content
    return encode_json(content)


def _merged(body: Any, extra: Mapping[str, Any]) -> dict[str, Any]:
    if hasattr(body, "model_dump"):
        body = body.model_dump()
    if not isinstance(body, Mapping):
        raise TypeError(
            "additional_body_parameters need a body that is an object, "
            f"not {type(body).__name__}"
        )
    return {**body, **extra}
