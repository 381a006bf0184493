"""What an editor shows to who uses the committed library: judged by mypy --strict and pyright, never run.

Each ``type: ignore`` marks a mistake that mypy has to report; an ignore that is not needed is itself an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, assert_type

from auth0.management import (
    OMIT,
    Action,
    ActionBuildStatusEnum,
    AsyncAuth0,
    AsyncEventStream,
    AsyncPager,
    Auth0,
    CreateActionResponseContent,
    CreateEventStreamResponseContent,
    EventStream,
    EventStreamActionResponseContent,
    EventStreamSubscribeEventsResponseContent,
    EventStreamSubscribeEventsResponseContent_Error,
    EventStreamSubscribeEventsResponseContent_OffsetOnly,
    EventStreamWebhookResponseContent,
    GetActionResponseContent,
    GetJobErrorResponseContent,
    GetJobGenericErrorResponseContent,
    HttpResponse,
    ListUsersOffsetPaginatedResponseContent,
    ManagementClient,
    RequestOptions,
    SyncPager,
    UserResponseSchema,
)
from auth0.management.core import (
    AsyncMockTransport,
    Drift,
    MockResponse,
    MockTransport,
    Request,
    ResponseInfo,
    Retry,
    sent_json,
    sent_query,
)

Page = ListUsersOffsetPaginatedResponseContent


def pagers(client: Auth0) -> None:
    pager = client.users.list(per_page=100)
    assert_type(pager, SyncPager[UserResponseSchema, Page])
    for user in pager:
        assert_type(user, UserResponseSchema)
        assert_type(user.email, str | None)
    for page in pager.iter_pages():
        assert_type(page, SyncPager[UserResponseSchema, Page])
        assert_type(page.items, list[UserResponseSchema])
        assert_type(page.response, Page)
        assert_type(page.has_next, bool)
    assert_type(pager.next_page(), SyncPager[UserResponseSchema, Page] | None)
    client.users.list(per_page="100")  # type: ignore[arg-type]


async def async_pagers(client: AsyncAuth0) -> None:
    pager = await client.users.list()
    assert_type(pager, AsyncPager[UserResponseSchema, Page])
    async for user in pager:
        assert_type(user, UserResponseSchema)
    async for page in pager.iter_pages():
        assert_type(page.items, list[UserResponseSchema])
        assert_type(page.response, Page)
    assert_type(await pager.next_page(), AsyncPager[UserResponseSchema, Page] | None)
    assert_type([user.email async for user in await client.users.list()], list[str | None])


def unions(client: Auth0) -> None:
    errors = client.jobs.errors.get("id")
    assert_type(errors, list[GetJobErrorResponseContent] | GetJobGenericErrorResponseContent | None)
    if isinstance(errors, list):
        assert_type(errors, list[GetJobErrorResponseContent])
    elif errors is not None:
        assert_type(errors, GetJobGenericErrorResponseContent)


def variants(made: CreateEventStreamResponseContent) -> str:
    match made:
        case EventStreamWebhookResponseContent():
            assert_type(made, EventStreamWebhookResponseContent)
            return "webhook"
        case EventStreamActionResponseContent():
            return "action"


def open_enums(action: Action) -> str:
    assert_type(action.status, ActionBuildStatusEnum | None)
    known: ActionBuildStatusEnum = "built"
    of_tomorrow: ActionBuildStatusEnum = "a-status-of-tomorrow"
    one: Literal["built"] = "built"
    action.status = one
    return f"{known}{of_tomorrow}"


def omitted_or_null(client: Auth0, email: str | None, keep: bool) -> None:
    client.users.update("id")
    client.users.update("id", email=OMIT)
    client.users.update("id", email=None)
    client.users.update("id", email=OMIT if keep else email)
    client.users.update("id", email=1)  # type: ignore[arg-type]
    client.actions.create(name=None, supported_triggers=[])  # type: ignore[arg-type]


def optional_fields(action: GetActionResponseContent) -> str:
    assert_type(action.name, str | None)
    action.name.upper()  # type: ignore[union-attr]
    assert_type(action.model_extra, dict[str, Any] | None)
    return action.name or ""


def raw(client: Auth0) -> None:
    response = client.actions.with_raw_response.get("id")
    assert_type(response, HttpResponse[GetActionResponseContent])
    assert_type(response.data, GetActionResponseContent)
    assert_type(response.status_code, int)
    assert_type(response.headers["content-type"], str)
    assert_type(client.actions.with_raw_response.delete("id"), HttpResponse[None])
    assert_type(client.users.with_raw_response.list(), SyncPager[UserResponseSchema, Page])
    client.actions.with_raw_response.get()  # type: ignore[call-arg]


async def async_raw(client: AsyncAuth0) -> None:
    response = await client.actions.with_raw_response.create(name="name", supported_triggers=[])
    assert_type(response, HttpResponse[CreateActionResponseContent])


def events(client: Auth0) -> None:
    stream = client.events.subscribe()
    assert_type(stream, EventStream[EventStreamSubscribeEventsResponseContent])
    for event in stream:
        if isinstance(event, EventStreamSubscribeEventsResponseContent_Error):
            assert_type(event.type, Literal["error"])
        elif event.type == "offset-only":
            assert_type(event, EventStreamSubscribeEventsResponseContent_OffsetOnly)
        else:
            assert_type(event.offset, str)
    with client.events.with_raw_response.subscribe() as response:
        assert_type(response, HttpResponse[EventStream[EventStreamSubscribeEventsResponseContent]])


async def async_events(client: AsyncAuth0) -> None:
    async with client.events.subscribe() as stream:
        assert_type(stream, AsyncEventStream[EventStreamSubscribeEventsResponseContent])
        async for event in stream:
            assert_type(
                event.type, Literal["organization.created", "organization.member.added", "error", "offset-only"]
            )


def options(client: Auth0) -> None:
    settings: RequestOptions = {"timeout_in_seconds": None, "max_retries": 0}
    client.actions.get("id", request_options=settings)
    client.actions.get("id", request_options={"max_retries": "many"})  # type: ignore[arg-type]
    client.actions.get("id", request_options={"retries": 1})  # type: ignore[arg-type]


def hooks() -> None:
    def before(request: Request) -> None: ...
    def after(request: Request, response: ResponseInfo) -> None:
        assert_type(response.headers, Mapping[str, str])

    def retry(request: Request, retry: Retry) -> None: ...
    def drift(request: Request, drifts: list[Drift]) -> None: ...
    async def later(request: Request) -> None: ...

    ManagementClient(
        domain="acme.example",
        client_id="id",
        client_secret="secret",
        before_request=before,
        after_response=after,
        on_retry=retry,
        on_drift=drift,
    )
    AsyncAuth0(token="token", tenant_domain="acme.example", before_request=later)
    Auth0(token="token", tenant_domain="acme.example", before_request=after)  # type: ignore[arg-type]


def mocks() -> None:
    def answer(request: Request) -> MockResponse:
        assert_type(sent_query(request), dict[str, list[str]])
        return MockResponse(json=sent_json(request))

    async def later(request: Request) -> MockResponse:
        return answer(request)

    transport = MockTransport(answer)
    assert_type(transport.requests, list[Request])
    Auth0(token="token", base_url="https://api.test", transport=transport)
    Auth0(token="token", base_url="https://api.test", transport=MockTransport([MockResponse(503), MockResponse()]))
    AsyncAuth0(token="token", base_url="https://api.test", transport=AsyncMockTransport(later))
    AsyncAuth0(token="token", base_url="https://api.test", transport=transport)  # type: ignore[arg-type]
    MockTransport(later)  # type: ignore[arg-type]
