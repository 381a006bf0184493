from typing import Any, Literal, TypeAlias, Union

DomainVerificationMethodNameEnum: TypeAlias = Union[Literal["cname", "txt"], Any]
"""Kind of DNS record."""


DomainVerificationStatusEnum: TypeAlias = Union[
    Literal["verified", "pending", "failed"], Any
]
"""How far the check of the DNS record has come."""


ResourceServerVerificationKeyPemCertificate: TypeAlias = str
"""A certificate in PEM form. Nothing refers to this schema; it is here for an `allOf` of
plain strings.
"""
