"""The layout module against the real Black: what it lays out, Black leaves as it is."""

from __future__ import annotations

import black
import pytest
from black.mode import Mode, TargetVersion
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import (
    LINE_LENGTH,
    Brackets,
    Expression,
    alias,
    annotated,
    call_line,
    call_statement,
    class_line,
    exploded,
    expression,
    flat,
    import_from,
    parameter,
    result_statement,
)

MODE = Mode(target_versions={TargetVersion.PY311})
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

NAMES = st.one_of(
    st.sampled_from(["str", "int", "Any", "Action", "ActionTrigger", "datetime"]),
    st.integers(min_value=1, max_value=84).map(lambda length: "N" * length),
)
SNAKE = st.one_of(
    st.sampled_from(["id", "name", "from_", "supported_triggers"]),
    st.integers(min_value=1, max_value=70).map(lambda length: "n" * length),
)
TEXTS = st.one_of(
    st.sampled_from(["a", "post-login", 'say "it"', "it's"]),
    st.integers(min_value=0, max_value=84).map(lambda length: "t" * length),
)


def _subscript(name: str) -> st.SearchStrategy[Expression]:
    return st.deferred(lambda: TYPES).map(lambda inner: Brackets(f"{name}[", (inner,), "]"))


LITERALS = st.lists(TEXTS, min_size=1, max_size=6).map(
    lambda texts: Brackets("Literal[", tuple(map(literals.string, texts)), "]")
)
#: Type expressions as the target prints them.
TYPES: st.SearchStrategy[Expression] = st.one_of(
    NAMES,
    NAMES.map(lambda name: f'"{name}"'),
    LITERALS,
    _subscript("Optional"),
    _subscript("List"),
    _subscript("Sequence"),
    st.deferred(lambda: TYPES).map(lambda inner: Brackets("Dict[", ("str", inner), "]")),
    st.lists(st.deferred(lambda: TYPES), min_size=2, max_size=4).map(
        lambda inner: Brackets("Union[", tuple(inner), "]")
    ),
)
ANNOTATIONS: st.SearchStrategy[Expression] = st.one_of(
    TYPES,
    st.tuples(TYPES, TEXTS).map(
        lambda pair: Brackets(
            "Annotated[", (pair[0], Brackets("Field(", (f"alias={literals.string(pair[1])}",), ")")), "]"
        )
    ),
)

JSON: st.SearchStrategy[object] = st.recursive(
    st.one_of(TEXTS, st.integers(-5, 10**9), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=8,
)


def _named(name: str, value: Expression) -> Expression:
    if isinstance(value, str):
        return f"{name}={value}"
    return Brackets(f"{name}={value.head}", value.items, value.tail)


#: Keyword arguments as calls have them.
ARGUMENTS: st.SearchStrategy[Expression] = st.one_of(
    SNAKE,
    st.builds(_named, SNAKE, JSON.map(literals.value)),
    st.builds(
        lambda name, pairs: Brackets(f"{name}={{", tuple(f'"{key}": {value}' for key, value in pairs), "}"),
        SNAKE,
        st.lists(st.tuples(SNAKE, SNAKE), min_size=1, max_size=4),
    ),
)
CALLS = st.builds(
    lambda name, items: Brackets(f"{name}(", tuple(items), ")"), SNAKE, st.lists(ARGUMENTS, min_size=1, max_size=4)
)


def fits(code: str) -> bool:
    """Whether no line is too long; Black itself decides about the others."""
    return all(len(line) <= LINE_LENGTH for line in code.split("\n"))


def assert_stable(code: str) -> None:
    """Hold code that fits against Black."""
    assume(fits(code))
    assert black.format_str(code, mode=MODE) == code


@SLOW
@given(name=NAMES, value=TYPES)
def test_aliases(name: str, value: Expression) -> None:
    assert_stable(alias(name, value) + "\n")


@SLOW
@given(name=SNAKE, annotation=ANNOTATIONS, default=st.sampled_from([None, "None", "True", '"post-login"']))
def test_fields(name: str, annotation: Expression, default: str | None) -> None:
    assert_stable(f"class Thing(Model):\n{annotated(name, annotation, default, 4)}\n")


@SLOW
@given(name=NAMES, bases=st.lists(st.one_of(NAMES, _subscript("Generic")), min_size=1, max_size=4))
def test_class_lines(name: str, bases: list[Expression]) -> None:
    assert_stable(f"{class_line(name, bases)}\n    pass\n")


@SLOW
@given(names=st.lists(st.one_of(NAMES, SNAKE), min_size=1, max_size=6), indent=st.sampled_from([0, 4, 8]))
def test_imports(names: list[str], indent: int) -> None:
    start = "".join(f"{' ' * column}if True:\n" for column in range(0, indent, 4))
    assert_stable(f"{start}{import_from('..core.model', names, indent)}\n")


@SLOW
@given(
    entries=st.lists(st.tuples(SNAKE, ANNOTATIONS, st.sampled_from([None, "None", "OMIT", "50"])), max_size=4),
    returns=ANNOTATIONS,
)
def test_signatures(entries: list[tuple[str, Expression, str | None]], returns: Expression) -> None:
    lines = ["class Client:", "    def method(", "        self,", "        *,"]
    lines.extend(parameter(name, annotation, default, 8) for name, annotation, default in entries)
    lines.append("        request_options: Optional[RequestOptions] = None,")
    lines.append(f"    ) -> {expression(returns, 4, 9, 1)}:")
    lines.append("        pass")
    assert_stable("\n".join(lines) + "\n")


@SLOW
@given(items=st.lists(ARGUMENTS, min_size=1, max_size=5), start=st.sampled_from(["return ", "return await "]))
def test_calls_with_an_argument_a_line(items: list[Expression], start: str) -> None:
    code = exploded(Brackets(f"{start}self._api.call(", tuple(items), ")"), 8)
    assert_stable(f"class Client:\n    async def method(self):\n        {code}\n")


@SLOW
@given(annotation=TYPES, items=st.lists(ARGUMENTS, min_size=1, max_size=3))
def test_results_that_are_declared(annotation: Expression, items: list[Expression]) -> None:
    code = result_statement(annotation, Brackets("self._api.call(", tuple(items), ")"))
    assert_stable(f"class Client:\n    def method(self):\n        {code}\n        return result\n")


@SLOW
@given(target=SNAKE, function=SNAKE, argument=SNAKE)
def test_calls_with_one_argument(target: str, function: str, argument: str) -> None:
    assert_stable(f"class Client:\n{call_statement(target, function, argument, 4)}\n")


@SLOW
@given(value=CALLS, start=st.sampled_from(["", "client = ", "await "]))
def test_examples_that_are_statements(value: Brackets, start: str) -> None:
    assert_stable(f"{start}{expression(value, 0, len(start), 0)}\n")


@SLOW
@given(value=CALLS)
def test_examples_that_are_loops(value: Brackets) -> None:
    assert_stable(f"for item in {expression(value, 0, 12, 1)}:\n    print(item)\n")


@SLOW
@given(value=JSON)
def test_json_values(value: object) -> None:
    assert_stable(f"value = {expression(literals.value(value), 0, 8, 0)}\n")


@given(value=JSON)
def test_a_json_value_is_itself_again(value: object) -> None:
    assert eval(flat(literals.value(value)), {}) == value


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["b", "A", "MAX", "a", "B"], "from m import MAX, A, B, a, b"),
        (["x", "x"], "from m import x"),
        (["T"], "from m import T"),
    ],
)
def test_imported_names_stand_once_and_in_the_order_of_isort(names: list[str], line: str) -> None:
    assert import_from("m", names) == line


def test_brackets_without_items_stay_closed() -> None:
    assert exploded(Brackets("call(", (), ")"), 4) == "call()"


def test_a_call_without_arguments_goes_into_parentheses_however_long() -> None:
    call = Brackets(f"client.{'a' * 90}(", (), ")")
    text = call_line(call, 8, "result", "await ")
    assert text == f"        result = (\n            await client.{'a' * 90}()\n        )"
    module = f"async def f() -> None:\n    if client:\n{text}\n"
    assert black.format_str(module, mode=Mode()) == module
