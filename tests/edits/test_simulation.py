"""Edits of a real library go through a change of its document, in a clone that has no history and no cache."""

from __future__ import annotations

import pytest
from tests.edits.simulation import KINDS, STATES, simulate_all


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_edit_is_lost_and_no_clean_merge_is_invalid() -> None:
    outcomes = simulate_all(STATES[-2:], cloned=True)
    assert outcomes.keys() == KINDS.keys()
    assert sum(outcome.edits for outcome in outcomes.values()) > 100
    for kind, outcome in outcomes.items():
        assert outcome.lost == [] and outcome.unparsable == [], kind
    # Most documents add: what stands apart from the ends of classes is not in the way.
    assert outcomes["a method in the middle of a class"].conflicts == 0
