from typing import Any, Dict, Literal, TypeAlias, Union

ActionBindingRefTypeEnum: TypeAlias = Union[
    Literal["binding_id", "action_id", "action_name"], Any
]
"""What the value of a reference is."""


ActionBindingTypeEnum: TypeAlias = Union[Literal["trigger-bound", "entity-bound"], Any]
"""Whether actions are tied to the trigger itself or to some entity."""


ActionBuildStatusEnum: TypeAlias = Union[
    Literal["pending", "building", "packaged", "built", "retrying", "failed"], Any
]
"""How far the build of the action has come."""


ActionExecutionStatusEnum: TypeAlias = Union[
    Literal["unspecified", "pending", "final", "partial", "canceled", "suspended"], Any
]
"""How far a run has come."""


ActionTriggerTypeEnum: TypeAlias = Union[
    Literal[
        "post-login",
        "credentials-exchange",
        "pre-user-registration",
        "post-user-registration",
        "post-change-password",
        "send-phone-message",
        "custom-phone-provider",
        "custom-email-provider",
        "password-reset-post-challenge",
        "custom-token-exchange",
        "event-stream",
        "password-hash-migration",
        "login-post-identifier",
        "signup-post-identifier",
    ],
    Any,
]
"""Point of a flow at which actions can run."""


ActionVersionBuildStatusEnum: TypeAlias = Union[
    Literal["pending", "building", "packaged", "built", "retrying", "failed"], Any
]
"""How far the build of the version has come."""


SearchEngineVersionsEnum: TypeAlias = Union[Literal["v1", "v2", "v3"], Any]
"""Generation of the user search."""


TestActionPayload: TypeAlias = Dict[str, Any]
"""The event, with the fields its trigger would give it."""


TestActionResultPayload: TypeAlias = Dict[str, Any]
"""What the action did, by field."""
