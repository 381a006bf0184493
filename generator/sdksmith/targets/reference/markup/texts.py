"""Texts of the document as safe HTML, and as Markdown that stays where it is put.

The texts are hostile: CommonMark becomes HTML by markdown-it, and nh3 takes away all that is not plain text with marks.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sdksmith.sdk.documentation.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from nh3 import Cleaner

_TAGS: Final = frozenset(
    (
        "a abbr b blockquote br code dd del div dl dt em h3 h4 h5 h6 hr i ins kbd li ol p pre s span strong sub sup table "
        "tbody td th thead tr u ul"
    ).split()
)
#: Elements whose tags are taken away (HTML, section 4). What looks like a tag and is none of these is a text: ``<tenant>``.
_ELEMENTS: Final = _TAGS | frozenset(
    (
        "address applet area article aside audio base basefont bdi bdo big body button canvas caption center cite col colgroup "
        "data datalist details dfn dialog dir embed fieldset figcaption figure font footer form frame frameset h1 h2 head header "
        "hgroup html iframe img input label legend link main map mark marquee math menu meta meter nav nobr noembed noframes "
        "noscript object optgroup option output param picture plaintext portal progress q rp rt ruby samp script search section "
        "select slot small source strike style summary svg template textarea tfoot time title track tt var video wbr xmp"
    ).split()
)
_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_HEADING: Final = re.compile(r"<(/?)h([1-6])\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?=/?([A-Za-z][^\s/>]*))")


def visible(text: str) -> str:
    """Return a text in which characters that no page may hold are escaped (HTML, section 13.2.3.5)."""
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():
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

    made = MarkdownIt("commonmark", {"html": True}).enable("table")
    for rule in ("html_inline", "html_block"):
        made.add_render_rule(rule, _render_html)
    return made


def _render_html(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    """Return HTML of the document, in which what is no element is text."""
    return _TAG.sub(lambda found: "<" if found[1].lower() in _ELEMENTS else "&lt;", tokens[index].content)


def _cleaned(made: str) -> str:
    return _cleaner().clean(made).strip()


@cache
def _cleaner() -> Cleaner:
    from nh3 import Cleaner

    return Cleaner(
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "svg", "math"},
        attributes={"a": {"href", "title"}, "abbr": {"title"}, "td": {"align"}, "th": {"align"}},
        url_schemes=set(_SCHEMES),
        # What is relative to a document, or to the site of its authors, leads nowhere on this one.
        url_relative="deny",
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


#: What the escaping of Markdown looks at: what is escaped already, code, lone backticks, what begins a tag or an expression of
#: a site generator, and where a link begins.
_MARKS: Final = re.compile(
    r"(?P<escaped>\\[\s\S])"
    r"|(?P<fence>^```[^`\n]*\n[\s\S]*?\n```[ ]*$)"
    r"|(?P<code>(?<!`)(?P<run>`+)(?!`)(?:(?!\n[ ]*\n)[\s\S])+?(?<!`)(?P=run)(?!`))"
    r"|(?P<ticks>`+)"
    r"|(?P<opens>[<{])"
    r"|(?P<link>\](?:\(|:)[ \t\n]*(?P<target><[^<>\s]*>|[^\s)]*))",
    re.MULTILINE,
)


@lru_cache(maxsize=65536)
def markdown(text: str) -> str:
    """Return a text of the document as Markdown in which HTML is text, and links lead to pages.

    Code stays as it is where a reader of CommonMark takes it for code too.
    """
    cleaned = visible(clean(text))
    if not any(each in cleaned for each in "<{`]"):
        return cleaned
    kept: list[str] = []
    escaped = _MARKS.sub(lambda found: _escaped(found, kept), cleaned)
    if any("<" in each or "{" in each for each in kept) and _code_of(escaped) != _letters("".join(kept)):
        return re.sub(r"[<{`\]]", lambda found: "&lt;" if found[0] == "<" else f"\\{found[0]}", cleaned)
    return escaped


def _escaped(found: re.Match[str], kept: list[str]) -> str:
    whole = found[0]
    match found.lastgroup:
        case "fence":
            kept.append(whole.partition("\n")[2].rpartition("\n")[0])
            return whole
        case "code":
            kept.append(whole.strip("`"))
            return whole
        case "ticks":
            return "\\`" * len(whole)
        case "opens":
            return "&lt;" if whole == "<" else "\\{"
        case "link":
            target = found["target"]
            # An address in angle brackets needs none when it has no space.
            is_bracketed = re.fullmatch(r"<[^<>\s]*>", target) is not None
            bare = target[1:-1] if is_bracketed else target.replace("<", "&lt;")
            bare = bare.replace("{", "\\{")
            scheme = re.match(r"([^/?#:]*):", "".join(entities.unescape(bare).replace("\\", "").split()))
            begun = whole.removesuffix(target)
            safe = scheme is None or scheme[1].lower() in _SCHEMES
            return f"{begun}{bare}" if safe else f"\\{begun}{bare}"
        case _:
            return whole


def _code_of(text: str) -> str:
    """Return the letters that a reader of CommonMark takes for code; something else where there are tags."""
    found: list[str] = []
    for block in _markdown().parse(text):
        for token in block.children or [block]:
            if token.type in ("html_inline", "html_block"):
                return "<"
            if token.type in ("fence", "code_block", "code_inline"):
                found.append(token.content)
    return _letters("".join(found))


def _letters(text: str) -> str:
    return "".join(text.split())


def line(text: str) -> str:
    """Return a text on one line of Markdown."""
    return markdown(" ".join(text.split()))


def code(text: str) -> str:
    """Return a text as a code span (CommonMark section 6.1)."""
    flat = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall(r"`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"
