from typing import TypeAlias

from .connection_https_url_with_http_fallback_255 import (
    ConnectionHttpsUrlWithHttpFallback255,
)

ConnectionGatewayUrlSms: TypeAlias = ConnectionHttpsUrlWithHttpFallback255
"""Address of a gateway of your own for text messages.

Deprecated.
"""
