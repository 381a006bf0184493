"""Texts that try to be more than text, and documents that hold them wherever a document may hold text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies
from hypothesis.strategies import SearchStrategy

#: What the payloads call if one of them ever runs.
CANARY = "PWNED.canary"
_TOUCH = f"open('{CANARY}', 'w')"

#: Pieces that end, begin, or escape something in one of the languages that a document's text ends up in.
FRAGMENTS = (
    # Python: literals, docstrings, comments, f-strings, names of characters
    '"', "'", '"""', "'''", "\\", "\\\\", '\\"', "\\N{BULLET}", "\\u0022", "\\x22", "\\\n", "\n", "\r", "\r\n", "#", ";",
    f'"""\n{_TOUCH}\n"""', f'"); {_TOUCH}; ("', f"'); {_TOUCH}; ('", f"\n{_TOUCH}\n", f"\r{_TOUCH}\r", f"\f{_TOUCH}",
    f"]\n{_TOUCH}\n[", f"{{{_TOUCH}}}", f"${{{_TOUCH}}}", f"%({_TOUCH})s", f"\\N{{{_TOUCH}}}", f"\x00{_TOUCH}",
    f" = {_TOUCH}", f": {_TOUCH}", f"({_TOUCH})", f'": {_TOUCH}, "', "{", "}", "{}", "{0}", "{{", "}}", "%s", "%",
    # Jinja
    "{{ 7 * 7 }}", "{% raw %}", "{% endraw %}", "{#", "#}", "{%", "%}", "{% include '/etc/passwd' %}",
    f"{{{{ cycler.__init__.__globals__.__builtins__.{_TOUCH} }}}}",
    # Markdown, HTML, TOML, the terminal
    "`", "```", "|", "[a](javascript:alert(1))", "<script>", "]]>", "<!--", "-->", "]\n[tool.evil]\nx = 1", "'''\n[a]",
    "\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x08\x08", "\x7f", "\t",
    # characters that hide, turn around, or end a line for some readers
    "\x00", "\x01", "\x0b", "\x0c", "\x1c", "\x85", "\xa0", "\xad", "\u200b", "\u200f", "\u202e", "\u2066", "\u2028",
    "\u2029", "\ufeff", "\ufffe", "\U000e0041", "e\u0301", "\u0130", "\U0001f600", "\u1d2e", "\ufb01", "\u00aa", "\u0661",
    # paths, headers, other languages
    "../../evil", "..\\..\\evil", "/etc/passwd", "C:\\evil", "CON", "nul.py", "\r\nX-Evil: 1", "a:b", "~", "$(id)", "`id`",
    # Python's own words
    "class", "None", "self", "__init__", "__class__", "__builtins__", "import os", "print", "type", "mro", "_",
    # JSON pointers
    "/", "~1", "~0", "#/components/schemas/A", "%2e%2e",
    " ", "", "a", "B", "1", "é", "x" * 300,
)  # fmt: skip

#: Halves of surrogate pairs; JSON can escape them, and no file can hold them.
SURROGATES = ("\ud800", "\udfff", "\udc00\ud800")

hostile = strategies.lists(strategies.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join) | strategies.text(
    alphabet=strategies.characters(exclude_categories=["Cs"]), max_size=12
)


def distinct(least: int, most: int, text: SearchStrategy[str] = hostile) -> SearchStrategy[list[str]]:
    """Return lists of different texts."""
    return strategies.lists(text, min_size=least, max_size=most, unique=True)


@strategies.composite
def documents(draw: Any, text: SearchStrategy[str] = hostile) -> dict[str, Any]:
    """Draw a valid document with hostile text wherever the specification lets any text be."""

    def some() -> str:
        return str(draw(text))

    def extended(node: dict[str, Any]) -> dict[str, Any]:
        return {**node, f"x-{some()}": {some(): [some()]}}

    fields = draw(distinct(2, 4, text))
    names = draw(distinct(2, 4, text))
    values = draw(distinct(1, 4, text))
    refs = ["#/components/schemas/" + _pointer(name) for name in names]
    schemas: dict[str, Any] = {}
    for name in names:
        properties: dict[str, Any] = {
            field: extended(
                {
                    "type": "string",
                    **{key: some() for key in ("title", "description", "default", "format", "$comment")},
                    **({"pattern": some()} if draw(strategies.booleans()) else {}),
                    "examples": [some()],
                }
            )
            for field in fields
        }
        properties["an enum"] = {"type": "string", "enum": values, "default": some()}
        properties["a const"] = {"const": values[0]}
        properties["a reference"] = {"$ref": draw(strategies.sampled_from(refs)), "description": some()}
        properties["inline"] = {"type": "object", "properties": {some(): {"type": "string", "enum": [some()]}}}
        properties["tagged"] = {
            "oneOf": [{"$ref": refs[0]}, {"$ref": refs[1]}],
            "discriminator": {"propertyName": "an enum", "mapping": {some(): refs[0], values[0]: refs[1]}},
        }
        required = [field for field in fields if draw(strategies.booleans())]
        node = {"type": "object", "title": some(), "description": some(), "properties": properties}
        schemas[name] = extended({**node, **({"required": required} if required else {})})
    wanted = [
        {"name": name, "in": where, "description": some(), "schema": {"type": "string", "default": some()}}
        for name in draw(distinct(1, 3, text))
        for where in ("query", "header", "cookie")
    ]
    media = f"{draw(strategies.sampled_from(['application', 'text', 'image']))}/{some()}"
    operation = extended(
        {
            "operationId": some(),
            "summary": some(),
            "description": some(),
            "tags": [some()],
            "externalDocs": {"url": some(), "description": some()},
            "parameters": wanted,
            "requestBody": {
                "description": some(),
                "content": {"application/json": {"schema": {"$ref": refs[0]}, "example": {some(): some()}}},
            },
            "responses": {
                "200": {
                    "description": some(),
                    "headers": {some(): {"description": some(), "schema": {"type": "string"}}},
                    "content": {"application/json": {"schema": {"$ref": refs[1]}}},
                },
                "404": {"description": some(), "content": {media: {"schema": {"type": "string"}, "example": some()}}},
            },
            "security": [{"scheme": [some()]}],
        }
    )
    if draw(strategies.booleans()):
        operation["x-operation-group"] = [some(), some()]
        operation["x-operation-name"] = some()
    return {
        "openapi": "3.1.0",
        "info": extended(
            {
                **{key: some() for key in ("title", "version", "summary", "description", "termsOfService")},
                "contact": {"name": some(), "url": some(), "email": some()},
                "license": {"name": some(), "identifier": some()},
            }
        ),
        "servers": [
            {
                "url": "https://{region}.example/" + some().replace("{", "").replace("}", ""),
                "description": some(),
                "variables": {"region": {"default": some(), "enum": [some()], "description": some()}},
            }
        ],
        "tags": [extended({"name": name, "description": some()}) for name in draw(distinct(1, 2, text))],
        "paths": {"/" + some().replace("{", "").replace("}", ""): {"summary": some(), "post": operation}},
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "scheme": {"type": "apiKey", "name": some(), "in": "header", "description": some()},
                some() + "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": some(), "description": some()},
            },
        },
    }


def _pointer(name: str) -> str:
    """Return a name as a step of a URI fragment (RFC 6901, section 6)."""
    from urllib.parse import quote

    return quote(name.replace("~", "~0").replace("/", "~1"), safe="", errors="surrogatepass")


def texts(node: Any) -> set[str]:
    """Return all texts of a document, keys included."""
    if isinstance(node, dict):
        return {text for key, value in node.items() for text in ({key} | texts(value))}
    if isinstance(node, list):
        return {text for value in node for text in texts(value)}
    return {node} if isinstance(node, str) else set()
