"""The ``events`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestSubscribe:
    """``GET /events``"""

    events: list[Any] = [
        (
            "organization.created",
            {
                "offset": "offset",
                "event": {
                    "specversion": "specversion",
                    "type": "organization.created",
                    "source": "source",
                    "id": "id",
                    "time": "2026-01-31T12:00:00Z",
                    "data": {"object": {"id": "id"}},
                    "a0tenant": "a0tenant",
                    "a0stream": "a0stream",
                },
            },
        ),
        (
            "organization.member.added",
            {
                "offset": "offset",
                "event": {
                    "specversion": "specversion",
                    "type": "organization.member.added",
                    "source": "source",
                    "id": "id",
                    "time": "2026-01-31T12:00:00Z",
                    "data": {
                        "object": {
                            "organization": {"id": "id"},
                            "user": {"user_id": "user_id"},
                        }
                    },
                    "a0tenant": "a0tenant",
                    "a0stream": "a0stream",
                },
            },
        ),
        ("error", {"error": {"code": "invalid_cursor", "message": "message"}}),
    ]

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond_with_events(self.events)

        stream = client.events.subscribe()
        events = list(stream)

        server.assert_received("GET", "/events")
        expected = [{"type": name, **data} for name, data in self.events]
        assert_decoded(events, list, expected)
        assert_decoded(
            events[0],
            types.EventStreamSubscribeEventsResponseContent_OrganizationCreated,
            expected[0],
        )

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond_with_events(self.events)

        stream = async_client.events.subscribe()
        events = [event async for event in stream]

        server.assert_received("GET", "/events")
        expected = [{"type": name, **data} for name, data in self.events]
        assert_decoded(events, list, expected)
        assert_decoded(
            events[0],
            types.EventStreamSubscribeEventsResponseContent_OrganizationCreated,
            expected[0],
        )

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond_with_events(self.events)

        stream = client.events.subscribe(
            from_="from",
            from_timestamp="from_timestamp",
            event_type=["group.created", "group.deleted"],
        )
        events = list(stream)

        server.assert_received(
            "GET",
            "/events",
            query=[
                "from=from",
                "from_timestamp=from_timestamp",
                "event_type=group.created",
                "event_type=group.deleted",
            ],
        )
        expected = [{"type": name, **data} for name, data in self.events]
        assert_decoded(events, list, expected)
        assert_decoded(
            events[0],
            types.EventStreamSubscribeEventsResponseContent_OrganizationCreated,
            expected[0],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond_with_events(self.events)

        stream = async_client.events.subscribe(
            from_="from",
            from_timestamp="from_timestamp",
            event_type=["group.created", "group.deleted"],
        )
        events = [event async for event in stream]

        server.assert_received(
            "GET",
            "/events",
            query=[
                "from=from",
                "from_timestamp=from_timestamp",
                "event_type=group.created",
                "event_type=group.deleted",
            ],
        )
        expected = [{"type": name, **data} for name, data in self.events]
        assert_decoded(events, list, expected)
        assert_decoded(
            events[0],
            types.EventStreamSubscribeEventsResponseContent_OrganizationCreated,
            expected[0],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            list(client.events.subscribe())

        assert caught.value.status_code == 400
