from typing import TypeAlias, Union

from .connection_upstream_alias import (
    ConnectionUpstreamAlias,
    ConnectionUpstreamAliasDict,
)
from .connection_upstream_value import (
    ConnectionUpstreamValue,
    ConnectionUpstreamValueDict,
)

ConnectionUpstreamAdditionalProperties: TypeAlias = Union[
    ConnectionUpstreamAlias, ConnectionUpstreamValue
]
"""Where a parameter for the identity provider comes from."""


ConnectionUpstreamAdditionalPropertiesDict: TypeAlias = Union[
    ConnectionUpstreamAliasDict, ConnectionUpstreamValueDict
]
"""``ConnectionUpstreamAdditionalProperties`` as plain data."""
