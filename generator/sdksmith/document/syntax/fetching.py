"""Bytes from a URL, within limits, and with the credentials that its server wants."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sdksmith.document.syntax.reading import InputProblem, too_large

if TYPE_CHECKING:
    from httpx2 import URL

#: As many as browsers follow.
_MOST_REDIRECTS: Final = 20
#: ``$$`` is a dollar, ``${NAME}`` a variable of the environment.
_VARIABLE: Final = re.compile(r"\$(?:\$|\{([A-Za-z_][A-Za-z0-9_]*)\})")
#: RFC 9110 section 5.5: visible characters, spaces and tabs.
_FIELD_VALUE: Final = re.compile(r"[\x20-\x7e\t]*")


def read_url(url: str, max_bytes: int, timeout_seconds: float, headers: Mapping[str, str]) -> bytes:
    """Fetch a document over HTTP.

    Parameters
    ----------
    url
        ``http`` or ``https``.
    max_bytes
        The most that may be read, after decompression.
    timeout_seconds
        For the whole fetch, redirects included, as far as the parts that trickle in let us look at the clock.
    headers
        Name -> value, in which ``${NAME}`` stands for a variable of the environment. They are sent to the server that the URL
        names, and to no other that it redirects to.

    Raises
    ------
    InputProblem
        The server can't be reached, does not answer 200, or sends too much or too slowly; or a variable is not set.
    """
    sent = {name: _expanded(name, value) for name, value in headers.items()}
    # Imported here because most runs read a file, and the import costs more than reading it.
    import httpx2

    too_slow = InputProblem(
        "unreadable",
        f"the document did not arrive within {timeout_seconds:g} s",
        "try again, or raise timeout_seconds under [input] in the configuration",
    )
    deadline = time.monotonic() + timeout_seconds
    content = bytearray()
    try:
        with httpx2.Client(timeout=timeout_seconds) as client:
            address = httpx2.URL(url)
            for _ in range(_MOST_REDIRECTS + 1):
                with client.stream("GET", address, headers=sent) as response:
                    following = response.next_request
                    if following is not None:
                        # What is secret to one server is none of another's business; http after https is another.
                        same = _origin(following.url) == _origin(address)
                        sent = sent if same else {}
                        address = following.url.copy_with(userinfo=address.userinfo) if same else following.url
                        continue
                    if response.status_code != 200:
                        raise _refusal(response.status_code, bool(sent))
                    for chunk in response.iter_bytes():
                        content += chunk
                        if len(content) > max_bytes:
                            raise too_large(max_bytes)
                        if time.monotonic() > deadline:
                            raise too_slow
                return bytes(content)
    except httpx2.TimeoutException as error:
        raise too_slow from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise InputProblem(
            "unreadable", "the document can't be fetched: the connection failed", "check the URL and the network"
        ) from error
    raise InputProblem(
        "unreadable", f"the server redirects more than {_MOST_REDIRECTS} times", "name the URL it should end at"
    )


def _origin(url: URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port (RFC 6454)."""
    return url.scheme, url.host, url.port


def _refusal(status: int, sent: bool) -> InputProblem:
    hint = (
        "check the URL: the server has no document there"
        if status in (404, 410)
        else "try again later, or ask whoever runs the server"
    )
    if status in (401, 403):
        hint = (
            "the server refuses the credentials that were sent: see --header, and `headers` under [input] in the configuration"
            if sent
            else "send credentials with --header 'Authorization: Bearer ...', or with `headers` under [input] in the configuration"
        )
    return InputProblem("unreadable", f"the server answered {status}", hint)


def _expanded(name: str, value: str) -> str:
    """Return a value with the variables of the environment put in; no message has any of it."""
    missing = [each for each in _VARIABLE.findall(value) if each and each not in os.environ]
    if missing:
        raise InputProblem(
            "header-variable",
            f"the header {name!r} needs the variable {missing[0]} of the environment, which is not set",
            f"set {missing[0]} where sdksmith runs",
        )
    found = _VARIABLE.sub(lambda variable: os.environ[variable[1]] if variable[1] else "$", value)
    if not _FIELD_VALUE.fullmatch(found):
        raise InputProblem(
            "header-variable",
            f"the header {name!r} has characters that can't be sent",
            "a line break at the end of a variable is one",
        )
    return found
