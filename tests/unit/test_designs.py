"""Designs: one for all targets with the same policy, and what is lost told once."""

from __future__ import annotations

from tests.unit.parser.parsing import parse_document, ref
from tests.unit.sdk.designing import OK, sends

from sdksmith.model import Disposition, Ledger
from sdksmith.pipeline.stages import Designs
from sdksmith.sdk import Policy

THING = {"type": "object", "properties": {"kind": {"type": "string"}}}
UNION = {
    "oneOf": [ref("Thing"), ref("Names")],
    "discriminator": {
        "propertyName": "kind",
        "mapping": {"thing": ref("Thing")["$ref"], "names": ref("Names")["$ref"]},
    },
}


def test_targets_with_one_policy_share_a_design_and_what_is_lost_is_told_once() -> None:
    schemas = {"Thing": THING, "Names": {"type": "array", "items": {"type": "string"}}, "Union": UNION}
    api = parse_document(
        {"paths": {"/a": {"post": {"responses": OK, **sends(ref("Thing"))}}}, "components": {"schemas": schemas}}
    ).api
    ledger = Ledger()
    designs = Designs(api, ledger)

    flat, again, whole = (designs.of(policy) for policy in (Policy(), Policy(), Policy(flatten_bodies=False)))

    assert flat is again
    assert (len(flat.flattened), len(whole.flattened)) == (1, 0)
    assert [entry.name for entry in ledger.entries if entry.outcome is Disposition.DEGRADED] == ["discriminator"]
