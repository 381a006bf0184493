from typing import Annotated, Literal

from pydantic import Field

from ...core.model import Model


class TooManyRequestsSchema(Model):
    """Body of an answer with status 429."""

    message: str
    """The fault in plain words."""

    status_code: Annotated[Literal[429], Field(alias="statusCode")]
    """HTTP status, repeated in the body."""

    error: Literal["Too Many Requests"]
    """Name of the HTTP status."""
