"""Source text as HTML with classes, as the style sheet has colours for them.

Pygments tells the parts of a text. Programs in the languages of libraries are by far the most of a site, and plain: names, calls and
literals on one line. One expression tells their keywords, texts and numbers in a tenth of the time.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sdksmith.targets.reference.markup.texts import visible

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_GO: Final = (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package range "
    "return select struct switch type var"
).split()


def _parts(keywords: Iterable[str]) -> re.Pattern[str]:
    text = r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`[^`\n]*`'
    return re.compile(rf"(?P<s>{text})|(?P<k>\b(?:{'|'.join(keywords)})\b)|(?P<m>\b\d[\d.]*\b)")


#: Language -> what tells its keywords, texts and numbers. Texts over several lines are none that the writers of samples write.
_PLAIN: Final = {"go": _parts(_GO), "python": _parts(keyword.kwlist)}

#: Kinds of tokens that have a colour -> their class, as the style sheets of Pygments have it.
_COLOURED: Final = {
    "Comment": "c",
    "Keyword": "k",
    "Literal.String": "s",
    "Literal.Number": "m",
    "Name.Tag": "nt",
    "Name.Builtin": "nb",
}


@lru_cache(maxsize=8192)
def highlighted(text: str, language: str) -> Markup:
    """Return source text as HTML.

    Parameters
    ----------
    language
        As Pygments calls it.
    """
    shown = visible(text)
    plain = _PLAIN.get(language)
    if plain is not None:
        made = _told(shown, plain)
    elif language == "json":
        # Most lines are on many pages, and no text of JSON goes over two.
        made = "\n".join(_lexed(each, language) for each in shown.split("\n"))
    else:
        made = _lexed(shown, language)
    return Markup(made)  # noqa: S704 - each part was escaped


def _told(text: str, parts: re.Pattern[str]) -> str:
    made: list[str] = []
    end = 0
    for found in parts.finditer(text):
        made.append(escape(text[end : found.start()]))
        made.append(f'<span class="{found.lastgroup}">{escape(found[0])}</span>')
        end = found.end()
    return "".join((*made, escape(text[end:])))


@lru_cache(maxsize=32768)
def _lexed(text: str, language: str) -> str:
    made: list[str] = []
    for _, kind, value in _lexer(language).get_tokens_unprocessed(text):
        name = _class_of(kind)
        made.append(f'<span class="{name}">{escape(value)}</span>' if name else escape(value))
    return "".join(made)


@cache
def _lexer(language: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name  # pyright: ignore[reportUnknownVariableType]

    return get_lexer_by_name(language)


@cache
def _class_of(kind: object) -> str:
    """Return the class of a kind of tokens; ``""`` where it is shown as it is."""
    name = str(kind).removeprefix("Token.")
    return next((known for each, known in _COLOURED.items() if name == each or name.startswith(f"{each}.")), "")
