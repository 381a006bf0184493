"""README section on the keywords of the clients, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from sdksmith.targets.python.layout import prose


def described(name: str, documentation: Sequence[str], before: str = "") -> str:
    """Return a keyword with its documentation, on one line."""
    text = prose.markdown_text(" ".join(documentation).replace("``", "`"))
    return f"{before}`{name}`: {text}"


def shown_url(literal: str) -> str:
    """Return a URL that is given as a literal, as code."""
    # A literal is JSON but for escapes that a URL has no use for.
    url = literal[1:-1]
    return f"`{url}`" if url and "`" not in url and "\\" not in url else "no URL"
