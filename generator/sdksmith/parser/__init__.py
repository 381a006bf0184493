"""Document -> model. Knows one dialect: OpenAPI 3.1, in one tree."""

from sdksmith.parser.api import parse

__all__ = ["parse"]
