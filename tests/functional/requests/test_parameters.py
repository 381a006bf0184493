"""Parameters on the wire: path, query, headers and cookies, in the styles of OpenAPI."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

PARAMETERS = Spec("""
schemas:
  Filter: {type: object, properties: {colour: {type: string}, minSize: {type: integer}}}
  Sort: {type: string, enum: [up, down]}
paths:
  /files/{name}/parts/{part}:
    get:
      tags: [files]
      operationId: get
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: part, in: path, required: true, schema: {type: integer}}
  /search:
    get:
      tags: [search]
      operationId: run
      parameters:
        - {name: word, in: query, schema: {type: string}}
        - {name: flag, in: query, schema: {type: boolean}}
        - {name: count, in: query, schema: {type: integer}}
        - {name: since, in: query, schema: {type: string, format: date-time}}
        - {name: sort, in: query, schema: {$ref: "#/components/schemas/Sort"}}
        - {name: many, in: query, schema: {type: array, items: {type: string}}}
        - {name: flags, in: query, schema: {type: array, items: {type: boolean}}}
        - {name: commas, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: spaces, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: deep, in: query, style: deepObject, schema: {$ref: "#/components/schemas/Filter"}}
        - {name: exploded, in: query, schema: {$ref: "#/components/schemas/Filter"}}
        - {name: json, in: query, content: {application/json: {schema: {$ref: "#/components/schemas/Filter"}}}}
        - {name: hidden, in: query, x-sdk-ignore: true, schema: {type: string}}
  /heads:
    get:
      tags: [heads]
      operationId: heads/get
      parameters:
        - {name: X-Request-Id, in: header, required: true, schema: {type: string}}
        - {name: X-Many, in: header, schema: {type: array, items: {type: integer}}}
        - {name: X-Flag, in: header, schema: {type: boolean}}
        - {name: Authorization, in: header, schema: {type: string}}
        - {name: session, in: cookie, schema: {type: string}}
        - {name: theme, in: cookie, schema: {type: string}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(PARAMETERS)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("plain", "/files/plain/parts/1"),
        ("a/b", "/files/a%2Fb/parts/1"),
        ("a b?c#d", "/files/a%20b%3Fc%23d/parts/1"),
        ("..", "/files/%2E%2E/parts/1"),
        (".", "/files/%2E/parts/1"),
        ("50%", "/files/50%25/parts/1"),
        ("é", "/files/%C3%A9/parts/1"),
        ("auth0|1", "/files/auth0%7C1/parts/1"),
    ],
)
def test_a_path_parameter_stays_one_segment(sdk: Any, server: Server, value: str, path: str) -> None:
    assert server.call(sdk, lambda client: client.files.get(value, 1)).path == path


def test_an_empty_path_parameter_is_refused(sdk: Any) -> None:
    with pytest.raises(ValueError, match="name"):
        sdk.Api(base_url="http://127.0.0.1:9").files.get("", 1)


def _query(sdk: Any, server: Server, **given: Any) -> str:
    return server.call(sdk, lambda client: client.search.run(**given)).query


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, ""),
        ({"word": None}, ""),
        ({"word": ""}, "word="),
        ({"word": "a&b=c d"}, "word=a%26b%3Dc%20d"),
        ({"flag": True}, "flag=true"),
        ({"flag": False}, "flag=false"),
        ({"count": 0}, "count=0"),
        ({"sort": "down"}, "sort=down"),
        ({"sort": "sideways"}, "sort=sideways"),
        ({"many": ["a", "b"]}, "many=a&many=b"),
        ({"many": ("a", "b")}, "many=a&many=b"),
        ({"many": "ab"}, "many=ab"),
        ({"many": []}, ""),
        ({"flags": [True, False]}, "flags=true&flags=false"),
        ({"commas": ["a", "b,c"]}, "commas=a,b%2Cc"),
        ({"commas": "a"}, "commas=a"),
        ({"spaces": ["a", "b"]}, "spaces=a%20b"),
        ({"pipes": ["a", "b"]}, "pipes=a%7Cb"),
        ({"json": {"minSize": 2}}, "json=%7B%22minSize%22%3A2%7D"),
        ({"exploded": {"colour": "red", "minSize": 2}}, "colour=red&minSize=2"),
        ({"deep": {"colour": "red", "minSize": 2}}, "deep%5Bcolour%5D=red&deep%5BminSize%5D=2"),
    ],
    ids=str,
)
def test_a_query_parameter_on_the_wire(sdk: Any, server: Server, given: dict[str, Any], query: str) -> None:
    assert _query(sdk, server, **given) == query


def test_a_model_may_be_a_query_parameter(sdk: Any, server: Server) -> None:
    assert _query(sdk, server, deep=sdk.Filter(min_size=2)) == "deep%5BminSize%5D=2"
    assert _query(sdk, server, exploded=sdk.Filter(min_size=2)) == "minSize=2"
    assert _query(sdk, server, json=sdk.Filter(min_size=2)) == "json=%7B%22minSize%22%3A2%7D"


def test_a_deep_object_that_is_left_out_is_not_sent(sdk: Any, server: Server) -> None:
    assert _query(sdk, server, deep=None) == ""


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2))])
def test_a_moment_goes_out_as_rfc_3339_in_utc(sdk: Any, server: Server, zone: timezone) -> None:
    moment = datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC).astimezone(zone)
    assert _query(sdk, server, since=moment) == "since=2024-02-03T04%3A05%3A06Z"


def test_a_parameter_marked_to_be_ignored_is_left_out(sdk: Any) -> None:
    with pytest.raises(TypeError, match="hidden"):
        sdk.Api(base_url="http://127.0.0.1:9").search.run(hidden="x")


def test_header_parameters_are_sent(sdk: Any, server: Server) -> None:
    headers = server.call(
        sdk, lambda client: client.heads.get(x_request_id="r", x_many=[1, 2], x_flag=True)
    ).request.headers
    assert (headers["x-request-id"], headers["x-many"], headers["x-flag"]) == ("r", "1,2", "true")


def test_header_parameters_that_are_left_out_are_not_sent(sdk: Any, server: Server) -> None:
    headers = server.call(sdk, lambda client: client.heads.get(x_request_id="r")).request.headers
    assert not {"x-many", "x-flag", "cookie"} & set(headers)


def test_a_header_parameter_can_not_end_the_header(sdk: Any) -> None:
    with pytest.raises(ValueError, match="line break"):
        sdk.Api(base_url="http://127.0.0.1:9").heads.get(x_request_id="a\r\nX-Evil: 1")


def test_a_header_parameter_called_authorization_is_left_to_the_credentials(sdk: Any) -> None:
    with pytest.raises(TypeError, match="authorization"):
        sdk.Api(base_url="http://127.0.0.1:9").heads.get(x_request_id="r", authorization="x")


def test_cookie_parameters_share_one_header(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.heads.get(x_request_id="r", session="a;b", theme="dark"))
    assert sent.request.headers["cookie"] == "session=a%3Bb; theme=dark"
