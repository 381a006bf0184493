"""From bytes to one tree: reading, JSON and YAML, references, checks, and the upgrade from OpenAPI 3.0 to 3.1."""

from sdksmith.document.edited import Written, is_as_read, load_edited, write_down
from sdksmith.document.loading import Document, load, read_text
from sdksmith.document.pointers import is_array, is_object
from sdksmith.document.validation import validate

__all__ = [
    "Document",
    "Written",
    "is_array",
    "is_as_read",
    "is_object",
    "load",
    "load_edited",
    "read_text",
    "validate",
    "write_down",
]
