from typing import Any, Literal, TypeAlias, Union

CustomSigningKeyAlgorithmEnum: TypeAlias = Union[
    Literal[
        "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"
    ],
    Any,
]
"""Signature algorithm the key is meant for."""


CustomSigningKeyCurveEnum: TypeAlias = Union[Literal["P-256", "P-384", "P-521"], Any]
"""Elliptic curve of the key."""


CustomSigningKeyOperationEnum: TypeAlias = Union[Literal["verify"], Any]
"""What the key may be used to do."""


CustomSigningKeyTypeEnum: TypeAlias = Union[Literal["EC", "RSA"], Any]
"""Family of cryptographic algorithms the key belongs to."""


CustomSigningKeyUseEnum: TypeAlias = Union[Literal["sig"], Any]
"""Intended use of the key."""


EncryptionKeyState: TypeAlias = Union[
    Literal["pre-activation", "active", "deactivated", "destroyed"], Any
]
"""Where an encryption key stands in its life."""


EncryptionKeyType: TypeAlias = Union[
    Literal[
        "customer-provided-root-key",
        "environment-root-key",
        "tenant-master-key",
        "tenant-encryption-key",
    ],
    Any,
]
"""Place of an encryption key in the hierarchy."""
