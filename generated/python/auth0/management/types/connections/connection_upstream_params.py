from typing import Dict, Mapping, TypeAlias, Union

from .connection_upstream_additional_properties import (
    ConnectionUpstreamAdditionalProperties,
    ConnectionUpstreamAdditionalPropertiesDict,
)

ConnectionUpstreamParams: TypeAlias = Dict[str, ConnectionUpstreamAdditionalProperties]
"""Parameters that are passed on to the identity provider, by name."""


ConnectionUpstreamParamsDict: TypeAlias = Mapping[
    str,
    Union[
        ConnectionUpstreamAdditionalProperties,
        ConnectionUpstreamAdditionalPropertiesDict,
    ],
]
"""``ConnectionUpstreamParams`` as plain data."""
