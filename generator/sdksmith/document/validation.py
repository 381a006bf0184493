"""The specification's own JSON Schemas, by way of openapi-spec-validator: stricter than what generating needs."""

from __future__ import annotations

import re
from typing import Any

from sdksmith.diagnostics import Diagnostics, Pointer, format_pointer
from sdksmith.document.loading import Document

_LONGEST = 300
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def validate(document: Document, diagnostics: Diagnostics) -> None:
    """Validate a document, as its author wrote it, against the schema of its version of OpenAPI.

    Parameters
    ----------
    document
        A loaded document.
    diagnostics
        Gets an error for each finding, with a pointer into the document.
    """
    # These imports take longer than loading most documents, and few runs need them.
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

    validators: dict[str, Any] = {
        "3.0": OpenAPIV30SpecValidator,
        "3.1": OpenAPIV31SpecValidator,
        "3.2": OpenAPIV32SpecValidator,
    }
    tree = document.original()
    try:
        for found in validators[document.version[:3]](tree).iter_errors():
            closest = _closest(found)
            if (closest.validator, closest.validator_value) == ("format", "regex"):
                # Patterns are of ECMA-262, and the library asks Python, which knows another dialect.
                continue
            path: list[Any] = list(closest.absolute_path)
            pointer = tuple(str(token) for token in path)
            diagnostics.error("invalid-openapi", _message(closest, pointer), pointer=pointer)
    except Exception as error:  # noqa: BLE001
        # The library takes some things for granted before it has checked them, and then raises whatever comes. What it
        # found up to there is kept, and a document that it can't get through is certainly not valid.
        message = f"the validator could not get through the document ({type(error).__name__})"
        diagnostics.error("invalid-openapi", message, pointer=())


def _closest(found: Any) -> Any:
    """Return the inner finding that goes deepest: "not valid under any of the given schemas" helps nobody."""
    while found.context:
        found = max(found.context, key=lambda inner: len(inner.absolute_path))
    return found


def _message(found: Any, pointer: Pointer) -> str:
    """Return the finding's text on one line; messages of the library may quote a whole schema."""
    text = _CONTROL.sub(" ", str(found.message)).strip().rstrip(".")
    if len(text) > _LONGEST:
        keyword = getattr(found, "validator", None)
        text = f"the value does not satisfy {keyword!r}" if keyword else text[: _LONGEST - 3] + "..."
    return f"{format_pointer(pointer) or 'the document'}: {text}"
