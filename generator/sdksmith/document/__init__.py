"""From bytes to one tree: reading, JSON and YAML, references, checks, and the upgrade from OpenAPI 3.0 to 3.1."""

from sdksmith.document.loading import Document, load, read_text
from sdksmith.document.pointers import is_array, is_object
from sdksmith.document.validation import validate

__all__ = [
    "Document",
    "is_array",
    "is_object",
    "load",
    "read_text",
    "validate",
]
