"""Operations of a document, and the calls that the SDK rules promise for them.

Names, order and flattening are worked out here from the document and the written rules, not by asking the generator.
"""

from __future__ import annotations

import inspect
import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.wire.schemas import Schema, Schemas

METHODS = ("get", "put", "post", "delete", "patch")
#: What a method may leave out of the parameters of a list that pages, or that offers a choice of pages.
PAGING = frozenset({"page", "per_page", "include_totals", "from", "take"})

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words(text: str) -> list[str]:
    """Split as lodash does: digits are words, and an acronym ends before its last capital."""
    return _WORD.findall(text)


def pascal(text: str) -> str:
    """``x5t#S256`` -> ``X5TS256``: each word capitalised, the rest lower."""
    return "".join(word.capitalize() for word in words(text))


def snake(text: str) -> str:
    """``setFcmv1Provider`` -> ``set_fcmv_1_provider``, and keywords get a trailing underscore."""
    name = "_".join(word.lower() for word in words(text))
    return f"{name}_" if keyword.iskeyword(name) else name


@dataclass(frozen=True)
class Parameter:
    """An argument of a call."""

    wire: str
    where: str
    schema: Schema
    required: bool

    @property
    def name(self) -> str:
        return snake(self.wire)


@dataclass(frozen=True)
class Answer:
    """A documented answer of success."""

    status: int
    media_type: str | None
    schema: Schema | None

    @property
    def is_empty(self) -> bool:
        """Whether there is no body: a 204 never has one, whatever the document says (RFC 9110, 15.3.5)."""
        return self.media_type is None or self.status == 204


class Operation:
    """One operation."""

    def __init__(self, schemas: Schemas, method: str, path: str, item: Mapping[str, Any]) -> None:
        self.schemas = schemas
        self.method = method.upper()
        self.path = path
        self.node: dict[str, Any] = item[method]
        self._shared = item.get("parameters", [])

    def __str__(self) -> str:
        return ".".join(self.attributes)

    @cached_property
    def attributes(self) -> list[str]:
        """What to look up on a client, one after the other, to get the method."""
        group = self.node["x-operation-group"]
        parts = [group] if isinstance(group, str) else list(group)
        return [*map(snake, parts), snake(self.node["x-operation-name"])]

    @cached_property
    def parameters(self) -> list[Parameter]:
        """Path parameters in the order of the path, then the query, then headers; ignored ones are left out."""
        found = [self.schemas.resolve(each) for each in (*self._shared, *self.node.get("parameters", ()))]
        placed: list[str] = re.findall(r"{([^}]+)}", self.path)
        result = [
            Parameter(each["name"], each["in"], each.get("schema", {}), bool(each.get("required")))
            for each in found
            if not each.get("x-sdk-ignore")
        ]
        return sorted(result, key=lambda each: placed.index(each.wire) if each.where == "path" else len(placed))

    @cached_property
    def body(self) -> tuple[str, Schema, bool] | None:
        """Media type, schema, and whether the body is required; JSON wins over forms."""
        body = self.schemas.resolve(self.node.get("requestBody", {}))
        content = body.get("content", {})
        for media_type in ("application/json", *content):
            if media_type in content:
                return media_type, content[media_type].get("schema", {}), bool(body.get("required"))
        return None

    @cached_property
    def is_flattened(self) -> bool:
        """Whether the fields of the body are arguments: it is a plain, non-nullable object with properties."""
        if self.body is None:
            return False
        flat = self.schemas.flat(self.body[1])
        return bool(flat.get("properties")) and flat.get("type", "object") == "object" and not self._is_union(flat)

    @staticmethod
    def _is_union(flat: Schema) -> bool:
        return "oneOf" in flat or "anyOf" in flat

    @cached_property
    def answers(self) -> list[Answer]:
        """The answers of success."""
        result: list[Answer] = []
        for status, node in self.node["responses"].items():
            if status.startswith("2"):
                content = self.schemas.resolve(node).get("content", {})
                media_type = next(iter(content), None)
                schema = content[media_type].get("schema") if media_type else None
                result.append(Answer(int(status), media_type, schema))
        return result

    def bind(self, client: Any, *, raw: bool = False) -> Any:
        """Look the method up on a client."""
        *group, method = self.attributes
        for name in group:
            client = getattr(client, name)
        return getattr(client.with_raw_response if raw else client, method)

    def dropped(self, client: Any) -> frozenset[str]:
        """Return the paging parameters that the method does not take.

        Raises
        ------
        AssertionError
            The method takes other arguments than the rules say, or in another order.
        """
        signature = inspect.signature(self.bind(client))
        actual = list(signature.parameters)
        documented = {each.name: each.wire for each in self.parameters}
        dropped = frozenset(wire for name, wire in documented.items() if name not in actual)
        assert dropped <= PAGING, f"{self} takes no {sorted(dropped)}"
        path = [each.name for each in self.parameters if each.where == "path"]
        assert actual[: len(path)] == path, f"{self} takes {actual}"
        assert set(actual) == {*self._argument_names(), "request_options"} - set(
            map(snake, dropped)
        ), f"{self} takes {actual}"
        kinds = [each.kind for each in signature.parameters.values()]
        assert all(kind is inspect.Parameter.KEYWORD_ONLY for kind in kinds[len(path) :]), f"{self}: {signature}"
        return dropped

    def misplaced(self, client: Any) -> Iterator[str]:
        """Yield what is wrong with the order of the keywords, and with their defaults (SDK rules, methods)."""
        given = list(inspect.signature(self.bind(client)).parameters.values())
        keywords = given[len([each for each in self.parameters if each.where == "path"]) :]
        required = [each.name for each in keywords if each.default is inspect.Parameter.empty]
        optional = [each.name for each in keywords if each.default is not inspect.Parameter.empty]
        if [each.name for each in keywords] != required + optional or optional[-1] != "request_options":
            yield f"required and optional arguments are mixed: {given}"
        for names in (required, optional[:-1]):
            documented = [name for name in self._argument_names() if name in names]
            if names != documented:
                yield f"the arguments are {names}, not {documented}"
        fields = [*self._argument_names()][len(self.parameters) :] if self.is_flattened else []
        for each in keywords:
            if each.name in optional and each.name not in PAGING:
                default = "OMIT" if each.name in fields else "None"
                if repr(each.default) not in (default, "OMIT" if each.name == "request" else default):
                    yield f"the default of {each.name} is {each.default!r}, not {default}"

    def takes(self, client: Any, name: str) -> bool:
        """Say whether the method has an argument."""
        return name in inspect.signature(self.bind(client)).parameters

    def needs_body(self, client: Any) -> bool:
        """Say whether a call must be given ``request``.

        A body in one piece may be left out where null may stand in its place, whatever ``requestBody.required`` says:
        so it is in the library that this one takes the place of.
        """
        request = inspect.signature(self.bind(client)).parameters.get("request")
        return not self.is_flattened and request is not None and request.default is inspect.Parameter.empty

    def _argument_names(self) -> Iterator[str]:
        yield from (each.name for each in self.parameters)
        if self.body is not None:
            if self.is_flattened:
                yield from map(snake, self.schemas.flat(self.body[1])["properties"])
            else:
                yield "request"

    def chosen(self, schema: Schema, client: Any) -> Schema:
        """Return the variant of a list's answer that the method is made for (SDK rules, paging, 1)."""
        variants = self.schemas.variants(schema)
        arrays = [each for each in variants if self.schemas.flat(each).get("type") == "array"]
        if not arrays or len(arrays) == len(variants):
            return schema
        pages = [each for each in variants if each not in arrays]
        with_next = [each for each in pages if "next" in self.schemas.flat(each).get("properties", {})]
        if with_next and self.takes(client, "take"):
            return with_next[0]
        if self.takes(client, "page"):
            return next(each for each in pages if each not in with_next)
        return arrays[0]


def operations(schemas: Schemas, exclude_lifecycle: frozenset[str]) -> list[Operation]:
    """Return the operations that a client is made for."""
    return [
        Operation(schemas, method, path, item)
        for path, item in schemas.document["paths"].items()
        for method in METHODS
        if method in item and item[method].get("x-release-lifecycle") not in exclude_lifecycle
    ]
