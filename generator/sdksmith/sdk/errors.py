"""Errors by status: what the error of a response is called in every language, and what the document says of it.

Computed from the responses of an operation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sdksmith.media_types import is_json
from sdksmith.model import MediaType, Operation

#: Status -> the name of its error; any other status is an ``ApiError``.
ERRORS: Final = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "402": "PaymentRequiredError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "406": "NotAcceptableError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "412": "PreconditionFailedError",
    "413": "ContentTooLargeError",
    "415": "UnsupportedMediaTypeError",
    "422": "UnprocessableEntityError",
    "429": "TooManyRequestsError",
    "500": "InternalServerError",
    "502": "BadGatewayError",
    "503": "ServiceUnavailableError",
    "504": "GatewayTimeoutError",
}

#: The name of the error of any status that has none of its own.
OTHER_STATUS: Final = "ApiError"


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentedError:
    """An unsuccessful response of a call.

    Attributes
    ----------
    status
        As the document spells it: ``404``, ``4XX``, ``default``.
    name
        Of the error: ``NotFoundError``; languages with a type for each status name it so.
    descriptions
        The response's texts.
    body
        Its JSON, with the type that the error's body is decoded to; ``None`` where no JSON is documented. Where ``default``
        describes the success as well it describes errors all the same.
    """

    status: str
    name: str
    descriptions: tuple[str, ...]
    body: MediaType | None


def documented_errors(operation: Operation) -> tuple[DocumentedError, ...]:
    """Return the unsuccessful responses of an operation, in the order of the model."""
    return tuple(
        DocumentedError(
            status=response.status,
            name=ERRORS.get(response.status, OTHER_STATUS),
            descriptions=response.descriptions,
            body=next((media for media in response.alternatives if is_json(media.content_type)), None),
        )
        for response in operation.responses
        if not response.is_success
    )
