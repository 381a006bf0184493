from typing import List, TypeAlias

from .enums import ConnectionIdentifierPrecedenceEnum

ConnectionIdentifierPrecedence: TypeAlias = List[ConnectionIdentifierPrecedenceEnum]
"""Order in which identifying facts are tried. Nothing refers to this schema; it is here
for `uniqueItems`.
"""
