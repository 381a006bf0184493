from typing import Dict, TypeAlias

from .connection_upstream_additional_properties import (
    ConnectionUpstreamAdditionalProperties,
)

ConnectionUpstreamParams: TypeAlias = Dict[str, ConnectionUpstreamAdditionalProperties]
"""Parameters that are passed on to the identity provider, by name."""
