from typing import TypeAlias, Union

UserId: TypeAlias = Union[str, int]
"""Identifier at the identity provider: text, or a number at some."""
