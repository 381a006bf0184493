from typing import Any, Literal, TypeAlias, Union

CustomDomainStatusFilterEnum: TypeAlias = Union[
    Literal["pending_verification", "ready", "failed"], Any
]
"""How far the set-up of a custom domain has come."""


CustomDomainTypeEnum: TypeAlias = Union[
    Literal["auth0_managed_certs", "self_managed_certs"], Any
]
"""Who looks after the certificate of a custom domain."""
