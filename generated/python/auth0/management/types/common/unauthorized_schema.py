from typing import Annotated, Literal

from pydantic import Field

from ...core.model import Model


class UnauthorizedSchema(Model):
    """Body of an answer with status 401."""

    message: str
    """The fault in plain words."""

    status_code: Annotated[Literal[401], Field(alias="statusCode")]
    """HTTP status, repeated in the body."""

    error: Literal["Unauthorized"]
    """Name of the HTTP status."""
