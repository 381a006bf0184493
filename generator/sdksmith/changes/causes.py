"""What a change comes from, in the words of OpenAPI: what happened in the document, not in a library."""

from __future__ import annotations

from typing import Final

from sdksmith.surface import Change

#: Code, or its end -> what happened. ``{old}`` and ``{new}`` are what was and is; the first that fits is told.
_CAUSES: Final[dict[str, str]] = {
    "method-removed": "the operation is no longer in the document, or is left out by its stage",
    "method-moved": "the operation has another operationId, tag, x-operation-name or x-operation-group",
    "method-added": "an operation was added, or is no longer left out by its stage",
    "argument-removed": "a parameter or a property of the body was removed or renamed, or the body is no longer an object",
    "argument-renamed": "a parameter of the path has another name",
    "required-argument-added": "a required parameter, or a required property of the body, was added or renamed",
    "argument-added": "a parameter or a property of the body was added",
    "required-field-added": "a required property was added to a schema",
    "field-added": "a property was added to a schema",
    "field-removed": "a property was removed from a schema, or has another name",
    "class-added": "a schema of an object was added, or is used now",
    "name-added": "a schema was added, or is used now",
    "class-removed": "the schema was removed or renamed, or nothing refers to it any more",
    "name-removed": "the schema was removed or renamed, or nothing refers to it any more",
    "value-added": "a value was added to an enum",
    "value-removed": "a value was removed from an enum",
    "error-body-removed": "the response of that status was removed, or has no body",
    "error-added": "a response of an error was added, or got a body",
    "error-body-changed": "the response of that status has another schema",
    "kind-changed": "the schema was that of an object and is something else, or the other way round",
    "result-changed": "the successful responses, their schema or the way of paging is another",
    "base-removed": "allOf no longer refers to a schema",
    "base-added": "allOf refers to one more schema",
    "field-became-required": "required has one more property",
    "field-became-optional": "required has one property less",
    "became-required": "the parameter or property is required now",
    "became-optional": "the parameter or property is no longer required",
    "type-changed": "the schema allows other types: it was {old}, and is {new}",
    "type-widened": "the schema allows more types than it did",
    "type-narrowed": "the schema allows fewer types than it did",
    "stage-changed": "deprecated, or x-release-lifecycle, has another value",
    "documentation-changed": "descriptions, limits, defaults or examples are others",
    "method-changed": "the operation stands under another method",
    "path-changed": "the operation stands under another path",
    "media-type-changed": "the body has another media type",
    "accept-changed": "the responses have other media types",
    "security-changed": "security asks for other credentials",
    "server-changed": "servers has another URL",
    "style-changed": "style or explode of the parameter is another",
    "name-changed": "the name of the parameter or property, or where it is sent, is another",
    "default-changed": "the one value that the parameter can have is another",
    "position-changed": "the path has its parameters in another order",
    "setting-added": "security schemes or server variables were added",
    "setting-removed": "a security scheme or a server variable was removed or renamed",
    "package-renamed": "`package` of the configuration, or the title it is from, is another",
    "client-renamed": "`client` of the configuration, or the title it is from, is another",
    "requirement-removed": "another library is needed: `http_library` of the configuration, or another sdksmith",
    "requirement-raised": "a newer version is needed, as another sdksmith has it",
    "requirement-changed": "the versions that are needed are others",
    "requirement-added": "another library is needed",
    "reader-added": "a webhook or a callback was added",
    "reader-removed": "a webhook or a callback was removed or renamed",
    "credential-changed": "the security scheme sends its key elsewhere",
}  # fmt: skip


def cause_of(change: Change) -> str:
    """Return what happened in the document; ``""`` where the code says it all."""
    text = next((text for code, text in _CAUSES.items() if change.code == code), "")
    text = text or next((text for code, text in _CAUSES.items() if change.code.endswith(code)), "")
    return text.format(old=change.old or "nothing", new=change.new or "nothing")
