from typing import TypeAlias, Union

from .connection_upstream_alias import ConnectionUpstreamAlias
from .connection_upstream_value import ConnectionUpstreamValue

ConnectionUpstreamAdditionalProperties: TypeAlias = Union[
    ConnectionUpstreamAlias, ConnectionUpstreamValue
]
"""Where a parameter for the identity provider comes from."""
