"""JSONPath queries (RFC 9535), with a bound on what they may cost.

The library evaluates; what is added here is the counting. Steps are counted rather than seconds, so that a query that
passes on one machine passes on all. Patterns alone are bound by time, because a backtracking matcher offers nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from iregexp_check import check as is_iregexp
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode, JSONPathQuery
from jsonpath_rfc9535.filter_expressions import Expression, RelativeFilterQuery, RootFilterQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.parse import Parser
from jsonpath_rfc9535.tokens import TokenStream

#: Nodes that one query may visit. The Management API has 300,000 of them.
_MOST_STEPS: Final = 2_000_000
_LONGEST_QUERY: Final = 10_000
_PATTERN_SECONDS: Final = 2.0
#: The library's traversal recurses; the deepest document that the configuration allows has 2,000 levels.
_DEEPEST: Final = 2_100

# It has no type information; unlike `re`, it can give up after a while.
_regex: Any = import_module("regex")


class QueryError(Exception):
    """A query that is not valid; the message says why."""


class QueryTooComplex(Exception):
    """A query that takes too long; the message says of what there is too much."""


def find(query: str, tree: object, *, most_steps: int = _MOST_STEPS) -> list[tuple[str | int, ...]]:
    """Return where the nodes are that a query selects, each once, in the order of the query.

    Parameters
    ----------
    query
        JSONPath, as RFC 9535 has it.
    tree
        Dicts, lists and scalars.
    most_steps
        Nodes that may be visited.

    Returns
    -------
    list of tuple
        Keys and indices from the root on; ``()`` is the root itself.

    Raises
    ------
    QueryError
        The query is not valid.
    QueryTooComplex
        It passes a bound.
    """
    if len(query) > _LONGEST_QUERY:
        raise QueryTooComplex(f"it is longer than {_LONGEST_QUERY:,} characters")
    environment = _Environment(most_steps)
    try:
        compiled = environment.compile(query)
        nodes = _Query(env=environment, segments=compiled.segments).finditer(tree)
        return list(dict.fromkeys(node.location for node in nodes))
    except JSONPathError as error:
        raise QueryError(str(error)) from error
    except RecursionError as error:
        raise QueryTooComplex("it nests too deeply") from error


class _Environment(JSONPathEnvironment):
    """Counts the nodes that a query visits, inside its filters too."""

    max_recursion_depth = _DEEPEST

    def __init__(self, most_steps: int) -> None:
        super().__init__()
        self.parser = _Parser(env=self)
        self._most_steps = most_steps
        self._left = most_steps

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _PatternFunction("fullmatch")
        self.function_extensions["search"] = _PatternFunction("search")

    def count(self) -> None:
        """Count a node.

        Raises
        ------
        QueryTooComplex
            There were too many.
        """
        self._left -= 1
        if self._left < 0:
            raise QueryTooComplex(f"it visits more than {self._most_steps:,} nodes")


class _Node(JSONPathNode):
    __slots__ = ("_environment",)

    def __init__(
        self,
        environment: _Environment,
        value: object,
        location: tuple[int | str, ...],
        parent: JSONPathNode | None,
        root: Any,
    ) -> None:
        super().__init__(value=value, location=location, parent=parent, root=root)
        self._environment = environment
        environment.count()

    def new_child(self, value: object, key: int | str, parent: JSONPathNode | None) -> JSONPathNode:
        return _Node(self._environment, value, (*self.location, key), parent, self.root)


class _Query(JSONPathQuery):
    __slots__ = ()

    def finditer(self, value: Any) -> Iterable[JSONPathNode]:
        assert isinstance(self.env, _Environment)
        nodes: Iterable[JSONPathNode] = [_Node(self.env, value, (), None, value)]
        for segment in self.segments:
            nodes = segment.resolve(nodes)
        return nodes


class _Parser(Parser):
    """Makes the queries inside filters count as well."""

    def parse_root_query(self, stream: TokenStream) -> Expression:
        return RootFilterQuery(token=stream.next_token(), query=self._query(stream))

    def parse_relative_query(self, stream: TokenStream) -> Expression:
        return RelativeFilterQuery(token=stream.next_token(), query=self._query(stream))

    def _query(self, stream: TokenStream) -> JSONPathQuery:
        return _Query(env=self.env, segments=tuple(self.parse_query(stream, in_filter=True)))


class _PatternFunction(FilterFunction):
    """``match`` and ``search``, whose patterns are I-Regexps (RFC 9485)."""

    def __init__(self, method: str) -> None:
        self._method = method

    @property
    def arg_types(self) -> list[ExpressionType]:
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        return ExpressionType.LOGICAL

    def __call__(self, text: object, pattern: object) -> bool:
        # What is no string or no I-Regexp matches nothing (RFC 9535 sections 2.4.6 and 2.4.7).
        if not isinstance(text, str) or not isinstance(pattern, str) or not is_iregexp(pattern):
            return False
        try:
            found = getattr(_regex, self._method)(_translated(pattern), text, timeout=_PATTERN_SECONDS)
        except TimeoutError as error:
            raise QueryTooComplex("its pattern takes too long to match") from error
        except _regex.error:
            return False
        return found is not None


def _translated(pattern: str) -> str:
    """Return an I-Regexp as a pattern of the library: only the dot differs (RFC 9485 section 5.4)."""
    parts: list[str] = []
    escaped = in_class = False
    for character in pattern:
        if character == "." and not escaped and not in_class:
            parts.append(r"[^\n\r]")
            continue
        parts.append(character)
        if not escaped and character in "[]":
            in_class = character == "["
        escaped = character == "\\" and not escaped
    return "".join(parts)
