"""Server URLs with variables (OpenAPI 3.1, section 4.8.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional


def server_url(
    template: str, values: Mapping[str, Optional[str]], defaults: Mapping[str, str]
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
        if f"{{{name}}}" in url and (not value or "{" in value):
            raise ValueError(f"the server's URL needs a value for {name!r}: {template}")
        url = url.replace(f"{{{name}}}", value)
    return url.rstrip("/")
