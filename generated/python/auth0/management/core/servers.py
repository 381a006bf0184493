"""Server URLs with variables (OpenAPI 3.1, section 4.8.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping


def server_url(
    template: str, values: Mapping[str, str | None], defaults: Mapping[str, str]
) -> str:
    """Fill the variables of a server's URL.

    Parameters
    ----------
    template
        A URL with ``{names}`` in braces.
    values
        What the caller gave; ``None`` stands for the default.
    defaults
        The document's defaults.

    Raises
    ------
    ValueError
        A variable has neither a value nor a default that could be one.
    """
    url = template
    for name, default in defaults.items():
        value = values.get(name)
        if value is None:
            value = default
        if f"{{{name}}}" in template and (not value or "{" in value):
            raise ValueError(f"the server's URL needs a value for {name!r}: {template}")
        if f"{{{name}}}" in template:
            _check_place(name, value, template)
        url = url.replace(f"{{{name}}}", value)
    return url.rstrip("/")


#: What ends the host of a URL, or puts something before it (RFC 3986, section 3.2), and
#: the backslash, which many take for a slash.
_ENDS_HOST = re.compile(r"[/?#@\\\s\x00-\x1f\x7f]|:(?!\d+\Z)")
_ENDS_PATH = re.compile(r"[?#\\\s\x00-\x1f\x7f]")


def _check_place(name: str, value: str, template: str) -> None:
    """Refuse a value that reaches out of its place in the URL: the token would follow.

    A variable that the URL begins with names the server itself, and may be any URL.
    """
    scheme, _, rest = template.partition("://")
    if f"{{{name}}}" in scheme or template.startswith("{"):
        return
    host = rest.partition("/")[0]
    inside_host = bool(rest) and f"{{{name}}}" in host
    if (_ENDS_HOST if inside_host else _ENDS_PATH).search(value):
        what = "host" if inside_host else "path"
        raise ValueError(
            f"the value for {name!r} would change more of the server's URL than its "
            f"place in the {what}: {template}"
        )


def choose_server(
    base_url: str | None,
    template: str,
    values: Mapping[str, str | None],
    defaults: Mapping[str, str],
) -> str:
    """Return `base_url`, but if it or any value is not given, :func:`server_url`.

    A value for a variable of the URL says more than a base URL does, and wins over it.
    """
    said = any(value and f"{{{name}}}" in template for name, value in values.items())
    if base_url is not None and not said:
        return base_url
    return server_url(template, values, defaults)


def absolute_url(base_url: str, reference: str) -> str:
    """Resolve a reference of the document against the URL of the server.

    RFC 3986, section 5.2: one that starts with a slash is below the host.
    """
    from urllib.parse import urljoin

    return urljoin(base_url.rstrip("/") + "/", reference)
