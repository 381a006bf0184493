from typing import Annotated, Literal

from pydantic import Field

from ...core.model import Model


class ForbiddenSchema(Model):
    """Body of an answer with status 403."""

    message: str
    """The fault in plain words."""

    status_code: Annotated[Literal[403], Field(alias="statusCode")]
    """HTTP status, repeated in the body."""

    error: Literal["Forbidden"]
    """Name of the HTTP status."""
