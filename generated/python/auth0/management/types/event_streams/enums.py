from typing import Any, Dict, Literal, TypeAlias, Union

EventStreamActionDestinationTypeEnum: TypeAlias = Union[Literal["action"], Any]
"""Marks a destination that is an action."""


EventStreamCloudEventA0PurposeEnum: TypeAlias = Union[Literal["test"], Any]
"""Why the event was sent, when it is not an ordinary one."""


EventStreamCloudEventContextClientMetadata: TypeAlias = Dict[str, Any]
"""Texts that are stored with the application."""


EventStreamCloudEventErrorCodeEnum: TypeAlias = Union[
    Literal[
        "invalid_cursor",
        "cursor_expired",
        "timeout",
        "payload_too_large",
        "processing_error",
        "connection_timeout",
    ],
    Any,
]
"""Why the stream ends."""


EventStreamCloudEventErrorMessageTypeEnum: TypeAlias = Union[Literal["error"], Any]
"""Marks a failure; taken from the `event:` field."""


EventStreamCloudEventOffsetOnlyMessageTypeEnum: TypeAlias = Union[
    Literal["offset-only"], Any
]
"""Marks a sign of life; taken from the `event:` field."""


EventStreamCloudEventOrgCreatedCloudEventTypeEnum: TypeAlias = Union[
    Literal["organization.created"], Any
]
"""Says that an organization came into being."""


EventStreamCloudEventOrgCreatedObjectMetadata: TypeAlias = Dict[str, Any]
"""Texts stored with the new organization."""


EventStreamCloudEventOrgCreatedTypeEnum: TypeAlias = Union[
    Literal["organization.created"], Any
]
"""Says that an organization came into being; taken from the `event:` field."""


EventStreamCloudEventOrgMemberAddedCloudEventTypeEnum: TypeAlias = Union[
    Literal["organization.member.added"], Any
]
"""Says that an organization gained a member."""


EventStreamCloudEventOrgMemberAddedTypeEnum: TypeAlias = Union[
    Literal["organization.member.added"], Any
]
"""Says that an organization gained a member; taken from the `event:` field."""


EventStreamStatusEnum: TypeAlias = Union[Literal["enabled", "disabled"], Any]
"""Whether a stream delivers events at present."""


EventStreamSubscribeEventsEventTypeEnum: TypeAlias = Union[
    Literal[
        "group.created",
        "group.deleted",
        "group.member.added",
        "group.member.deleted",
        "group.role.assigned",
        "group.role.deleted",
        "group.updated",
        "organization.connection.added",
        "organization.connection.removed",
        "organization.connection.updated",
        "organization.created",
        "organization.deleted",
        "organization.group.role.assigned",
        "organization.group.role.deleted",
        "organization.member.added",
        "organization.member.deleted",
        "organization.member.role.assigned",
        "organization.member.role.deleted",
        "organization.updated",
        "user.created",
        "user.deleted",
        "user.updated",
    ],
    Any,
]
"""Kind of event that can be asked for."""


EventStreamWebhookBasicAuthMethodEnum: TypeAlias = Union[Literal["basic"], Any]
"""Marks HTTP basic authentication."""


EventStreamWebhookCustomHeaderAuthMethodEnum: TypeAlias = Union[
    Literal["custom_header"], Any
]
"""Marks authentication with a header of your own."""


EventStreamWebhookDestinationTypeEnum: TypeAlias = Union[Literal["webhook"], Any]
"""Marks a destination that is a webhook."""
