"""The first ``sdksmith.toml``, guessed from a document."""

from __future__ import annotations

import keyword
import re

_TEMPLATE = """\
# What sdksmith makes of an OpenAPI document. Every key is optional; what is commented out shows the default.

# The document: a path relative to this file, or a URL.
{spec}

# Overlays (OpenAPI Overlay 1.0 or 1.1) that mend the document, applied in this order; paths relative to this file.
# overlays = ["overlay.yaml"]

# How names are split into words: "compact" (set_fcmv1_provider) or "lodash" (set_fcmv_1_provider).
# words = "compact"

# Leave out what the document marks as such with `x-release-lifecycle`.
# exclude_lifecycle = ["beta"]

[targets.python]
# Where the library goes, relative to this file. Everything there belongs to sdksmith.
output = "generated/python"
# The import name; dots are allowed: "acme.billing".
package = {package}
# The class that users construct; the other one is called Async{client_name}.
client = {client}
# Name and version of the distribution.
# distribution = {distribution}
# version = "0.0.0"
# The HTTP library: "httpx2", or "httpx".
# http_library = "httpx2"

[pagination]
# enabled = true
# The common ways to page that are looked for; leave out those that this API does not mean.
# conventions = ["offset", "items", "cursor", "last-item", "next-url", "link-header"]

# Operations whose paging the document does not tell: one of the conventions, "auto" or "none".
# [pagination.operations]
# "users.list" = "cursor"

[input]
# Folders outside the document's own that `$ref` may read, relative to this file.
# allowed_roots = []
# max_bytes = 100_000_000
"""


def starter_config(source: str | None, title: str) -> str:
    """Write a commented config file.

    Parameters
    ----------
    source
        Path or URL of the document; ``None`` leaves it to be filled in.
    title
        The document's title, from which the names are guessed; may be empty.

    Returns
    -------
    str
        Valid TOML.
    """
    words = [word for word in re.findall(r"[A-Za-z][A-Za-z0-9]*", title) if word.lower() not in _FILLERS] or ["Api"]
    words = words[:4]
    package = "_".join(words).lower()
    if keyword.iskeyword(package):
        package += "_client"
    client = "".join(word[0].upper() + word[1:] for word in words)
    return _TEMPLATE.format(
        spec=f"spec = {_string(source)}" if source else '# spec = "openapi.json"',
        package=_string(package),
        client=_string(client),
        client_name=client,
        distribution=_string(package.replace("_", "-")),
    )


#: Words of a title that say what kind of thing it is, not which one.
_FILLERS = frozenset({"the", "api", "rest", "openapi", "swagger", "specification", "spec", "v1", "v2", "v3"})


def _string(value: str) -> str:
    """Return a TOML basic string (TOML 1.0, "String")."""
    escaped = "".join(_escape(character) for character in value)
    return f'"{escaped}"'


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if ord(character) < 0x20 or ord(character) == 0x7F:
        return f"\\u{ord(character):04x}"
    return character
