"""JSON text -> plain tree (RFC 8259), refusing what JSON readers tend to let through in silence.

The standard library's reader does the work; a hook refuses a name that is given twice. Where something is wrong, the
text is read a second time, slowly, to say where.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, NoReturn

from sdksmith.diagnostics import Location
from sdksmith.document.pointers import is_container
from sdksmith.document.syntax.positions import TOKEN, location_at
from sdksmith.document.syntax.reading import InputProblem, joined

#: A surrogate escape, lone or paired; both are rare, so the careful look is worth it only when this is found.
_SURROGATE = re.compile(r"\\u[dD][89abAB]|\\u[dD][c-fC-F]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_MESSAGES = {
    "Expecting value": "a value is expected",
    "Expecting property name enclosed in double quotes": "a name in double quotes is expected",
    "Illegal trailing comma before end of object": "a comma stands before the closing brace",
    "Illegal trailing comma before end of array": "a comma stands before the closing bracket",
    "Expecting ':' delimiter": "':' is expected",
    "Expecting ',' delimiter": "',' is expected",
    "Extra data": "there is more text after the end of the document",
    "Invalid control character at": "a control character in a string must be escaped",
    "Invalid \\escape": "this escape is not known in JSON",
    "Invalid \\uXXXX escape": "'\\u' must be followed by four hexadecimal digits",
}


class _DuplicateName(Exception):
    pass


class _BadNumber(Exception):
    pass


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _DuplicateName
    return members


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise _BadNumber
    return number


def _refuse_constant(text: str) -> NoReturn:
    raise _BadNumber


def load_json(text: str, name: str, max_depth: int) -> Any:
    """Read a JSON text.

    Parameters
    ----------
    text
        The whole file.
    name
        The file's name, for messages.
    max_depth
        The deepest nesting of objects and arrays allowed.

    Returns
    -------
    Any
        Plain dicts with string keys, lists, strings, numbers, booleans and None.

    Raises
    ------
    InputProblem
        The text is no JSON, gives a name twice in one object, nests too deeply, or holds a number or a string that no
        reader would agree on: NaN, infinities, thousands of digits, half a surrogate pair.
    """
    try:
        with _room_for(max_depth):
            tree = json.loads(
                text, object_pairs_hook=_unique_names, parse_float=_finite, parse_constant=_refuse_constant
            )
    except json.JSONDecodeError as error:
        raise _syntax_problem(text, name, error) from error
    except _DuplicateName:
        raise _duplicate_problem(text, name) from None
    except RecursionError:
        raise _depth_problem(text, name, max_depth) from None
    except (_BadNumber, ValueError):
        raise _number_problem(text, name) from None
    if _is_deeper(tree, max_depth):
        raise _depth_problem(text, name, max_depth)
    if _SURROGATE.search(text):
        _check_surrogates(text, name)
    return tree


@contextmanager
def _room_for(depth: int) -> Generator[None]:
    """Let the reader, which recurses on some versions of Python, go as deep as the limit allows."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, depth + 1_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _is_deeper(tree: Any, max_depth: int) -> bool:
    level: list[Any] = [tree] if is_container(tree) else []
    for _ in range(max_depth):
        # No calls in here: this runs once for each value of the document.
        level = [
            child
            for node in level
            for child in (node.values() if node.__class__ is dict else node)
            if child.__class__ is dict or child.__class__ is list
        ]
        if not level:
            return False
    return True


def _syntax_problem(text: str, name: str, error: json.JSONDecodeError) -> InputProblem:
    if error.msg.startswith("Unterminated string"):
        start = location_at(name, text, error.pos)
        return InputProblem(
            "json-syntax",
            f"not valid JSON: unexpected end of JSON in the string that begins at line {start.line}",
            location=location_at(name, text, len(text)),
            related=(("the string begins here", start),),
        )
    if not text[error.pos :].strip() and error.msg != "Extra data":
        return InputProblem(
            "json-syntax",
            "not valid JSON: unexpected end of JSON",
            "the file seems to be cut off",
            location_at(name, text, len(text)),
        )
    reason = _MESSAGES.get(error.msg.removesuffix(": "), error.msg[:1].lower() + error.msg[1:])
    return InputProblem("json-syntax", f"not valid JSON: {reason}", location=location_at(name, text, error.pos))


def _duplicate_problem(text: str, name: str) -> InputProblem:
    """Find every name that an object gives twice."""
    problems: list[InputProblem] = []
    open_containers: list[dict[str, int] | None] = []
    previous: re.Match[str] | None = None
    for token in TOKEN.finditer(text):
        word = token.group()
        if word == "{":
            open_containers.append({})
        elif word == "[":
            open_containers.append(None)
        elif word in ("}", "]"):
            if not open_containers:
                break
            open_containers.pop()
        elif word == ":" and previous is not None and open_containers:
            names = open_containers[-1]
            # The reader stopped at the first duplicate, so what follows may be no JSON at all.
            if names is not None and previous.group()[0] == '"':
                key = _unquote(previous.group())
                if key in names:
                    first = location_at(name, text, names[key])
                    second = location_at(name, text, previous.start())
                    problems.append(duplicate_key(key, second, first))
                else:
                    names[key] = previous.start()
        previous = token
    return joined(problems) if problems else InputProblem("duplicate-key", "an object gives the same name twice")


def _unquote(word: str) -> str:
    try:
        return str(json.loads(word))
    except ValueError:
        return word


def duplicate_key(key: str, second: Location, first: Location) -> InputProblem:
    """Return the problem of a key that one object gives twice; the same words for JSON and YAML."""
    shown = key if len(key) <= 80 else key[:77] + "..."
    return InputProblem(
        "duplicate-key",
        f"duplicate key {shown!r}: first on line {first.line}, again on line {second.line}",
        "keep one of them: readers disagree on which one counts",
        second,
        (("first defined here", first),),
    )


def too_deep(name: str, text: str, offset: int, max_depth: int) -> InputProblem:
    """Return the problem of a document that nests too deeply."""
    return InputProblem(
        "too-deep",
        f"nested too deeply (limit {max_depth})",
        "raise max_depth under [input] in the configuration if the document is meant to be so deep",
        location_at(name, text, offset),
    )


def _depth_problem(text: str, name: str, max_depth: int) -> InputProblem:
    depth = 0
    for token in TOKEN.finditer(text):
        word = token.group()
        if word in ("{", "["):
            depth += 1
            if depth > max_depth:
                return too_deep(name, text, token.start(), max_depth)
        elif word in ("}", "]"):
            depth -= 1
    return too_deep(name, text, 0, max_depth)


def _number_problem(text: str, name: str) -> InputProblem:
    for token in TOKEN.finditer(text):
        word = token.group()
        if word[0] in '"{}[],:':
            continue
        location = location_at(name, text, token.start())
        if word in _CONSTANTS:
            return InputProblem("number", f"{word} is not a JSON number", location=location)
        try:
            if math.isinf(float(word)):
                return InputProblem("number", "the number is too large", location=location)
            if word.lstrip("-").isdigit():
                int(word)
        except (ValueError, OverflowError):
            if word.lstrip("-").isdigit():
                return InputProblem("number", f"the number has too many digits ({len(word)})", location=location)
    return InputProblem("number", "the file holds a number that can't be read")


def _check_surrogates(text: str, name: str) -> None:
    for token in TOKEN.finditer(text):
        word = token.group()
        if word[0] != '"' or "\\u" not in word:
            continue
        high: int | None = None
        end = 0
        for escape in _ESCAPE.finditer(word):
            value = int(escape.group(1), 16) if escape.group(1) else 0
            pairs_up = high is not None and escape.start() == end and 0xDC00 <= value < 0xE000
            if (high is not None and not pairs_up) or (high is None and 0xDC00 <= value < 0xE000):
                at = high if high is not None else escape.start()
                raise _surrogate_problem(text, name, token.start() + at)
            high = escape.start() if 0xD800 <= value < 0xDC00 else None
            end = escape.end()
        if high is not None:
            raise _surrogate_problem(text, name, token.start() + high)


def _surrogate_problem(text: str, name: str, offset: int) -> InputProblem:
    return InputProblem(
        "lone-surrogate",
        "half of a surrogate pair is not a character",
        "write the character itself, or both halves",
        location_at(name, text, offset),
    )
