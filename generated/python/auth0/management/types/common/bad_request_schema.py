from typing import Annotated, Literal

from pydantic import Field

from ...core.model import Model


class BadRequestSchema(Model):
    """Body of an answer with status 400."""

    message: str
    """The fault in plain words."""

    status_code: Annotated[Literal[400], Field(alias="statusCode")]
    """HTTP status, repeated in the body."""

    error: Literal["Bad Request"]
    """Name of the HTTP status."""
