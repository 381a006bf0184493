from typing import Any, Dict, Literal, Optional, TypeAlias, Union

AppMetadata: TypeAlias = Dict[str, Any]
"""Facts about a user that decide what the application does; the user cannot edit
them.
"""


AuthenticationTypeEnum: TypeAlias = Union[Literal["phone", "email", "totp"], Any]
"""Kinds of authentication method that can be stored for a user."""


DomainMetadata: TypeAlias = Dict[str, Optional[str]]
"""Up to ten short texts of your own about a custom domain."""


IntegrationFeatureTypeEnum: TypeAlias = Union[
    Literal[
        "unspecified",
        "action",
        "social_connection",
        "log_stream",
        "sso_integration",
        "sms_provider",
    ],
    Any,
]
"""What a marketplace package adds to the tenant."""


IntegrationRequiredParamTypeEnum: TypeAlias = Union[
    Literal["UNSPECIFIED", "STRING"], Any
]
"""Type of a value that the package asks for."""
