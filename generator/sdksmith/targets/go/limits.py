"""Limits of the Go target, entered into the ledger so that nobody finds out by accident."""

from __future__ import annotations

from sdksmith.model import Disposition, Ledger
from sdksmith.sdk import Sdk
from sdksmith.sdk.credentials import credential_of
from sdksmith.sdk.polymorphism import has_subtypes


def record_limits(sdk: Sdk, ledger: Ledger) -> None:
    """Record what is made in a simpler way than the document says."""
    for scheme in sdk.api.security_schemes:
        if credential_of(scheme) is None:
            reason = "there is no option for it: pass an HTTP client that authenticates, or set headers"
            ledger.record(
                ("components", "securitySchemes", scheme.name), "security", scheme.type, Disposition.DEGRADED, reason
            )
    for method in sdk.methods.values():
        if method.result.kind == "data" and len(method.result.types) > 1:
            reason = "the successes have several types: the result is any"
            ledger.record((*method.symbol, "responses"), "operation", "responses", Disposition.DEGRADED, reason)
    for request in sdk.api.incoming():
        reason = (
            "its payload has a type, and there is no reader: verify the request, and pass its body to encoding/json"
        )
        ledger.record(request.symbol, "payload", request.name, Disposition.DEGRADED, reason)
    for symbol in sdk.emitted:
        if has_subtypes(sdk.types[symbol].declaration):
            reason = "values of sub-types are of this type, and what they add is among its extra properties"
            ledger.record(symbol, "schema", "discriminator", Disposition.DEGRADED, reason)
