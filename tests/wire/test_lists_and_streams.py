"""Pagers, streams and uploads of the generated package, against a server on loopback."""

from __future__ import annotations

import io
import json
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.runtime.loopback import Answer, Loopback, Received
from tests.wire.clients import Caller
from tests.wire.faulty import SILENCE, FaultyServer, response

EVENT = {"type": "offset-only", "offset": "a-ü-€-😀"}


def queries(server: Loopback) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(each.path).query) for each in server.requests]


# Pages


@pytest.mark.parametrize(("total", "requests"), [(0, 1), (2, 2), (6, 4)], ids=["0 pages", "1 page", "3 pages"])
def test_offset_pages(caller: Caller, server: Loopback, total: int, requests: int) -> None:
    def answer(received: Received) -> Answer:
        page, size = (int(parse_qs(urlsplit(received.path).query)[name][0]) for name in ("page", "per_page"))
        actions = [{"id": str(number)} for number in range(total)][page * size : (page + 1) * size]
        return Answer(200, json.dumps({"actions": actions, "total": total}).encode())

    server.handler = answer

    items = caller.items(server.url, lambda client: client.actions.list(per_page=2))

    assert [item.id for item in items] == [str(number) for number in range(total)]
    assert {type(item).__name__ for item in items} <= {"Action"}
    assert [query["page"] for query in queries(server)] == [[str(number)] for number in range(requests)]


@pytest.mark.parametrize("pages", [0, 1, 3])
@pytest.mark.parametrize("end", [{}, {"next": None}, {"next": ""}], ids=["absent", "null", "empty"])
def test_cursor_pages(caller: Caller, server: Loopback, pages: int, end: dict[str, Any]) -> None:
    def answer(received: Received) -> Answer:
        number = int(parse_qs(urlsplit(received.path).query).get("from", ["1"])[0])
        following = {"next": str(number + 1)} if number < pages else end
        grants = [{"id": f"{number}-{item}"} for item in "ab"] if pages else []
        return Answer(200, json.dumps({"client_grants": grants, **following}).encode())

    server.handler = answer

    items = caller.items(server.url, lambda client: client.client_grants.list())

    assert [item.id for item in items] == [f"{number}-{item}" for number in range(1, pages + 1) for item in "ab"]
    assert [query.get("from") for query in queries(server)] == [
        None,
        *([str(number)] for number in range(2, pages + 1)),
    ]
    assert all(query["take"] == ["50"] for query in queries(server))


def test_a_server_that_repeats_its_cursor_is_an_error(caller: Caller, server: Loopback) -> None:
    server.answer(200, {"client_grants": [{"id": "1"}], "next": "again"})

    with pytest.raises(caller.library.package.PaginationError):
        caller.items(server.url, lambda client: client.client_grants.list())


def test_a_fault_on_a_later_page_leaves_the_items_before_it(caller: Caller, server: Loopback) -> None:
    server.answer(200, {"client_grants": [{"id": "1"}], "next": "2"})
    server.answer(403, {"message": "not for you"})
    found: list[Any] = []

    with pytest.raises(caller.library.package.ForbiddenError):
        caller.items(server.url, lambda client: client.client_grants.list(), into=found)

    assert [item.id for item in found] == ["1"]


# Streams


def event(data: Any = EVENT, name: str = "offset-only", end: str = "\n") -> bytes:
    return f"event: {name}{end}data: {json.dumps(data, ensure_ascii=False)}{end}{end}".encode()


def stream(caller: Caller, chunks: list[bytes]) -> list[Any]:
    with FaultyServer([response(length=-1, content_type="text/event-stream"), *chunks]) as server:
        return caller.items(server.url, lambda client: client.events.subscribe())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_events_that_come_byte_by_byte(caller: Caller, end: str) -> None:
    # Each character of more than one byte is cut, and so is each CRLF.
    body = event(end=end) * 2

    events = stream(caller, [body[index : index + 1] for index in range(len(body))])

    assert [type(each).__name__ for each in events] == ["EventStreamSubscribeEventsResponseContent_OffsetOnly"] * 2
    assert events[0].model_dump() == EVENT


def test_an_unknown_event_is_kept_as_it_came(caller: Caller) -> None:
    events = stream(caller, [event({"news": [1]}, "of.tomorrow"), event()])

    assert events[0] == {"type": "of.tomorrow", "news": [1]}
    assert events[1].offset == EVENT["offset"]


def test_a_bad_event_is_skipped_and_the_stream_goes_on(caller: Caller) -> None:
    events = stream(caller, [b"event: offset-only\ndata: {no json\n\n", b": a comment\n\n", event()])

    assert [each.offset for each in events] == [EVENT["offset"]]


def test_a_stream_that_dies_gives_what_came_and_then_a_typed_error(caller: Caller) -> None:
    chunks = [event(), b"event: offset-only\ndata: {"]
    body = b"".join(chunks)
    found: list[Any] = []

    def call(client: Any) -> Any:
        return client.events.subscribe()

    head = response(length=len(body) + 1, content_type="text/event-stream")
    with FaultyServer([head, *chunks]) as server, pytest.raises(caller.library.package.ApiConnectionError):
        caller.items(server.url, call, into=found)

    assert [each.offset for each in found] == [EVENT["offset"]]


def test_an_event_is_given_out_while_the_server_is_still_sending(caller: Caller) -> None:
    found: list[Any] = []
    head = response(length=-1, content_type="text/event-stream")
    with (
        FaultyServer([head, event(), b"data: not the end", SILENCE]) as server,
        pytest.raises(caller.library.package.ApiTimeoutError),
    ):
        caller.items(server.url, lambda client: client.events.subscribe(), into=found, timeout=0.5)

    assert [each.offset for each in found] == [EVENT["offset"]]


def test_a_strict_client_refuses_an_unknown_event(caller: Caller) -> None:
    found: list[Any] = []
    head = response(length=-1, content_type="text/event-stream")
    with (
        FaultyServer([head, event(), event({"news": [1]}, "of.tomorrow"), event()]) as server,
        pytest.raises(caller.library.package.DecodeError),
    ):
        caller.items(server.url, lambda client: client.events.subscribe(), into=found, strict_responses=True)

    assert [each.offset for each in found] == [EVENT["offset"]]


def test_a_stream_that_is_refused_is_an_error_of_its_status(caller: Caller, server: Loopback) -> None:
    server.answer(403, {"message": "not for you"})

    with pytest.raises(caller.library.package.ForbiddenError):
        caller.items(server.url, lambda client: client.events.subscribe())


# Uploads


USERS = '[{"email": "ü@example.com"}]'


def upload(caller: Caller, server: Loopback, users: Any) -> Any:
    """Send a file of users, and return the part that arrived."""
    server.answer(202, {"status": "pending", "type": "users_import", "created_at": "", "id": "1", "connection_id": "1"})
    caller.result(
        server.url,
        lambda client: client.jobs.users_imports.create(users=users, connection_id="con_0000000000000001", upsert=True),
    )
    received = server.requests[-1]
    head = f"Content-Type: {received.headers['content-type']}\r\n\r\n"
    message = message_from_bytes(head.encode() + received.body, policy=HTTP)
    parts = {str(part.get_param("name", header="content-disposition")): part for part in message.iter_parts()}
    assert set(parts) == {"users", "connection_id", "upsert"}
    assert parts["upsert"].get_payload(decode=True) == b"true"
    assert parts["users"].get_payload(decode=True) == USERS.encode()
    return parts["users"]


@pytest.mark.parametrize("users", [USERS, USERS.encode()], ids=["text", "bytes"])
def test_a_file_given_as_content(caller: Caller, server: Loopback, users: Any) -> None:
    upload(caller, server, users)


def test_a_file_that_is_open(caller: Caller, server: Loopback, tmp_path: Path) -> None:
    (tmp_path / "users.json").write_text(USERS, encoding="utf-8")

    with (tmp_path / "users.json").open("rb") as users:
        part = upload(caller, server, users)

    assert part.get_filename() == "users.json"


@pytest.mark.parametrize(
    ("users", "content_type", "header"),
    [
        (("people.json", USERS), "application/json", None),
        (("people.json", USERS.encode(), "text/json"), "text/json", None),
        (("people.json", USERS, "text/json", {"X-Origin": "here"}), "text/json", "here"),
    ],
    ids=["name", "name and type", "name, type and headers"],
)
def test_a_file_with_a_name(
    caller: Caller, server: Loopback, users: Any, content_type: str, header: str | None
) -> None:
    part = upload(caller, server, users)

    assert part.get_filename() == "people.json"
    assert part.get_content_type() == content_type
    assert part["X-Origin"] == header


def test_a_file_in_memory_is_sent_from_where_it_stands(caller: Caller, server: Loopback) -> None:
    upload(caller, server, io.BytesIO(USERS.encode()))
