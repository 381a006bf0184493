from typing import Any, Literal, TypeAlias, Union

ClientGrantAllowAnyOrganizationEnum: TypeAlias = bool
"""Only true can be filtered for."""


ClientGrantDefaultForEnum: TypeAlias = Union[Literal["third_party_clients"], Any]
"""Group of applications a grant is the default for."""


ClientGrantOrganizationUsageEnum: TypeAlias = Union[
    Literal["deny", "allow", "require"], Any
]
"""Whether a grant may, must or must not be used with an organization."""


ClientGrantSubjectTypeEnum: TypeAlias = Union[Literal["client", "user"], Any]
"""Whether tokens stand for the application itself or for a user."""
