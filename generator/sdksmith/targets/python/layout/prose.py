"""Texts of the document as docstrings: wrapped, escaped, and stable under Black."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sdksmith.sdk.documentation.text import clean
from sdksmith.targets.python.layout.code import LINE_LENGTH
from sdksmith.targets.python.layout.literals import visible

_PLAIN: Final = re.compile(r"[ -!#-\[\]-~]*\Z")
_ITEM: Final = re.compile(r"(\s*(?:[-*+]|\d{1,3}[.)])\s+)(?=\S)")


def wrap(text: str, indent: int) -> list[str]:
    """Return text as lines that fit at an indent.

    Lines are joined into paragraphs and broken anew; list items hang under their marker; fenced and indented code keeps
    its lines. The lines come without the indent.
    """
    return list(_wrapped(text, indent))


# A text is wrapped for each kind of client, and some stand in every method.
@lru_cache(maxsize=16384)
def _wrapped(text: str, indent: int) -> list[str]:
    width = LINE_LENGTH - indent
    text = clean(text)
    if len(text) <= width and "\n" not in text:
        return [text] if text else []
    lines: list[str] = []
    paragraph: list[str] = []
    hanging = ""
    fenced = False

    def flush() -> None:
        nonlocal hanging
        if paragraph:
            lines.extend(_fill(" ".join(paragraph), width, hanging))
            paragraph.clear()
        hanging = ""

    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            flush()
            fenced = not fenced
            lines.append(line)
        elif fenced or line.startswith(("    ", "|")):
            flush()
            lines.append(line)
        elif not line:
            flush()
            lines.append("")
        elif (marker := _ITEM.match(line)) is not None:
            flush()
            hanging = " " * min(len(marker.group(1)), 8)
            paragraph.append(line.strip())
            if len(line) > len(line.lstrip()):
                paragraph[0] = line[: len(line) - len(line.lstrip())][:8] + paragraph[0]
        else:
            paragraph.append(line.strip())
    flush()
    return lines


def _fill(text: str, width: int, hanging: str) -> list[str]:
    if len(text) <= width:
        return [text]
    start = text[: len(text) - len(text.lstrip())]
    lines: list[str] = []
    current = start
    empty = True
    for word in text.split():
        if empty:
            current += word
            empty = False
        elif len(current) + 1 + len(word) <= width:
            current += " " + word
        else:
            lines.append(current)
            current = hanging + word
    lines.append(current)
    return lines


def escape(text: str) -> str:
    """Return text that is safe between triple double quotes."""
    if _PLAIN.match(text):
        return text
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else visible(character) for character in map(_whole, text))


def _whole(character: str) -> str:
    # A lone surrogate is no character: no file can hold it.
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character


def docstring(lines: Iterable[str], indent: int) -> str:
    """Return a docstring, indent included and without a line end; ``""`` when there is nothing to say."""
    pad = " " * indent
    escaped = [escape(line).rstrip() for line in lines]
    while escaped and not escaped[-1]:
        escaped.pop()
    while escaped and not escaped[0]:
        escaped.pop(0)
    if not escaped:
        return ""
    # Black strips the first line, and puts a space before a text that starts or ends with a quote.
    escaped[0] = escaped[0].lstrip()
    if escaped[0].startswith('"'):
        escaped[0] = "\\" + escaped[0]
    if len(escaped) == 1:
        only = escaped[0]
        end = " " if only.endswith('"') else ""
        if indent + 6 + len(only) + len(end) <= LINE_LENGTH or " " not in only:
            return f'{pad}"""{only}{end}"""'
        escaped = _fill(only, LINE_LENGTH - indent - 3, "")
        if len(escaped) == 1:
            # It fits only without the closing quotes, which can't stand alone below one line of text.
            head, _, last = only.rpartition(" ")
            escaped = [head.rstrip(), last]
    # Black takes away the indent that all further lines share.
    shared = min((len(line) - len(line.lstrip(" ")) for line in escaped[1:] if line), default=0)
    body = "\n".join(f"{pad}{line[shared:]}" if line else "" for line in escaped[1:])
    return f'{pad}"""{escaped[0]}\n{body}\n{pad}"""'


_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#|!~])")
#: Backticks around text: one on either side, and none within.
_CODE: Final = re.compile(r"((?<!`)`[^`]+`(?!`))")
#: What makes a list or an underlined heading of a line that begins with it.
_MARKDOWN_START: Final = re.compile(r"^(\d{0,9})([-+=.)])")


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is, on one line: no markup but code, no HTML, no links."""
    line = " ".join(clean(text).split())
    if not line.isprintable():
        line = "".join(filter(str.isprintable, line))
    # Every second part is a span of code, which nothing in it can end (CommonMark 0.31 section 6.1).
    parts = _CODE.split(line)
    parts[::2] = [_MARKDOWN.sub(r"\\\1", part) for part in parts[::2]]
    return _MARKDOWN_START.sub(r"\1\\\2", "".join(parts))


def markdown_code(text: str) -> str:
    """Return text as a span of code that shows it on one line; what can't be seen is shown as an escape."""
    shown = "".join(character if character.isprintable() else visible(character) for character in map(_whole, text))
    runs = {len(run) for run in re.findall("`+", shown)}
    fence = next("`" * length for length in range(1, len(runs) + 2) if length not in runs)
    # A space that both sides have is not shown (CommonMark 0.31 section 6.1).
    pad = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def markdown_paragraphs(text: str) -> str:
    """Return text as :func:`markdown_text` does, with its paragraphs and its lists kept."""
    blocks: list[str] = []
    for paragraph in clean(text).split("\n\n"):
        lines = paragraph.split("\n")
        if all(_ITEM.match(line) for line in lines):
            blocks.append("\n".join(f"- {markdown_text(_ITEM.sub('', line, count=1))}" for line in lines))
        else:
            blocks.append(markdown_text(paragraph))
    return "\n\n".join(block for block in blocks if block)


def toml_text(text: str) -> str:
    """Return a TOML basic string (TOML 1.0, section String)."""
    body = "".join(map(_toml_character, text))
    return f'"{body}"'


def _toml_character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(_whole(character))
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
