"""The ``event_streams`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /event-streams``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "subscriptions": [{"event_type": "event_type"}],
        "destination": {
            "type": "webhook",
            "configuration": {
                "webhook_endpoint": "webhook_endpoint",
                "webhook_authorization": {"method": "basic", "username": "username"},
            },
        },
        "status": "enabled",
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
    }
    required_json: dict[str, Any] = {
        "destination": {
            "type": "webhook",
            "configuration": {
                "webhook_endpoint": "webhook_endpoint",
                "webhook_authorization": {"method": "basic", "username": "username"},
            },
        }
    }
    all_json: dict[str, Any] = {
        "name": "name",
        "subscriptions": [{}],
        "destination": {
            "type": "webhook",
            "configuration": {
                "webhook_endpoint": "webhook_endpoint",
                "webhook_authorization": {"method": "basic", "username": "username"},
            },
        },
        "status": "enabled",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.event_streams.create(
            request=types.CreateEventStreamWebHookRequestContent(
                destination=types.EventStreamWebhookDestination(
                    type="webhook",
                    configuration=types.EventStreamWebhookConfiguration(
                        webhook_endpoint="webhook_endpoint",
                        webhook_authorization=types.EventStreamWebhookBasicAuth(
                            method="basic", username="username"
                        ),
                    ),
                )
            )
        )

        server.assert_received("POST", "/event-streams", json=self.required_json)
        assert_decoded(result, types.EventStreamWebhookResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.event_streams.create(
            request=types.CreateEventStreamWebHookRequestContent(
                destination=types.EventStreamWebhookDestination(
                    type="webhook",
                    configuration=types.EventStreamWebhookConfiguration(
                        webhook_endpoint="webhook_endpoint",
                        webhook_authorization=types.EventStreamWebhookBasicAuth(
                            method="basic", username="username"
                        ),
                    ),
                )
            )
        )

        server.assert_received("POST", "/event-streams", json=self.required_json)
        assert_decoded(result, types.EventStreamWebhookResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.event_streams.create(
            request=types.CreateEventStreamWebHookRequestContent(
                name="name",
                subscriptions=[types.EventStreamSubscription()],
                destination=types.EventStreamWebhookDestination(
                    type="webhook",
                    configuration=types.EventStreamWebhookConfiguration(
                        webhook_endpoint="webhook_endpoint",
                        webhook_authorization=types.EventStreamWebhookBasicAuth(
                            method="basic", username="username"
                        ),
                    ),
                ),
                status="enabled",
            )
        )

        server.assert_received("POST", "/event-streams", json=self.all_json)
        assert_decoded(result, types.EventStreamWebhookResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.event_streams.create(
            request=types.CreateEventStreamWebHookRequestContent(
                name="name",
                subscriptions=[types.EventStreamSubscription()],
                destination=types.EventStreamWebhookDestination(
                    type="webhook",
                    configuration=types.EventStreamWebhookConfiguration(
                        webhook_endpoint="webhook_endpoint",
                        webhook_authorization=types.EventStreamWebhookBasicAuth(
                            method="basic", username="username"
                        ),
                    ),
                ),
                status="enabled",
            )
        )

        server.assert_received("POST", "/event-streams", json=self.all_json)
        assert_decoded(result, types.EventStreamWebhookResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.event_streams.create(
                request=types.CreateEventStreamWebHookRequestContent(
                    destination=types.EventStreamWebhookDestination(
                        type="webhook",
                        configuration=types.EventStreamWebhookConfiguration(
                            webhook_endpoint="webhook_endpoint",
                            webhook_authorization=types.EventStreamWebhookBasicAuth(
                                method="basic", username="username"
                            ),
                        ),
                    )
                )
            )

        assert caught.value.status_code == 400
