"""What counts as settled, Black leaves as it is; and what real documents have in long lines counts as settled."""

from __future__ import annotations

from collections.abc import Callable

import black
import pytest
from black.mode import Mode, TargetVersion

from sdksmith.targets.python.layout.code import Brackets, alias, annotated, call_statement, class_line
from sdksmith.targets.python.layout.settled import is_settled

MODE = Mode(target_versions={TargetVersion.PY311})

#: Kind of line -> source whose long line has a name of that kind.
SHAPES: dict[str, Callable[[str], str]] = {
    "class": lambda name: f"{class_line(name, ['Base'])}\n    x: int\n",
    "function": lambda name: f"async def {name}(\n    self,\n) -> None:\n    return None\n",
    "alias": lambda name: alias(name, Brackets("Union[", ("A", "B"), "]")) + "\n",
    "field": lambda name: f"class A:\n{annotated('kind', name, None, 4)}\n",
    "parameter": lambda name: f"def f(\n    a: {name},\n    b: {name} = {name}.DEFAULT,\n):\n    pass\n",
    "key": lambda name: f'x = {{\n    400: "{name}",\n    "a": {name},\n}}\n',
    "import": lambda name: f"from a import (\n    {name} as {name},\n)\n",
    "function of a page": lambda name: f"x = Pager(\n    items=lambda page: page.{name},\n)\n",
    "raw method": lambda name: f"class A:\n{call_statement(name, 'async_raw_method', f'AsyncA.{name}', 4)}\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_settled_is_as_black_leaves_it(shape: str) -> None:
    settled = 0
    for length in range(50, 130):
        source = SHAPES[shape]("N" * length)
        if is_settled(source):
            settled += 1
            assert black.format_str(source, mode=MODE) == source
    # All but the few widths at which Black has a choice.
    assert settled > 50


def test_a_line_that_black_would_split_is_not_settled() -> None:
    fits_alone = "N" * 79
    assert not is_settled(f"class A:\n    kind: {fits_alone}\n")
    assert not is_settled(f"x = f({', '.join(['argument'] * 12)})\n")
    assert not is_settled(f"class A(B):\n    kind: Optional[{'N' * 80}] = None\n")
