from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from runtime.core.api_error import describe, without_secrets
from runtime.core.headers import Headers

from runtime import errors

STATUSES = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    402: "PaymentRequiredError",
    403: "ForbiddenError",
    404: "NotFoundError",
    405: "MethodNotAllowedError",
    406: "NotAcceptableError",
    408: "RequestTimeoutError",
    409: "ConflictError",
    410: "GoneError",
    412: "PreconditionFailedError",
    413: "ContentTooLargeError",
    415: "UnsupportedMediaTypeError",
    422: "UnprocessableEntityError",
    429: "TooManyRequestsError",
    500: "InternalServerError",
    502: "BadGatewayError",
    503: "ServiceUnavailableError",
    504: "GatewayTimeoutError",
}


@pytest.mark.parametrize(("code", "name"), STATUSES.items())
def test_every_common_status_has_a_class(code: int, name: str) -> None:
    error_type = errors.error_class(code)
    assert error_type is not None
    assert error_type is getattr(errors, name)
    assert name in errors.__all__
    error = error_type(body={"message": "no"}, headers={"x-request-id": "r1"})
    assert isinstance(error, errors.ApiError)
    assert (error.status_code, error.body, error.request_id) == (code, {"message": "no"}, "r1")


def test_other_statuses_have_none() -> None:
    assert errors.error_class(418) is None
    assert len(STATUSES) == len([name for name in errors.__all__ if hasattr(getattr(errors, name), "status")])


def test_the_export_list_is_complete() -> None:
    defined = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception) and not name.startswith("_")
    }
    assert defined == set(errors.__all__) - {"error_class"}
    assert all(issubclass(getattr(errors, name), errors.SdkError) for name in defined)


@pytest.mark.parametrize(
    "error",
    [
        errors.NotFoundError({"message": "no"}, {"x": "y"}),
        errors.ApiError(status_code=418, headers=Headers([("X", "y")]), body="tea", message="m"),
        errors.DecodeError(status_code=200, body="<"),
        errors.ApiTimeoutError("slow", may_retry=True),
        errors.PaginationError("again"),
    ],
)
def test_errors_are_pickled_and_copied(error: errors.SdkError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert repr(twin) == repr(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"message": "m", "error": "e"}, "404 Not Found: m"),
        ({"error": "e", "error_description": "d"}, "404 Not Found: d"),
        ({"error": {"message": "inner"}}, "404 Not Found: inner"),
        ("plain\x1b[31m\ntext", "404 Not Found: plain [31m text"),
        ("<html>", "404 Not Found"),
        (None, "404 Not Found"),
        (["a"], "404 Not Found"),
        ({"message": 3}, "404 Not Found"),
    ],
)
def test_the_message_of_the_server(body: Any, said: str) -> None:
    assert str(errors.ApiError(status_code=404, body=body)) == said


def test_a_message_names_the_request_but_not_its_query() -> None:
    text = describe(
        429,
        Headers([("CF-Ray", "ray")]),
        {"message": "x" * 5000},
        method="GET",
        url="https://user:secret@host/a?token=secret#secret",
    )
    assert text.startswith("GET https://host/a: 429 Too Many Requests: xxx")
    assert text.endswith("(request id: ray)")
    assert "secret" not in text
    assert len(text) < 700
    assert without_secrets("/relative?x") == "/relative"


def test_headers_are_found_in_any_case() -> None:
    headers = Headers([("Link", "a"), ("LINK", "b")])
    assert headers["link"] == headers["Link"] == headers.get("lInK") == "a, b"
    assert "LINK" in headers
    assert "other" not in headers
    assert pickle.loads(pickle.dumps(headers)) == headers
