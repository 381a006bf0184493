"""Errors: a class for each status, and a body of the documented type."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

FAULTS = Spec("""
schemas:
  Problem: {type: object, required: [code], properties: {code: {type: string}, message: {type: string}}}
security: [{bearer: []}]
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
paths:
  /things/{id}:
    get:
      tags: [things]
      operationId: get
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: secret, in: query, schema: {type: string}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: string}}}}
        "404": {description: none, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
        "409":
          description: inline
          content: {application/json: {schema: {type: object, properties: {owner: {type: string}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(FAULTS)


def _error(sdk: Any, server: Server, status: int, body: Any = None, headers: dict[str, str] | None = None) -> Any:
    server.answers = []
    server.answer(status, {} if body is None else body, headers)
    client = sdk.Api(base_url=server.url, token="top-secret-token", max_retries=0)
    with client, pytest.raises(sdk.ApiError) as caught:
        client.things.get("1", secret="hidden-value")
    return caught.value


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "UnauthorizedError"),
        (402, "PaymentRequiredError"),
        (403, "ForbiddenError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (410, "GoneError"),
        (412, "PreconditionFailedError"),
        (413, "ContentTooLargeError"),
        (422, "UnprocessableEntityError"),
        (429, "TooManyRequestsError"),
        (500, "InternalServerError"),
        (503, "ServiceUnavailableError"),
        (418, "ApiError"),
        (599, "ApiError"),
    ],
)
def test_each_status_has_its_class(sdk: Any, server: Server, status: int, name: str) -> None:
    error = _error(sdk, server, status)
    assert type(error) is getattr(sdk, name)
    assert error.status_code == status


def test_the_body_of_an_error_is_typed_where_it_is_described(sdk: Any, server: Server) -> None:
    assert _error(sdk, server, 404, {"code": "gone"}).body == sdk.Problem(code="gone")


def test_an_inline_body_of_an_error_is_typed_too(sdk: Any, server: Server) -> None:
    assert _error(sdk, server, 409, {"owner": "Ann"}).body.owner == "Ann"


def test_the_body_of_another_error_is_plain(sdk: Any, server: Server) -> None:
    assert _error(sdk, server, 400, {"a": [1]}).body == {"a": [1]}


def test_a_body_in_other_words_is_kept_as_text(sdk: Any, server: Server) -> None:
    assert _error(sdk, server, 404, b"<html>", {"Content-Type": "text/html"}).body == "<html>"


def test_the_message_tells_the_request_the_status_and_what_the_server_said(sdk: Any, server: Server) -> None:
    error = _error(sdk, server, 404, {"code": "c", "message": "no such thing"}, {"X-Request-Id": "r-1"})
    for part in ("GET", "/things/1", "404", "no such thing", "r-1"):
        assert part in str(error)


def test_the_message_holds_neither_query_values_nor_the_token(sdk: Any, server: Server) -> None:
    error = _error(sdk, server, 400, {"message": "bad token top-secret-token"})
    assert "hidden-value" not in str(error)
    assert "top-secret-token" not in str(error) + repr(error)


def test_the_headers_are_there_in_any_case(sdk: Any, server: Server) -> None:
    assert _error(sdk, server, 429, {}, {"Retry-After": "7"}).headers["retry-after"] == "7"


def test_an_error_can_be_pickled(sdk: Any, server: Server) -> None:
    error = _error(sdk, server, 404, {"code": "gone"})
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.status_code, copy.body) == (type(error), 404, error.body)


def test_a_server_that_does_not_answer_is_another_kind_of_error(sdk: Any, server: Server) -> None:
    server.answer(drop=True)
    client = sdk.Api(base_url=server.url, token="t", max_retries=0)
    with client, pytest.raises(sdk.TransportError) as caught:
        client.things.get("1")
    assert not isinstance(caught.value, sdk.ApiError)
    assert isinstance(caught.value, sdk.SdkError)
    assert caught.value.__cause__ is not None


def test_a_success_that_is_no_json_is_an_error(sdk: Any, server: Server) -> None:
    error = _error(sdk, server, 200, b"{broken")
    assert type(error) is sdk.DecodeError


def test_errors_are_importable_from_the_package_and_from_errors(sdk: Any) -> None:
    from importlib import import_module

    assert import_module(f"{sdk.__name__}.errors").NotFoundError is sdk.NotFoundError


RANGES = Spec("""
schemas:
  Exact: {type: object, properties: {exact: {type: string}}}
  Range: {type: object, properties: {range: {type: string}}}
  Other: {type: object, properties: {other: {type: string}}}
paths:
  /things:
    get:
      tags: [things]
      operationId: get
      responses:
        "204": {description: ok}
        "404": {description: none, content: {application/json: {schema: {$ref: "#/components/schemas/Exact"}}}}
        "4XX": {description: yours, content: {application/problem+json: {schema: {$ref: "#/components/schemas/Range"}}}}
        default: {description: ours, content: {application/json: {schema: {$ref: "#/components/schemas/Other"}}}}
""")


@pytest.mark.parametrize(
    ("status", "name"), [(404, "Exact"), (400, "Range"), (499, "Range"), (500, "Other"), (302, "Other")]
)
def test_the_body_of_an_error_is_typed_by_range_and_by_default(server: Server, status: int, name: str) -> None:
    sdk = make_package(RANGES)
    body = {name.lower(): "x"}
    server.answer(status, body)
    with sdk.Api(base_url=server.url, max_retries=0) as client, pytest.raises(sdk.ApiError) as caught:
        client.things.get()
    assert caught.value.body == getattr(sdk, name).model_validate(body)
