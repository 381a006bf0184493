"""Types that build on each other, each on the next, for a thousand steps: Python's own stack ends much sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

LENGTH = 1_000


def chain(kind: str) -> Spec:
    """Return a document whose first type leads to the last through all others."""
    link = {"object": "{%s}", "array": "{type: array, items: {%s}}", "nullable": "{oneOf: [{%s}, {type: 'null'}]}"}[
        kind
    ]
    lines = ["schemas:"]
    for number in range(LENGTH):
        following = link % f'$ref: "#/components/schemas/N{number + 1}"'
        lines.append(f"  N{number}: {{type: object, properties: {{a: {{type: string}}, next: {following}}}}}")
    lines.append(f"  N{LENGTH}: {{type: object, properties: {{a: {{type: string}}}}}}")
    lines.append("""paths:
  /n:
    get:
      tags: [things]
      operationId: get
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/N0"}}}}}
""")
    return Spec("\n".join(lines), strict=False)


def below(frames: int, function: Callable[[], Any]) -> Any:
    """Call a function from a stack that is so many frames deep already."""
    return function() if frames == 0 else below(frames - 1, function)


@pytest.mark.parametrize("kind", ["object", "array", "nullable"])
def test_the_first_call_works_from_a_deep_stack(kind: str, server: Server) -> None:
    package = make_package(chain(kind))
    value = [{"a": "y"}] if kind == "array" else {"a": "y"}
    server.answer(200, {"a": "x", "next": value})

    result = below(200, lambda: server.call(package, lambda client: client.things.get()).result)

    assert type(result) is package.N0
    assert result.next == ([package.N1(a="y")] if kind == "array" else package.N1(a="y"))
    assert package.N500(a="z").model_dump() == {"a": "z"}


def test_a_model_in_the_middle_can_be_made_first() -> None:
    package = make_package(Spec(chain("object").text.replace("/n:", "/m:"), strict=False))

    assert below(200, lambda: package.N3(a="z", next=package.N4(a="y")).model_dump()) == {"a": "z", "next": {"a": "y"}}
