"""Groups: where methods stand."""

from __future__ import annotations

from tests.unit.sdk.designing import OK, design

from sdksmith.sdk import MethodGroup


def test_a_method_knows_the_group_that_it_stands_in_however_its_operation_spells_it() -> None:
    paths = {
        f"/{number}": {"get": {"tags": [tag], "responses": OK}}
        for number, tag in enumerate(["Responses", "responses", "RESPONSES"])
    }
    found: list[tuple[str, ...]] = []

    def look(group: MethodGroup) -> None:
        found.extend(method.group for method in group.methods)
        assert {method.group for method in group.methods} <= {group.path}
        for child in group.groups:
            look(child)

    look(design({"paths": paths}).root)
    assert len(found) == 3
    assert len(set(found)) == 1
