"""Additional names and runtime sources of a package whose API sends requests of its own."""

from __future__ import annotations

from typing import Final

from sdksmith.model import Api

#: The module, below the package.
MODULE: Final = "incoming"
#: Runtime sources that only such a package gets.
INCOMING_RUNTIME: Final = ("core/incoming.py", "core/signatures.py", "core/webhook_error.py")
#: Name -> module of the runtime, of what such a package exports more.
INCOMING_EXPORTS: Final = {
    "HmacSignature": "core.signatures",
    "SignatureVerifier": "core.signatures",
    "StandardSignature": "core.signatures",
    "WebhookError": "core.webhook_error",
    "WebhookPayloadError": "core.webhook_error",
    "WebhookVerificationError": "core.webhook_error",
}
#: Names of the classes.
WEBHOOKS: Final = "Webhooks"
CALLBACKS: Final = "Callbacks"
#: Methods that every one of the classes has.
RESERVED_METHODS: Final = frozenset(("parse", "verify"))


def class_names(api: Api) -> list[str]:
    """Return the names of the classes that a package has."""
    has_callbacks = any(operation.callbacks for operation in api.operations())
    return [*([WEBHOOKS] if api.webhooks else []), *([CALLBACKS] if has_callbacks else [])]
