from typing import Annotated, List, Optional, Sequence

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import (
    CustomSigningKeyAlgorithmEnum,
    CustomSigningKeyCurveEnum,
    CustomSigningKeyOperationEnum,
    CustomSigningKeyTypeEnum,
    CustomSigningKeyUseEnum,
)


class CustomSigningKeyJwk(Model, closed=True):
    """A public signing key (JSON Web Key, RFC 7517)."""

    kty: CustomSigningKeyTypeEnum
    """Family of cryptographic algorithms the key belongs to."""

    kid: Optional[str] = None
    """Identifies the key."""

    use: Optional[CustomSigningKeyUseEnum] = None
    """Intended use of the key."""

    key_ops: Optional[List[CustomSigningKeyOperationEnum]] = None
    """What the key may be used to do.

    At least 1 item.
    """

    alg: Optional[CustomSigningKeyAlgorithmEnum] = None
    """Signature algorithm the key is meant for."""

    n: Optional[str] = None
    """RSA modulus, base64url."""

    e: Optional[str] = None
    """RSA exponent, base64url."""

    crv: Optional[CustomSigningKeyCurveEnum] = None
    """Elliptic curve of the key."""

    x: Optional[str] = None
    """First coordinate, base64url."""

    y: Optional[str] = None
    """Second coordinate, base64url."""

    x_5_u: Annotated[Optional[str], Field(alias="x5u")] = None
    """Address of the certificate chain."""

    x_5_c: Annotated[Optional[List[str]], Field(alias="x5c")] = None
    """The certificate chain itself.

    At least 1 item.
    """

    x_5_t: Annotated[Optional[str], Field(alias="x5t")] = None
    """The certificate as a SHA-1 digest, base64url."""

    x_5_t_s_256: Annotated[Optional[str], Field(alias="x5t#S256")] = None
    """The certificate as a SHA-256 digest, base64url."""


CustomSigningKeyJwkDict = TypedDict(
    "CustomSigningKeyJwkDict",
    {
        "kty": Required[CustomSigningKeyTypeEnum],
        "kid": str,
        "use": CustomSigningKeyUseEnum,
        "key_ops": Sequence[CustomSigningKeyOperationEnum],
        "alg": CustomSigningKeyAlgorithmEnum,
        "n": str,
        "e": str,
        "crv": CustomSigningKeyCurveEnum,
        "x": str,
        "y": str,
        "x5u": str,
        "x5c": Sequence[str],
        "x5t": str,
        "x5t#S256": str,
    },
    total=False,
)
"""``CustomSigningKeyJwk`` as a plain dict."""
