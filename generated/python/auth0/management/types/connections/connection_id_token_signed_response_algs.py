from typing import List, TypeAlias

from .enums import ConnectionIdTokenSignedResponseAlgEnum

ConnectionIdTokenSignedResponseAlgs: TypeAlias = List[
    ConnectionIdTokenSignedResponseAlgEnum
]
"""Signature algorithms that ID tokens may use."""
