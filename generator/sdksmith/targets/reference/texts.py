"""Texts of the document as safe HTML, and as Markdown that stays where it is put.

The texts are hostile: CommonMark becomes HTML by markdown-it, and nh3 takes away all that is not plain text with marks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sdksmith.sdk.documentation.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

_TAGS: Final = frozenset(
    (
        "a abbr b blockquote br code dd del div dl dt em h3 h4 h5 h6 hr i ins kbd li ol p pre s span strong sub sup table "
        "tbody td th thead tr u ul"
    ).split()
)
_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_HEADING: Final = re.compile(r"<(/?)h([1-6])\b", re.IGNORECASE)


def visible(text: str) -> str:
    """Return a text in which characters that no page may hold are escaped (HTML, section 13.2.3.5)."""
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() or each in "\n\t" or (each.isspace() and ord(each) > 0x9F) else f"\\u{ord(each):04x}"
        for each in text
    )


#: Words and sentences without a mark of Markdown or HTML.
_PLAIN: Final = re.compile(r"[\w ,.;:'\"()/?%=@$§°€-]*")


@lru_cache(maxsize=65536)
def html(text: str) -> Markup:
    """Return CommonMark with tables as HTML that holds no script, style, form, image or frame; headings begin at 3."""
    if not text.strip():
        return Markup("")
    cleaned = visible(clean(text))
    if (
        _PLAIN.fullmatch(cleaned)
        and not re.match(r"[-\d=]", cleaned)
        and "://" not in cleaned
        and "__" not in cleaned
        and " _" not in cleaned
    ):
        return Markup("<p>{}</p>").format(cleaned)
    made = _markdown().render(cleaned)
    shifted = _HEADING.sub(lambda found: f"<{found[1]}h{min(int(found[2]) + 2, 6)}", made)
    # Marked as safe because nh3 has cleaned it.
    return Markup(_cleaned(shifted))  # noqa: S704


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _cleaned(made: str) -> str:
    import nh3

    return nh3.clean(
        made,
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "svg", "math"},
        attributes={"a": {"href", "title"}, "abbr": {"title"}, "td": {"align"}, "th": {"align"}},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer",
        strip_comments=True,
    ).strip()


def markdown(text: str) -> str:
    """Return a text of the document as Markdown in which HTML is text."""
    return clean(text).replace("<", "&lt;").replace("{{", "{ {").replace("{%", "{ %")


def line(text: str) -> str:
    """Return a text on one line of Markdown."""
    return " ".join(markdown(text).split())


def code(text: str) -> str:
    """Return a text as a code span (CommonMark section 6.1)."""
    flat = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall(r"`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


@lru_cache(maxsize=8192)
def highlighted(text: str, lexer: str) -> Markup:
    """Return source text as HTML with classes."""
    from pygments import highlight

    made: str = highlight(visible(text), _lexer(lexer), _formatter())
    # Marked as safe because the formatter escapes what it does not add itself.
    return Markup(made.rstrip("\n"))  # noqa: S704


@cache
def _lexer(name: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name  # pyright: ignore[reportUnknownVariableType]

    return get_lexer_by_name(name)


@cache
def _formatter() -> HtmlFormatter[str]:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)
